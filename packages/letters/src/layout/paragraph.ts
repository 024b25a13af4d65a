import type { Fonts } from '../fonts/fonts.js'
import { type Atom, atomsOf, type Style } from './atoms.js'
import { type Break, breakLines } from './break-lines.js'
import { ascent } from './measures.js'
import type { Colour, Part } from './page.js'
import type { Row } from './row.js'
import { setLine, widthOf } from './set-line.js'

/** How a text of several lines is set between `left` and `right`. `first` is the first line's own indent. Points. */
export type ParagraphSetting = {
  readonly style: Style
  readonly left: number
  readonly right: number
  readonly first?: number
  readonly rowHeight: number
  readonly align?: 'justify' | 'centre' | 'right'
  readonly colour?: Colour
  readonly part?: Part
}

/**
 * A text as rows. Each of its own line breaks opens a line with the first line's indent again. At least two lines stay
 * together on either side of a page's end.
 */
export function paragraphRows(text: string, setting: ParagraphSetting, fonts: Fonts): Row[] {
  const rows = text.split('\n').flatMap((line) => lineRows(atomsOf(line.trim(), setting.style, fonts), setting))
  return rows.map((row, index) => ({ ...row, bound: index === 1 || (index > 0 && index === rows.length - 1) }))
}

function lineRows(atoms: readonly Atom[], setting: ParagraphSetting): Row[] {
  const { left, right, first = 0, style } = setting
  const startOf = (line: number): number => left + (line === 0 ? first : 0)
  const breaks = breakLines(atoms, (line) => ({ width: right - startOf(line), em: style.size }))
  return breaks.map((line, index) => ({
    height: setting.rowHeight,
    runs: setBreak(atoms, line, { setting, left: startOf(index), last: index === breaks.length - 1 }),
  }))
}

type Position = { readonly setting: ParagraphSetting; readonly left: number; readonly last: boolean }

function setBreak(atoms: readonly Atom[], line: Break, { setting, left, last }: Position) {
  const { style, right, align = 'justify', rowHeight, colour = 'black', part } = setting
  const content = atoms.slice(line.from, line.to)
  const slack = Math.max(0, right - left - widthOf(content))
  const share = align === 'centre' ? slack / 2 : align === 'right' ? slack : 0
  const y = baseline(rowHeight, style.size)
  const justify = align === 'justify' && !last
  return setLine(content, { x: left + share, y, style, room: right - left, justify, colour, ...(part ? { part } : {}) })
}

/** The baseline that puts a character's box in the middle of its row. */
export const baseline = (rowHeight: number, size: number): number => (rowHeight - size) / 2 + ascent * size
