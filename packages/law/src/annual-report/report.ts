import type { Format, Line, RemedyGroup } from './form.js'

/** A cell as printed; null where it was left blank. */
export type Cell = number | null

/** A published report in numbers (contract §4): table three by line, seven cells each; table four by group, five cells. */
export interface PublishedReport {
  readonly organ: string
  readonly year: number
  readonly format: Format
  readonly table3: Readonly<Partial<Record<Line, readonly Cell[]>>>
  readonly table4: Readonly<Partial<Record<RemedyGroup, readonly Cell[]>>>
  /** 表二: documents made, abolished and in force this year, by kind of document. */
  readonly table2?: Readonly<Record<string, readonly Cell[]>> | undefined
  /** Last year's report of the same organ. */
  readonly previous?: PublishedReport | undefined
  /** The text of the report. */
  readonly narrative?: string | undefined
  /** What the figures cannot hold, as the report itself says; left out of a year that is whole. */
  readonly scope?: string | undefined
}

export const findingRules = {
  'T3-COL-IDENTITY': 'error',
  'T3-COL-SUM': 'error',
  'T3-ROW-TOTAL': 'error',
  'T3-ROW-TOTAL-MISSING': 'error',
  'T4-TOTAL': 'error',
  'FORMAT-OUTDATED': 'error',
  'CROSS-YEAR-CARRY': 'error',
  'CARRY-BEFORE-LEDGER': 'warning',
  'CROSS-YEAR-STOCK': 'error',
  'NARRATIVE-NUMBER': 'warning',
  'NARRATIVE-PERCENT': 'warning',
  'NARRATIVE-CONFLICT': 'warning',
} as const
export type FindingRule = keyof typeof findingRules

/** One thing found: in which cell, what should stand there, what does. */
export interface ReportFinding {
  readonly rule: FindingRule
  /** Line and column, as `3.1 natural`; the words of the text for a narrative finding. */
  readonly where: string
  readonly expected: number | string | null
  readonly printed: number | string | null
  readonly level: 'error' | 'warning'
  readonly zh: string
}

/** Makes a finding; its level hangs on its rule. */
export const finding = (rule: FindingRule, parts: Omit<ReportFinding, 'rule' | 'level'>): ReportFinding => ({
  rule,
  ...parts,
  level: findingRules[rule],
})
