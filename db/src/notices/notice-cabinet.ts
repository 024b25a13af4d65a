import type { FactNoticeKind, MovedDue, NoticeKind, QuietRule } from '@zhiqing/casework'
import type { Day, DueKind, HandInStage } from '@zhiqing/law'
import type { Person } from '../cabinet.js'

/** News out of a ledger. */
export interface News {
  readonly caseId: string
  /** The fact's place in its ledger. */
  readonly version: number
  readonly kind: FactNoticeKind
  readonly number: string | null
  /** Where the case stands now. */
  readonly state: string
  /** ISO instant of its recording. */
  readonly at: string
  readonly on: Day
  /** Not yet looked at. */
  readonly isNew: boolean
  /** What a holiday notice moved. */
  readonly moved: readonly MovedDue[]
}

/** A day that is near or over. */
export interface WatchedDay {
  readonly caseId: string
  readonly number: string | null
  readonly what: DueKind
  readonly on: Day
  readonly kind: 'dueSoon' | 'overdue'
  readonly isNew: boolean
}

/** A yearly report that is not published yet. */
export interface MissingReport {
  readonly organ: string
  readonly name: string
  readonly year: number
  readonly by: Day
  readonly stage: HandInStage
  readonly isNew: boolean
}

/** Everything that waits to be looked at besides the news. */
export interface Watched {
  readonly days: readonly WatchedDay[]
  readonly reports: readonly MissingReport[]
}

/** A page of news, the newest first. */
export interface NewsPage {
  readonly news: readonly News[]
  readonly next: string | null
}

/** How somebody wants to be written to. */
export interface MailWish extends QuietRule {
  readonly address: string
  readonly kinds: readonly NoticeKind[]
  /** Minutes since midnight, for one mail a day; null: as it comes. */
  readonly digestAt: number | null
}

/** Somebody who wants to be written to, as the post knows them. */
export interface MailReader extends MailWish {
  readonly person: Person & { readonly organ: string }
  readonly digestedOn: Day | null
}

/** One line of a mail to staff: what, of which case, until when. */
export interface MailLine {
  readonly kind: NoticeKind
  /** The number of the case, or the name of the organ whose report is missing. */
  readonly about: string
  readonly on: Day | null
}

/** News for staff: asked of the ledgers for whoever looks; kept is only how far they have looked. */
export interface NoticeCabinet {
  /** How many are new; counting ends at `most`. */
  unread(person: Person, today: Day, most: number): Promise<number>
  news(person: Person, query: { readonly after?: string | undefined; readonly limit: number }): Promise<NewsPage>
  watched(person: Person, today: Day): Promise<Watched>
  /** Up to where everything is surely to be seen by now: taken before looking, handed to `look` after it. */
  horizon(): Promise<string>
  /** Marks as seen; an earlier mark, or the same again, changes nothing. */
  look(person: Person, through: { readonly to: string; readonly on: Day }): Promise<void>

  mailWish(person: Person): Promise<MailWish | undefined>
  /** From now on; what was before is not told. Undefined: no mail any more. */
  keepMailWish(person: Person, wish: MailWish | undefined, today: Day): Promise<void>
  /** For the post: everybody who wants mail and still works here. */
  mailReaders(): Promise<readonly MailReader[]>
  /**
   * Puts what is new to somebody into one mail of the outbox and moves how far they were told: both or nothing, and once
   * however many do it at the same time. Answers how many things it tells of.
   */
  writeNotice(reader: MailReader, today: Day): Promise<number>

  /** When the address was made; undefined where there is none. */
  calendarAddress(person: Person): Promise<string | undefined>
  /** A new token, told this once; the one before opens nothing any more. */
  newCalendarAddress(person: Person, now: Date): Promise<string>
  withdrawCalendarAddress(person: Person): Promise<void>
  /** Whose calendar a token opens; nobody's where it is unknown, was withdrawn, or they left. */
  calendarReader(token: string): Promise<Person | undefined>
}
