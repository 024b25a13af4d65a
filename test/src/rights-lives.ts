import { type CommandName, handle } from '@zhiqing/casework'
import type { Cabinet } from '@zhiqing/db'
import type { Day, Role } from '@zhiqing/law'

const paper = {
  file: '00000000-0000-4000-8000-000000000001',
  kind: 'other',
  name: '材料.pdf',
  mediaType: 'application/pdf',
  sha256: 'ab'.repeat(32),
  size: 1000,
}

/** A well-formed body for every command: what the law says of it is another matter. */
export const bodies: Readonly<Record<CommandName, object>> = {
  receiveRequest: {
    channel: 'inPerson',
    applicant: { kind: 'natural', name: '张三' },
    information: { description: '青禾镇2023年征地补偿标准' },
    form: { medium: 'paper', method: 'mail' },
  },
  confirmReceipt: {},
  registerRequest: {},
  assignOfficer: { officer: '王经办' },
  requestCorrection: { guidance: '可以写明文件名称、文号或者形成年份', items: ['请写明批次'] },
  receiveCorrection: { content: '第5批次' },
  acceptForm: {},
  judgeStillUnclear: { unclear: '批次', reasons: '补正后仍不明确' },
  confirmLapse: {},
  requestAssistance: { id: '新协查', unit: '档案室', question: '是否存有' },
  giveAssistance: { id: '协查', findings: '存有' },
  recordSearch: { systems: ['档案系统'], keywords: ['征地'], people: ['王'], found: true },
  openDiscussion: { question: '能否公开', members: ['王'] },
  closeDiscussion: { conclusion: '可以' },
  consultThirdParty: { id: '新第三方', party: '青禾建设公司', interest: '报价' },
  consultOrgan: { id: '新机关', organ: '青禾县财政局', as: 'other' },
  recordOpinion: { id: '第三方', opinion: 'consent' },
  askReasons: { months: 6, requests: 80 },
  receiveReasons: { content: '研究需要' },
  judgeReasons: { accepted: true },
  deferReply: { until: '2025-09-30' },
  extendReply: { workingDays: 5, reason: '内容较多' },
  chargeFee: { basis: 'perRequest', monthlyCount: 12 },
  recordPayment: { amount: 1 },
  divert: { outcome: 'Z1', reasons: '信访事项', channelTold: '信访接待室' },
  decide: { outcome: 'G1', where: '县政府网站' },
  reopenDecision: { reason: '漏列' },
  submitDraft: {},
  returnDraft: { opinion: '请修改' },
  approveDraft: {},
  signReply: { reason: '核对过' },
  dispatchReply: { method: 'mail', mailNumber: 'EMS-1' },
  recordLetterService: { letter: 'L03', servedOn: '2025-06-03' },
  recordService: { servedOn: '2025-06-03' },
  withdrawRequest: {},
  splitRequest: { items: ['补偿标准', '安置方案'] },
  recordSuccession: { applicant: { kind: 'natural', name: '张四' }, basis: '继承' },
  archiveCase: {},
  calendarDay: {},
  fileReconsideration: { procedure: 'ordinary' },
  answerReconsideration: {},
  decideReconsideration: { result: 'upheld' },
  fileLitigation: { path: 'direct' },
  answerLitigation: {},
  decideLitigation: { result: 'claimDismissed', instance: 'first' },
  orderRedo: { deadlineOn: '2025-09-30' },
  reviseReply: { reason: '适用依据有误' },
  fileComplaint: { id: '又一投诉', to: 'superior', about: '没有答复' },
  closeComplaint: { id: '投诉', result: '已经督促' },
  fileRectification: { id: '又一更正', record: '面积', evidence: '证书' },
  answerRectification: { id: '更正', finding: 'refused', reasons: '证书已经注销' },
  chaseCase: { opinion: '请尽快答复' },
  orderSupervision: { order: '请说明没有答复的原因' },
  answerSupervision: { answer: '已经答复' },
  tellOrgan: { about: 'notReceived' },
  filePapers: { attachments: [paper] },
  suggestPublication: { reasons: ['widelyKnown'] },
}

type Step = readonly [role: Role, command: CommandName, body?: object, on?: string]

