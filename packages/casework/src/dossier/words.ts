import {
  type ArticleRef,
  applicantKinds,
  channelNames,
  citeShort,
  complaintBodyNames,
  type Day,
  feeBasisNames,
  findingNames,
  grounds,
  inChinese,
  instanceNames,
  isDay,
  judgmentNames,
  litigationResults,
  mediumNames,
  methodNames,
  opinionNames,
  orderNames,
  otherKinds,
  outcomes,
  procedureNames,
  reconsiderationResults,
  remedyColumnNames,
  remedyColumns,
  roleNames,
  serviceNames,
  suitPathNames,
} from '@zhiqing/law'
import { allArrows } from '@zhiqing/workflows'
import { outcomeFieldNames } from '../commands/outcome-fields.js'
import { idInWords } from '../id-words.js'
import { type PublicationReason, publicationReasons } from '../publication/suggestion.js'

/** The fields of facts in Chinese; one that is not here is shown under its own name. */
const labels: Readonly<Record<string, string>> = {
  abandonedOn: '视为放弃之日',
  address: '地址',
  agent: '代理人',
  amount: '数额（元）',
  answer: '答复',
  answeredOn: '答复日期',
  applicant: '申请人',
  approvedBy: '批准人',
  arrivedOn: '到达日期',
  availableOn: '可以获取之日',
  basis: '依据',
  by: '办理人',
  category: '类别',
  channel: '接收渠道',
  chargedOn: '通知日期',
  coApplicants: '共同申请人',
  conclusion: '结论',
  consultation: '征求意见编号',
  content: '内容',
  decidedOn: '决定日期',
  decision: '处理决定',
  description: '内容描述',
  dispatchedOn: '发出日期',
  documentNumber: '文号',
  doubles: '同一申请人的相同申请',
  dueOn: '期限',
  email: '电子邮箱',
  findings: '反馈',
  form: '形式要求',
  formerDueOn: '原期限',
  found: '是否检索到',
  given: '公开的部分',
  goodCause: '正当理由',
  grounds: '不予公开的事由',
  idNumber: '证件号码',
  idType: '证件类型',
  information: '信息',
  interest: '所涉权益',
  inTime: '是否在期限内',
  items: '事项',
  keywords: '关键词',
  kind: '类型',
  lapsedOn: '期限届满之日',
  lastDay: '期限最后一日',
  late: '是否逾期告知',
  letter: '文书',
  mailNumber: '邮件号',
  medium: '载体',
  members: '参加人员',
  method: '方式',
  monthlyCount: '当月第几件',
  n: '本案第几份文书',
  name: '姓名或者名称',
  notifiedOn: '告知日期',
  number: '受理编号',
  officer: '经办人',
  opinion: '意见',
  order: '督办事项',
  organ: '机关',
  outcome: '结论',
  override: '例外的理由',
  pages: '页数',
  paidOn: '缴清日期',
  party: '被征求意见人',
  people: '检索人员',
  period: '期间',
  periodWorkingDays: '期限（工作日）',
  phone: '电话',
  postedOn: '交邮日期',
  question: '事项',
  reason: '理由',
  reasons: '理由',
  receiptArticle: '收到之日的依据',
  receivedOn: '收到日期',
  requestedOn: '告知日期',
  returnedOn: '退回日期',
  servedOn: '送达日期',
  signedOn: '签发日期',
  systems: '检索范围',
  text: '拟办意见',
  title: '信息名称',
  unit: '协查单位',
  where: '获取途径',
  withdrawnOn: '撤回日期',
  withheld: '不公开的部分',
  retention: '保管期限',
  supervision: '督办',
  article: '依据的条文',
  transferredFrom: '转来的机关',
  witness: '见证人或者照片、录像',
  workingDays: '工作日数',
  about: '事项',
  askedOn: '要求说明理由之日',
  askings: '原案征求意见的送达',
  attachmentNames: '附件',
  attachments: '附件',
  body: '复议机关',
  caseNumber: '案号',
  changedOn: '变更之日',
  chaseWorkingDays: '催办的工作日数',
  children: '拆分出的案件',
  closedOn: '办结日期',
  coDefendant: '与复议机关为共同被告',
  column: '年报归类',
  consent: '申请人同意',
  copyReceivedOn: '收到副本日期',
  corrections: '补正',
  court: '法院',
  enclosures: '随附的材料（序号）',
  evidence: '证据',
  extension: '延期',
  filedOn: '提出日期',
  finding: '处理结果',
  from: '原期限',
  instance: '审级',
  issued: '成文日期',
  mediaType: '文件类型',
  moved: '变动的期限',
  notice: '放假安排',
  noticeDays: '公告日数',
  orderArticle: '依据的条文',
  ordered: '已责令改正',
  overruled: '签发时未解决的检查',
  parent: '拆分前的案件',
  parts: '各项的决定',
  path: '起诉的途径',
  procedure: '适用程序',
  record: '要求更正的记录',
  remanded: '发回重审',
  remedy: '救济或者所依据的案件',
  responsibleOrgan: '有权更正的机关',
  review: '所依据的复议',
  revisedOn: '自行纠错之日',
  sha256: 'SHA-256 摘要',
  size: '大小（字节）',
  to: '改为',
  verbs: '期限的起停',
  what: '哪一项',
  with: '随附于',
  accepted: '理由是否合理',
  months: '统计的月数',
  requests: '期间内申请件数',
  until: '确定的期限',
  guidance: '指导和释明',
  views: '各方意见',
  followUpBy: '后续责任人',
  followUpOn: '后续期限',
  result: '结果',
}

