import type { ArticleRef } from '../citation.js'

/** A column of the yearly report's table four (国办公开办函〔2021〕30号; contract §1). */
export type RemedyColumn = 'upheld' | 'corrected' | 'other' | 'pending'

/**
 * How a remedy ended: its name, its article, and its column in table four by common practice, for no definition with
 * authority is known (rulebook R97 [I]). `asBefore`: the earlier instance stands, and so does its column.
 */
export interface RemedyResult {
  readonly zh: string
  readonly article: ArticleRef
  readonly column: RemedyColumn | 'asBefore'
}

const result = <Column extends RemedyResult['column']>(zh: string, article: ArticleRef, column: Column) => ({
  zh,
  article,
  column,
})

/** What a review organ may decide (复议法 30–74; rulebook R71). */
export const reconsiderationResults = {
  upheld: result('维持', 'reconsideration:68', 'upheld'),
  claimDismissed: result('驳回行政复议请求', 'reconsideration:69', 'upheld'),
  changed: result('变更', 'reconsideration:63', 'corrected'),
  revoked: result('撤销', 'reconsideration:64', 'corrected'),
  partlyRevoked: result('部分撤销', 'reconsideration:64', 'corrected'),
  redoOrdered: result('撤销并责令重新作出', 'reconsideration:64', 'corrected'),
  illegal: result('确认违法', 'reconsideration:65', 'corrected'),
  performOrdered: result('责令限期履行', 'reconsideration:66', 'corrected'),
  void: result('确认无效', 'reconsideration:67', 'corrected'),
  notAccepted: result('不予受理', 'reconsideration:30', 'other'),
  applicationDismissed: result('驳回行政复议申请', 'reconsideration:33', 'other'),
  terminated: result('终止', 'reconsideration:41', 'other'),
  mediated: result('调解', 'reconsideration:73', 'other'),
  settled: result('和解后撤回', 'reconsideration:74', 'other'),
  corrected: result('纠正（没有记明决定类型）', 'practice', 'corrected'),
  other: result('其他结果（没有记明决定类型）', 'practice', 'other'),
} as const satisfies Record<string, RemedyResult>

/** What a court may decide, first instance and appeal (行诉法 49–90; rulebook R74, R97). */
export const litigationResults = {
  claimDismissed: result('驳回诉讼请求', 'litigation:69', 'upheld'),
  revoked: result('撤销', 'litigation:70', 'corrected'),
  partlyRevoked: result('部分撤销', 'litigation:70', 'corrected'),
  redoOrdered: result('撤销并判决重新作出', 'litigation:70', 'corrected'),
  performOrdered: result('判决限期履行', 'litigation:72', 'corrected'),
  disclosureOrdered: result('判决公开', 'litigation:72', 'corrected'),
  paymentOrdered: result('判决给付', 'litigation:73', 'corrected'),
  illegal: result('确认违法', 'litigation:74', 'corrected'),
  void: result('确认无效', 'litigation:75', 'corrected'),
  changed: result('变更', 'litigation:77', 'corrected'),
  suitDismissed: result('驳回起诉', 'litigation:49', 'other'),
  notAccepted: result('不予立案', 'litigation:51', 'other'),
  mediated: result('调解', 'litigation:60', 'other'),
  withdrawn: result('撤诉', 'litigation:62', 'other'),
  terminated: result('终结诉讼', 'litigation:101', 'other'),
  appealDismissed: result('驳回上诉，维持原判', 'litigation:89', 'asBefore'),
  appealWithdrawn: result('撤回上诉', 'litigation:62', 'asBefore'),
  remanded: result('发回重审', 'litigation:89', 'pending'),
  upheld: result('维持（没有记明裁判类型）', 'practice', 'upheld'),
  corrected: result('纠正（没有记明裁判类型）', 'practice', 'corrected'),
  other: result('其他结果（没有记明裁判类型）', 'practice', 'other'),
} as const satisfies Record<string, RemedyResult>

export type ReconsiderationResult = keyof typeof reconsiderationResults
export type LitigationResult = keyof typeof litigationResults

/** Results that only an appeal can have. */
export const appealOnly: readonly LitigationResult[] = ['appealDismissed', 'appealWithdrawn', 'remanded']

/** Names of the courts in order (行诉法 81, 88, 90). */
export const instanceNames = { first: '一审', second: '二审', retrial: '再审' } as const
export type Instance = keyof typeof instanceNames

/** How a suit came to court; table four counts the two apart (rulebook §6.3). */
export const suitPathNames = { direct: '未经复议直接起诉', afterReconsideration: '复议后起诉' } as const
export type SuitPath = keyof typeof suitPathNames

/** What a court's paper is; the days to appeal differ (行诉法 85). */
export const judgmentNames = { judgment: '判决', ruling: '裁定' } as const
export type JudgmentKind = keyof typeof judgmentNames

export const procedureNames = { simplified: '简易程序', ordinary: '普通程序' } as const

/** Who takes complaints about an organ's disclosure (条例 47.2, 51; rulebook R78). */
export const complaintBodyNames = {
  competentDepartment: '政府信息公开工作主管部门',
  superior: '上一级行政机关',
} as const
export type ComplaintBody = keyof typeof complaintBodyNames

/** What an order to reply anew wants (rulebook R76). */
export const orderNames = { redo: '责令重新答复', perform: '责令限期履行', disclose: '责令公开' } as const
export type OrderKind = keyof typeof orderNames

/**
 * Working days to reply anew where the order names no day: no article sets them. The period of a reply (条例 33.2) is the most;
 * an organ may take fewer (rulebook R76 [I]).
 */
export const redoPeriod = { least: 1, usual: 20, most: 20 } as const

/** Who ordered it decides the article: the review organ, the court, or whoever supervises. */
export const orderArticle = (by: 'reconsideration' | 'litigation' | 'complaint', kind: OrderKind): ArticleRef => {
  if (by === 'complaint') return 'ogi:47.1'
  if (by === 'reconsideration') return kind === 'redo' ? 'reconsideration:64' : 'reconsideration:66'
  return kind === 'redo' ? 'litigation:70' : 'litigation:72'
}

/** What a rectification came to (条例 41; rulebook R80). */
export const findingNames = {
  corrected: '予以更正',
  refused: '不予更正',
  otherOrgan: '不属于本机关职能，已转送或者告知',
} as const
export type RectificationFinding = keyof typeof findingNames

/** Working days to answer a rectification: no article sets them, the organ's own limit unless it sets another (rulebook R80 [I]). */
export const rectificationPeriod = 20
