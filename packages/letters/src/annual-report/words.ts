import { createHash } from 'node:crypto'
import { partTitles, type Sheet, sheetFour, sheetThree, sheetTwo, type YearReport } from '@zhiqing/law'

/** One of the six parts: its title, its words, its table. */
export interface ReportPart {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly table?: Sheet
}

const paragraphsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

const [overview, published, requests, remedies, problems, other] = partTitles

/** The six parts of the national form in order; a part that nobody wrote says so rather than be left out. */
export const reportWords = (report: YearReport): ReportPart[] => {
  const { parts } = report
  const written = (text: string): string[] => {
    const paragraphs = paragraphsOf(text)
    return paragraphs.length > 0 ? paragraphs : ['（尚未填写）']
  }
  return [
    { title: overview, paragraphs: written(parts.overview) },
    { title: published, paragraphs: [], table: sheetTwo(report) },
    { title: requests, paragraphs: [], table: sheetThree(report) },
    { title: remedies, paragraphs: [], table: sheetFour(report) },
    { title: problems, paragraphs: written(parts.problems) },
    { title: other, paragraphs: written(parts.other) },
  ]
}

/** Over the drawings, which are beside the six parts of the form. */
export const drawingsTitle = '附图'

/** One that fills a page. */
export const longTable = ({ rows }: Sheet): boolean => rows.length > 20

/** A long name leaves the rest of the title to a line of its own (GB/T 9704-2012 7.3.1). */
export const titleLines = ({ organ, title }: YearReport): string[] =>
  title.length <= 20 ? [title] : [organ, title.slice(organ.length)]

/** What a file of the report says about itself; `on` dates a draft. */
export const fileInfo = (report: YearReport, on: string) => ({
  title: report.title,
  author: report.organ,
  date: report.publishedOn ?? on,
  template: {
    id: '年度报告',
    version: report.format,
    sha256: createHash('sha256').update(JSON.stringify(report)).digest('hex'),
  },
})

/** A draft must not be taken for the report; a correction says which edition it is and why. */
const editionWords = ({ edition, publishedOn, reason }: YearReport): string => {
  if (edition === 0) return '草稿，未公布'
  const first = edition === 1 ? '' : `第${edition}版${reason ? `，更正原因：${reason}` : ''}　`
  return `${first}公布日期：${publishedOn ?? ''}`
}

/** What stands between the title and part one: which edition it is, and what its figures cannot hold. */
export const wordsBefore = (report: YearReport): string[] => [
  editionWords(report),
  ...(report.scope ? [report.scope] : []),
]
