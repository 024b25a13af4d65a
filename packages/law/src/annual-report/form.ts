import type { ReportLine } from '../grounds.js'

/** Columns of table three, in the order of the national form; the last is the total. */
export const columns = ['natural', 'commercial', 'research', 'social', 'legal', 'other', 'total'] as const
export type Column = (typeof columns)[number]

export const columnNames: Readonly<Record<Column, string>> = {
  natural: '自然人',
  commercial: '商业企业',
  research: '科研机构',
  social: '社会公益组织',
  legal: '法律服务机构',
  other: '其他',
  total: '总计',
}

/** A numbered row of table three: received, carried over, results, their sum, carried on; 3.6 whole in the form of 2019. */
export type Line = ReportLine | '1' | '2' | '3.6' | '3.7' | '4'

/** One row of the form, with its label exactly as printed. */
export interface FormRow {
  readonly line: Line
  readonly zh: string
}

const row = (line: Line, zh: string): FormRow => ({ line, zh })

const results: readonly FormRow[] = [
  row('3.1', '（一）予以公开'),
  row('3.2', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）'),
  row('3.3.1', '1.属于国家秘密'),
  row('3.3.2', '2.其他法律行政法规禁止公开'),
  row('3.3.3', '3.危及“三安全一稳定”'),
  row('3.3.4', '4.保护第三方合法权益'),
  row('3.3.5', '5.属于三类内部事务信息'),
  row('3.3.6', '6.属于四类过程性信息'),
  row('3.3.7', '7.属于行政执法案卷'),
  row('3.3.8', '8.属于行政查询事项'),
  row('3.4.1', '1.本机关不掌握相关政府信息'),
  row('3.4.2', '2.没有现成信息需要另行制作'),
  row('3.4.3', '3.补正后申请内容仍不明确'),
  row('3.5.1', '1.信访举报投诉类申请'),
  row('3.5.2', '2.重复申请'),
  row('3.5.3', '3.要求提供公开出版物'),
  row('3.5.4', '4.无正当理由大量反复申请'),
  row('3.5.5', '5.要求行政机关确认或重新出具已获取信息'),
]

const closing: readonly FormRow[] = [
  row('3.6.1', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'),
  row('3.6.2', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'),
  row('3.6.3', '3.其他'),
]

/** The two forms there have been, by the year of the report from which on each is the one to use. */
export const formats = ['2019', '2021'] as const
export type Format = (typeof formats)[number]

/** A version of the national form. `leaves` are the rows that add up to 三（七）. */
export interface Form {
  readonly format: Format
  readonly number: string
  /** First year of report it is meant for. */
  readonly firstYear: number
  readonly leaves: readonly FormRow[]
  readonly rows: readonly FormRow[]
}

const form = (format: Format, number: string, firstYear: number, leaves: readonly FormRow[]): Form => ({
  format,
  number,
  firstYear,
  leaves,
  rows: [
    row('1', '一、本年新收政府信息公开申请数量'),
    row('2', '二、上年结转政府信息公开申请数量'),
    ...leaves,
    row('3.7', '（七）总计'),
    row('4', '四、结转下年度继续办理'),
  ],
})

/** The national forms (条例 49, 50; rulebook §6.2). The trial form of 2019 had one row for 其他处理. */
export const forms: Readonly<Record<Format, Form>> = {
  2019: form('2019', '国办公开办函〔2019〕60号', 2019, [...results, row('3.6', '（六）其他处理')]),
  2021: form('2021', '国办公开办函〔2021〕30号', 2021, [...results, ...closing]),
}

/** The form that a report of this year takes. */
export const formOf = (year: number): Form => (year >= forms[2021].firstYear ? forms[2021] : forms[2019])

/** Groups of table four and their columns (rulebook §6.3). */
export const remedyGroups = ['reconsideration', 'litigationDirect', 'litigationAfter'] as const
export type RemedyGroup = (typeof remedyGroups)[number]
export const remedyGroupNames: Readonly<Record<RemedyGroup, string>> = {
  reconsideration: '行政复议',
  litigationDirect: '行政诉讼（未经复议直接起诉）',
  litigationAfter: '行政诉讼（复议后起诉）',
}
export const remedyColumns = ['upheld', 'corrected', 'other', 'pending', 'total'] as const
export const remedyColumnNames = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'] as const
