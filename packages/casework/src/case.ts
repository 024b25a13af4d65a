import type { Channel, ClockVerb, Day, FeeBasis, Opinion, RemedyBlock, Retention, ServiceMethod } from '@zhiqing/law'
import type { ConsultationContext, LetterCode, Position, RequestContext } from '@zhiqing/workflows'
import type { Approval } from './approval.js'
import type { FiledAttachment } from './attachment.js'
import type { Rectification, Redo, Remedy, Round } from './case-remedies.js'
import type { Chase, SupervisionOrder } from './case-supervision.js'
import type { Counted } from './counting/counted.js'
import type {
  Applicant,
  CalendarChange,
  ConsulteeKind,
  Correction,
  Decision,
  Extension,
  Information,
  RequestForm,
} from './facts.js'
import type { PublicationSuggestion } from './publication/suggestion.js'

/** One party that was asked, with its run of the consultation machine. */
export interface Consultation {
  readonly id: string
  readonly kind: ConsulteeKind
  readonly party: string
  readonly interest: string | null
  /** The officer's neutral words for the information; null where they are drawn from the request. */
  readonly information: string | null
  readonly at: Position<ConsultationContext>
  readonly dispatchedOn: Day
  readonly servedOn: Day | null
  /** The day its interval ended: the opinion, the return, or the last day of its period. */
  readonly endedOn: Day | null
  readonly opinion: Opinion | null
  readonly reasons: string | null
  /** Another organ: working days after which it is chased, as the organ's setting was when it was asked. */
  readonly chaseWorkingDays?: number | undefined
}

/** A search or facts asked of a unit; it never stops the clock (rulebook R33). */
export interface Assistance {
  readonly id: string
  readonly unit: string
  readonly question: string
  readonly dueOn: Day | null
  readonly findings: string | null
}

/** The information processing fee of a request; charged once (办法第三条、第六条). */
export interface Fee {
  readonly basis: FeeBasis
  readonly pages: number | null
  readonly monthlyCount: number | null
  /** 元. */
  readonly amount: number
  readonly chargedOn: Day
  /** The applicant's receipt of L06; the days to pay start only then. */
  readonly servedOn: Day | null
  readonly paidOn: Day | null
}

/** Reasons asked for because of number and frequency (条例 35). */
export interface Reasons {
  readonly months: number | null
  readonly requests: number | null
  readonly periodWorkingDays: number
  readonly askedOn: Day
  /** The applicant's receipt of P02; the days to answer start only then. */
  readonly servedOn: Day | null
  readonly receivedOn: Day | null
  readonly content: string | null
  /** Null until judged. */
  readonly accepted: boolean | null
}

export interface Search {
  readonly systems: readonly string[]
  readonly keywords: readonly string[]
  readonly period: string | null
  readonly people: readonly string[]
  readonly found: boolean
  readonly on: Day
  /** How it was searched and what was found, where somebody wrote it down. */
  readonly method?: string | undefined
  readonly result?: string | undefined
}

export interface Discussion {
  readonly question: string
  readonly members: readonly string[]
  readonly conclusion: string | null
  readonly on: Day
  readonly views?: string | undefined
  readonly followUpBy?: string | undefined
  readonly followUpOn?: Day | undefined
}

/** A letter as issued; its words lie in the ledger's fact. */
export interface Letter {
  readonly n: number
  readonly letter: LetterCode
  readonly documentNumber: string | null
  readonly consultation: string | null
  readonly issuedOn: Day
  readonly servedOn: Day | null
}

export interface Reply {
  readonly signedOn: Day
  /** The remedy it was signed with. */
  readonly remedy?: RemedyBlock | undefined
  readonly method: ServiceMethod | null
  readonly dispatchedOn: Day | null
  /** Public notice: calendar days until it counts as served, as the setting was when it was published. */
  readonly noticeDays?: number | undefined
  readonly mailNumber: string | null
  /** Papers of the case that went with it, by their numbers; left out where none did. */
  readonly enclosures?: readonly number[] | undefined
  /** The day it came back unserved; null again once it is sent anew (rulebook R62). */
  readonly returnedOn: Day | null
  readonly servedOn: Day | null
}

/** What the applicant told the office besides. */
export interface Telling {
  readonly about: 'notReceived' | 'paid' | 'other'
  readonly content: string | null
  readonly paidOn: Day | null
  readonly on: Day
}

/** A case: nothing but the fold of its facts. Due days, stage, overdue are computed from it, never stored in it. */
export interface Case {
  readonly at: Position<RequestContext>
  readonly number: string | null
  /** The day of the last act; no act falls before it. */
  readonly lastOn: Day
  readonly channel: Channel
  readonly transferredFrom: string | null
  /** The number on the envelope the request came in. */
  readonly mailNumber?: string | undefined
  readonly arrivedOn: Day
  /** 演练: in no table, statistic or open data, with numbers of its own (rulebook R98). */
  readonly drill?: true | undefined
  readonly receivedOn: Day | null
  readonly applicant: Applicant
  readonly coApplicants: readonly Applicant[]
  readonly information: Information
  readonly form: RequestForm
  readonly officer: string | null
  readonly formAccepted: boolean
  readonly corrections: readonly Correction[]
  readonly fee: Fee | null
  readonly reasons: Reasons | null
  readonly deferral: {
    readonly until: Day
    readonly reason: string | null
    readonly notifiedOn: Day
    readonly formerDueOn: Day
  } | null
  readonly consultations: readonly Consultation[]
  readonly assistances: readonly Assistance[]
  readonly searches: readonly Search[]
  readonly discussions: readonly Discussion[]
  readonly extension: Extension | null
  readonly decision: Decision | null
  readonly draft: { readonly text: string | null; readonly by: string | null; readonly on: Day } | null
  readonly approval: Approval | null
  readonly signedBy: string | null
  readonly reply: Reply | null
  readonly lapse: { readonly lastDay: Day; readonly abandonedOn: Day } | null
  readonly withdrawnOn: Day | null
  /** What the applicant no longer asks for; the rest goes on (rulebook R104). */
  readonly withdrawnItems: readonly { readonly items: readonly string[]; readonly withdrawnOn: Day }[]
  /** The number of the case this one was split from; null for all others (rulebook T39). */
  readonly splitFrom: string | null
  /** Askings of that case, by the keys their verbs have here. */
  readonly askings?: readonly { readonly id: string; readonly servedOn: Day | null }[] | undefined
  readonly splitInto: readonly string[]
  readonly verbs: readonly ClockVerb[]
  readonly letters: readonly Letter[]
  readonly remedies: readonly Remedy[]
  /** The finished rounds of reply; the one now being made is not among them. */
  readonly rounds: readonly Round[]
  /** What this round rests on; null in the first one. */
  readonly redo: Redo | null
  readonly rectifications: readonly Rectification[]
  /** 保管期限, once archived. */
  readonly retention?: Retention | undefined
  /** Holiday notices that moved days of this case. */
  readonly calendarChanges?: readonly CalendarChange[] | undefined
  /** Files that came with the request and since. */
  readonly attachments?: readonly FiledAttachment[] | undefined
  readonly tellings?: readonly Telling[] | undefined
  /** 建议主动公开: one at most (rulebook R42). */
  readonly suggestions?: readonly PublicationSuggestion[] | undefined
  /** What the supervising organ asked and ordered (rulebook R78). */
  readonly chases?: readonly Chase[] | undefined
  readonly supervisions?: readonly SupervisionOrder[] | undefined
  /** What the yearly report and the statistics count of it. */
  readonly counted: Counted
}
