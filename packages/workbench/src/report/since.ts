import type { YearReportAnswer } from '../api/answers.ts'

/** What the marks count from: the draft begins anew with every edition that is published. */
export const sinceWhen = ({ editions }: Pick<YearReportAnswer, 'editions'>): '公布' | '打开草稿' =>
  editions.length > 0 ? '公布' : '打开草稿'
