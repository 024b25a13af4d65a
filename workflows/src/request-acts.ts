import { type LetterParams, stepper } from './step.js'

/** The arrows of the request machine, each with its rulebook number, article and what follows from it. */
const step = stepper<
  'lastTask' | 'noTask' | 'closes' | 'rejected' | 'endsAtDispatch' | 'endsAtService' | 'unsent',
  'taskOpened' | 'taskEnded' | 'sent'
>()

const inReceiving = (state: string) => `#request.receiving.${state}`
const inHandling = (state: string) => `#request.handling.${state}`
const inAssisting = (state: string) => `#request.assisting.${state}`
const inReplying = (state: string) => `#request.replying.${state}`
const inClosed = (state: string) => `#request.closed.${state}`

const receipt = { target: inReceiving('received'), clock: ['start', 'receivedOn'], letters: ['L03'] } as const
export const arrived = step('T3', 'ogi:31', '收到需双方确认的申请', { target: inReceiving('pendingConfirmation') })
export const received = step('T2', 'ogi:31', '收到申请', receipt)
export const confirmed = step('T4', 'ogi:31', '双方确认收到', receipt)
export const registered = step('T5', 'ogi:45', '登记', { target: '#request.registering.registered', letters: ['L02'] })

export const assigned = step('T6', 'practice', '指派经办人')
export const reviewBegun = step('T6', 'practice', '指派经办人，开始形式审查', { target: inHandling('formReview') })
export const formAccepted = step('T12', 'ogi:29', '形式审查通过', { target: inHandling('triage') })

export const correctionRequested = step('T8', 'ogi:30', '告知补正', {
  target: inHandling('awaitingCorrection'),
  clock: ['hold', 'requestedOn'],
  letters: ['P01'],
})
const corrected = { target: inHandling('formReview'), clock: ['restart', 'receivedOn'] } as const
export const correctionReceived = step('T9', 'ogi:30', '收到补正', corrected)
export const lapseUndone = step('T9', 'ogi:30', '补正在期限内或者有正当理由，恢复办理', corrected)
export const abandoned = step('T10', 'ogi:30', '逾期不补正，视为放弃', {
  target: inClosed('abandoned'),
  clock: ['end', 'abandonedOn'],
  letters: ['L15'],
})
export const stillUnclear = step('T11', 'ogi:30', '补正后仍不明确', { target: inReplying('drafting') })

/** 收费 (办法第六条): the notice stops the clock, payment in full gives the whole period anew, silence ends the request. */
export const feeCharged = step('T26', 'fee:6', '发出收费通知', {
  target: inHandling('awaitingPayment'),
  clock: ['hold', 'chargedOn'],
  letters: ['L06'],
})
/** Back to where outcomes are judged; with an open 协查, to where that can still end. */
const paid = (zh: string) => [
  step('T27', 'fee:6', zh, { guard: 'noTask', target: inHandling('deciding'), clock: ['restart', 'paidOn'] }),
  step('T27', 'fee:6', zh, { target: inAssisting('searching'), clock: ['restart', 'paidOn'] }),
]
export const paymentReceived = paid('缴清信息处理费')
export const paymentFound = paid('查明在期限内缴清，恢复办理')
export const unpaid = step('T28', 'fee:6', '逾期不缴费，视为放弃', {
  target: inClosed('abandoned'),
  clock: ['end', 'abandonedOn'],
  letters: ['L15'],
})

const thirdPartyLetters: readonly LetterParams[] = [{ letter: 'P04' }, { letter: 'P05', when: 'suspensionBegins' }]
const organLetters: readonly LetterParams[] = [{ letter: 'P07' }, { letter: 'P05', when: 'suspensionBegins' }]

/** The acts that open a task of the 协查 stage; `to` is left out where the case already stands there. */
export const tasksOpened = (to?: 'searching') => {
  const task = { ...(to ? { target: inAssisting(to) } : {}), tally: 'taskOpened' } as const
  return {
    AssistanceRequested: step('T18', 'practice', '发出协查', { ...task, letters: ['L05'] }),
    ThirdPartyConsulted: step('T22', 'ogi:32', '书面征求第三方意见', { ...task, letters: thirdPartyLetters }),
    CoProducerConsulted: step('T23', 'ogi:34', '书面征求共同制作机关意见', { ...task, letters: organLetters }),
    OrganConsulted: step('T23', 'ogi:33.3', '书面征求其他机关意见', { ...task, letters: organLetters }),
  }
}

/** The end of a task: the last one leads back to 办理, another leaves the case where it is. */
const ended = (t: string, article: 'practice' | 'ogi:32' | 'ogi:33.3', zh: string) => ({
  leading: [
    step(t, article, zh, { guard: 'lastTask', target: inHandling('deciding'), tally: 'taskEnded' }),
    step(t, article, zh, { tally: 'taskEnded' }),
  ],
  staying: step(t, article, zh, { tally: 'taskEnded' }),
})
export const assistanceGiven = ended('T19', 'practice', '协查反馈')
export const opinionReceived = ended('T24', 'ogi:33.3', '收到意见')
export const consultationReturned = ended('T24', 'ogi:33.3', '征求意见书退回')
export const consultationLapsed = ended('T24', 'ogi:32', '逾期未提出意见')

export const searched = (to?: 'deciding') =>
  step('T19', 'ogi:36(4)', '检索记录入卷', { ...(to ? { target: inHandling(to) } : {}), letters: ['L11'] })