/** What may be under way beside a request once it is registered: everything that some command is about. */
const beside: readonly Step[] = [
  ['remedyClerk', 'fileComplaint', { id: '投诉', to: 'superior', about: '没有答复' }],
  ['remedyClerk', 'fileReconsideration'],
  ['remedyClerk', 'fileLitigation'],
  ['registrar', 'fileRectification', { id: '更正', record: '面积', evidence: '证书' }],
]
const received: readonly Step[] = [
  ['registrar', 'receiveRequest'],
  ['supervisor', 'orderSupervision'],
]
const registered: readonly Step[] = [...received, ['registrar', 'registerRequest'], ...beside]
const awaitingCorrection: readonly Step[] = [...registered, ['officer', 'requestCorrection']]
const served = (letter: string): Step => ['registrar', 'recordLetterService', { letter, servedOn: '2025-03-03' }]
const asked: readonly Step[] = [
  ['officer', 'consultThirdParty', { id: '第三方', party: '青禾建设公司', interest: '报价' }],
  ['officer', 'askReasons'],
  ['officer', 'judgeReasons'],
]
const assisted: Step = ['officer', 'requestAssistance', { id: '协查', unit: '档案室', question: '是否存有' }]
const searching: readonly Step[] = [...registered, assisted, ...asked]
const deciding: readonly Step[] = [
  ...awaitingCorrection,
  ['registrar', 'receiveCorrection'],
  ...asked,
  ['officer', 'recordOpinion'],
]
const drafting: readonly Step[] = [...deciding, ['officer', 'decide']]
const examining: readonly Step[] = [...drafting, ['officer', 'submitDraft']]
const signing: readonly Step[] = [...examining, ['legalReviewer', 'approveDraft']]
const issued: readonly Step[] = [...signing, ['signatory', 'signReply']]
const dispatched: readonly Step[] = [...issued, ['officer', 'dispatchReply']]
const servedReply: readonly Step[] = [...dispatched, ['registrar', 'recordService', { servedOn: '2025-03-03' }]]
const awaitingPayment: readonly Step[] = [...searching, ['officer', 'recordOpinion'], ['officer', 'chargeFee']]

/** Information was given, and the organ took its reply back since. */
const again: readonly Step[] = [
  ...received,
  ['registrar', 'registerRequest'],
  ['officer', 'decide', { outcome: 'G2', items: ['补偿标准'], route: '邮寄' }],
  ['officer', 'submitDraft'],
  ['legalReviewer', 'approveDraft', { secrecyReviewedOn: '2025-03-03' }],
  ['signatory', 'signReply'],
  ['officer', 'dispatchReply'],
]
const decidingAgain: readonly Step[] = [...again, ['officeHead', 'reviseReply']]
const draftingAgain: readonly Step[] = [...decidingAgain, ['officer', 'decide']]
const examiningAgain: readonly Step[] = [...draftingAgain, ['officer', 'submitDraft']]
const signingAgain: readonly Step[] = [...examiningAgain, ['legalReviewer', 'approveDraft']]
const servedAgain: readonly Step[] = [...again, ['registrar', 'recordService', { servedOn: '2025-03-03' }]]
const awaitingPaymentAgain: readonly Step[] = [...decidingAgain, ['officer', 'chargeFee']]

/** A case for every state, with as much under way as that state can have. */
export const lives = {
  pendingConfirmation: [['registrar', 'receiveRequest', { ...bodies.receiveRequest, channel: 'fax' }]],
  received,
  registered,
  formReview: [...registered, ['officeHead', 'assignOfficer']],
  awaitingCorrection,
  triage: [...registered, ['officer', 'acceptForm']],
  awaitingReasons: [...searching, ['officer', 'askReasons']],
  searching,
  discussing: [...searching, ['officer', 'openDiscussion']],
  deciding,
  awaitingPayment,
  drafting,
  examining,
  signing,
  issued,
  served: servedReply,
  abandoned: [...awaitingPayment, served('L06'), ['registrar', 'confirmLapse', {}, '2025-05-30']],
  withdrawn: [...searching, ['officer', 'recordOpinion'], ['registrar', 'withdrawRequest']],
  archived: [...servedReply, ['registrar', 'archiveCase']],
  /** The same state in another life, for commands that want just that. */
  'issued, dispatched': dispatched,
  'awaitingReasons, given before': [...decidingAgain, ['officer', 'askReasons']],
  'searching, given before': [...decidingAgain, assisted],
  'discussing, given before': [...decidingAgain, ['officer', 'openDiscussion']],
  'deciding, given before': decidingAgain,
  'awaitingPayment, given before': awaitingPaymentAgain,
  'drafting, given before': draftingAgain,
  'examining, given before': examiningAgain,
  'signing, given before': signingAgain,
  'issued, given before': again,
  'served, given before': servedAgain,
  'abandoned, given before': [...awaitingPaymentAgain, served('L06'), ['registrar', 'confirmLapse', {}, '2025-05-30']],
  'withdrawn, given before': [...decidingAgain, ['registrar', 'withdrawRequest']],
  'archived, given before': [...servedAgain, ['registrar', 'archiveCase']],
  'abandoned, not corrected': [...awaitingCorrection, served('P01'), ['registrar', 'confirmLapse', {}, '2025-05-30']],
} as const satisfies Readonly<Record<string, readonly Step[]>>
export type Life = keyof typeof lives

/** Lives a life on one Monday, unless a step names its day; resolves to the id. */
export const live = async (cabinet: Cabinet, steps: readonly Step[]): Promise<string> => {
  let caseId: string | undefined
  for (const [role, command, input = bodies[command], on = '2025-03-03'] of steps) {
    const order = { organ: 'QHZR', caseId, command, input, on: on as Day, actor: { role, person: role } }
    const answer = await handle(cabinet.store, order)
    if (!answer.ok) throw new Error(`${command}: ${JSON.stringify(answer)}`)
    caseId = answer.id
  }
  return caseId ?? ''
}
