import type { Fonts } from '../fonts/fonts.js'
import { atomsOf, type Style } from './atoms.js'
import { grid, page, sealSize } from './measures.js'
import type { Box } from './page.js'
import { paragraphRows } from './paragraph.js'
import { bind, type Row } from './row.js'
import { widthOf } from './set-line.js'

/** Rows kept free above the organ's name, so that the seal's top comes within one row of the text (7.3.5.1). */
const sealRows = 2

/** Most characters of an organ's name on one line of the sign-off. */
export const longestLine = 20

type Signature = { readonly organ: string; readonly date: string }

/**
 * 落款 of a sealed letter (GB/T 9704-2012 7.3.5.1): the date four characters in from the right, the organ's name centred
 * over it, both a little under the middle of the seal's place. All rows are bound: a signature never stands alone.
 */
export function signOffRows({ organ, date }: Signature, style: Style, fonts: Fonts): Row[] {
  const dateWidth = widthOf(atomsOf(date, style, fonts))
  const organWidth = Math.min(widthOf(atomsOf(organ, style, fonts)), longestLine * grid.character)
  const centre = Math.min(page.right - 4 * grid.character - dateWidth / 2, page.right - organWidth / 2)
  const lines = (text: string, width: number): Row[] =>
    paragraphRows(
      text,
      {
        style,
        left: centre - width / 2 - 0.01,
        right: centre + width / 2 + 0.01,
        rowHeight: grid.row,
        align: 'centre',
        part: { role: 'P' },
      },
      fonts,
    )
  const free: Row[] = Array.from({ length: sealRows }, () => ({ height: grid.row, runs: [] }))
  const rows = [...free, ...lines(organ, organWidth), ...lines(date, dateWidth)]
  return rows.map((row, index) => bind({ ...row, fixed: true, ...(index === 0 ? { seal: sealPlace(centre) } : {}) }))
}

const sealPlace = (centre: number): Box => ({
  x: centre - sealSize / 2,
  y: grid.row * 0.25,
  width: sealSize,
  height: sealSize,
})
