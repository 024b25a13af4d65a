import type { Fonts } from '../fonts/fonts.js'
import { grid } from '../layout/measures.js'
import { columnsOf } from '../layout/table.js'
import type { Block } from '../template/block.js'
import { twips } from './measures.js'
import { paragraphOf, paragraphs } from './paragraph.js'
import { w, type Xml } from './xml.js'

type Table = Extract<Block, { kind: 'table' }>

/** A bordered table over the whole width in the printed letter's columns; its header opens every page it is on. */
export function tableXml(table: Table, fonts: Fonts): Xml[] {
  const widths = columnsOf(table, fonts).map(({ left, right }) => twips(right - left))
  const total = widths.reduce((sum, width) => sum + width, 0)
  return [
    w(
      'tbl',
      {},
      w(
        'tblPr',
        {},
        w('tblStyle', { val: 'Table' }),
        w('tblW', { w: total, type: 'dxa' }),
        w('tblLayout', { type: 'fixed' }),
      ),
      w('tblGrid', {}, ...widths.map((width) => w('gridCol', { w: width }))),
      ...(table.header ? [rowXml(table.header, widths, 'TableHead')] : []),
      ...table.rows.map((cells) => rowXml(cells, widths, 'TableText')),
    ),
    // Word takes two tables that touch for one.
    paragraphOf('Gap', [], [w('spacing', { line: twips(grid.row / 2), lineRule: 'exact' })]),
  ]
}

function rowXml(cells: readonly string[], widths: readonly number[], style: 'TableHead' | 'TableText'): Xml {
  return w(
    'tr',
    {},
    w('trPr', {}, w('cantSplit'), ...(style === 'TableHead' ? [w('tblHeader')] : [])),
    ...widths.map((width, index) =>
      w(
        'tc',
        {},
        w('tcPr', {}, w('tcW', { w: width, type: 'dxa' }), w('vAlign', { val: 'center' })),
        ...paragraphs(style, cells[index] ?? ''),
      ),
    ),
  )
}
