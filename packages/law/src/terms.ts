import type { Channel } from './ogi/index.js'

/** One legal term, one English word: the Chinese label of every code that a program or a page may show. */
export const stageNames = ['接收', '登记', '办理', '协查', '答复', '办结', '归档'] as const
export type Stage = (typeof stageNames)[number]

export const stateNames = {
  pendingConfirmation: '待双方确认',
  received: '已接收',
  registered: '已登记',
  formReview: '形式审查',
  awaitingCorrection: '待补正',
  triage: '职责区分',
  awaitingReasons: '待说明理由',
  searching: '检索协查',
  discussing: '会商',
  deciding: '内容研判',
  awaitingPayment: '待缴费',
  drafting: '拟稿',
  examining: '审核',
  signing: '签发',
  issued: '已制发（待送达）',
  served: '已送达',
  abandoned: '视为放弃',
  withdrawn: '终结',
  archived: '已归档',
} as const
export type State = keyof typeof stateNames

export const roleNames = {
  applicant: '申请人',
  registrar: '登记人员',
  officer: '经办人',
  assistant: '协查人员',
  legalReviewer: '法制审核',
  officeHead: '公开工作机构负责人',
  signatory: '签发人',
  remedyClerk: '复议诉讼经办',
  statistician: '统计人员',
  supervisor: '主管部门',
  admin: '系统管理员',
  securityAdmin: '安全管理员',
  auditAdmin: '审计管理员',
  calendar: '日程',
} as const
export type Role = keyof typeof roleNames

/** Who files, as the columns of the yearly report's table three. */
export const applicantKinds = {
  natural: '自然人',
  commercial: '商业企业',
  research: '科研机构',
  social: '社会公益组织',
  legal: '法律服务机构',
  other: '其他',
} as const
export type ApplicantKind = keyof typeof applicantKinds

export const channelNames: Readonly<Record<Channel, string>> = {
  inPerson: '当面提交',
  registeredMail: '挂号信或者特快专递',
  ordinaryMail: '平常信函',
  online: '网上提交',
  email: '电子邮件',
  fax: '传真',
  oral: '口头提出',
}

export const mediumNames = { paper: '纸质', electronic: '电子' } as const
export const methodNames = {
  mail: '邮寄',
  email: '电子邮件',
  pickup: '当面领取',
  inspection: '现场查阅',
  online: '网上查看',
} as const
export const serviceNames = {
  mail: '邮寄送达',
  direct: '直接送达',
  entrusted: '委托送达',
  electronic: '电子送达',
  leftInPlace: '留置送达',
  publicNotice: '公告送达',
} as const
export type ServiceMethod = keyof typeof serviceNames
export const opinionNames = { consent: '同意公开', partial: '部分同意公开', object: '不同意公开' } as const
export type Opinion = keyof typeof opinionNames

/** How an information processing fee is counted (办法第三条): by the piece or by the page, never both. */
export const feeBasisNames = { perRequest: '按件计收', perPage: '按量计收' } as const
export type FeeBasis = keyof typeof feeBasisNames

/** Names of the due days of contract §3. */
export const dueNames = {
  correctionNotice: '补正告知期限',
  correctionReply: '申请人补正期限',
  reply: '答复期限',
  replyStrict: '从严计算的答复期限',
  thirdPartyOpinion: '第三方意见期限',
  organOpinion: '机关意见期限',
  reasons: '申请人说明理由期限',
  payment: '缴费期限',
  extensionNotice: '延期告知期限',
  reconsideration: '申请行政复议期限',
  litigation: '提起行政诉讼期限',
  reconsiderationAnswer: '行政复议书面答复期限',
  litigationAnswer: '行政诉讼答辩举证期限',
  redo: '重新答复期限',
  assistance: '协查期限',
  appeal: '上诉期限',
  rectification: '更正处理期限',
  supervision: '答复督办期限',
} as const
export type DueKind = keyof typeof dueNames
