import type { Day } from '../day.js'
import { formOf } from './form.js'
import type { Cell, PublishedReport } from './report.js'
import { scopeOf } from './scope.js'
import type { TableFour } from './table-four.js'
import type { TableThree } from './table-three.js'
import type { KindTwo } from './table-two.js'

/** What people write themselves: table two, the text parts, and where each comes from. */
export interface ReportEntries {
  /** By kind: three figures of 规章 and 行政规范性文件, one of the others (rulebook §6.1). */
  readonly table2: Readonly<Record<string, readonly Cell[]>>
  readonly parts: {
    /** 一、总体情况 */
    readonly overview: string
    /** 五、存在的主要问题及改进情况 */
    readonly problems: string
    /** 六、其他需要报告的事项: beside what the ledger tells of fees. */
    readonly other: string
  }
  /** Where a figure or a part was taken from, by its name. */
  readonly sources: Readonly<Record<string, string>>
  /** Last year's report where this program did not publish it: imported, with its source under `previous`. */
  readonly previous?: PublishedReport | undefined
}

export const noEntries: ReportEntries = {
  table2: {},
  parts: { overview: '', problems: '', other: '' },
  sources: {},
}

/** 元 paid in the year, and by how many cases (rulebook R99). */
export interface FeesPaid {
  readonly amount: number
  readonly cases: number
}

/** A yearly report whole: the figures as a published one has them, and the words around them. */
export interface YearReport extends PublishedReport {
  readonly title: string
  readonly parts: ReportEntries['parts']
  readonly sources: ReportEntries['sources']
  readonly fees: FeesPaid
  /** The names of the organs that are added up, where it is a sum. */
  readonly sums?: readonly string[] | undefined
  /** From 1; a correction after publishing is the next. 0: a draft. */
  readonly edition: number
  /** Null for a draft. */
  readonly publishedOn: Day | null
  /** Why there is a second edition. */
  readonly reason?: string | undefined
}

export interface YearReportParts {
  readonly organ: string
  readonly year: number
  readonly table3: TableThree
  readonly table4: TableFour
  readonly fees: FeesPaid
  readonly entries: ReportEntries
  /** Last year's, as published; its 结转下年度 binds this one's 上年结转 (rulebook R93). */
  readonly previous?: PublishedReport | undefined
  /** The names of the organs that are added up, where it is a sum. */
  readonly sums?: readonly string[] | undefined
}

/** What part six says of fees: every report tells it, zero too (rulebook R99). */
export const feeSentence = ({ amount, cases }: FeesPaid): string =>
  amount === 0
    ? '本年度没有收取政府信息公开信息处理费。'
    : `本年度收取政府信息公开信息处理费${amount}元，涉及${cases}件申请。`

/** The six parts of the national form, titles exact (国办公开办函〔2021〕30号; rulebook §6). */
export const partTitles = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
] as const

/** Last year's figures alone: not its words, and not the year before it again. */
const bare = ({ organ, year, format, table3, table4, table2 }: PublishedReport): PublishedReport => ({
  ...{ organ, year, format, table3, table4 },
  ...(table2 ? { table2 } : {}),
})

/** The words as printed: what the ledger tells of fees stands before what people wrote (rulebook R99). */
export const partsOf = ({ parts }: Pick<ReportEntries, 'parts'>, fees: FeesPaid): ReportEntries['parts'] => ({
  ...parts,
  other: [feeSentence(fees), parts.other].filter(Boolean).join('\n'),
})

/** A draft of the report of a year. */
export const draftReport = (given: YearReportParts): YearReport => {
  const { organ, year, table3, table4, fees, entries, previous = entries.previous, sums } = given
  const parts = partsOf(entries, fees)
  const scope = scopeOf(year, previous?.table3['4']?.[6])
  const { overview, problems, other } = parts
  return {
    organ,
    year,
    format: formOf(year).format,
    title: `${organ}${year}年政府信息公开工作年度报告`,
    table3,
    table4,
    table2: entries.table2,
    previous: previous && bare(previous),
    narrative: [overview, problems, other].filter(Boolean).join('\n'),
    parts,
    sources: entries.sources,
    fees,
    ...(scope ? { scope } : {}),
    ...(sums ? { sums } : {}),
    edition: 0,
    publishedOn: null,
  }
}

/** What a report must not be published without. */
export const missingOf = (
  { table2, parts }: Pick<ReportEntries, 'table2' | 'parts'>,
  kinds: readonly KindTwo[],
): string[] => [
  ...(parts.overview.trim() ? [] : [partTitles[0]]),
  ...kinds
    .filter(({ kind, figures }) => figures.some((_, i) => (table2[kind]?.[i] ?? null) === null))
    .map(({ kind }) => `表二“${kind}”`),
  ...(parts.problems.trim() ? [] : [partTitles[4]]),
]
