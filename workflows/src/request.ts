import { assign, setup } from 'xstate'
import * as act from './request-acts.js'
import type { RequestContext, RequestEvent } from './request-facts.js'
import * as redo from './request-redo.js'
import type { ClockParams, LetterParams } from './step.js'

/** What may be done in triage and deciding: open a task, file a search, charge a fee, decide. */
const onTheMerits = {
  ...act.tasksOpened('searching'),
  SearchRecorded: act.searched('deciding'),
  DiscussionOpened: act.discussionOpened,
  ReasonsAsked: act.reasonsAsked,
  FeeCharged: act.feeCharged,
  RequestSplit: act.split,
  OutcomeDecided: act.decided,
}

/** What a task's end does where the case itself waits for the applicant: the case stays. */
const tasksEndStaying = {
  AssistanceGiven: act.assistanceGiven.staying,
  OpinionReceived: act.opinionReceived.staying,
  ConsultationReturned: act.consultationReturned.staying,
  ConsultationLapsed: act.consultationLapsed.staying,
}

/** The applicant's own acts, and more time, until the reply is signed. */
const untilSigned = {
  ReplyExtended: act.extended,
  RequestWithdrawn: act.withdrawn,
  ItemsWithdrawn: act.itemsWithdrawn,
  ApplicantSucceeded: act.succeeded,
  RedoOrdered: redo.performanceOrdered,
}
/** The same once somebody handles it: who does may change, and a reply may be deferred. */
const handled = { ...untilSigned, OfficerAssigned: act.assigned, ReplyDeferred: act.deferred }
const noMoreTime = { ReplyExtended: {}, ReplyDeferred: {}, RedoOrdered: {} }

/**
 * 依申请公开 of one request: 接收 → 登记 → 办理 ⇄ 协查 → 答复 → 办结 → 归档 (条例 第四章; rulebook T1–T39).
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
    rejected: ({ event }) => event.accepted === false,
    noTask: ({ context }) => context.tasks === 0,
    namesDay: ({ event }) => Boolean(event.until),
    noTaskNamesDay: ({ context, event }) => context.tasks === 0 && Boolean(event.until),
    sent: ({ context }) => context.sent,
    sentNoTask: ({ context }) => context.sent && context.tasks === 0,
    unsent: ({ context }) => !context.sent,
    endsAtDispatch: ({ context, event }) => !context.sent && event.endsClock === true,
    endsAtService: ({ context }) => !context.sent,
  },
  actions: {
    taskOpened: assign({ tasks: ({ context }) => context.tasks + 1 }),
    taskEnded: assign({ tasks: ({ context }) => context.tasks - 1 }),
    sent: assign({ sent: true }),
    roundBegun: assign({ sent: false }),
    noted: () => {},
    clock: (_, _params: ClockParams) => {},
    letter: (_, _params: LetterParams) => {},
  },
}).createMachine({
  id: 'request',
  context: { tasks: 0, sent: false },
  initial: 'receiving',
  on: { ...act.filed, ...redo.filedBeside },
  states: {
    receiving: {
      initial: 'draft',
      states: {
        draft: {
          on: { RequestArrived: act.arrived, RequestReceived: act.received, RequestSplitOff: act.splitOff },
        },
        pendingConfirmation: { on: { ReceiptConfirmed: act.confirmed } },
        received: { on: { ...untilSigned, RequestRegistered: act.registered } },
      },
    },
    registering: {
      initial: 'registered',
      on: untilSigned,
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
      on: handled,
      states: {
        formReview: {
          on: {
            CorrectionRequested: act.correctionRequested,
            FormAccepted: act.formAccepted,
            StillUnclearJudged: act.stillUnclear,
          },
        },
        awaitingCorrection: {
          on: { ...noMoreTime, CorrectionReceived: act.correctionReceived, RequestAbandoned: act.abandoned },
        },
        triage: { on: onTheMerits },
        awaitingReasons: {
          on: { ...tasksEndStaying, ReasonsReceived: act.reasonsReceived, ReasonsJudged: act.reasonsJudged },
        },
        deciding: { on: { ...onTheMerits, StillUnclearJudged: act.stillUnclear } },
        awaitingPayment: {
          on: {
            ...noMoreTime,
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
        ...handled,
        ...act.tasksOpened(),
        SearchRecorded: act.searched(),
        OutcomeDecided: act.decided,
      },
      states: {
        searching: {
          on: {
            DiscussionOpened: act.discussionOpened,
            ReasonsAsked: act.reasonsAsked,
            FeeCharged: act.feeCharged,
            RequestSplit: act.split,
            AssistanceGiven: act.assistanceGiven.leading,
            OpinionReceived: act.opinionReceived.leading,
            ConsultationReturned: act.consultationReturned.leading,
            ConsultationLapsed: act.consultationLapsed.leading,
          },
        },
        discussing: {
          on: { ...tasksEndStaying, DiscussionClosed: act.discussionClosed },
        },
      },
    },
    replying: {
      initial: 'drafting',
      on: handled,
      states: {
        drafting: { on: { DraftSubmitted: act.submitted, DecisionReopened: act.reopened } },
        examining: { on: { DraftReturned: act.draftReturned, DraftApproved: act.approved } },
        signing: { on: { DraftReturned: act.draftReturned, ReplySigned: act.signed } },
        issued: {
          on: {
            ...noMoreTime,
            RequestWithdrawn: act.withdrawnUnsent,
            ItemsWithdrawn: {},
            ReplyDispatched: act.dispatched,
            ReplyReturned: act.replyReturned,
            ReplyServed: act.served,
            RedoOrdered: redo.redoOrdered,
            ReplyRevised: redo.replyRevised,
          },
        },
      },
    },
    closed: {
      initial: 'served',
      on: { CaseArchived: act.archivedAway, RedoOrdered: redo.redoOrdered },
      states: {
        served: { on: { ReplyServed: act.serviceCorrected, ReplyRevised: redo.replyRevised } },
        abandoned: { on: { CorrectionReceived: act.lapseUndone, PaymentReceived: act.paymentFound } },
        withdrawn: {},
      },
    },
    archived: { on: { RedoOrdered: redo.redoOrdered, ReplyRevised: redo.replyRevised } },
  },
})
