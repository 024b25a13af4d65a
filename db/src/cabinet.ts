import type { Actor, Attachment, Case, MovedDue, Store } from '@zhiqing/casework'
import type { Calendar, Day, Notice, Organ, Role, SettingName, SettingSet, Settings } from '@zhiqing/law'
import type { Accounts, SessionPerson } from './accounts.js'
import type { Acting } from './acting/acting.js'
import type { Knock, Person, SignedIn } from './at-the-door.js'
import type { Finding, LedgerProof, LedgerRow, Walked } from './kept-ledger.js'
import type { KeptLetter, Printed, SealedLetter } from './kept-letter.js'
import type { NoticeCabinet } from './notices/notice-cabinet.js'
import type { ReportCabinet } from './report/report-cabinet.js'
import type { Applicants, SignOns } from './sign-ons.js'

export type * from './at-the-door.js'
export type * from './kept-ledger.js'
export type * from './kept-letter.js'

/** An organ as kept: its record and its settings in force on a day. */
export interface KeptOrgan {
  readonly id: string
  readonly organ: Organ
  readonly settings: Settings
}

/** A case as kept, with where its ledger stands. */
export interface KeptCase {
  readonly id: string
  readonly organ: string
  readonly version: number
  readonly current: Case
}

/** A job of the outbox, leased to one worker. */
export interface Job {
  readonly id: string
  readonly organ: string
  /** Empty for a notice to staff, which belongs to no case. */
  readonly caseId: string
  readonly kind: 'print' | 'mail' | 'note' | 'notice'
  /** Its letter; 0 for a note or a notice, which go without one. */
  readonly n: number
  readonly to: string | null
  readonly attempts: number
  /** Fixed for the job's whole life, so that a mail sent twice is one mail. */
  readonly messageId: string
  /** What a note or a notice says; which papers of the case a mailed letter takes along. */
  readonly words?: Readonly<Record<string, unknown>> | undefined
}

export interface ListQuery {
  /** One organ, or several in one list. */
  readonly organ: string | readonly string[]
  readonly after?: string | undefined
  readonly limit: number
  readonly state?: string | undefined
  readonly officer?: string | undefined
  /** Words that must occur in the case's numbers, its applicant's name or what is asked for. */
  readonly search?: string | undefined
  /** False: not in names, for whoever sees them covered. */
  readonly byName?: boolean | undefined
  /** Only cases that went to review, to court or to a complaint. */
  readonly withRemedies?: boolean | undefined
}

/** A list of what is to be done. */
export interface WorkQuery {
  readonly organ: readonly string[]
  readonly after?: string | undefined
  readonly limit: number
  readonly state?: string | undefined
  readonly officer?: string | undefined
  /** Words that must occur in the case's numbers, its applicant's name or what is asked for. */
  readonly search?: string | undefined
  /** False: not in names, for whoever sees them covered. */
  readonly byName?: boolean | undefined
  /** Only cases whose nearest day lies in these days, `before` left out; null: only those that have none. */
  readonly due?: { readonly from?: Day | undefined; readonly before?: Day | undefined } | null | undefined
  /** Only what waits for one person. */
  readonly mine?:
    | {
        /** The names under which cases are in their hands. */
        readonly officers: readonly string[]
        readonly states: readonly string[]
        /** Registered cases that nobody has in hand. */
        readonly unassigned: boolean
        /** Kinds of due days that are theirs to keep. */
        readonly dues: readonly string[]
      }
    | undefined
}

/** Somebody of the organ, as another of it may know. */
export interface Colleague {
  readonly name: string
  readonly displayName: string
  readonly roles: readonly Role[]
  readonly openCases: number
  /** 演练: told apart from the work. */
  readonly openDrills: number
}

/** A due day of an open case that a notice moves. */
export interface MovedDay extends MovedDue {
  readonly organ: string
  readonly caseId: string
  readonly number: string
  /** The new day counts days that no notice has settled yet. */
  readonly provisional: boolean
}

/** What a notice would do, or did; `digest` stands for the notice and the whole list. */
export interface NoticeEffect {
  readonly digest: string
  readonly moved: readonly MovedDay[]
}

