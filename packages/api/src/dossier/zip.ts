import { once } from 'node:events'
import type { PassThrough, Readable } from 'node:stream'
import type { Day } from '@zhiqing/law'
import { ZipFile } from 'yazl'

/** A file that will be in the archive; its bytes are asked for when its turn comes. */
export interface ZipEntry {
  readonly name: string
  readonly day: Day
  load(): Promise<Uint8Array>
}

/** ZIP keeps local time without a zone: midnight by this machine's own reckoning is the same bytes everywhere. */
const midnight = (day: Day): Date => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return new Date(year, month - 1, date)
}

/** Waits until the reader has taken what lies ready, or has gone; whatever is still listened for then is let go. */
const taken = async (out: PassThrough): Promise<void> => {
  if (out.destroyed) throw new Error('the reader went away')
  if (!out.writableNeedDrain) return
  const waiting = new AbortController()
  const { signal } = waiting
  await Promise.race([once(out, 'drain', { signal }), once(out, 'close', { signal })])
  waiting.abort()
}

/** Stored, not packed: letters are packed in themselves, and no version of zlib then changes a byte. */
const fill = async (zip: ZipFile, out: PassThrough, entries: readonly ZipEntry[]): Promise<void> => {
  for (const { name, day, load } of entries) {
    const bytes = await load()
    const options = { mtime: midnight(day), mode: 0o100644, compress: false, forceDosTimestamp: true }
    zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, options)
    await taken(out)
  }
  zip.end()
}

/** A ZIP archive as a stream: one file at a time in memory, the same bytes for the same files. */
export const zipOf = (entries: readonly ZipEntry[]): Readable => {
  const zip = new ZipFile()
  const out = zip.outputStream as PassThrough
  fill(zip, out, entries).catch((error: Error) => out.destroy(error))
  return out
}
