import type {
  LineFigures,
  ModelSummary,
  PublicationFact,
  PublicationReason,
  Refusal,
  Unfinished,
} from '@zhiqing/casework'
import type {
  CellFour,
  CellThree,
  Changed,
  CountedAlike,
  Day,
  MovedPlace,
  Opened,
  PlacedRemedy,
  PlaceRow,
  ReportEntries,
  YearReport,
} from '@zhiqing/law'

/** How many cases of an organ are counted alike in a year. */
export interface OrganCount extends CountedAlike {
  readonly organ: string
}

/** A remedy in its cell, with the organ and the number of its case. */
export interface OrganRemedy extends PlacedRemedy {
  readonly organ: string
  readonly number: string | null
}

/** A case behind a figure. */
export interface CaseBehind {
  readonly organ: string
  readonly id: string
  readonly number: string | null
  readonly receivedOn: Day
  readonly closedOn: Day | null
  readonly state: string
  /** The remedy, behind a figure of table four. */
  readonly remedy?: string | undefined
}

/** Of an organ by itself, or the sum with those it supervises: each has drafts and editions of its own. */
export type ReportKind = 'own' | 'sum'

export interface ReportDraft {
  readonly organ: string
  readonly year: number
  readonly entries: ReportEntries
  readonly openedOn: Day
  readonly openedBy: string | null
  /** As it was when the draft was opened. */
  readonly places: readonly PlaceRow[]
  /** The rest as it was then; null of a draft opened before this was put by. */
  readonly opened: Opened | null
}

export interface KeptEdition {
  readonly organ: string
  readonly year: number
  readonly edition: number
  readonly report: YearReport
  /** Hex, of the canonical JSON that is kept. */
  readonly sha256: string
  readonly publishedOn: Day
  readonly publishedBy: string | null
  readonly reason: string | null
  readonly places: readonly PlaceRow[]
}

/** A page of the cases behind a figure. */
export interface BehindQuery {
  readonly organs: readonly string[]
  readonly year: number
  readonly cell: CellThree | CellFour
  readonly limit: number
  /** The last id of the page before. */
  readonly after?: string | undefined
}

/**
 * Whose report is wanted: of one organ by itself, or the sum of several under the name of one. A sum without the organ that
 * gives it its name is a look at the others, with no draft and no edition.
 */
export interface ReportOrder {
  readonly organ: string
  readonly organs: readonly string[]
  readonly year: number
  /** Left out: own where `organs` is `organ` alone, else a sum. */
  readonly kind?: ReportKind | undefined
  /** In place of what the draft holds. */
  readonly entries?: ReportEntries | undefined
}

/** What is entered of a report, with whose it is as {@link ReportOrder} has it; `organs` left out: `organ` alone. */
export type NewDraft = Omit<ReportDraft, 'places' | 'opened'> & Partial<Pick<ReportOrder, 'organs' | 'kind'>>

/** A report as it would be now. */
export interface Prepared {
  readonly report: YearReport
  readonly draft: ReportDraft | undefined
  /** Cases that stand elsewhere than when the draft was opened, or than in the last edition. */
  readonly moved: readonly MovedPlace[]
  /** What else changed since the draft was opened; null without a draft, or where nobody put by what it was. */
  readonly changed: Changed | null
  /** A sum's table two as its organs tell it, under what was entered; null of an organ by itself. */
  readonly proposed: ReportEntries['table2'] | null
  /** Suits told of by several records, counted once (rulebook R94). */
  readonly doubles: readonly OrganRemedy[]
  /** Cases that stand elsewhere than in last year's published report: they break the carry until that is corrected. */
  readonly movedBefore: readonly MovedPlace[]
}

/** An edition to be published: built and frozen in one view of the ledgers. */
export interface PublishOrder extends ReportOrder {
  readonly on: Day
  readonly by: string | null
  /** Wanted from the second edition on. */
  readonly reason?: string | undefined
  /** What speaks against publishing; nothing is kept where it says anything. */
  readonly refuse: (prepared: Prepared & { readonly editions: number }) => readonly Refusal[]
}

/** First and last day. */
export interface Period {
  readonly from: Day
  readonly until: Day
}

/** Information that several applicants asked for. */
export interface HotRequest {
  readonly organ: string
  /** The same for the same words, widths, blanks and marks apart: a SHA-256 in hex. */
  readonly topic: string
  readonly information: string
  readonly requests: number
  readonly applicants: number
  /** How often it was given, wholly or in part. */
  readonly given: number
  /** The day of the latest request. */
  readonly lastOn: Day
  readonly ids: readonly string[]
}

/** Information that somebody who was given it suggested to publish (条例 44.2), and who asked for it since a day, if anybody. */
export interface SuggestedTopic extends Omit<HotRequest, 'lastOn'> {
  /** The day of the latest suggestion. */
  readonly suggestedOn: Day
  readonly suggestions: number
  /** Every reason that was named. */
  readonly reasons: readonly PublicationReason[]
}