/** Who imports, when, and the effect he saw before; left out, whatever it is. */
export interface ImportOrder {
  readonly on: Day
  readonly actor: Actor
  readonly digest?: string | undefined
}

/** A setting to be changed from a day on; `value` is what the table of settings allows, null the usual one again. */
export interface NewSetting {
  readonly organ: string
  readonly name: SettingName
  readonly value: unknown
  readonly from: Day
  readonly reason: string
  readonly by: string | null
}

/** A request that is still being filled in, as the rooms above wrote it. */
export type DraftWords = Readonly<Record<string, unknown>>

/** A draft as kept. */
export interface KeptDraft {
  readonly words: DraftWords
  readonly expiresAt: Date
}

/** Where a file lies until it belongs to a case: with a draft, by its code, with an act upon a case, or with one of the staff. */
export type Basket =
  | { readonly draft: string }
  | { readonly organ: string; readonly caseId: string }
  | { readonly person: string }

/** Why a file was not put: too much from this address, or too much lying unfiled in this basket. */
export type NotPut = 'tooMany' | 'full'

/** A file as it comes in; hash and size are made here. */
export interface NewUpload extends Pick<Attachment, 'kind' | 'name' | 'mediaType'> {
  readonly bytes: Uint8Array
}

/** The filing cabinet: everything the rooms above may ask of the database. SQL is spoken nowhere else. */
export interface Cabinet {
  /** The same cabinet as somebody sees it: the database itself holds back every row that is none of theirs. */
  as(acting: Acting): Cabinet
  /** The port of casework: lock, decide, save. */
  readonly store: Store
  /** The yearly report and what is counted for it. */
  readonly reports: ReportCabinet
  /** What staff are told of. */
  readonly notices: NoticeCabinet
  calendar(): Promise<Calendar>
  /** The calendar as it was known on a day: only notices issued by then, later amendments undone. */
  calendarAsOf(day: Day): Promise<Calendar>
  organs(today: Day): Promise<readonly KeptOrgan[]>
  organ(id: string, today: Day): Promise<KeptOrgan | undefined>

  /** The ids of the organs that this one supervises. */
  supervised(by: string): Promise<readonly string[]>

  /** Counts a check of a published report by an address; false when it has had too many within the hour. */
  admitFiling(order: { readonly address: string; readonly requests: number; readonly now: Date }): Promise<boolean>
  admitReportCheck(order: { readonly address: string; readonly now: Date }): Promise<boolean>

  /** Of one organ, or of any of several. */
  findCase(organ: string | readonly string[], id: string): Promise<KeptCase | undefined>
  listCases(query: ListQuery): Promise<{ readonly cases: readonly KeptCase[]; readonly next: string | null }>
  /** What is to be done, the most pressing first. */
  worklist(query: WorkQuery): Promise<{ readonly cases: readonly KeptCase[]; readonly next: string | null }>
  /** Other cases of the same applicant, or with the same words. */
  related(organ: string, caseId: string): Promise<readonly { readonly kept: KeptCase; readonly double: boolean }[]>
  ledger(organ: string, caseId: string): Promise<readonly LedgerRow[]>
  /** Of several cases at once, by id. */
  ledgers(cases: readonly Pick<KeptCase, 'organ' | 'id'>[]): Promise<ReadonlyMap<string, readonly LedgerRow[]>>
  /** The same rows as evidence for somebody outside; undefined where there is no such case. */
  proof(organ: string, caseId: string): Promise<LedgerProof | undefined>
  /** Throws ERASED where the words of the case were erased: neither fields nor bytes are left. */
  letter(organ: string, caseId: string, n: number): Promise<KeptLetter | undefined>
  /** Keeps the printed bytes once; a second print must give the same hash. Throws ERASED as `letter` does. */
  keepPrint(letter: Pick<KeptLetter, 'organ' | 'caseId' | 'n'>, printed: Printed): Promise<void>

  /** Unknown number and wrong code are told alike; attempts are counted per case and per address. */
  lookUp(asked: { number: string; code: string; address: string; now: Date }): Promise<KeptCase | 'no' | 'tooMany'>

