import type {
  ArticleRef,
  ComplaintBody,
  Day,
  Instance,
  JudgmentKind,
  OrderKind,
  Procedure,
  RectificationFinding,
  RemedyColumn,
  SuitPath,
} from '@zhiqing/law'
import type { Position, RemedyContext } from '@zhiqing/workflows'
import type { Approval } from './approval.js'
import type { Decision } from './facts.js'

/** What one review organ or court said; a suit may have several, the last one counts (rulebook R97). */
export interface RemedyDecision {
  readonly result: string
  readonly column: RemedyColumn
  /** Null for a reconsideration. */
  readonly instance: Instance | null
  readonly kind: JudgmentKind | null
  readonly decidedOn: Day
  readonly receivedOn: Day
}

interface AnyRemedy {
  readonly id: string
  readonly at: Position<RemedyContext>
  /** The round of reply it is about, from 0. */
  readonly round: number
  readonly filedOn: Day
}

/** What a remedy against the organ's reply, or its silence, has whoever hears it. */
interface Heard extends AnyRemedy {
  readonly copyReceivedOn: Day
  readonly caseNumber: string | null
  readonly answeredOn: Day | null
  readonly decisions: readonly RemedyDecision[]
}

export interface Reconsideration extends Heard {
  readonly kind: 'reconsideration'
  readonly procedure: Procedure
  readonly body: string | null
}

export interface Suit extends Heard {
  readonly kind: 'litigation'
  readonly path: SuitPath
  /** The reconsideration after which it was brought; ledgers from before this was kept say nothing of it. */
  readonly review?: string | undefined
  readonly court: string | null
  readonly coDefendant: boolean
  readonly appealedOn: Day | null
}

export interface Complaint extends AnyRemedy {
  readonly kind: 'complaint'
  readonly to: ComplaintBody
  readonly about: string
  readonly result: string | null
  readonly ordered: boolean
  readonly closedOn: Day | null
}

/** One remedy with its run of the remedy machine. */
export type Remedy = Reconsideration | Suit | Complaint

/** Why the reply is made anew. */
export interface Redo {
  readonly by: 'order' | 'organ'
  readonly kind: OrderKind
  readonly remedy: string | null
  readonly article: ArticleRef
  readonly receivedOn: Day
  /** The day the instrument names; null where it names none. */
  readonly deadlineOn: Day | null
}

/** A finished round of reply, kept as it was; the letters themselves stay with the case. */
export interface Round {
  readonly decision: Decision | null
  readonly approval: Approval | null
  readonly signedBy: string | null
  readonly reply: {
    readonly signedOn: Day
    readonly method: string | null
    readonly dispatchedOn: Day | null
    readonly servedOn: Day | null
    /** Papers of the case that went with it, by their numbers; left out where none did. */
    readonly enclosures?: readonly number[] | undefined
  } | null
  readonly lapse: { readonly lastDay: Day; readonly abandonedOn: Day } | null
  readonly withdrawnOn: Day | null
  /** 文号 of the reply; null where none was signed. */
  readonly replyNumber: string | null
  readonly redo: Redo | null
  /** How many of the case's clock verbs were the round's and those before it. */
  readonly verbs: number
}

export interface Rectification {
  readonly id: string
  readonly record: string
  readonly evidence: string
  readonly receivedOn: Day
  /** The organ's own limit as it was set on the day of filing. */
  readonly periodWorkingDays: number
  readonly finding: RectificationFinding | null
  readonly reasons: string | null
  readonly responsibleOrgan: string | null
  readonly answeredOn: Day | null
}
