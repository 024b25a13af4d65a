import type { Outline, TrueType } from './true-type.js'

/** What PDFKit wants of a font's subset: the number a glyph has in it, and its file. */
export type KitSubset = { includeGlyph(glyph: number): number; encode(): Uint8Array }

/** Tables a PDF reader needs of an embedded TrueType font (ISO 32000-1 9.9), by tag, as a directory must have them. */
const tags = ['cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep'] as const

/**
 * A subset of a TrueType font. fontkit's own decodes every outline again for every letter; here an outline is taken over
 * as it lies.
 */
export function openSubset(font: TrueType): KitSubset {
  const glyphs: number[] = []
  const numbers = new Map<number, number>()
  const includeGlyph = (glyph: number): number => {
    const known = numbers.get(glyph)
    if (known !== undefined) return known
    numbers.set(glyph, glyphs.length)
    return glyphs.push(glyph) - 1
  }
  includeGlyph(0)
  const outlines = (): Outline[] => {
    const found: Outline[] = []
    for (let index = 0; index < glyphs.length; index++)
      found.push(renumbered(font.outline(glyphs[index] as number), includeGlyph))
    return found
  }
  return { includeGlyph, encode: () => writeFile(font, outlines()) }
}

/** A compound glyph with the numbers its components have in the subset. */
function renumbered(outline: Outline, numberOf: (glyph: number) => number): Outline {
  if (outline.components.length === 0) return outline
  const bytes = Buffer.from(outline.bytes)
  for (const place of outline.components) bytes.writeUInt16BE(numberOf(bytes.readUInt16BE(place)), place)
  return { ...outline, bytes }
}

function writeFile(font: TrueType, outlines: readonly Outline[]): Uint8Array {
  const own: Partial<Record<(typeof tags)[number], Buffer>> = {
    head: headOf(font),
    hhea: countIn(font.table('hhea'), 34, outlines),
    maxp: countIn(font.table('maxp'), 4, outlines),
    hmtx: metricsOf(outlines),
    loca: locationsOf(outlines),
    glyf: Buffer.concat(outlines.map(({ bytes }) => bytes)),
  }
  const tables = tags.map((tag) => [tag, own[tag] ?? font.table(tag)] as const)
  return together(tables.filter(([, table]) => table.length > 0))
}

type Entry = { readonly tag: string; readonly at: number; readonly length: number }

/** Tables one behind the other, each on a full word, behind a directory of them. */
function together(tables: readonly (readonly [string, Buffer])[]): Buffer {
  let end = 12 + 16 * tables.length
  const entries: Entry[] = []
  const parts: Buffer[] = []
  for (const [tag, table] of tables) {
    entries.push({ tag, at: end, length: table.length })
    const padding = Buffer.alloc(-table.length & 3)
    parts.push(table, padding)
    end += table.length + padding.length
  }
  return Buffer.concat([directory(entries), ...parts])
}

/** Checksums are left zero, as fontkit does: no reader of a PDF asks for them. */
function directory(entries: readonly Entry[]): Buffer {
  const bytes = Buffer.alloc(12 + 16 * entries.length)
  const power = 2 ** Math.floor(Math.log2(entries.length))
  bytes.writeUInt32BE(0x0001_0000, 0)
  bytes.writeUInt16BE(entries.length, 4)
  bytes.writeUInt16BE(power * 16, 6)
  bytes.writeUInt16BE(Math.log2(power), 8)
  bytes.writeUInt16BE((entries.length - power) * 16, 10)
  for (const [index, { tag, at, length }] of entries.entries()) {
    bytes.write(tag, 12 + 16 * index, 'latin1')
    bytes.writeUInt32BE(at, 12 + 16 * index + 8)
    bytes.writeUInt32BE(length, 12 + 16 * index + 12)
  }
  return bytes
}

/** Locations are written long, whatever the font's own are. */
function headOf(font: TrueType): Buffer {
  const head = Buffer.from(font.table('head'))
  head.writeUInt16BE(1, 50)
  return head
}

function countIn(table: Buffer, at: number, outlines: readonly Outline[]): Buffer {
  const copy = Buffer.from(table)
  copy.writeUInt16BE(outlines.length, at)
  return copy
}

function metricsOf(outlines: readonly Outline[]): Buffer {
  const table = Buffer.alloc(4 * outlines.length)
  for (const [index, { metrics }] of outlines.entries()) table.writeUInt32BE(metrics, 4 * index)
  return table
}

function locationsOf(outlines: readonly Outline[]): Buffer {
  const table = Buffer.alloc(4 * (outlines.length + 1))
  let end = 0
  for (const [index, { bytes }] of outlines.entries()) {
    end += bytes.length
    table.writeUInt32BE(end, 4 * (index + 1))
  }
  return table
}
