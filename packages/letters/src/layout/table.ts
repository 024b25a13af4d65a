import type { Fonts } from '../fonts/fonts.js'
import type { Block } from '../template/block.js'
import { atomsOf, type Style } from './atoms.js'
import { page, rows as rowHeights, sizes } from './measures.js'
import type { Part, Rule } from './page.js'
import { paragraphRows } from './paragraph.js'
import type { Row } from './row.js'
import { widthOf } from './set-line.js'

type Table = Extract<Block, { kind: 'table' }>
export type Column = { readonly left: number; readonly right: number }

const padding = 5
const ruleWidth = 0.7
/** A row of the table of so many lines or fewer is never parted by a page's end. */
const keptLines = 8

/**
 * A bordered table over the whole width, header repeated on every page. A long cell goes on over the page's end line by
 * line. The first column is as wide as its words, within limits; the others share the rest by theirs.
 */
export function tableRows(table: Table, fonts: Fonts): Row[] {
  const columns = columnsOf(table, fonts)
  const within: Part = { role: 'Table' }
  const header = table.header ? cellRows(table.header, { columns, within, role: 'heiti', fonts }) : []
  const body = table.rows.flatMap((cells, index) => {
    const rows = cellRows(cells, { columns, within, role: 'fangsong', fonts })
    return rows.map((row, line) => ({
      ...row,
      header,
      bound: row.bound || (index === 0 && line === 0 && header.length > 0),
    }))
  })
  return [...header, ...body]
}

type RowSetting = {
  readonly columns: readonly Column[]
  readonly within: Part
  readonly role: 'heiti' | 'fangsong'
  readonly fonts: Fonts
}

/** One row of the table as rows of the flow, one a line, so that a long one can be parted. */
function cellRows(cells: readonly string[], { columns, within, role, fonts }: RowSetting): Row[] {
  const style: Style = { role, size: sizes.cell, pitch: sizes.cell }
  const row: Part = { role: 'TR', within }
  const lines = columns.map(({ left, right }, index) => {
    const part: Part = { role: role === 'heiti' ? 'TH' : 'TD', within: row }
    const align = role === 'heiti' ? 'centre' : 'justify'
    const room = {
      left: left + padding,
      right: right - padding,
      rowHeight: rowHeights.cell,
      style,
      align,
      part,
    } as const
    return paragraphRows(cells[index] ?? '', room, fonts)
  })
  const count = Math.max(1, ...lines.map((cell) => cell.length))
  return Array.from({ length: count }, (_, line) => sliceOf(lines, { line, count, columns }))
}

type Slice = { readonly line: number; readonly count: number; readonly columns: readonly Column[] }

/** The given line of every cell, with its piece of the borders. Cells with fewer lines stand in the middle of a kept row. */
function sliceOf(cells: readonly Row[][], { line, count, columns }: Slice): Row {
  const first = line === 0
  const above = first ? padding : 0
  const height = above + rowHeights.cell + (line === count - 1 ? padding : 0)
  const runs = cells.flatMap((lines) => {
    const lower = count <= keptLines ? ((count - lines.length) * rowHeights.cell) / 2 : 0
    return (lines[line]?.runs ?? []).map((run) => ({ ...run, y: run.y + above + lower }))
  })
  const foot = horizontal(columns, height)
  const rules = [
    ...sides(columns, height),
    ...(first ? [horizontal(columns, 0)] : []),
    ...(line === count - 1 ? [foot] : []),
  ]
  return { height, runs, rules, foot, bound: !first && (count <= keptLines || line === 1 || line === count - 1) }
}

const black = { width: ruleWidth, colour: 'black' } as const

function horizontal(columns: readonly Column[], y: number): Rule {
  return { x1: columns[0]?.left ?? 0, x2: columns.at(-1)?.right ?? 0, y1: y, y2: y, ...black }
}

const sides = (columns: readonly Column[], height: number): Rule[] =>
  [page.left, ...columns.map((column) => column.right)].map((x) => ({ x1: x, x2: x, y1: 0, y2: height, ...black }))

/** Widths by the longest cell: the label column gets what it needs up to ten characters, others share by need. */
export function columnsOf(table: Table, fonts: Fonts): Column[] {
  const all = [...(table.header ? [table.header] : []), ...table.rows]
  const count = Math.max(...all.map((cells) => cells.length))
  const style: Style = { role: 'fangsong', size: sizes.cell, pitch: sizes.cell }
  const needs = Array.from({ length: count }, (_, index) => {
    const widest = Math.max(
      ...all.map((cells) => widthOf(atomsOf((cells[index] ?? '').replaceAll('\n', ''), style, fonts))),
    )
    return Math.min(Math.max(widest, 3 * sizes.cell), (index === 0 ? 10 : 20) * sizes.cell) + 2 * padding + 2
  })
  return spread(needs)
}

/** The most a column may have so that all fit: short ones (a day, a count) keep their width, long ones share the rest. */
function mostOf(needs: readonly number[], room: number): number {
  let rest = room
  for (const [index, need] of needs.toSorted((a, b) => a - b).entries()) {
    const share = rest / (needs.length - index)
    if (need > share) return share
    rest -= need
  }
  return room
}

/** Columns that have room to spare are scaled alike; of two, the label keeps its width and the other takes the rest. */
function spread(needs: readonly number[]): Column[] {
  const room = page.right - page.left
  const most = mostOf(needs, room)
  const fitted = needs.map((need) => Math.min(need, most))
  const total = fitted.reduce((sum, need) => sum + need, 0)
  const first = needs[0] ?? room
  const widths = needs.length === 2 ? [first, room - first] : fitted.map((need) => (need * room) / total)
  let left = page.left
  return widths.map((width) => {
    const column = { left, right: left + width }
    left += width
    return column
  })
}
