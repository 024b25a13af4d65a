import type { Fonts } from '../fonts/fonts.js'
import { atomsOf, type Style } from './atoms.js'
import { grid, page } from './measures.js'
import { baseline, paragraphRows } from './paragraph.js'
import { type Row, space } from './row.js'
import { setLine, widthOf } from './set-line.js'

/**
 * 附件说明 (GB/T 9704-2012 7.3.4): one empty row under the text, two characters in, names under each other, no mark at
 * their end; a single attachment has no number.
 */
export function attachmentRows(names: readonly string[], style: Style, fonts: Fonts): Row[] {
  const numbers = names.map((_, index) => (names.length > 1 ? `${index + 1}.` : ''))
  const labelWidth = widthOf(atomsOf('附件：', style, fonts))
  const numberWidth = Math.max(...numbers.map((number) => widthOf(atomsOf(number, style, fonts))))
  const left = page.left + 2 * grid.character
  const indent = left + labelWidth + (numberWidth > 0 ? numberWidth + grid.character / 4 : 0)
  const rows = names.flatMap((name, index) => {
    const part = { role: 'P' } as const
    const setting = { style, left: indent, right: page.right, rowHeight: grid.row, part }
    const marker = {
      style,
      room: labelWidth,
      justify: false,
      colour: 'black',
      part,
      y: baseline(grid.row, style.size),
    } as const
    const label = index === 0 ? setLine(atomsOf('附件：', style, fonts), { ...marker, x: left }) : []
    const number = setLine(atomsOf(numbers[index] ?? '', style, fonts), { ...marker, x: left + labelWidth })
    const [first, ...more] = paragraphRows(name, setting, fonts)
    return first ? [{ ...first, runs: [...label, ...number, ...first.runs] }, ...more] : []
  })
  return [space(grid.row), ...rows]
}
