import type { Day } from '../day.js'
import type { ReportLine } from '../grounds.js'
import type { RemedyColumn } from '../remedies/index.js'
import type { ApplicantKind } from '../terms.js'
import type { RemedyGroup } from './form.js'

/** What the yearly report counts of one case: one application, one 件, one leaf (rulebook R95, R96). */
export interface CountedCase {
  readonly id: string
  /** The column: the kind of whoever filed, the first named of several (rulebook R100). */
  readonly kind: ApplicantKind
  /** Null while both sides have not confirmed the receipt: then it is in no report (rulebook R12). */
  readonly receivedOn: Day | null
  /** The line of the first result told, and its day; null while it is open. A reply made anew is no second one (R98). */
  readonly line: ReportLine | null
  readonly closedOn: Day | null
}

/** How a remedy stands from a day on, until the day before the next; `pending` while nobody has decided. */
export interface Standing {
  readonly column: RemedyColumn
  readonly from: Day
}

/** What table four counts of one reconsideration or suit (rulebook R97). */
export interface CountedRemedy {
  /** Its name within its case. */
  readonly id: string
  readonly caseId: string
  readonly group: RemedyGroup
  /** The same for one suit told of by several cases or organs; null where nobody gave it a number (rulebook R94). */
  readonly suit: string | null
  /** In the order of their days. */
  readonly standings: readonly Standing[]
}

/** First and last day that a yearly report tells of. */
export const firstDay = (year: number): Day => `${year}-01-01` as Day
export const lastDay = (year: number): Day => `${year}-12-31` as Day

/** Where a case stands in a year's table: one row of what came in, one of what became of it. */
export interface Place {
  readonly from: '1' | '2'
  readonly to: ReportLine | '4'
}

/**
 * Received in the year or carried over into it; closed in it, by the day of dispatch, lapse or withdrawal, or carried on.
 * Null for a case that the year does not tell of. The identities of the form follow (rulebook R90, R93, R95, A11).
 */
export const placeIn = (
  { receivedOn, line, closedOn }: Omit<CountedCase, 'id' | 'kind'>,
  year: number,
): Place | null => {
  const [first, last] = [firstDay(year), lastDay(year)]
  if (!receivedOn || receivedOn > last || (closedOn && closedOn < first)) return null
  return { from: receivedOn < first ? '2' : '1', to: line && closedOn && closedOn <= last ? line : '4' }
}

/**
 * Where a remedy stands in a year's table four: as it stood on 31 December, if it was pending then or something was decided
 * in the year; what had ended before the year is counted no more (rulebook R97).
 */
export const standingIn = ({ standings }: Pick<CountedRemedy, 'standings'>, year: number): RemedyColumn | null => {
  const at = standings.findLast(({ from }) => from <= lastDay(year))
  if (!at) return null
  return at.column === 'pending' || at.from >= firstDay(year) ? at.column : null
}
