import type { Calendar, Organ, Settings } from '@zhiqing/law'
import type { Case } from './case.js'
import type { IssuedLetter } from './decide.js'
import type { DueDate } from './due.js'
import type { Fact } from './facts.js'
import type { Numbers, Unsealed } from './office.js'
import type { Post } from './post.js'
import type { Answer, Task } from './task.js'

/** What the store hands over when it has locked a case (or made ready for a new one). */
export interface Opened {
  readonly id: string
  /** Facts in the ledger; 0 for a new case. */
  readonly version: number
  readonly current: Case | undefined
  readonly organ: Organ
  readonly settings: Settings
  readonly calendar: Calendar
  readonly numbers: Numbers
  readonly doubles: readonly string[]
  /** How many requests the applicant has made to this organ in the month of this one, up to it; asked when a fee is charged. */
  readonly requestsThisMonth?: number | undefined
  /** Asked when a reply is sent, where the service puts electronic seals to letters. */
  readonly unsealed?: Unsealed | undefined
  /** Made at random for a new case; nobody can read it back later. */
  readonly queryCode: string
  /** The same for cases that are split off; given where a command may split. */
  readonly childCodes?: readonly string[] | undefined
}

/** A case that begins with another's command, saved with it or not at all. */
export interface Child {
  readonly current: Case
  readonly facts: readonly Fact[]
  readonly letters: readonly IssuedLetter[]
  readonly dueDates: readonly DueDate[]
  readonly posts: readonly Post[]
  readonly queryCode: string
}

/** What one command changes; saved whole or not at all. */
export interface Change {
  readonly opened: Opened
  readonly task: Task
  readonly current: Case
  readonly facts: readonly Fact[]
  readonly letters: readonly IssuedLetter[]
  readonly numbers: Numbers
  readonly dueDates: readonly DueDate[]
  readonly posts: readonly Post[]
  readonly children: readonly Child[]
  /** The first answer, kept under the idempotency key. */
  readonly answer: Answer
}

/** One transaction on one case. */
export interface Transaction {
  /** Locks the case; the answer given before when the key was seen, `unknown` when there is no such case here. */
  open(task: Task): Promise<Opened | Answer | 'unknown'>
  save(change: Change): Promise<void>
}

/** The port to whatever keeps cases. An adapter retries conflicts; the answer leaves only after the commit. */
export interface Store {
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>
}
