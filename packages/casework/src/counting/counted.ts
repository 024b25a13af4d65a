import type { ApplicantKind, CountedRemedy, Day, Outcome, ReportLine } from '@zhiqing/law'

/** The first result that the applicant was told: what the yearly report counts (rulebook R95, R98). */
export interface Closing {
  readonly outcome: Outcome
  readonly line: ReportLine
  readonly closedOn: Day
  /** The round of reply it belongs to, from 0. */
  readonly round: number
}

/** What reports and statistics count of a case; a fold like the rest, kept beside it so that a database can add it up. */
export interface Counted {
  /** Who filed; a succession moves no column of a report that may be published already (rulebook R100, R101). */
  readonly kind: ApplicantKind
  readonly closing: Closing | null
  /** A correction was asked for, the period was extended, at any time: what is undone later was done all the same. */
  readonly corrected: boolean
  readonly extended: boolean
  readonly remedies: readonly Omit<CountedRemedy, 'caseId'>[]
}
