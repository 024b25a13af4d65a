import type { Sheet } from '@zhiqing/law'
import { column, twips } from '../docx/measures.js'
import { paragraphOf, words } from '../docx/paragraph.js'
import { w, type Xml } from '../docx/xml.js'
import { grid } from '../layout/measures.js'
import { type PlacedCell, placed } from './placed.js'

const room = w(
  'tblCellMar',
  {},
  ...(['top', 'left', 'bottom', 'right'] as const).map((side) =>
    w(side, { w: side === 'left' || side === 'right' ? 40 : 20, type: 'dxa' }),
  ),
)

const widthsOf = ({ widths }: Sheet): number[] => {
  const share = widths.reduce((sum, one) => sum + one, 0)
  return widths.map((one) => Math.round((one / share) * twips(column)))
}

/** Covered from above: the cell is there again in each row, empty, and says that it goes on. */
const cellXml = ({ cell, across, down, column: first, row: top }: PlacedCell, row: number, widths: number[]): Xml => {
  const width = widths.slice(first, first + across).reduce((sum, one) => sum + one, 0)
  const goesOn = row > top
  const style = cell.head ? 'SheetHead' : 'SheetText'
  const left = cell.align ? [w('jc', { val: 'left' })] : []
  return w(
    'tc',
    {},
    w(
      'tcPr',
      {},
      w('tcW', { w: width, type: 'dxa' }),
      ...(across > 1 ? [w('gridSpan', { val: across })] : []),
      ...(down > 1 ? [w('vMerge', goesOn ? {} : { val: 'restart' })] : []),
      w('vAlign', { val: 'center' }),
    ),
    paragraphOf(style, goesOn || cell.text === '' ? [] : [words(cell.text)], left),
  )
}

/** A table of the yearly report, heads merged as the form has them; its heads open every page it is on. */
export const sheetXml = (sheet: Sheet): Xml[] => {
  const widths = widthsOf(sheet)
  const cells = placed(sheet)
  const rows = sheet.rows.map((_, row) => {
    const own = cells.filter((one) => one.row <= row && row < one.row + one.down)
    return w(
      'tr',
      {},
      w('trPr', {}, w('cantSplit'), ...(row < sheet.heads ? [w('tblHeader')] : [])),
      ...own.toSorted((a, b) => a.column - b.column).map((one) => cellXml(one, row, widths)),
    )
  })
  const properties = [
    w('tblStyle', { val: 'Table' }),
    w('tblW', { w: widths.reduce((sum, one) => sum + one, 0), type: 'dxa' }),
    w('tblLayout', { type: 'fixed' }),
    room,
    w('tblCaption', { val: sheet.title }),
  ]
  const columns = w('tblGrid', {}, ...widths.map((width) => w('gridCol', { w: width })))
  return [
    w('tbl', {}, w('tblPr', {}, ...properties), columns, ...rows),
    // Word takes two tables that touch for one.
    paragraphOf('Gap', [], [w('spacing', { line: twips(grid.row / 2), lineRule: 'exact' })]),
  ]
}