/** A step in deciding whether what many ask for, or somebody suggested, is published. */
export interface PublicationDecision extends PublicationFact {
  readonly organ: string
  readonly topic: string
  /** From 1. */
  readonly n: number
  /** What the organ calls the information. */
  readonly title: string
  /** How many asked within the year, when it was decided. */
  readonly requests: number
  readonly applicants: number
}

/** One case of the open data. */
export interface OpenDatum {
  readonly organ: string
  readonly kind: string
  readonly channel: string
  /** YYYY-MM. */
  readonly receivedIn: string
  readonly closedIn: string | null
  readonly line: string | null
  readonly days: number | null
  readonly corrected: boolean
  readonly extended: boolean
  readonly remedied: boolean
}

/** A model case, anonymous; listed to others once it is approved. */
export interface ModelCase {
  readonly organ: string
  readonly id: string
  readonly caseId: string
  readonly summary: ModelSummary
  readonly story: string | null
  readonly point: string | null
  /** Ids of people. */
  readonly proposedBy: string
  readonly proposedOn: Day
  readonly approvedBy: string | null
  readonly approvedOn: Day | null
  /** Taken back after it was approved, or rejected before: its words are gone. Null again once proposed anew. */
  readonly ended: ModelCaseEnding | null
}

export interface ModelCaseEnding {
  readonly act: 'withdrawn' | 'rejected'
  readonly reason: string
  readonly on: Day
}

/** What the yearly report asks of the database. All figures are added up from the folded columns of the cases. */
export interface ReportCabinet {
  yearCounts(organs: readonly string[], year: number): Promise<readonly OrganCount[]>
  /** Every record of a remedy that the year tells of; one suit may be told of several times (rulebook R94). */
  yearRemedies(organs: readonly string[], year: number): Promise<readonly OrganRemedy[]>
  casesBehind(query: BehindQuery): Promise<readonly CaseBehind[]>
  /** The numbers of cases, by their ids; null while one is unconfirmed. */
  numbersOf(organs: readonly string[], ids: readonly string[]): Promise<readonly (readonly [string, string | null])[]>
  /** The report as it would be now; throws RangeError for a year before the first of the two forms. */
  yearReport(order: ReportOrder): Promise<Prepared>
  /** Opens the draft where there is none; `entries` take the place of those before. */
  keepReportDraft(draft: NewDraft): Promise<void>
  /** The editions of one year, the first one first; of the organs by themselves where no kind is told. */
  reportEditions(organs: readonly string[], year: number, kind?: ReportKind): Promise<readonly KeptEdition[]>
  /** Proposed, or proposed anew with other words: then it is to be approved again. */
  keepModelCase(one: Omit<ModelCase, 'id' | 'approvedBy' | 'approvedOn' | 'ended'>): Promise<ModelCase>
  modelCases(organs: readonly string[]): Promise<readonly ModelCase[]>
  /** Undefined where it was proposed anew, or approved, meanwhile. */
  approveModelCase(one: ModelCase, by: string, on: Day): Promise<ModelCase | undefined>
  /** Takes back what was approved, rejects what was not, and erases its words. Undefined where it changed meanwhile. */
  endModelCase(one: ModelCase, by: string, on: Day, reason: string): Promise<ModelCase | undefined>
  /** Everything that is not finished, with what is due in it. */
  unfinished(organs: readonly string[]): Promise<readonly Unfinished[]>
  /** What was closed in a period, by line of table three. */
  finishedIn(organs: readonly string[], period: Period): Promise<readonly LineFigures[]>
  receivedIn(organs: readonly string[], period: Period): Promise<number>
  /** Asked for by at least so many applicants since a day (条例 44). */
  hotRequests(organs: readonly string[], since: Day, least: number): Promise<readonly HotRequest[]>
  /** Suggested by an applicant, however few ask; how many did since a day. */
  suggestedTopics(organs: readonly string[], since: Day): Promise<readonly SuggestedTopic[]>
  publications(organs: readonly string[]): Promise<readonly PublicationDecision[]>
  /** What was decided of the information that one case asks for. */
  publicationsOf(organ: string, caseId: string): Promise<readonly PublicationDecision[]>
  /** False where somebody else's step of this number came first; then nothing is kept. */
  keepPublication(decision: PublicationDecision): Promise<boolean>
  /** The cases received in a year, anonymous and in no order. */
  openData(organs: readonly string[], year: number): Promise<readonly OpenDatum[]>
  /** Builds and freezes the next edition with its hash, or answers why not. Throws EDITION_TAKEN. */
  publishReport(order: PublishOrder): Promise<KeptEdition | { readonly refused: readonly Refusal[] }>
}
