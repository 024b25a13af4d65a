import type { Day, Organ } from '@zhiqing/law'
import type { Added, NewPerson } from './access/staff.js'
import type { Acting } from './acting/acting.js'
import type { Cabinet, KeptCase, Person } from './cabinet.js'

/** Where an organ stands among the others: the id of the one that supervises it, null for none. */
export interface OrganPlace {
  readonly supervisedBy?: string | null | undefined
}

/** The cabinet with what only the start, the seed and the operators need. */
export interface CabinetKeeper extends Cabinet {
  as(acting: Acting): CabinetKeeper
  /** Makes an organ or changes its record; letters already issued stay as they are. */
  keepOrgan(id: string, record: Organ, place?: OrganPlace): Promise<void>
  /** Makes or changes somebody who signs in; ends their sessions. `hashPassword` makes the hash. */
  keepPerson(person: NewPerson): Promise<Person>
  /** Makes somebody new with a password for one use, which must be changed. */
  addPerson(person: NewPerson): Promise<Added>
  /** Lets one of the three administrators in again with a password for one use; false where the name is none of theirs. */
  recoverPerson(person: Pick<NewPerson, 'name' | 'passwordHash'>): Promise<boolean>
  /** Cases with this number, however it was typed: at most one an organ. */
  casesNumbered(number: string): Promise<readonly KeptCase[]>
  /** Erases the words of an archived case for good; its ledger stays whole. Throws NOT_ARCHIVED. */
  eraseWords(organ: string, caseId: string, now: Date): Promise<void>
  /**
   * Seals everything anew with the newest master, and makes the blind indexes anew: all or nothing. Throws BUSY while another
   * process is at the database, which would go on with the old one. Resolves to how many sealed things there were.
   */
  reseal(): Promise<number>
  /** Throws away ended sessions, old attempts, and first answers of three months ago; once a day is enough. */
  tidy(now: Date): Promise<void>
  /** Jobs of the outbox that wait, and dead letters. */
  jobCounts(): Promise<{ readonly waiting: number; readonly dead: number }>
  /** The day the demo was seeded whole; null when it was not. */
  seededOn(): Promise<Day | null>
  keepSeeded(on: Day): Promise<void>
}
