import { assign, setup } from 'xstate'
import * as act from './request-acts.js'
import type { ClockParams, LetterParams } from './step.js'

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
  'FeeCharged',
  'PaymentReceived',
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
  'DecisionReopened',
  'ReplySigned',
  'ReplyDispatched',
  'ReplyReturned',
  'ReplyServed',
  'RequestWithdrawn',
  'CaseArchived',
  'LetterIssued',
  'LetterServed',
  'OpinionFiled',
  'CalendarChanged',
] as const
export type RequestFact = (typeof requestFacts)[number]

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
  /** OutcomeDecided: the applicant is no more, a file note closes the case (rulebook R101). */
  readonly closes?: boolean
}

/** What may be done in triage and deciding: open a task, file a search, charge a fee, decide. */
const onTheMerits = {
  ...act.tasksOpened('searching'),
  SearchRecorded: act.searched('deciding'),
  DiscussionOpened: act.discussionOpened,
  FeeCharged: act.feeCharged,
  OutcomeDecided: act.decided,
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
    closes: ({ event }) => event.closes === true,
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
  on: act.filed,
  states: {
    receiving: {
      initial: 'draft',
      states: {
        draft: { on: { RequestArrived: act.arrived, RequestReceived: act.received } },
        pendingConfirmation: { on: { ReceiptConfirmed: act.confirmed } },
        received: {
          on: { RequestRegistered: act.registered, ReplyExtended: act.extended, RequestWithdrawn: act.withdrawn },
        },
      },
    },
    registering: {
      initial: 'registered',
      on: { ReplyExtended: act.extended, RequestWithdrawn: act.withdrawn },
      states: {
        registered: {
          on: {
            OfficerAssigned: act.reviewBegun,
            CorrectionRequested: act.correctionRequested,
            FormAccepted: act.formAccepted,
          },
        },
      },
    },
    handling: {
      initial: 'formReview',
      on: { OfficerAssigned: act.assigned, ReplyExtended: act.extended, RequestWithdrawn: act.withdrawn },
      states: {
        formReview: {
          on: {
            CorrectionRequested: act.correctionRequested,
            FormAccepted: act.formAccepted,
            StillUnclearJudged: act.stillUnclear,
          },
        },
        awaitingCorrection: {
          on: { ReplyExtended: {}, CorrectionReceived: act.correctionReceived, RequestAbandoned: act.abandoned },
        },
        triage: { on: onTheMerits },
        deciding: { on: { ...onTheMerits, StillUnclearJudged: act.stillUnclear } },
        awaitingPayment: {
          on: {
            ReplyExtended: {},
            AssistanceGiven: act.assistanceGiven.staying,
            PaymentReceived: act.paymentReceived,
            RequestAbandoned: act.unpaid,
          },
        },
      },
    },
    assisting: {
      initial: 'searching',
      on: {
        ...act.tasksOpened(),
        OfficerAssigned: act.assigned,
        SearchRecorded: act.searched(),
        ReplyExtended: act.extended,
        OutcomeDecided: act.decided,
        RequestWithdrawn: act.withdrawn,
      },
      states: {
        searching: {
          on: {
            DiscussionOpened: act.discussionOpened,
            FeeCharged: act.feeCharged,
            AssistanceGiven: act.assistanceGiven.leading,
            OpinionReceived: act.opinionReceived.leading,
            ConsultationReturned: act.consultationReturned.leading,
            ConsultationLapsed: act.consultationLapsed.leading,
          },
        },
        discussing: {
          on: {
            DiscussionClosed: act.discussionClosed,
            AssistanceGiven: act.assistanceGiven.staying,
            OpinionReceived: act.opinionReceived.staying,
            ConsultationReturned: act.consultationReturned.staying,
            ConsultationLapsed: act.consultationLapsed.staying,
          },
        },
      },
    },
    replying: {
      initial: 'drafting',
      on: { OfficerAssigned: act.assigned, ReplyExtended: act.extended, RequestWithdrawn: act.withdrawn },
      states: {
        drafting: { on: { DraftSubmitted: act.submitted, DecisionReopened: act.reopened } },
        examining: { on: { DraftReturned: act.draftReturned, DraftApproved: act.approved } },
        signing: { on: { DraftReturned: act.draftReturned, ReplySigned: act.signed } },
        issued: {
          on: {
            ReplyExtended: {},
            RequestWithdrawn: {},
            ReplyDispatched: act.dispatched,
            ReplyReturned: act.replyReturned,
            ReplyServed: act.served,
          },
        },
      },
    },
    closed: {
      initial: 'served',
      on: { CaseArchived: act.archivedAway },
      states: {
        served: { on: { ReplyServed: act.serviceCorrected } },
        abandoned: { on: { CorrectionReceived: act.lapseUndone, PaymentReceived: act.paymentFound } },
        withdrawn: {},
      },
    },
    archived: {},
  },
})
