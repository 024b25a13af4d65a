import { createHash } from 'node:crypto'
import type { YearReport } from '@zhiqing/law'
import type { Fonts } from '../fonts/fonts.js'
import { flowRows } from '../layout/block-rows.js'
import { grid, page as sheet } from '../layout/measures.js'
import type { Page } from '../layout/page.js'
import { pageNumberRuns } from '../layout/page-number.js'
import { paginate } from '../layout/paginate.js'
import { placeRows } from '../layout/place-rows.js'
import { bind, type Row, space } from '../layout/row.js'
import { writePdf } from '../paper/write-pdf.js'
import { spanTableRow } from './span-table.js'
import { editionWords, reportWords } from './words.js'

const partRows = (report: YearReport, fonts: Fonts): Row[] =>
  reportWords(report).flatMap(({ title, paragraphs, table }) => {
    const words = flowRows(
      [{ kind: 'heading', level: 1, text: title }, ...paragraphs.map((text) => ({ kind: 'paragraph' as const, text }))],
      fonts,
    )
    return table ? [...words, bind(spanTableRow(table, fonts)), space(grid.row / 2)] : words
  })

/** The report's pages: title, edition, six parts; a table keeps one page with the heading over it. */
export const reportPages = (report: YearReport, fonts: Fonts): Page[] => {
  const title = flowRows([{ kind: 'title', lines: titleLines(report) }], fonts)
  const edition = flowRows([{ kind: 'paragraph', text: editionWords(report) }], fonts)
  const rows = [...title, space(grid.row / 2, true), ...edition, ...partRows(report, fonts)]
  return paginate(rows, { firstTop: sheet.top, top: sheet.top, foot: 0 }).map((own, index) => {
    const laid = placeRows(own, sheet.top, index + 1)
    // As on any form, the first page has no number.
    return index === 0 ? laid : { ...laid, runs: [...laid.runs, ...pageNumberRuns(index + 1, fonts)] }
  })
}

/** A long name leaves the rest of the title to a line of its own (GB/T 9704-2012 7.3.1). */
const titleLines = ({ organ, title }: YearReport): string[] =>
  title.length <= 20 ? [title] : [organ, title.slice(organ.length)]

/** The report as PDF/A; the same report gives the same bytes. `on` dates a draft. */
export const reportPdf = async (report: YearReport, fonts: Fonts, on: string): Promise<Buffer> =>
  writePdf(
    reportPages(report, fonts),
    {
      title: report.title,
      author: report.organ,
      date: report.publishedOn ?? on,
      template: {
        id: '年度报告',
        version: report.format,
        sha256: createHash('sha256').update(JSON.stringify(report)).digest('hex'),
      },
    },
    fonts,
  )
