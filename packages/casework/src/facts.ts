import type {
  ApplicantKind,
  ArticleRef,
  Channel,
  ClockVerb,
  Day,
  DueKind,
  FeeBasis,
  Opinion,
  OtherKind,
  Outcome,
  RemedyBlock,
  Retention,
  Role,
  ServiceMethod,
  WithholdingGround,
} from '@zhiqing/law'
import type { LetterCode } from '@zhiqing/workflows'
import type { AttachmentFields } from './attachment.js'
import type { RemedyFacts } from './facts-remedies.js'
import type { PublicationReason } from './publication/suggestion.js'

/** Who asks. Personal: the ledger keeps a digest, the words lie in a table of their own. */
export interface Applicant {
  readonly kind: ApplicantKind
  readonly name: string
  readonly idType?: string | undefined
  readonly idNumber?: string | undefined
  readonly phone?: string | undefined
  readonly email?: string | undefined
  readonly address?: string | undefined
  readonly agent?: string | undefined
}

/** What is asked for, in the applicant's words (条例 29(2)). */
export interface Information {
  readonly description: string
  readonly title?: string | undefined
  readonly documentNumber?: string | undefined
  readonly period?: string | undefined
}

/** How it is wanted (条例 29(3)); paper by post where the applicant did not say (rulebook R22). */
export interface RequestForm {
  readonly medium: 'paper' | 'electronic'
  readonly method: 'mail' | 'email' | 'pickup' | 'inspection' | 'online'
  /** 无法按此提供时接受其他方式: the organ may choose another way of its own (条例 40). */
  readonly otherWay?: boolean | undefined
}

export interface Arrived extends AttachmentFields {
  readonly channel: Channel
  readonly arrivedOn: Day
  /** 12345, a mailbox, 信访: who handed it over; both sides then confirm (rulebook R108). */
  readonly transferredFrom?: string | undefined
  /** The number on the envelope, by which the post proves when it was signed for. */
  readonly mailNumber?: string | undefined
  /** 演练: goes the way of any request and is in no figure (rulebook R98). Marked at receipt, never later. */
  readonly drill?: true | undefined
  readonly applicant: Applicant
  readonly coApplicants: readonly Applicant[]
  readonly information: Information
  readonly form: RequestForm
}

/** One thing asked for among several, with its own outcome, reasons and remedy (rulebook R51). */
export interface PartDecision {
  readonly what: string
  readonly outcome: Outcome
  readonly reasons?: string | undefined
  readonly grounds?: readonly WithholdingGround[] | undefined
  readonly kind?: OtherKind | undefined
  readonly [field: string]: unknown
}

/** The decision with the fields of its outcome (contract §2), kept as filed. */
export interface Decision {
  /** Of a request of several things: the headline (rulebook R51). */
  readonly outcome: Outcome
  readonly parts?: readonly PartDecision[] | undefined
  readonly reasons?: string | undefined
  readonly grounds?: readonly WithholdingGround[] | undefined
  readonly kind?: OtherKind | undefined
  readonly [field: string]: unknown
}

/** How a consultee is related to the information; an assisting unit is asked for facts, never for an opinion. */
export type ConsulteeKind = 'thirdParty' | 'coProducer' | 'other'

interface Consulted {
  readonly id: string
  readonly dispatchedOn: Day
  readonly basis: 'dispatch' | 'service'
  /** The officer's own neutral words for the information asked about (rulebook R82). */
  readonly information?: string | undefined
}

/** A due day that a holiday notice moved; null: not there before, or not there any more. */
export interface MovedDue {
  readonly what: DueKind
  /** The consultation or assistance it belongs to. */
  readonly id?: string | undefined
  readonly from: Day | null
  readonly to: Day | null
}

/** What a holiday notice did to a case. */
export interface CalendarChange {
  /** The paper, by number and title. */
  readonly notice: { readonly number: string; readonly title: string; readonly issued: string }
  readonly changedOn: Day
  readonly moved: readonly MovedDue[]
}

