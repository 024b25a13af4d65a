import { chartsOf, type YearReport } from '@zhiqing/law'
import { chartId, packText } from '../docx/office-package.js'
import { paragraphOf, paragraphs, words } from '../docx/paragraph.js'
import { w, type Xml } from '../docx/xml.js'
import { chartPart, chartXml } from './docx-chart.js'
import { sheetXml } from './docx-sheet.js'
import { drawingsTitle, fileInfo, longTable, type ReportPart, reportWords, titleLines, wordsBefore } from './words.js'

/** A long table begins a page of its own with its heading, so that it keeps one. */
const headingXml = (text: string, ownPage = false): Xml =>
  paragraphOf('Heading1', [words(text)], ownPage ? [w('pageBreakBefore')] : [])

const partXml = ({ title, paragraphs: texts, table }: ReportPart): Xml[] => [
  headingXml(title, table !== undefined && longTable(table)),
  ...texts.flatMap((text) => paragraphs('Text', text)),
  ...(table ? sheetXml(table) : []),
]

/** The report as a text for editors' programs: the six parts, the tables with their merged heads, the drawings. */
export const reportDocx = (report: YearReport, on: string): Promise<Buffer> => {
  const charts = chartsOf(report)
  const body = [
    ...titleLines(report).flatMap((line) => paragraphs('Title', line)),
    ...wordsBefore(report).flatMap((text, i) => paragraphs(i === 0 ? 'Edition' : 'Text', text)),
    ...reportWords(report).flatMap(partXml),
    ...(charts.length > 0 ? [headingXml(drawingsTitle)] : []),
    ...charts.map((chart, n) => chartXml(chart, chartId(n), n)),
  ]
  const info = { ...fileInfo(report, on), note: '', category: '年度报告' }
  return packText({ body, firstPageDiffers: true, charts: charts.map(chartPart) }, info)
}