  /** Begins a draft; its code, 65 random bits, is told once and kept nowhere. */
  newDraft(asked: {
    words: DraftWords
    expiresAt: Date
    address: string
    now: Date
  }): Promise<{ readonly code: string } | 'tooMany'>
  /** Undefined for one that never was or has expired. */
  draft(code: string, now: Date): Promise<KeptDraft | undefined>
  /** The same for a code that somebody typed: attempts are counted per address. */
  openDraft(asked: { code: string; address: string; now: Date }): Promise<KeptDraft | 'no' | 'tooMany'>
  /** False when it is gone. */
  keepDraft(code: string, draft: KeptDraft, now: Date): Promise<boolean>
  /** With the files in it. */
  dropDraft(code: string): Promise<void>

  /** Puts a file into a basket. Names the file for the command that will file it; the bytes are sealed. */
  putUpload(asked: {
    basket: Basket
    file: NewUpload
    expiresAt: Date
    address: string
    now: Date
  }): Promise<Attachment | NotPut>
  /** What lies in a basket, in the order of arrival. */
  uploads(basket: Basket, now: Date): Promise<readonly Attachment[]>
  dropUpload(basket: Basket, file: string): Promise<void>
  /** Copies of files of a basket, beside them: several cases, each with its own. */
  copyUploads(basket: Basket, files: readonly Attachment[]): Promise<readonly Attachment[]>
  /** A file of a case; undefined where there is none. Throws ERASED. */
  attachment(organ: string, caseId: string, file: string): Promise<Uint8Array | undefined>

  /** `totpNeeded`: the password is right, and a one-time code belongs to it. */
  signIn(asked: Knock): Promise<SignedIn | 'no' | 'tooMany' | 'totpNeeded'>
  session(token: string, now: Date): Promise<SessionPerson | undefined>
  readonly accounts: Accounts
  readonly signOns: SignOns
  readonly applicants: Applicants
  signOut(token: string): Promise<void>

  /** Cases with a due row on or before this day that the scheduler has not looked at on this day yet. */
  casesDue(today: Day, limit: number): Promise<readonly { readonly organ: string; readonly caseId: string }[]>
  looked(organ: string, caseId: string, today: Day): Promise<void>

  claimJobs(worker: string, limit: number, now: Date): Promise<readonly Job[]>
  finishJob(job: Job, now: Date): Promise<void>
  /** `permanent` puts the job among the dead letters; else it is tried again later. */
  failJob(job: Job, error: string, permanent: boolean, now: Date): Promise<void>
  /** Put back until an instant, as if it had not been tried: what it waits for is not its fault, and it never dies of it. */
  holdJob(job: Job, why: string, until: Date): Promise<void>
  /** Told when a job was added, as a hint only; polling finds it anyway. */
  onJob(listener: () => void): () => void

  /** The calendar as it would be with one more notice. */
  calendarWith(notice: Notice): Promise<Calendar>
  /** Due days that a new or amending notice would move; nothing is written. */
  movedBy(notice: Notice, today: Day): Promise<NoticeEffect>
  /**
   * Keeps a notice, moves the days of open cases, writes a fact into each ledger it moves and tells who is concerned: all
   * or nothing. `applied` false: the effect is not the one of `digest`, and nothing was written. Throws NOTICE_INVALID.
   */
  importNotice(notice: Notice, order: ImportOrder): Promise<NoticeEffect & { readonly applied: boolean }>

  /** Everything an organ ever set, in the order it was set. */
  settings(organ: string): Promise<readonly SettingSet[]>
  keepSetting(setting: NewSetting): Promise<void>

  /** Somebody of an organ by sign-in name, else by displayed name; undefined when nobody there is called so. */
  colleague(organ: string, words: string): Promise<Person | undefined>
  /** Everybody of an organ who may sign in. */
  colleagues(organ: string): Promise<readonly Colleague[]>

  /** Every letter that bears a seal and was not erased. */
  sealedLetters(): AsyncIterable<SealedLetter>
  /** Walks every ledger; `tell` hears again and again how much of them was walked. */
  verify(tell?: (walked: Walked) => void): AsyncIterable<Finding>
  /** Answers when a statement came back from the database. */
  ready(): Promise<boolean>
  close(): Promise<void>
}
