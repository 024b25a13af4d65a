import { inflateSync } from 'node:zlib'

/** Tables a glyph needs to be drawn. Shaping tables are left packed: Chinese needs no shaper. */
const needed = new Set([
  'OS/2',
  'cmap',
  'cvt ',
  'fpgm',
  'glyf',
  'head',
  'hhea',
  'hmtx',
  'loca',
  'maxp',
  'name',
  'post',
  'prep',
])

type Table = { tag: string; checksum: number; bytes: Buffer }

/**
 * Unpacks a WOFF 1 file to plain TrueType (W3C WOFF File Format 1.0 §3–§5). Must be done once, before fontkit sees the
 * font: fontkit inflates the whole glyph table again for every glyph of a WOFF.
 */
export function unpackWoff(woff: Buffer): Buffer {
  const tables = readTables(woff).filter((table) => needed.has(table.tag))
  const directory = Buffer.alloc(12 + 16 * tables.length)
  writeHeader(directory, woff.readUInt32BE(4), tables.length)
  let offset = directory.length
  const parts = tables.map((table, index) => {
    const entry = 12 + 16 * index
    directory.write(table.tag, entry, 'latin1')
    directory.writeUInt32BE(table.checksum, entry + 4)
    directory.writeUInt32BE(offset, entry + 8)
    directory.writeUInt32BE(table.bytes.length, entry + 12)
    const padding = Buffer.alloc(-table.bytes.length & 3)
    offset += table.bytes.length + padding.length
    return [table.bytes, padding]
  })
  return Buffer.concat([directory, ...parts.flat()])
}

function writeHeader(directory: Buffer, flavor: number, count: number): void {
  const power = 2 ** Math.floor(Math.log2(count))
  directory.writeUInt32BE(flavor, 0)
  directory.writeUInt16BE(count, 4)
  directory.writeUInt16BE(power * 16, 6)
  directory.writeUInt16BE(Math.log2(power), 8)
  directory.writeUInt16BE((count - power) * 16, 10)
}

function readTables(woff: Buffer): Table[] {
  return Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const entry = 44 + 20 * index
    const tag = woff.toString('latin1', entry, entry + 4)
    const offset = woff.readUInt32BE(entry + 4)
    const packedLength = woff.readUInt32BE(entry + 8)
    const length = woff.readUInt32BE(entry + 12)
    const packed = woff.subarray(offset, offset + packedLength)
    const bytes =
      needed.has(tag) && packedLength < length ? inflateSync(packed, { chunkSize: Math.max(length, 64) }) : packed
    return { tag, checksum: woff.readUInt32BE(entry + 16), bytes }
  })
}
