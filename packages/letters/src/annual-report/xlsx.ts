import { type Sheet, sheetFour, sheetThree, sheetTwo, type YearReport } from '@zhiqing/law'
import type { SheetData } from 'write-excel-file/node'
import { harmless } from './harmless.js'
import { placed } from './placed.js'
import { reportWords } from './words.js'

type Cells = SheetData[number]

const border = { borderStyle: 'thin', borderColor: '#000000' } as const
const middle = { align: 'center', alignVertical: 'center', wrap: true } as const

/** Figures as numbers, so that they can be added up; words made harmless. */
const contentOf = (text: string, isFigure: boolean) =>
  isFigure && text !== '' ? { type: Number, value: Number(text) } : { type: String, value: harmless(text) }

/** A table of the form, spans and all; what a span covers is left empty. */
const gridOf = (sheet: Sheet): Cells[] => {
  const grid: Cells[] = sheet.rows.map(() => sheet.widths.map(() => null))
  for (const { cell, row, column, across, down } of placed(sheet)) {
    const cells = grid[row]
    if (!cells) continue
    cells[column] = {
      ...border,
      ...middle,
      ...(cell.align ? { align: cell.align } : {}),
      ...(cell.head ? { fontWeight: 'bold' as const } : {}),
      ...(across > 1 ? { columnSpan: across } : {}),
      ...(down > 1 ? { rowSpan: down } : {}),
      ...contentOf(cell.text, cell.figure !== undefined),
    } as Cells[number]
  }
  return grid
}

const tableSheet = (name: string, sheet: Sheet, width: number) => {
  const share = sheet.widths.reduce((sum, one) => sum + one, 0)
  const title = { value: sheet.title, type: String, fontWeight: 'bold', columnSpan: sheet.widths.length, ...middle }
  return {
    sheet: name,
    data: [[title as Cells[number], ...sheet.widths.slice(1).map(() => null)], ...gridOf(sheet)],
    columns: sheet.widths.map((one) => ({ width: (one / share) * width })),
    orientation: 'landscape' as const,
  }
}

const wordSheet = (report: YearReport) => ({
  sheet: '报告正文',
  data: reportWords(report).flatMap(({ title, paragraphs }): Cells[] => [
    [{ value: harmless(title), type: String, fontWeight: 'bold' }],
    ...paragraphs.map((text): Cells => [{ value: harmless(text), type: String, wrap: true, alignVertical: 'top' }]),
  ]),
  columns: [{ width: 100 }],
})

const bytesOf = async (made: { toBuffer(): Promise<Buffer> }): Promise<Buffer> => made.toBuffer()

/** The report as a workbook: a sheet a table, one for the words. */
export const reportXlsx = async (report: YearReport): Promise<Buffer> => {
  const { default: writeExcelFile } = await import('write-excel-file/node')
  const sheets = [
    tableSheet('表二', sheetTwo(report), 70),
    tableSheet('表三', sheetThree(report), 130),
    tableSheet('表四', sheetFour(report), 130),
    wordSheet(report),
  ]
  return bytesOf(writeExcelFile(sheets, { fontFamily: '仿宋', fontSize: 11 }))
}
