import type {
  ArticleRef,
  ComplaintBody,
  Day,
  Instance,
  JudgmentKind,
  LitigationResult,
  OrderKind,
  Procedure,
  ReconsiderationResult,
  RectificationFinding,
  RemedyColumn,
  SuitPath,
} from '@zhiqing/law'

/** One remedy's fact: the id is the case's own name for it. */
interface OfRemedy {
  readonly id: string
}

/** Filed by the applicant on one day, known to the organ by the copy it received on another (rulebook R70, R74). */
interface Filed extends OfRemedy {
  readonly filedOn: Day
  readonly copyReceivedOn: Day
  readonly caseNumber?: string | undefined
}

interface Decided extends OfRemedy {
  readonly column: RemedyColumn
  readonly decidedOn: Day
  readonly receivedOn: Day
}

/** What came after the reply, from outside or above: review, suit, complaint, rectification, supervision (rulebook R70–R80). */
export interface RemedyFacts {
  ReconsiderationFiled: Filed & { readonly procedure: Procedure; readonly body?: string | undefined }
  ReconsiderationAnswered: OfRemedy & { readonly answeredOn: Day }
  ReconsiderationDecided: Decided & { readonly result: ReconsiderationResult }
  LitigationFiled: Filed & {
    readonly path: SuitPath
    /** The reconsideration after which it was brought. */
    readonly review?: string | undefined
    readonly court?: string | undefined
    /** The review organ stands beside the organ (行诉法 26.2). */
    readonly coDefendant: boolean
  }
  LitigationAnswered: OfRemedy & { readonly answeredOn: Day }
  LitigationAppealed: Filed & { readonly court?: string | undefined }
  LitigationDecided: Decided & {
    readonly result: LitigationResult
    readonly instance: Instance
    readonly kind: JudgmentKind
    readonly remanded: boolean
  }
  ComplaintFiled: OfRemedy & { readonly to: ComplaintBody; readonly about: string; readonly filedOn: Day }
  ComplaintClosed: OfRemedy & { readonly result: string; readonly ordered: boolean; readonly closedOn: Day }
  /** A new round of reply on the same case (rulebook R76); `until` is null where the instrument names no day. */
  RedoOrdered: {
    readonly receivedOn: Day
    readonly until: Day | null
    /** Where no day is named, the organ's own period on that day; older ledgers say nothing of it and mean 条例 33.2. */
    readonly periodWorkingDays?: number | undefined
    readonly kind: OrderKind
    readonly remedy?: string | undefined
    readonly orderArticle: ArticleRef
  }
  /** The organ takes its own reply back (rulebook R118). */
  ReplyRevised: { readonly reason: string; readonly revisedOn: Day }
  /** 更正 of a record about the applicant: a procedure of its own, in no statistics (条例 41; rulebook R80, R98). */
  RectificationFiled: OfRemedy & {
    readonly record: string
    readonly evidence: string
    readonly receivedOn: Day
    /** The organ's own limit on that day; ledgers from before this setting say nothing of it. */
    readonly periodWorkingDays?: number | undefined
  }
  RectificationAnswered: OfRemedy & {
    readonly finding: RectificationFinding
    readonly reasons: string
    readonly responsibleOrgan?: string | undefined
    readonly answeredOn: Day
  }
  /** 催办, 督办 by the supervising organ, and the organ's answer (条例 47.1; rulebook R78). */
  CaseChased: { readonly opinion: string }
  SupervisionOrdered: {
    readonly id: string
    readonly order: string
    readonly dueOn: Day | null
    readonly article: ArticleRef
  }
  SupervisionAnswered: { readonly id: string; readonly answer: string; readonly answeredOn: Day }
}