/** The receipt day with the item of article 31 it rests on. */
interface Receipted {
  readonly receivedOn: Day
  readonly number: string
  readonly receiptArticle: ArticleRef
}

/** An extension as told (条例 33.2). */
export interface Extension {
  readonly workingDays: number
  readonly reason: string
  readonly notifiedOn: Day
  readonly formerDueOn: Day | null
  /** The role whose consent rulebook R35 wants; who keyed it in stands beside, as on every fact. */
  readonly approvedBy: 'officeHead'
}

/** One 补正, from the letter to the answer (条例 30). */
export interface Correction {
  readonly items: readonly string[]
  /** 指导和释明; ledgers from before this was kept say nothing of it. */
  readonly guidance?: string | undefined
  readonly periodWorkingDays: number
  readonly requestedOn: Day
  readonly late: boolean
  /** The applicant's receipt of P01; its period starts only then. */
  readonly servedOn: Day | null
  readonly receivedOn: Day | null
  readonly content: string | null
}

/** What a case split from another takes along: its own copy, so that its ledger tells everything by itself. */
export interface Inherited {
  /** The number of the case it was split from. */
  readonly parent: string
  /** An asking of the parent is keyed by the parent's number and its id there: the ids of this case are its own. */
  readonly verbs: readonly ClockVerb[]
  /** When the parent's letters were served: the strict reading counts from then (rulebook R30). Old ledgers lack it. */
  readonly askings?: readonly { readonly id: string; readonly servedOn: Day | null }[] | undefined
  /** What was added to the period before stays added, and is not added twice. */
  readonly extension: Extension | null
  readonly corrections: readonly Correction[]
}

