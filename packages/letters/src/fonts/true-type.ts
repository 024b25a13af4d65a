/** A glyph as it lies in the file; `components` are the places in it where it names other glyphs. */
export type Outline = {
  readonly bytes: Buffer
  readonly components: readonly number[]
  /** Advance and left bearing, as `hmtx` has them. */
  readonly metrics: number
}

/** What is taken over whole into every subset. */
export type TrueType = {
  readonly table: (tag: string) => Buffer
  readonly outline: (glyph: number) => Outline
  /** Font units. */
  readonly advance: (glyph: number) => number
  /** The head of `post`; its names of all glyphs, which nobody asks for, are left unread. */
  readonly post: { readonly isFixedPitch: number; readonly italicAngle: number }
}

/** The tables of a font file (OpenType spec, table directory). */
function tablesOf(file: Buffer): Map<string, Buffer> {
  const entries = Array.from({ length: file.readUInt16BE(4) }, (_, index) => 12 + 16 * index)
  return new Map(
    entries.map((entry) => {
      const from = file.readUInt32BE(entry + 8)
      return [file.toString('latin1', entry, entry + 4), file.subarray(from, from + file.readUInt32BE(entry + 12))]
    }),
  )
}

/** Reads a font with TrueType outlines; undefined for one with others. Each outline is read once. */
export function readTrueType(file: Buffer): TrueType | undefined {
  const tables = tablesOf(file)
  if (!tables.has('glyf')) return undefined
  const table = (tag: string): Buffer => tables.get(tag) ?? Buffer.alloc(0)
  const offset = offsetsIn(table('loca'), table('head').readUInt16BE(50) === 1)
  const metrics = metricsIn(table('hmtx'), table('hhea').readUInt16BE(34))
  const known = new Map<number, Outline>()
  const read = (glyph: number): Outline => {
    const bytes = table('glyf').subarray(offset(glyph), offset(glyph + 1))
    return { bytes, components: componentsOf(bytes), metrics: metrics(glyph) }
  }
  return {
    table,
    advance: (glyph) => metrics(glyph) >>> 16,
    post: postIn(table('post')),
    outline: (glyph) => {
      const outline = known.get(glyph) ?? read(glyph)
      known.set(glyph, outline)
      return outline
    },
  }
}

const offsetsIn =
  (loca: Buffer, long: boolean) =>
  (glyph: number): number =>
    long ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph)

/** An angle is a number of 16 bits and 16 behind the point. */
const postIn = (post: Buffer): TrueType['post'] =>
  post.length < 16
    ? { isFixedPitch: 0, italicAngle: 0 }
    : { isFixedPitch: post.readUInt32BE(12), italicAngle: post.readInt32BE(4) / 65_536 }

/** Glyphs after the last full entry share its advance, and have a bearing alone. */
const metricsIn =
  (hmtx: Buffer, full: number) =>
  (glyph: number): number =>
    glyph < full
      ? hmtx.readUInt32BE(4 * glyph)
      : hmtx.readUInt16BE(4 * (full - 1)) * 65_536 + hmtx.readUInt16BE(4 * full + 2 * (glyph - full))

/** Bits of a component's flags: what follows its glyph. */
const flags = { words: 0x1, scale: 0x8, more: 0x20, twoScales: 0x40, matrix: 0x80 } as const

/** Where a compound glyph names its components (OpenType spec, glyf: composite glyph description). */
function componentsOf(bytes: Buffer): number[] {
  if (bytes.length === 0 || bytes.readInt16BE(0) >= 0) return []
  const places: number[] = []
  for (let at = 10, more = true; more; ) {
    const said = bytes.readUInt16BE(at)
    places.push(at + 2)
    const scales = said & flags.matrix ? 8 : said & flags.twoScales ? 4 : said & flags.scale ? 2 : 0
    at += 4 + (said & flags.words ? 4 : 2) + scales
    more = (said & flags.more) !== 0
  }
  return places
}
