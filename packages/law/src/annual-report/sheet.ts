import {
  type Column,
  columnNames,
  columns,
  formOf,
  type Line,
  remedyColumnNames,
  remedyColumns,
  remedyGroups,
} from './form.js'
import type { Cell, PublishedReport } from './report.js'
import { type BlockTwo, blocksTwo, nameTwo } from './table-two.js'

/** A cell of a printed table. `across` and `down`: how many columns and rows it covers; the covered ones are left out. */
export interface SheetCell {
  readonly text: string
  readonly across?: number
  readonly down?: number
  /** A label: set in bold, read aloud as a heading. */
  readonly head?: true
  /** A figure stands in the middle, a label of a line on the left. */
  readonly align?: 'left'
  /** The figure it is, as `line column`. */
  readonly figure?: string
}

/** A table of the national form as rows of cells, independent of any writer. `widths` are shares of the line. */
export interface Sheet {
  readonly title: string
  readonly widths: readonly number[]
  /** How many of the rows are the head. */
  readonly heads: number
  readonly rows: readonly (readonly SheetCell[])[]
}

const head = (text: string, more: Partial<SheetCell> = {}): SheetCell => ({ text, head: true, ...more })
const label = (text: string, more: Partial<SheetCell> = {}): SheetCell => head(text, { align: 'left', ...more })

/** A zero is printed; what nobody filled in stays blank. */
const figure = (value: Cell | undefined, name: string): SheetCell => ({
  text: value === null || value === undefined ? '' : String(value),
  figure: name,
})

/** Headings of part three that hold several lines (rulebook §6.2). */
const groups: Readonly<Record<string, string>> = {
  '3.3': '（三）不予公开',
  '3.4': '（四）无法提供',
  '3.5': '（五）不予处理',
  '3.6': '（六）其他处理',
}

const corner = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'

const headThree: SheetCell[][] = [
  [head(corner, { across: 3, down: 3 }), head('申请人情况', { across: 7 })],
  [head(columnNames.natural, { down: 2 }), head('法人或其他组织', { across: 5 }), head(columnNames.total, { down: 2 })],
  columns.slice(1, 6).map((column) => head(columnNames[column])),
]

const cellsOf = (line: Line, { table3 }: Pick<PublishedReport, 'table3'>): SheetCell[] =>
  columns.map((column: Column, i) => figure(table3[line]?.[i] ?? null, `${line} ${column}`))

/** 表三 收到和处理政府信息公开申请情况, heads merged as the national form has them (国办公开办函〔2021〕30号). */
export const sheetThree = (report: Pick<PublishedReport, 'table3' | 'year'>): Sheet => {
  const { rows } = formOf(report.year)
  const under3 = rows.filter(({ line }) => line.startsWith('3.')).length
  const seen = new Set<string>()
  const body = rows.map(({ line, zh }): SheetCell[] => {
    const cells = cellsOf(line, report)
    if (!line.startsWith('3.')) return [label(zh, { across: 3 }), ...cells]
    const first = seen.has('3') ? [] : [head('三、本年度办理结果', { down: under3 })]
    seen.add('3')
    const group = line.split('.').length > 2 ? line.slice(0, 3) : undefined
    if (!group) return [...first, label(zh, { across: 2 }), ...cells]
    const members = rows.filter((one) => one.line.startsWith(`${group}.`)).length
    const heading = seen.has(group) ? [] : [head(groups[group] ?? '', { down: members })]
    seen.add(group)
    return [...first, ...heading, label(zh), ...cells]
  })
  return {
    title: '收到和处理政府信息公开申请情况',
    widths: [7, 8, 26, 9, 8, 8, 9, 9, 7, 9],
    heads: 3,
    rows: [...headThree, ...body],
  }
}

/** 表四 政府信息公开行政复议、行政诉讼情况: one row of fifteen figures. */
export const sheetFour = ({ table4 }: Pick<PublishedReport, 'table4'>): Sheet => ({
  title: '政府信息公开行政复议、行政诉讼情况',
  widths: Array.from({ length: 15 }, () => 1),
  heads: 3,
  rows: [
    [head('行政复议', { across: 5 }), head('行政诉讼', { across: 10 })],
    [
      ...remedyColumnNames.map((zh) => head(zh, { down: 2 })),
      head('未经复议直接起诉', { across: 5 }),
      head('复议后起诉', { across: 5 }),
    ],
    [...remedyColumnNames, ...remedyColumnNames].map((zh) => head(zh)),
    remedyGroups.flatMap((group) =>
      remedyColumns.map((column, i) => figure(table4[group]?.[i] ?? null, `${group} ${column}`)),
    ),
  ],
})

/** The kinds of table two in the form of 2021, whose figures are entered and not drawn from cases (rulebook §6.1). */
export const stockKinds = ['规章', '行政规范性文件'] as const
export const decisionKinds = ['行政许可', '行政处罚', '行政强制'] as const
export const feeKind = '行政事业性收费'

/** Columns that every heading of table two can be parted into. */
const wide = 6

const blockRows = (
  { item, columns, kinds }: BlockTwo,
  table2: NonNullable<PublishedReport['table2']>,
): SheetCell[][] => {
  const across = wide / columns.length
  return [
    [head(`第二十条第（${item}）项`, { across: wide + 2 })],
    [head('信息内容', { across: 2 }), ...columns.map(({ zh }) => head(zh, { across }))],
    ...kinds.map((kind) => [
      label(kind, { across: 2 }),
      ...columns.map((_, i) => ({ ...figure(table2[kind]?.[i], nameTwo(kind, i, columns.length)), across })),
    ]),
  ]
}

/** 表二 主动公开政府信息情况, in the form of the year (rulebook §6.1). */
export const sheetTwo = ({ table2 = {}, year }: Pick<PublishedReport, 'table2' | 'year'>): Sheet => ({
  title: '主动公开政府信息情况',
  widths: Array.from({ length: wide + 2 }, () => 1),
  heads: 0,
  rows: blocksTwo[formOf(year).format].flatMap((one) => blockRows(one, table2)),
})
