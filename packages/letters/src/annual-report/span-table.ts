import type { Sheet } from '@zhiqing/law'
import type { Fonts } from '../fonts/fonts.js'
import type { Style } from '../layout/atoms.js'
import { sheet as measures, page } from '../layout/measures.js'
import type { Part, Rule } from '../layout/page.js'
import { paragraphRows } from '../layout/paragraph.js'
import type { Row } from '../layout/row.js'
import { type PlacedCell, placed } from './placed.js'
import { rowHeights } from './row-heights.js'

const padding = 2.5
const ruleWidth = 0.6
const { size, line: lineHeight } = measures

interface Lined extends PlacedCell {
  readonly left: number
  readonly right: number
  readonly lines: readonly Row[]
}

const edgesOf = ({ widths }: Sheet): number[] => {
  const share = widths.reduce((sum, one) => sum + one, 0)
  let x = page.left
  return [x, ...widths.map((one) => (x += (one / share) * (page.right - page.left)))]
}

const lined = (sheet: Sheet, edges: readonly number[], fonts: Fonts): Lined[] => {
  const within: Part = { role: 'Table' }
  const parts = sheet.rows.map((): Part => ({ role: 'TR', within }))
  return placed(sheet).map((one) => {
    const [left, right] = [edges[one.column] ?? 0, edges[one.column + one.across] ?? 0]
    const { cell } = one
    const style: Style = { role: cell.head ? 'heiti' : 'fangsong', size, pitch: size }
    const row = parts[one.row]
    const part: Part = { role: cell.head ? 'TH' : 'TD', ...(row ? { within: row } : {}) }
    const align = cell.align ? 'justify' : 'centre'
    const setting = { style, left: left + padding, right: right - padding, rowHeight: lineHeight, align, part } as const
    return { ...one, left, right, lines: paragraphRows(cell.text, setting, fonts) }
  })
}

const black = { width: ruleWidth, colour: 'black' } as const

const box = (left: number, right: number, top: number, bottom: number): Rule[] => [
  { x1: left, x2: right, y1: top, y2: top, ...black },
  { x1: left, x2: right, y1: bottom, y2: bottom, ...black },
  { x1: left, x2: left, y1: top, y2: bottom, ...black },
  { x1: right, x2: right, y1: top, y2: bottom, ...black },
]

/** A table with merged cells as one row of the flow: it is never parted by a page's end. */
export const spanTableRow = (sheet: Sheet, fonts: Fonts): Row => {
  const cells = lined(sheet, edgesOf(sheet), fonts)
  const least = lineHeight + 2 * padding
  const needs = cells.map(({ row, down, lines }) => ({ row, down, need: lines.length * lineHeight + 2 * padding }))
  const heights = rowHeights(needs, sheet.rows.length, least)
  const topOf = (row: number): number => heights.slice(0, row).reduce((sum, one) => sum + one, 0)
  const runs = cells.flatMap(({ row, down, lines }) => {
    const [top, bottom] = [topOf(row), topOf(row + down)]
    const above = (bottom - top - lines.length * lineHeight) / 2
    return lines.flatMap((line, i) => line.runs.map((run) => ({ ...run, y: run.y + top + above + i * lineHeight })))
  })
  const rules = cells.flatMap(({ row, down, left, right }) => box(left, right, topOf(row), topOf(row + down)))
  return { height: topOf(sheet.rows.length), runs, rules }
}