/** Every fact, in the past tense; the key is the word in the ledger, in the machines and in the drawings. */
export interface FactData extends RemedyFacts {
  RequestArrived: Arrived
  RequestReceived: Arrived & Receipted
  ReceiptConfirmed: Receipted
  RequestRegistered: { readonly officer?: string | undefined; readonly doubles: readonly string[] }
  OfficerAssigned: { readonly officer: string }
  FormAccepted: Record<never, never>
  CorrectionRequested: {
    readonly items: readonly string[]
    readonly guidance?: string | undefined
    readonly periodWorkingDays: number
    readonly requestedOn: Day
    /** Told after the seventh working day: the original due day stays the safe one (rulebook R23). */
    readonly late: boolean
    readonly override?: string | undefined
  }
  CorrectionReceived: {
    readonly receivedOn: Day
    readonly postedOn?: Day | undefined
    readonly content: string
    readonly goodCause: boolean
  } & AttachmentFields
  RequestAbandoned: { readonly outcome: 'X1' | 'X2'; readonly lastDay: Day; readonly abandonedOn: Day }
  FeeCharged: {
    readonly basis: FeeBasis
    readonly pages?: number | undefined
    readonly monthlyCount?: number | undefined
    readonly amount: number
    readonly chargedOn: Day
  }
  /** Paid in full; the day is that of the payment, not of keying it in (rulebook R46). */
  PaymentReceived: { readonly paidOn: Day; readonly amount: number }
  AssistanceRequested: {
    readonly id: string
    readonly unit: string
    readonly question: string
    /** Another organ, not a unit of this one; older ledgers do not say. */
    readonly external?: boolean | undefined
    readonly dueOn?: Day | undefined
  }
  AssistanceGiven: { readonly id: string; readonly findings: string }
  SearchRecorded: {
    readonly systems: readonly string[]
    readonly keywords: readonly string[]
    readonly period?: string | undefined
    readonly people: readonly string[]
    readonly found: boolean
    readonly method?: string | undefined
    readonly result?: string | undefined
  }
  DiscussionOpened: { readonly question: string; readonly members: readonly string[] }
  DiscussionClosed: {
    readonly conclusion: string
    /** Who thought what, and who sees to the rest by when (rulebook §5.3 L10). */
    readonly views?: string | undefined
    readonly followUpBy?: string | undefined
    readonly followUpOn?: Day | undefined
  }
  ThirdPartyConsulted: Consulted & { readonly party: string; readonly interest: string }
  CoProducerConsulted: Consulted & { readonly organ: string; readonly question?: string | undefined }
  OrganConsulted: Consulted & {
    readonly organ: string
    readonly chaseWorkingDays?: number | undefined
    /** What it is asked, where that is not only whether the information may be given. */
    readonly question?: string | undefined
  }
  OpinionReceived: {
    readonly id: string
    readonly opinion: Opinion
    readonly receivedOn: Day
    readonly reasons?: string | undefined
  }
  OpinionFiled: {
    readonly id: string
    readonly opinion: Opinion
    readonly receivedOn: Day
    readonly inTime: boolean
    readonly reasons?: string | undefined
  }
  ConsultationReturned: { readonly id: string; readonly receivedOn: Day }
  ConsultationLapsed: { readonly id: string; readonly lapsedOn: Day }
  ReplyExtended: Extension
  ReasonsAsked: {
    /** How many requests in how many months: without them asking for reasons asks for the use (rulebook R34). */
    readonly months?: number | undefined
    readonly requests?: number | undefined
    readonly periodWorkingDays: number
    readonly askedOn: Day
  }
  ReasonsReceived: { readonly receivedOn: Day; readonly content: string } & AttachmentFields
  ReasonsJudged: {
    readonly accepted: boolean
    /** Z4 with its reasons; absent where they were accepted. */
    readonly decision?: Decision | undefined
  }
  ReplyDeferred: {
    readonly until: Day
    readonly reason?: string | undefined
    readonly notifiedOn: Day
    readonly formerDueOn: Day
  }
  RequestSplit: {
    readonly items: readonly string[]
    /** Numbers of the new cases, in the order of the items after the first. */
    readonly children: readonly string[]
    readonly consent?: boolean | undefined
    readonly reason?: string | undefined
  }
  RequestSplitOff: Arrived & Receipted & Inherited
  ApplicantSucceeded: { readonly applicant: Applicant; readonly basis: string }
  OutcomeDecided: { readonly decision: Decision; readonly decidedOn: Day; readonly closes: boolean }
  StillUnclearJudged: { readonly decision: Decision }
  DraftSubmitted: { readonly text?: string | undefined; readonly by?: string | undefined }
  DraftReturned: { readonly opinion: string; readonly by?: string | undefined }
  DraftApproved: {
    readonly opinion?: string | undefined
    readonly by?: string | undefined
    /** The day of the 保密审查 on paper (L09), as the reviewer confirms it (rulebook R38). */
    readonly secrecyReviewedOn?: Day | undefined
  }
  /** The outcome is judged anew: what was decided, drafted and approved is undone, and stays in the ledger. */
  DecisionReopened: { readonly reason: string; readonly by?: string | undefined }
  ReplySigned: {
    readonly signedOn: Day
    readonly by?: string | undefined
    /** The checks that the signatory signed against, with the reason for it. */
    readonly overruled?: readonly string[] | undefined
    readonly reason?: string | undefined
    /** Told on the paper; a setting changed later changes nothing (rulebook A8). */
    readonly remedy?: RemedyBlock | undefined
  }
  ReplyDispatched: {
    readonly method: ServiceMethod
    readonly dispatchedOn: Day
    readonly mailNumber?: string | undefined
    /** 留置送达: the witness, or the images that show it. */
    readonly witness?: string | undefined
    readonly endsClock: boolean
    /** Which papers of the case went with it, by their numbers; left out where none did. */
    readonly enclosures?: readonly number[] | undefined
    readonly noticeDays?: number | undefined
  }
  /** The letter came back: it was not served, and may be sent again (rulebook R62). */
  ReplyReturned: { readonly returnedOn: Day }
  ReplyServed: { readonly servedOn: Day }
  RequestWithdrawn: { readonly outcome: 'X3'; readonly kind: 'withdrawn'; readonly withdrawnOn: Day }
  ItemsWithdrawn: { readonly items: readonly string[]; readonly withdrawnOn: Day }
  /** Ledgers from before this setting say nothing of it. */
  CaseArchived: { readonly retention?: Retention | undefined }
  LetterIssued: {
    readonly n: number
    readonly letter: LetterCode
    readonly documentNumber: string | null
    readonly consultation?: string | undefined
    /** The words and days on the paper, frozen: what was decided then, not what is true later. */
    readonly fields: Readonly<Record<string, unknown>>
  }
  LetterServed: {
    readonly n: number
    readonly letter: LetterCode
    readonly servedOn: Day
    readonly id?: string | undefined
  }
  /** What the applicant tells the office besides: a letter that did not come, a fee that is paid, a missing paper. */
  ApplicantTold: {
    readonly about: 'notReceived' | 'paid' | 'other'
    readonly content?: string | undefined
    readonly paidOn?: Day | undefined
  } & AttachmentFields
  /** What was given should be published for all, the applicant thinks (条例 44.2). */
  PublicationSuggested: { readonly reasons: readonly PublicationReason[]; readonly statement?: string | undefined }
  /** 收录材料: files that the office put to the case. */
  PapersFiled: { readonly note?: string | undefined } & AttachmentFields
  /** A holiday notice moved days of this case; by whoever imported it. */
  CalendarChanged: CalendarChange
}

