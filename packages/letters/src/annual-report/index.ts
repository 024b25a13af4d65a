import type { YearReport } from '@zhiqing/law'
import type { Fonts } from '../fonts/fonts.js'
import { reportDocx } from './docx.js'
import { reportHtml } from './html.js'
import { reportPdf } from './pdf.js'
import { reportXlsx } from './xlsx.js'

export { reportPages } from './pdf.js'

/** What a yearly report comes out as. */
export const reportForms = ['json', 'html', 'xlsx', 'docx', 'pdf'] as const
export type ReportForm = (typeof reportForms)[number]

/** The report in one of its forms. `fonts` is asked for PDF alone; `on` dates a draft's file. */
export const reportFile = async (
  report: YearReport,
  form: ReportForm,
  { fonts, on }: { readonly fonts: () => Promise<Fonts>; readonly on: string },
): Promise<Buffer> => {
  switch (form) {
    case 'json':
      return Buffer.from(`${JSON.stringify(report, null, 2)}\n`)
    case 'html':
      return Buffer.from(reportHtml(report))
    case 'xlsx':
      return reportXlsx(report, on)
    case 'docx':
      return reportDocx(report, on)
    case 'pdf':
      return reportPdf(report, await fonts(), on)
  }
}