/** What a field is called in one fact, where the same name means several things. */
const labelsOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  FeeCharged: { basis: '收费方式' },
  ThirdPartyConsulted: { basis: '停算的起算' },
  CoProducerConsulted: { basis: '停算的起算' },
  OrganConsulted: { basis: '停算的起算' },
  CorrectionRequested: { periodWorkingDays: '补正期限（工作日）' },
  ReasonsAsked: { periodWorkingDays: '说明理由期限（工作日）' },
  RedoOrdered: { periodWorkingDays: '重新答复期限（工作日）' },
  RectificationFiled: { periodWorkingDays: '更正办理期限（工作日）' },
  SearchRecorded: { method: '检索方式', result: '检索结果', period: '检索的信息形成时间' },
  ReplyDispatched: { method: '送达方式' },
  OutcomeDecided: { overruled: '不采纳其意见、公开其信息的第三方' },
  ReplySigned: { remedy: '救济告知' },
  ComplaintFiled: { to: '投诉到' },
  AssistanceRequested: { dueOn: '反馈期限' },
  PublicationSuggested: { reasons: '属于哪一种情形', statement: '说明' },
}

/** How the days left out of the count are reckoned (rulebook R30). */
const suspensionBasisNames = { dispatch: '自征求意见书发出', service: '自被征求意见人收到' } as const

/** What the outcomes call their own fields. */
const ofOutcomes: Readonly<Record<string, string>> = Object.fromEntries(
  outcomes.flatMap((outcome) => Object.entries(outcomeFieldNames(outcome)).map(([field, { zh }]) => [field, zh])),
)

export const labelOf = (field: string, fact = ''): string =>
  labelsOf[fact]?.[field] ?? labels[field] ?? ofOutcomes[field] ?? field

const remedyBlockNames = { RB0: '不告知', RB1: '复议前置', RB2: '复议或者诉讼', RB3: '分项告知' } as const
const tellingNames = { notReceived: '没有收到文书', paid: '已经缴费', other: '其他情况' } as const
const columnNames = Object.fromEntries(remedyColumns.map((column, i) => [column, remedyColumnNames[i] ?? column]))

/** Codes that review and court share, in the words of each. */
const resultsOf: Readonly<Record<string, Readonly<Record<string, { readonly zh: string }>>>> = {
  ReconsiderationDecided: reconsiderationResults,
  LitigationDecided: litigationResults,
}

const names: readonly Readonly<Record<string, string>>[] = [
  channelNames,
  applicantKinds,
  mediumNames,
  methodNames,
  serviceNames,
  opinionNames,
  feeBasisNames,
  suspensionBasisNames,
  remedyBlockNames,
  suitPathNames,
  procedureNames,
  columnNames,
  findingNames,
  instanceNames,
  judgmentNames,
  orderNames,
  complaintBodyNames,
  tellingNames,
  roleNames,
]
const coded = [
  'about',
  'approvedBy',
  'basis',
  'channel',
  'column',
  'finding',
  'instance',
  'kind',
  'medium',
  'method',
  'opinion',
  'path',
  'procedure',
  'remedy',
  'to',
]

const wordOf = (field: string, value: string, fact: string): string => {
  if (fact === 'PublicationSuggested' && field === 'reasons')
    return publicationReasons[value as PublicationReason] ?? value
  if (field === 'result') return resultsOf[fact]?.[value]?.zh ?? value
  if (isDay(value)) return inChinese(value as Day)
  if (field === 'receiptArticle' || field === 'orderArticle' || (field === 'article' && /^[a-z]+:/.test(value)))
    return citeShort(value as ArticleRef)
  if (field === 'outcome' || field === 'grounds') {
    const ground = grounds[value as keyof typeof grounds]
    return ground ? `${value} ${ground.zh}` : value
  }
  if (field === 'remedy' || field === 'id')
    return idInWords(names.find((table) => Object.hasOwn(table, value))?.[value] ?? value)
  if (!coded.includes(field)) return value
  const kind = otherKinds[value as keyof typeof otherKinds]?.zh
  return names.find((table) => Object.hasOwn(table, value))?.[value] ?? kind ?? value
}

/** A field's value in words: codes by their Chinese names, days as Chinese days, lists and groups in one line. An id number is not read out. */
export const valueWords = (field: string, value: unknown, fact = ''): string => {
  if (value === null || value === undefined || value === '') return '无'
  if (field === 'idNumber') return '（从略，见台账）'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'string') return wordOf(field, value, fact)
  if (Array.isArray(value)) return value.map((one) => valueWords(field, one, fact)).join('；') || '无'
  if (typeof value !== 'object') return String(value)
  const parts = Object.entries(value).filter(([, one]) => one !== undefined && one !== null)
  return parts.map(([name, one]) => `${labelOf(name)}：${valueWords(name, one)}`).join('；')
}

/** Facts that take several arrows, under a name that fits each of them. */
const severalArrows: Readonly<Record<string, string>> = {
  OutcomeDecided: '作出处理决定',
  ReasonsJudged: '判定申请理由是否合理',
  RequestAbandoned: '逾期不补正或者不缴费，视为放弃',
  OfficerAssigned: '指派经办人',
  OpinionFiled: '意见存卷',
  ReplyDispatched: '发出答复',
  ReplyServed: '答复送达',
  ReplyRevised: '自行纠错',
  RedoOrdered: '责令重新答复',
}

/** The name of a fact: that of the arrow it takes in the drawings. */
export const factName = (type: string): string =>
  severalArrows[type] ?? allArrows().find(({ fact }) => fact === type)?.meta.zh ?? type
