import { element, textXml, together, type Xml } from '../docx/xml.js'
import { type Look, looks } from './look.js'

/** A cell: a figure, words, or nothing but its frame. Words come made harmless already. */
export interface GridCell {
  readonly row: number
  readonly column: number
  readonly value: number | string | null
  readonly look: Look
  readonly across?: number
  readonly down?: number
}

/** One sheet of a workbook, from row and column 0. Widths are characters of half width, heights points. */
export interface WorkSheet {
  readonly name: string
  readonly widths: readonly number[]
  readonly heights: readonly number[]
  readonly cells: readonly GridCell[]
  readonly orientation: 'landscape' | 'portrait'
  /** Made to fit one page, or one page's width. */
  readonly fit: 'page' | 'width'
  /** The first row names the columns: it stays in sight, sorts and filters, and is printed on every page. */
  readonly headed?: boolean
}

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)

/** A1 is row 0, column 0. */
export const placeOf = (row: number, column: number): string => `${letters(column)}${row + 1}`

const rangeOf = ({ row, column, across = 1, down = 1 }: GridCell): string =>
  `${placeOf(row, column)}:${placeOf(row + down - 1, column + across - 1)}`

/** What a merged cell covers keeps its frame. */
const covered = (cell: GridCell): GridCell[] =>
  Array.from({ length: cell.down ?? 1 }, (_, y) =>
    Array.from({ length: cell.across ?? 1 }, (_, x) => ({ ...cell, row: cell.row + y, column: cell.column + x })),
  )
    .flat()
    .map((one) => (one.row === cell.row && one.column === cell.column ? one : { ...one, value: null }))

const cellXml = ({ row, column, value, look }: GridCell): Xml => {
  const place = { r: placeOf(row, column), s: looks.indexOf(look) }
  if (value === null || value === '') return element('c', place)
  if (typeof value === 'number') return element('c', place, element('v', {}, textXml(String(value))))
  const words = element('t', { 'xml:space': 'preserve' }, textXml(value))
  return element('c', { ...place, t: 'inlineStr' }, element('is', {}, words))
}

const byRow = (cells: readonly GridCell[]): ReadonlyMap<number, GridCell[]> => {
  const rows = new Map<number, GridCell[]>()
  for (const cell of cells) {
    const row = rows.get(cell.row)
    if (row) row.push(cell)
    else rows.set(cell.row, [cell])
  }
  return rows
}

const rowXml = (cells: readonly GridCell[], row: number, height: number): Xml => {
  const own = cells.toSorted((a, b) => a.column - b.column)
  return element('row', { r: row + 1, ht: Math.round(height * 100) / 100, customHeight: 1 }, ...own.map(cellXml))
}

const allOf = ({ widths, heights }: WorkSheet): string => `A1:${placeOf(heights.length - 1, widths.length - 1)}`

const headInSight = element('pane', { ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' })

/** What is printed at the head of every page. */
export const printTitles = ({ name }: WorkSheet): string => `'${name}'!$1:$1`

/** The part of a print: all of the sheet. */
export const printArea = ({ name, widths, heights }: WorkSheet): string =>
  `'${name}'!$A$1:$${letters(widths.length - 1)}$${heights.length}`

/** `xl/worksheets/sheetN.xml`: A4, fitted. */
export const workSheetXml = (sheet: WorkSheet, namespace: string): Xml => {
  const { widths, heights, orientation, fit, headed = false } = sheet
  const cells = byRow(sheet.cells.flatMap(covered))
  const merged = sheet.cells.filter(({ across = 1, down = 1 }) => across * down > 1)
  const columns = widths.map((width, i) => element('col', { min: i + 1, max: i + 1, width, customWidth: 1 }))
  const merges = merged.map((one) => element('mergeCell', { ref: rangeOf(one) }))
  return element(
    'worksheet',
    { xmlns: namespace },
    element('sheetPr', {}, element('pageSetUpPr', { fitToPage: 1 })),
    element('dimension', { ref: allOf(sheet) }),
    element('sheetViews', {}, element('sheetView', { workbookViewId: 0 }, ...(headed ? [headInSight] : []))),
    element('sheetFormatPr', { defaultRowHeight: 16 }),
    element('cols', {}, ...columns),
    element('sheetData', {}, ...heights.map((height, row) => rowXml(cells.get(row) ?? [], row, height))),
    ...(headed ? [element('autoFilter', { ref: allOf(sheet) })] : []),
    ...(merges.length > 0 ? [element('mergeCells', { count: merges.length }, together(merges))] : []),
    element('printOptions', { horizontalCentered: 1 }),
    element('pageMargins', { left: 0.6, right: 0.6, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 }),
    element('pageSetup', { paperSize: 9, orientation, fitToWidth: 1, fitToHeight: fit === 'page' ? 1 : 0 }),
  )
}
