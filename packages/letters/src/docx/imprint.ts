import { asSentence } from '../layout/imprint.js'
import { imprint as measures } from '../layout/measures.js'
import type { Block } from '../template/block.js'
import { column, eighths, twips } from './measures.js'
import { paragraphOf, words } from './paragraph.js'
import { w, type Xml } from './xml.js'

type Imprint = Extract<Block, { kind: 'imprint' }>

/** Floats on the lower edge of the 版心, on the page that the text ends on. */
const atFoot = w('tblpPr', { horzAnchor: 'margin', vertAnchor: 'margin', tblpXSpec: 'left', tblpYSpec: 'bottom' })
const none = w('tblCellMar', {}, ...['left', 'right'].map((side) => w(side, { w: 0, type: 'dxa' })))
const tab = w('r', {}, w('tab'))

const ruled = (side: string, width: number): Xml =>
  w(side, width > 0 ? { val: 'single', sz: eighths(width), space: 0, color: '000000' } : { val: 'nil' })

/** Rules above, between and under, as thick as the standard has them; a letter of 信函格式 has none. */
const bordersOf = (outer: number, inner: number): Xml =>
  w(
    'tblBorders',
    {},
    ruled('top', outer),
    ruled('left', 0),
    ruled('bottom', outer),
    ruled('right', 0),
    ruled('insideH', inner),
    ruled('insideV', 0),
  )

const rowXml = (paragraph: Xml): Xml =>
  w(
    'tr',
    {},
    w('trPr', {}, w('cantSplit')),
    w('tc', {}, w('tcPr', {}, w('tcW', { w: twips(column), type: 'dxa' })), paragraph),
  )

/** 抄送 over 印发机关 and 印发日期, 左右空一字 of 四号 (GB/T 9704-2012 7.4). */
export function imprintXml({ copies, printed }: Imprint): Xml[] {
  const one = twips(measures.size)
  const inset = { left: one, right: one }
  const hanging = w('ind', { ...inset, left: 4 * one, hanging: 3 * one })
  const dayAtRight = w('tabs', {}, w('tab', { val: 'right', pos: twips(column) - one }))
  const rows = [
    ...(copies ? [rowXml(paragraphOf('Imprint', [words(`抄送：${asSentence(copies)}`)], [hanging]))] : []),
    ...(printed
      ? [
          rowXml(
            paragraphOf('Imprint', [words(printed.by), tab, words(`${printed.on}印发`)], [dayAtRight, w('ind', inset)]),
          ),
        ]
      : []),
  ]
  const properties = [
    w('tblStyle', { val: 'Table' }),
    atFoot,
    w('tblW', { w: twips(column), type: 'dxa' }),
    printed ? bordersOf(measures.outer, measures.inner) : bordersOf(0, 0),
    w('tblLayout', { type: 'fixed' }),
    none,
  ]
  const table = w(
    'tbl',
    {},
    w('tblPr', {}, ...properties),
    w('tblGrid', {}, w('gridCol', { w: twips(column) })),
    ...rows,
  )
  return rows.length > 0 ? [table, paragraphOf('Gap', [])] : []
}
