import { crc32, inflateRawSync } from 'node:zlib'

/** One file of an archive, read by its central directory. */
export interface Unzipped {
  readonly name: string
  readonly bytes: Buffer
  /** YYYY-MM-DD of the archive's own record. */
  readonly day: string
  readonly utf8: boolean
}

const dayOf = (word: number): string =>
  [(word >> 9) + 1980, (word >> 5) & 15, word & 31].map((part) => String(part).padStart(2, '0')).join('-')

/**
 * A reader of ZIP archives that is not the writer's; throws for whatever does not agree with itself. Packed files are
 * taken only where that is asked for: a dossier's are stored.
 */
export const unzip = (archive: Buffer, packed = false): Unzipped[] => {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const files: Unzipped[] = []
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== 0x02014b50) throw new Error('no entry where one should be')
    const method = archive.readUInt16LE(at + 10)
    if (method !== 0 && !packed) throw new Error('not stored')
    const [length, extra, comment] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ]
    const name = archive.toString('utf8', at + 46, at + 46 + length)
    const local = archive.readUInt32LE(at + 42)
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const kept = archive.subarray(start, start + archive.readUInt32LE(at + 20))
    const bytes = method === 0 ? kept : inflateRawSync(kept)
    if (bytes.length !== archive.readUInt32LE(at + 24)) throw new Error(`${name}: length`)
    if (crc32(bytes) !== archive.readUInt32LE(at + 16)) throw new Error(`${name}: CRC`)
    const utf8 = (archive.readUInt16LE(at + 8) & 0x800) !== 0
    files.push({ name, bytes, utf8, day: dayOf(archive.readUInt16LE(at + 14)) })
    at += 46 + length + extra + comment
  }
  return files
}
