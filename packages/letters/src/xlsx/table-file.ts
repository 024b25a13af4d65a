import { harmless } from './harmless.js'
import { type ListRow, listSheet } from './list-sheet.js'
import { writeXlsx } from './write-xlsx.js'

/** A list to work on in a spreadsheet: what it is, its columns, its rows of words. */
export interface TableFile {
  readonly title: string
  /** Whose list it is. */
  readonly author: string
  /** The day it is of. */
  readonly on: string
  /** Widths are characters of half width. */
  readonly columns: readonly { readonly name: string; readonly width: number }[]
  readonly rows: readonly (readonly string[])[]
}

/** As a workbook of one sheet: the first row stays in sight and sorts and filters; no cell is ever a formula. */
export const tableXlsx = ({ title, author, on, columns, rows }: TableFile): Promise<Buffer> => {
  const head: ListRow = columns.map(({ name }) => [name, 'head'])
  const body = rows.map((row): ListRow => row.map((words) => [harmless(words), 'label']))
  const widths = columns.map(({ width }) => width)
  const sheet = { ...listSheet(title, widths, [head, ...body]), orientation: 'landscape', headed: true } as const
  return writeXlsx([sheet], { title, author, date: on, note: '', category: '列表' })
}
