import { chartsOf, type YearReport } from '@zhiqing/law'
import type { Fonts } from '../fonts/fonts.js'
import { flowRows } from '../layout/block-rows.js'
import { grid, page as sheet } from '../layout/measures.js'
import type { Page } from '../layout/page.js'
import { pageNumberRuns } from '../layout/page-number.js'
import { paginate } from '../layout/paginate.js'
import { placeRows } from '../layout/place-rows.js'
import { bind, type Row, space } from '../layout/row.js'
import { writePdf } from '../paper/write-pdf.js'
import { chartRow } from './chart-row.js'
import { spanTableRow } from './span-table.js'
import { drawingsTitle, fileInfo, reportWords, titleLines, wordsBefore } from './words.js'

const partRows = (report: YearReport, fonts: Fonts): Row[] =>
  reportWords(report).flatMap(({ title, paragraphs, table }) => {
    const words = flowRows(
      [{ kind: 'heading', level: 1, text: title }, ...paragraphs.map((text) => ({ kind: 'paragraph' as const, text }))],
      fonts,
    )
    return table ? [...words, bind(spanTableRow(table, fonts)), space(grid.row / 2)] : words
  })

/** Each drawing keeps one page; the first with the heading over it. */
const drawingRows = (report: YearReport, fonts: Fonts): Row[] => {
  const charts = chartsOf(report).map((chart) => chartRow(chart, fonts))
  const [first, ...others] = charts
  if (!first) return []
  const title = flowRows([{ kind: 'heading', level: 1, text: drawingsTitle }], fonts)
  const gap = space(grid.row / 2)
  return [...title, bind(first), ...others.flatMap((one) => [gap, one])]
}

/** The report's pages: title, edition, six parts, drawings; a table keeps one page with the heading over it. */
export const reportPages = (report: YearReport, fonts: Fonts): Page[] => {
  const title = flowRows([{ kind: 'title', lines: titleLines(report) }], fonts)
  const before = flowRows(
    wordsBefore(report).map((text) => ({ kind: 'paragraph' as const, text })),
    fonts,
  )
  const rows = [
    ...title,
    space(grid.row / 2, true),
    ...before,
    ...partRows(report, fonts),
    ...drawingRows(report, fonts),
  ]
  return paginate(rows, { firstTop: sheet.top, top: sheet.top, foot: 0 }).map((own, index) => {
    const laid = placeRows(own, sheet.top, index + 1)
    // As on any form, the first page has no number.
    return index === 0 ? laid : { ...laid, runs: [...laid.runs, ...pageNumberRuns(index + 1, fonts)] }
  })
}

/** The report as PDF/A; the same report gives the same bytes. `on` dates a draft. */
export const reportPdf = async (report: YearReport, fonts: Fonts, on: string): Promise<Buffer> =>
  writePdf(reportPages(report, fonts), fileInfo(report, on), fonts)