export type FactType = keyof FactData

/** A fact of one type: what happened, on which day, by whom. */
export type FactOf<T extends FactType> = T extends FactType
  ? FactData[T] & { readonly type: T; readonly on: Day; readonly role: Role; readonly person?: string | undefined }
  : never

/** What the ledger holds, one row each. */
export type Fact = FactOf<FactType>

/**
 * Fields that are personal or are somebody's words. The store keeps them in a table of their own and puts only
 * their digest into the ledger, so that erasing them does not break the chain (个人信息保护法 47).
 */
export const privateFields: Partial<Record<FactType, readonly string[]>> = {
  RequestArrived: ['applicant', 'coApplicants', 'information', 'attachmentNames'],
  RequestReceived: ['applicant', 'coApplicants', 'information', 'attachmentNames'],
  CorrectionRequested: ['items', 'guidance'],
  CorrectionReceived: ['content', 'attachmentNames'],
  AssistanceRequested: ['question'],
  AssistanceGiven: ['findings'],
  SearchRecorded: ['keywords', 'people', 'method', 'result'],
  DiscussionOpened: ['question', 'members'],
  DiscussionClosed: ['conclusion', 'views', 'followUpBy'],
  ThirdPartyConsulted: ['party', 'interest', 'information'],
  CoProducerConsulted: ['information', 'question'],
  OrganConsulted: ['information', 'question'],
  OpinionReceived: ['reasons'],
  OpinionFiled: ['reasons'],
  ReasonsReceived: ['content', 'attachmentNames'],
  ApplicantTold: ['content', 'attachmentNames'],
  PapersFiled: ['note', 'attachmentNames'],
  PublicationSuggested: ['statement'],
  ReasonsJudged: ['decision'],
  ReplyDeferred: ['reason'],
  RequestSplit: ['items', 'reason'],
  RequestSplitOff: ['applicant', 'coApplicants', 'information', 'corrections'],
  ApplicantSucceeded: ['applicant', 'basis'],
  ItemsWithdrawn: ['items'],
  OutcomeDecided: ['decision'],
  StillUnclearJudged: ['decision'],
  DraftSubmitted: ['text'],
  DraftReturned: ['opinion'],
  DraftApproved: ['opinion'],
  DecisionReopened: ['reason'],
  ReplySigned: ['reason'],
  ReplyDispatched: ['witness'],
  LetterIssued: ['fields'],
  ComplaintFiled: ['about'],
  ComplaintClosed: ['result'],
  ReplyRevised: ['reason'],
  RectificationFiled: ['record', 'evidence'],
  RectificationAnswered: ['reasons'],
  CaseChased: ['opinion'],
  SupervisionOrdered: ['order'],
  SupervisionAnswered: ['answer'],
}
