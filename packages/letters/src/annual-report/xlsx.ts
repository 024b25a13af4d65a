import { chartsOf, type Sheet, sheetFour, sheetThree, sheetTwo, type YearReport } from '@zhiqing/law'
import { harmless } from '../xlsx/harmless.js'
import { type ListRow, line, linesIn, listSheet, padding } from '../xlsx/list-sheet.js'
import type { GridCell, WorkSheet } from '../xlsx/work-sheet.js'
import { writeXlsx } from '../xlsx/write-xlsx.js'
import { type PlacedCell, placed } from './placed.js'
import { rowHeights } from './row-heights.js'
import { fileInfo, reportWords } from './words.js'

/** Figures as numbers, so that they can be added up; words made harmless. */
const contentOf = ({ text, figure }: PlacedCell['cell']): number | string =>
  figure !== undefined && text !== '' ? Number(text) : harmless(text)

const lookOf = ({ head, align }: PlacedCell['cell']): GridCell['look'] => (!head ? 'figure' : align ? 'label' : 'head')

/** A table of the form under its title, `width` characters wide, on one page across; a note stands under it. */
const tableSheet = (name: string, sheet: Sheet, width: number, note?: string): WorkSheet => {
  const share = sheet.widths.reduce((sum, one) => sum + one, 0)
  const widths = sheet.widths.map((one) => Math.round((one / share) * width * 10) / 10)
  const own = placed(sheet)
  const needs = own.map(({ cell, row, column, across, down }) => {
    const room = widths.slice(column, column + across).reduce((sum, one) => sum + one, 0)
    return { row, down, need: linesIn(cell.text, room) * line + padding }
  })
  const title: GridCell = { row: 0, column: 0, across: widths.length, value: sheet.title, look: 'title' }
  const grid = own.map(
    ({ cell, row, column, across, down }): GridCell => ({
      ...{ row: row + 1, column, across, down, value: contentOf(cell), look: lookOf(cell) },
    }),
  )
  const under = { row: sheet.rows.length + 1, column: 0, across: widths.length, look: 'words' } as const
  const cells = [title, ...grid, ...(note ? [{ ...under, value: harmless(note) }] : [])]
  const noteHeight = note ? [linesIn(note, width) * line + padding] : []
  return {
    ...{ name, widths, cells, orientation: 'landscape', fit: 'page' },
    heights: [26, ...rowHeights(needs, sheet.rows.length, line + padding), ...noteHeight],
  }
}

const wordRows = (report: YearReport): ListRow[] =>
  reportWords(report).flatMap(({ title, paragraphs }): ListRow[] => [
    [[harmless(title), 'heading']],
    ...paragraphs.map((text): ListRow => [[harmless(text), 'words']]),
  ])

/** The figures of the drawings; a spreadsheet draws them as its reader likes. */
const chartRows = (report: YearReport): ListRow[] =>
  chartsOf(report).flatMap(({ title, bars }): ListRow[] => [
    [
      [title, 'head'],
      ['件', 'head'],
    ],
    ...bars.map(
      ({ zh, count }): ListRow => [
        [zh, 'label'],
        [count, 'figure'],
      ],
    ),
  ])

/** The report as a workbook: a sheet a table, one for the words, one for what is drawn; `on` dates a draft. */
export const reportXlsx = (report: YearReport, on: string): Promise<Buffer> => {
  const drawings = chartRows(report)
  const sheets = [
    tableSheet('表二', sheetTwo(report), 90),
    tableSheet('表三', sheetThree(report), 130, report.scope),
    tableSheet('表四', sheetFour(report), 130, report.scope),
    listSheet('报告正文', [90], wordRows(report)),
    ...(drawings.length > 0 ? [listSheet('附图数据', [40, 12], drawings)] : []),
  ]
  return writeXlsx(sheets, { ...fileInfo(report, on), note: '', category: '年度报告' })
}
