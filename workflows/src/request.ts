import { assign, setup } from 'xstate'
import { type ClockParams, type LetterParams, stepper } from './step.js'

/** The facts that move a request; the words are those of the ledger. */
export const requestFacts = [
  'RequestArrived',
  'RequestReceived',
  'ReceiptConfirmed',
  'RequestRegistered',
  'OfficerAssigned',
  'FormAccepted',
  'CorrectionRequested',
  'CorrectionReceived',
  'RequestAbandoned',
  'AssistanceRequested',
  'AssistanceGiven',
  'SearchRecorded',
  'DiscussionOpened',
  'DiscussionClosed',
  'ThirdPartyConsulted',
  'CoProducerConsulted',
  'OrganConsulted',
  'OpinionReceived',
  'ConsultationReturned',
  'ConsultationLapsed',
  'ReplyExtended',
  'OutcomeDecided',
  'StillUnclearJudged',
  'DraftSubmitted',
  'DraftReturned',
  'DraftApproved',
  'ReplySigned',
  'ReplyDispatched',
  'ReplyServed',
  'RequestWithdrawn',
  'CaseArchived',
  'LetterIssued',
  'LetterServed',
  'OpinionFiled',
] as const
export type RequestFact = (typeof requestFacts)[number]

const step = stepper<'lastTask' | 'noTask' | 'endsAtDispatch' | 'endsAtService', 'taskOpened' | 'taskEnded' | 'sent'>()

const assigned = step('T6', 'practice', '指派经办人')
const extended = step('T25', 'ogi:33.2', '延长答复期限', { clock: ['extend', 'notifiedOn'], letters: ['P03'] })
const withdrawn = step('T35', 'practice', '申请人撤回', {
  target: '#request.closed.withdrawn',
  clock: ['end', 'withdrawnOn'],
  letters: ['L15'],
})
const accepted = step('T12', 'ogi:29', '形式审查通过', { target: '#request.handling.triage' })
const corrected = { target: '#request.handling.formReview', clock: ['restart', 'receivedOn'] } as const
const askToCorrect = step('T8', 'ogi:30', '告知补正', {
  target: '#request.handling.awaitingCorrection',
  clock: ['hold', 'requestedOn'],
  letters: ['P01'],
})
const decided = step('T29', 'ogi:36', '作出处理决定', { target: '#request.replying.drafting' })

const thirdPartyLetters: readonly LetterParams[] = [{ letter: 'P04' }, { letter: 'P05', when: 'suspensionBegins' }]
const organLetters: readonly LetterParams[] = [{ letter: 'P07' }, { letter: 'P05', when: 'suspensionBegins' }]

/** The acts that open a task of the 协查 stage; `target` is left out where the case already stands there. */
const openTasks = (target?: string) => {
  const to = target ? { target } : {}
  return {
    AssistanceRequested: step('T18', 'practice', '发出协查', { ...to, tally: 'taskOpened', letters: ['L05'] }),
    ThirdPartyConsulted: step('T22', 'ogi:32', '书面征求第三方意见', {
      ...to,
      tally: 'taskOpened',
      letters: thirdPartyLetters,
    }),
    CoProducerConsulted: step('T23', 'ogi:34', '书面征求共同制作机关意见', {
      ...to,
      tally: 'taskOpened',
      letters: organLetters,
    }),
    OrganConsulted: step('T23', 'ogi:33.3', '书面征求其他机关意见', {
      ...to,
      tally: 'taskOpened',
      letters: organLetters,
    }),
  }
}

/** The last open task leads back to 办理; others leave the case where it is. */
const ended = (t: string, article: 'practice' | 'ogi:32' | 'ogi:33.3', zh: string) => [
  step(t, article, zh, { guard: 'lastTask', target: '#request.handling.deciding', tally: 'taskEnded' }),
  step(t, article, zh, { tally: 'taskEnded' }),
]
const endedInPlace = (t: string, article: 'practice' | 'ogi:32' | 'ogi:33.3', zh: string) =>
  step(t, article, zh, { tally: 'taskEnded' })

