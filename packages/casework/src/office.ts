import type { Calendar, Day, Organ, Role, Settings } from '@zhiqing/law'

/** Who acts: the role, and who in it. The approver of a draft is never its drafter (rulebook R55). */
export interface Actor {
  readonly role: Role
  readonly person?: string | undefined
}

/** The series a paper may take its number from; one a year and organ, without gaps. Drills have one for their cases. */
export const seriesNames = ['case', 'reply', 'notice', 'consult', 'assist', 'drill'] as const
export type Series = (typeof seriesNames)[number]

/** The last number given in each series of the year; a missing one has given none. */
export type Numbers = Readonly<Partial<Record<Series, number>>>

/** Letters of a case without an electronic seal, by their numbers: to be sealed yet, or printed without one for good. */
export interface Unsealed {
  readonly awaited: readonly number[]
  readonly without: readonly number[]
}

/** Everything around a decision, as data: the same office gives the same decision. */
export interface Office {
  /** The day of the act in Asia/Shanghai. */
  readonly on: Day
  readonly calendar: Calendar
  readonly settings: Settings
  readonly organ: Organ
  readonly actor: Actor
  readonly numbers: Numbers
  /** Numbers of other cases that look the same (same applicant, same words); asked when a case is registered. */
  readonly doubles: readonly string[]
  /** The applicant's requests to this organ in the calendar month of this one's receipt, up to it (办法第四条). */
  readonly requestsThisMonth?: number | undefined
  /** Letters without an electronic seal; undefined where the organ seals on paper, and where nobody asked. */
  readonly unsealed?: Unsealed | undefined
  /** The query code for this case's receipt; made at random outside. */
  readonly queryCode: string
  /** Query codes for the receipts of cases that are split off. */
  readonly childCodes?: readonly string[] | undefined
}
