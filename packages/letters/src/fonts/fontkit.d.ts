/** The part of fontkit 2.0.4 that is used here; the package ships no types. */
declare module 'fontkit' {
  export type FontkitGlyph = {
    readonly id: number
    readonly advanceWidth: number
    /** The box of its ink, in font units. */
    readonly bbox: { readonly minY: number; readonly maxY: number }
  }
  export type PathCommand = { readonly command: string; readonly args: readonly number[] }
  export type FontkitFont = {
    readonly unitsPerEm: number
    readonly postscriptName: string
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): FontkitGlyph
    getGlyph(id: number): FontkitGlyph & { readonly path: { readonly commands: readonly PathCommand[] } }
    createSubset(): { includeGlyph(glyph: number): number; encode(): Uint8Array }
  }
  export function create(file: Uint8Array): FontkitFont
}
