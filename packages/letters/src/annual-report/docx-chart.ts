import type { Chart } from '@zhiqing/law'
import { column } from '../docx/measures.js'
import { paragraphOf } from '../docx/paragraph.js'
import { element, textXml, together, w, type Xml } from '../docx/xml.js'
import { drawn } from './drawing.js'

const drawingml = 'http://schemas.openxmlformats.org/drawingml/2006'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type Value = string | number
const c = (name: string, val?: Value, ...children: readonly Xml[]): Xml =>
  element(`c:${name}`, val === undefined ? {} : { val }, ...children)
const holds = (name: string, ...children: readonly Xml[]): Xml => c(name, undefined, ...children)
const said = (name: string, words: Value): Xml => holds(name, textXml(String(words)))

const fill = (colour: string): Xml => element('a:solidFill', {}, element('a:srgbClr', { val: colour }))
const stroke = (width: number): Xml =>
  holds('spPr', element('a:ln', { w: width }, fill(width > 6000 ? '111111' : '999999')))

/** Type of so many hundredths of a point, as any machine has it that reads Chinese. */
const typeOf = (name: string, size: number): Xml =>
  element(
    `a:${name}`,
    { lang: name === 'rPr' ? 'zh-CN' : undefined, sz: size, b: 0 },
    fill('111111'),
    element('a:latin', { typeface: '宋体' }),
    element('a:ea', { typeface: '宋体' }),
  )

const bodyPr = together([element('a:bodyPr'), element('a:lstStyle')])

const titleXml = (title: string): Xml => {
  const run = element('a:r', {}, typeOf('rPr', 1200), element('a:t', {}, textXml(`${title}（单位：件）`)))
  const rich = holds('rich', bodyPr, element('a:p', {}, run))
  return holds('title', holds('tx', rich), c('overlay', 0))
}

const points = (values: readonly Value[]): Xml[] => [
  c('ptCount', values.length),
  ...values.map((value, idx) => element('c:pt', { idx }, said('v', value))),
]

const seriesXml = ({ title, bars }: Chart): Xml =>
  holds(
    'ser',
    c('idx', 0),
    c('order', 0),
    holds('tx', said('v', title)),
    holds('spPr', fill('333333')),
    c('invertIfNegative', 0),
    holds(
      'dLbls',
      c('dLblPos', 'outEnd'),
      ...['showLegendKey', 'showVal', 'showCatName', 'showSerName', 'showPercent', 'showBubbleSize'].map((name) =>
        c(name, name === 'showVal' ? 1 : 0),
      ),
    ),
    holds('cat', holds('strLit', ...points(bars.map(({ zh }) => zh)))),
    holds('val', holds('numLit', said('formatCode', '0'), ...points(bars.map(({ count }) => count)))),
  )

const [names, figures] = [1, 2]

/** The first name stands on top, the axis of figures at the foot, from nought to where our own drawing ends. */
const axesXml = ({ most, step }: Chart): Xml[] => [
  holds(
    'catAx',
    c('axId', names),
    holds('scaling', c('orientation', 'maxMin')),
    c('delete', 0),
    c('axPos', 'l'),
    c('majorTickMark', 'none'),
    c('minorTickMark', 'none'),
    c('tickLblPos', 'nextTo'),
    stroke(9525),
    c('crossAx', figures),
    c('crosses', 'autoZero'),
  ),
  holds(
    'valAx',
    c('axId', figures),
    holds('scaling', c('orientation', 'minMax'), c('max', most), c('min', 0)),
    c('delete', 0),
    c('axPos', 'b'),
    holds('majorGridlines', stroke(3175)),
    element('c:numFmt', { formatCode: '0', sourceLinked: 0 }),
    c('majorTickMark', 'none'),
    c('minorTickMark', 'none'),
    c('tickLblPos', 'nextTo'),
    c('crossAx', names),
    c('crosses', 'max'),
    c('majorUnit', step),
  ),
]

/** A chart that an editor's program draws, and may be changed there: DrawingML (ECMA-376 part 1, 21.2), figures within. */
export const chartPart = (chart: Chart): Xml =>
  element(
    'c:chartSpace',
    { 'xmlns:c': `${drawingml}/chart`, 'xmlns:a': `${drawingml}/main`, 'xmlns:r': relations },
    c('roundedCorners', 0),
    holds(
      'chart',
      titleXml(chart.title),
      c('autoTitleDeleted', 0),
      holds(
        'plotArea',
        holds('layout'),
        holds(
          'barChart',
          c('barDir', 'bar'),
          c('grouping', 'clustered'),
          c('varyColors', 0),
          seriesXml(chart),
          c('gapWidth', 80),
          c('axId', names),
          c('axId', figures),
        ),
        ...axesXml(chart),
      ),
      c('plotVisOnly', 1),
      c('dispBlanksAs', 'gap'),
    ),
    holds('spPr', element('a:ln', {}, element('a:noFill'))),
    holds('txPr', bodyPr, element('a:p', {}, element('a:pPr', {}, typeOf('defRPr', 1050)))),
  )

/** English Metric Units of a point. */
const emu = (points: number): number => Math.round(points * 12_700)

/** Where the text has it: as wide as the text, and told in words to who does not see it. `id` names the part. */
export const chartXml = (chart: Chart, id: string, n: number): Xml => {
  const { width, height } = drawn(chart)
  const size = { cx: emu(column), cy: emu((height * column) / width) }
  const graphic = element(
    'a:graphic',
    { 'xmlns:a': `${drawingml}/main` },
    element(
      'a:graphicData',
      { uri: `${drawingml}/chart` },
      element('c:chart', { 'xmlns:c': `${drawingml}/chart`, 'r:id': id }),
    ),
  )
  const inline = element(
    'wp:inline',
    { 'xmlns:wp': `${drawingml}/wordprocessingDrawing`, distT: 0, distB: 0, distL: 0, distR: 0 },
    element('wp:extent', size),
    element('wp:docPr', { id: n + 1, name: `图${n + 1}`, descr: chart.told, title: chart.title }),
    element('wp:cNvGraphicFramePr'),
    graphic,
  )
  const around = [w('snapToGrid', { val: 0 }), w('spacing', { before: 120, after: 120 })]
  return paragraphOf('Normal', [w('r', {}, w('drawing', {}, inline))], around)
}
