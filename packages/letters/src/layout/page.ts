/** What a piece of a page is to a reader of the document: PDF structure types. `within` is its parent. */
export type Part = {
  readonly role: 'H1' | 'H2' | 'H3' | 'H4' | 'P' | 'BlockQuote' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure'
  readonly within?: Part
  /** What a figure says, for who does not see it. */
  readonly alt?: string
}

export type Colour = 'black' | 'red'

/**
 * Characters on one baseline in one face. `x`, `y` (the baseline) and `advances` are points, one advance a character, so
 * any writer can place every glyph exactly. No `part` means decoration, such as a page number.
 */
export type Run = {
  readonly face: string
  readonly size: number
  readonly x: number
  readonly y: number
  readonly text: string
  readonly advances: readonly number[]
  readonly colour: Colour
  readonly part?: Part
}

/** A straight rule, `width` points thick. */
export type Rule = {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly width: number
  readonly colour: Colour
  /** A figure it belongs to; none: decoration. */
  readonly part?: Part
}

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** One sheet side, fully placed and independent of any writer. `seal` is the place kept for the organ's seal. */
export type Page = {
  readonly number: number
  readonly runs: readonly Run[]
  readonly rules: readonly Rule[]
  readonly seal?: Box
}
