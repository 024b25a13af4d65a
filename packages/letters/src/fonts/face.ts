import type { FontkitFont, PathCommand } from 'fontkit'
import { fontBytes } from './font-bytes.js'
import { type KitSubset, openSubset } from './subset.js'
import { readTrueType, type TrueType } from './true-type.js'

/** A glyph as PDFKit wants it, for one code point and no other. Advance in font units. */
export type Glyph = { readonly id: number; readonly advanceWidth: number; readonly codePoints: readonly [number] }

/** Advances of a run's glyphs in font units, one each, handed through PDFKit's `features`. */
export type ExactAdvances = { readonly advances: readonly number[] }

type GlyphPosition = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }
type GlyphRun = { glyphs: Glyph[]; positions: GlyphPosition[]; advanceWidth: number }

/** What PDFKit takes for an opened font: fontkit's font with a `layout` of ours, and for TrueType a subset of ours. */
export type KitFont = FontkitFont & {
  layout(text: string, exact?: ExactAdvances): GlyphRun
  createSubset(): KitSubset
  getGlyph(glyph: number): Pick<Glyph, 'id' | 'advanceWidth'>
}

/** An opened font file, safe to share between documents. `key` names it on the page. */
export type Face = {
  readonly key: string
  readonly unitsPerEm: number
  readonly kit: KitFont
  glyph(codePoint: number): Glyph | undefined
  /** How far a character's ink rises above its baseline, in ems. */
  rise(codePoint: number): number
  /** A glyph's outline as lines and curves, in font units. */
  outline(glyph: number): readonly PathCommand[]
}

/**
 * Opens a font file. fontkit caches one glyph an outline with the first code point that asked for it, so two documents
 * sharing its font would spoil each other's text layer (⼀ for 一); here every code point has a glyph of its own, and
 * fontkit's shaper, which Chinese does not need, is left out. So are its tables of all outlines, widths and names of a
 * TrueType font, which it reads in full for the first glyph.
 */
export function openFace(key: string, path: string, create: (file: Uint8Array) => FontkitFont): Face {
  const bytes = fontBytes(path)
  const font = create(bytes)
  const outlines = readTrueType(bytes)
  const advanceOf = outlines?.advance ?? ((id: number) => font.getGlyph(id).advanceWidth)
  const glyph = glyphsByCodePoint(font, advanceOf)
  const own = {
    layout: (text: string, exact?: ExactAdvances) => layGlyphs(Array.from(text, orMissing(glyph)), exact?.advances),
    ...(outlines ? inPlaceOf(outlines) : {}),
  }
  const kit: KitFont = Object.create(font, Object.getOwnPropertyDescriptors(own))
  const rise = (codePoint: number): number => font.glyphForCodePoint(codePoint).bbox.maxY / font.unitsPerEm
  const outline = (id: number): readonly PathCommand[] => font.getGlyph(id).path.commands
  return { key, unitsPerEm: font.unitsPerEm, kit, glyph, rise, outline }
}

/** What PDFKit asks of a font, answered from the file as it lies. */
const inPlaceOf = (outlines: TrueType) => ({
  createSubset: () => openSubset(outlines),
  getGlyph: (id: number) => ({ id, advanceWidth: outlines.advance(id) }),
  post: outlines.post,
})

function glyphsByCodePoint(font: FontkitFont, advanceOf: (id: number) => number): Face['glyph'] {
  const known = new Map<number, Glyph | undefined>()
  return (codePoint) => {
    if (known.has(codePoint)) return known.get(codePoint)
    const { id } = font.glyphForCodePoint(codePoint)
    const glyph: Glyph | undefined = id === 0 ? undefined : { id, advanceWidth: advanceOf(id), codePoints: [codePoint] }
    known.set(codePoint, glyph)
    return glyph
  }
}

/** The layout asks before it places, so a missing glyph here is a defect. */
const orMissing = (glyph: Face['glyph']) => (character: string) => {
  const found = glyph(character.codePointAt(0) ?? 0)
  if (!found) throw new Error(`glyph not checked before printing: ${character}`)
  return found
}

function layGlyphs(glyphs: Glyph[], advances?: readonly number[]): GlyphRun {
  const positions = glyphs.map((glyph, index) => ({
    xAdvance: advances?.[index] ?? glyph.advanceWidth,
    yAdvance: 0,
    xOffset: 0,
    yOffset: 0,
  }))
  return { glyphs, positions, advanceWidth: positions.reduce((sum, position) => sum + position.xAdvance, 0) }
}