export const discussionOpened = step('T21', 'practice', '会商', { target: inAssisting('discussing') })
export const discussionClosed = [
  step('T21', 'practice', '会商结束', { guard: 'noTask', target: inHandling('deciding'), letters: ['L10'] }),
  step('T21', 'practice', '会商结束', { target: inAssisting('searching'), letters: ['L10'] }),
]

export const extended = step('T25', 'ogi:33.2', '延长答复期限', { clock: ['extend', 'notifiedOn'], letters: ['P03'] })

/** 数量、频次明显超过合理范围 (条例 35): asking stops no clock; what is no good reason ends in a reply that nothing is done. */
export const reasonsAsked = step('T14', 'ogi:35', '要求说明理由', {
  target: inHandling('awaitingReasons'),
  letters: ['P02'],
})
export const reasonsReceived = step('T14', 'ogi:35', '收到申请人说明的理由')
export const reasonsJudged = [
  step('T15', 'ogi:35', '理由不合理或者没有说明', { guard: 'rejected', target: inReplying('drafting') }),
  step('T16', 'ogi:35', '理由合理', { guard: 'noTask', target: inHandling('deciding') }),
  step('T16', 'ogi:35', '理由合理', { target: inAssisting('searching') }),
]
export const deferred = step('T17', 'ogi:35', '确定并告知延迟答复的期限', {
  clock: ['defer', 'notifiedOn'],
  letters: ['L12'],
})

export const decided = [
  step('T29', 'practice', '申请人死亡或者终止，记录终结', {
    guard: 'closes',
    target: inClosed('withdrawn'),
    clock: ['end', 'decidedOn'],
  }),
  step('T29', 'ogi:36', '作出处理决定', { target: inReplying('drafting') }),
]
export const submitted = step('T30', 'ogi:45', '送审', { target: inReplying('examining') })
export const draftReturned = step('T31', 'ogi:45', '退回修改', { target: inReplying('drafting') })
/** 重新研究: back to where outcomes are judged; with an open task, to where that task can still end. */
export const reopened = [
  step('T31', 'ogi:45', '重新研究', { guard: 'noTask', target: inHandling('deciding') }),
  step('T31', 'ogi:45', '重新研究', { target: inAssisting('searching') }),
]
export const approved = step('T31', 'ogi:45', '审核通过', { target: inReplying('signing'), letters: ['L08'] })
export const signed = step('T32', 'ogi:36', '签发', {
  target: inReplying('issued'),
  letters: [{ letter: 'reply' }, { letter: 'P06', when: 'objectionOverruled' }],
})
export const dispatched = [
  step('T33', 'ogi:33.2', '交邮或者电子送达', {
    guard: 'endsAtDispatch',
    clock: ['end', 'dispatchedOn'],
    tally: 'sent',
  }),
  step('T33', 'ogi:33.2', '交付直接送达'),
]
export const replyReturned = step('R62', 'practice', '答复退回')
export const served = [
  step('T34', 'ogi:33.2', '申请人签收', {
    guard: 'endsAtService',
    target: inClosed('served'),
    clock: ['end', 'servedOn'],
    tally: 'sent',
  }),
  step('T34', 'reconsideration:20', '申请人收到答复', { target: inClosed('served') }),
]
export const serviceCorrected = step('T34', 'reconsideration:20', '更正送达日期')
export const withdrawn = step('T35', 'practice', '申请人撤回', {
  target: inClosed('withdrawn'),
  clock: ['end', 'withdrawnOn'],
  letters: ['L15'],
})
/** Signed and not yet on its way: any time before dispatch (rulebook R104); afterwards there is a reply. */
export const withdrawnUnsent = [
  step('T35', 'practice', '答复发出以前申请人撤回', {
    guard: 'unsent',
    target: inClosed('withdrawn'),
    clock: ['end', 'withdrawnOn'],
    letters: ['L15'],
  }),
  {},
]
export const itemsWithdrawn = step('T35', 'practice', '申请人撤回部分内容', { letters: ['L15'] })
/** 一件分为几件: this case goes on with the first item, the others are cases of their own with its receipt day (rulebook T39). */
export const split = step('T39', 'practice', '拆分申请')
export const splitOff = step('T39', 'practice', '由拆分而立案，期限随原申请', {
  target: '#request.registering.registered',
  letters: ['L03', 'L02'],
})
/** An heir or successor takes the request over in writing; no day moves (rulebook R101). */
export const succeeded = step('R101', 'practice', '申请人变更')
export const archivedAway = step('T36', 'ogi:45', '归档', { target: '#request.archived' })

/** What is only filed, wherever the case stands. */
export const filed = {
  LetterIssued: step('R52', 'ogi:45', '文书编号入账'),
  LetterServed: step('R60', 'ogi:45', '记录文书送达'),
  OpinionFiled: step('T24', 'ogi:32', '意见存卷，期间已经计算'),
  CaseChased: step('R78', 'ogi:47.1', '主管部门催办'),
  SupervisionOrdered: step('R78', 'ogi:47.1', '主管部门督办'),
  SupervisionAnswered: step('R78', 'ogi:47.1', '答复督办'),
  CalendarChanged: step('C4', 'ogi:33.2', '放假安排调整，期限随之变动'),
  ApplicantTold: step('R62', 'practice', '申请人告知情况'),
  PapersFiled: step('R63', 'ogi:45', '收录材料'),
  PublicationSuggested: step('R42', 'ogi:44.2', '申请人建议主动公开'),
}