const searched = (target?: string) =>
  step('T19', 'ogi:36(4)', '检索记录入卷', { ...(target ? { target } : {}), letters: ['L11'] })
const discussionOpened = step('T21', 'practice', '会商', { target: '#request.assisting.discussing' })

/** What may be done in triage and deciding: open a task, file a search, decide. */
const handlingActs = {
  ...openTasks('#request.assisting.searching'),
  SearchRecorded: searched('#request.handling.deciding'),
  DiscussionOpened: discussionOpened,
  OutcomeDecided: decided,
}

/** Only what guards need: how many tasks are open, and whether the reply went out in a way that ends the clock. */
export interface RequestContext {
  readonly tasks: number
  readonly sent: boolean
}

/** A fact as the machine sees it; the rest of it passes through untouched. */
export interface RequestEvent {
  readonly type: RequestFact
  /** ReplyDispatched: post, electronic service and public notice end the clock at dispatch (rulebook R60). */
  readonly endsClock?: boolean
}

/**
 * 依申请公开 of one request: 接收 → 登记 → 办理 ⇄ 协查 → 答复 → 办结 → 归档 (条例 第四章; rulebook T1–T36).
 * Statutory limits are clock verbs here and dates in `law`; no timer, no child machine, no history.
 */
export const requestMachine = setup({
  types: {
    context: {} as RequestContext,
    events: {} as RequestEvent,
  },
  guards: {
    lastTask: ({ context }) => context.tasks <= 1,
    noTask: ({ context }) => context.tasks === 0,
    endsAtDispatch: ({ context, event }) => !context.sent && event.endsClock === true,
    endsAtService: ({ context }) => !context.sent,
  },
  actions: {
    taskOpened: assign({ tasks: ({ context }) => context.tasks + 1 }),
    taskEnded: assign({ tasks: ({ context }) => context.tasks - 1 }),
    sent: assign({ sent: true }),
    noted: () => {},
    clock: (_, _params: ClockParams) => {},
    letter: (_, _params: LetterParams) => {},
  },
}).createMachine({
  id: 'request',
  context: { tasks: 0, sent: false },
  initial: 'receiving',
  on: {
    LetterIssued: step('R52', 'ogi:45', '文书编号入账'),
    LetterServed: step('R60', 'ogi:45', '记录文书送达'),
    OpinionFiled: step('T24', 'ogi:32', '意见存卷，期间已经计算'),
  },
  states: {
    receiving: {
      initial: 'draft',
      states: {
        draft: {
          on: {
            RequestArrived: step('T3', 'ogi:31', '收到需双方确认的申请', { target: 'pendingConfirmation' }),
            RequestReceived: step('T2', 'ogi:31', '收到申请', {
              target: 'received',
              clock: ['start', 'receivedOn'],
              letters: ['L03'],
            }),
          },
        },
        pendingConfirmation: {
          on: {
            ReceiptConfirmed: step('T4', 'ogi:31', '双方确认收到', {
              target: 'received',
              clock: ['start', 'receivedOn'],
              letters: ['L03'],
            }),
          },
        },
        received: {
          on: {
            RequestRegistered: step('T5', 'ogi:45', '登记', {
              target: '#request.registering.registered',
              letters: ['L02'],
            }),
            ReplyExtended: extended,
            RequestWithdrawn: withdrawn,
          },
        },
      },
    },
    registering: {
      initial: 'registered',
      on: { ReplyExtended: extended, RequestWithdrawn: withdrawn },
      states: {
        registered: {
          on: {
            OfficerAssigned: step('T6', 'practice', '指派经办人，开始形式审查', {
              target: '#request.handling.formReview',
            }),
            CorrectionRequested: askToCorrect,
            FormAccepted: accepted,
          },
        },
      },
    },
    handling: {
      initial: 'formReview',
      on: { OfficerAssigned: assigned, ReplyExtended: extended, RequestWithdrawn: withdrawn },
      states: {
        formReview: {
          on: {
            CorrectionRequested: askToCorrect,
            FormAccepted: accepted,
            StillUnclearJudged: step('T11', 'ogi:30', '补正后仍不明确', { target: '#request.replying.drafting' }),
          },
        },
        awaitingCorrection: {
          on: {
            ReplyExtended: {},
            CorrectionReceived: step('T9', 'ogi:30', '收到补正', corrected),
            RequestAbandoned: step('T10', 'ogi:30', '逾期不补正，视为放弃', {
              target: '#request.closed.abandoned',
              clock: ['end', 'abandonedOn'],
              letters: ['L15'],
            }),
          },
        },
        triage: { on: handlingActs },
        deciding: { on: handlingActs },
      },
    },
    assisting: {
      initial: 'searching',
      on: {
        OfficerAssigned: assigned,
        ReplyExtended: extended,
        RequestWithdrawn: withdrawn,
        OutcomeDecided: decided,
        SearchRecorded: searched(),
      },
      states: {
        searching: {
          on: {
            ...openTasks(),
            DiscussionOpened: discussionOpened,
            AssistanceGiven: ended('T19', 'practice', '协查反馈'),
            OpinionReceived: ended('T24', 'ogi:33.3', '收到意见'),
            ConsultationReturned: ended('T24', 'ogi:33.3', '征求意见书退回'),
            ConsultationLapsed: ended('T24', 'ogi:32', '逾期未提出意见'),
          },
        },
        discussing: {
          on: {
            ...openTasks(),
            AssistanceGiven: endedInPlace('T19', 'practice', '协查反馈'),
            OpinionReceived: endedInPlace('T24', 'ogi:33.3', '收到意见'),
            ConsultationReturned: endedInPlace('T24', 'ogi:33.3', '征求意见书退回'),
            ConsultationLapsed: endedInPlace('T24', 'ogi:32', '逾期未提出意见'),
            DiscussionClosed: [
              step('T21', 'practice', '会商结束', {
                guard: 'noTask',
                target: '#request.handling.deciding',
                letters: ['L10'],
              }),
              step('T21', 'practice', '会商结束', { target: 'searching', letters: ['L10'] }),
            ],
          },
        },
      },
    },
    replying: {
      initial: 'drafting',
      on: { OfficerAssigned: assigned, ReplyExtended: extended, RequestWithdrawn: withdrawn },
      states: {
        drafting: { on: { DraftSubmitted: step('T30', 'ogi:45', '送审', { target: 'examining' }) } },
        examining: {
          on: {
            DraftReturned: step('T31', 'ogi:45', '退回修改', { target: 'drafting' }),
            DraftApproved: step('T31', 'ogi:45', '审核通过', { target: 'signing', letters: ['L08'] }),
          },
        },
        signing: {
          on: {
            ReplySigned: step('T32', 'ogi:36', '签发', {
              target: 'issued',
              letters: [{ letter: 'reply' }, { letter: 'P06', when: 'objectionOverruled' }],
            }),
          },
        },
        issued: {
          on: {
            RequestWithdrawn: {},
            ReplyDispatched: [
              step('T33', 'ogi:33.2', '交邮或者电子送达', {
                guard: 'endsAtDispatch',
                clock: ['end', 'dispatchedOn'],
                tally: 'sent',
              }),
              step('T33', 'ogi:33.2', '交付直接送达'),
            ],
            ReplyServed: [
              step('T34', 'ogi:33.2', '申请人签收', {
                guard: 'endsAtService',
                target: '#request.closed.served',
                clock: ['end', 'servedOn'],
              }),
              step('T34', 'reconsideration:20', '申请人收到答复', { target: '#request.closed.served' }),
            ],
          },
        },
      },
    },
    closed: {
      initial: 'served',
      on: { CaseArchived: step('T36', 'ogi:45', '归档', { target: 'archived' }) },
      states: {
        served: { on: { ReplyServed: step('T34', 'reconsideration:20', '更正送达日期') } },
        abandoned: {
          on: { CorrectionReceived: step('T9', 'ogi:30', '补正在期限内或者有正当理由，恢复办理', corrected) },
        },
        withdrawn: {},
      },
    },
    archived: {},
  },
})
