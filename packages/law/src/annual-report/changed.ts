import type { RemedyColumn } from '../remedies/index.js'
import { type RemedyGroup, remedyColumns, remedyGroups } from './form.js'
import type { Cell, PublishedReport } from './report.js'
import { oncePerSuit, type PlacedRemedy, tableFourOf } from './table-four.js'
import { kindsTwoOf, nameTwo } from './table-two.js'
import type { ReportEntries } from './year-report.js'

/** A remedy's place in a year's table four: its case, its name there, and the suit it tells of. */
export type RemedyRow = readonly [
  caseId: string,
  id: string,
  group: RemedyGroup,
  column: RemedyColumn,
  suit: string | null,
]

/** What stood in a draft when it was opened, beside the places of its cases. */
export interface Opened {
  readonly remedies: readonly RemedyRow[]
  readonly table2: ReportEntries['table2']
  /** As printed: part six with its sentence about fees. */
  readonly parts: ReportEntries['parts']
  /** Left out of drafts opened before these were put by: then nothing of them is marked. */
  readonly sources?: ReportEntries['sources'] | undefined
  /** Last year's figures; null where there were none. */
  readonly previous?: PreviousFigures | null | undefined
}

/** What this year's report is held against of last year's. */
type PreviousFigures = Pick<PublishedReport, 'year' | 'table3' | 'table2'>

type PartName = keyof ReportEntries['parts']
const partsInOrder = ['overview', 'problems', 'other'] as const satisfies readonly PartName[]

export interface RemedyStand {
  readonly group: RemedyGroup
  readonly column: RemedyColumn
  readonly suit: string | null
}

/** A remedy that stands elsewhere than when the draft was opened; null: the year did not tell of it then, or no longer does. */
export interface MovedRemedy {
  readonly caseId: string
  readonly id: string
  readonly before: RemedyStand | null
  readonly after: RemedyStand | null
}

/** A figure that is another now. Null where nothing stood, or stands. */
export interface ChangedFigure {
  /** As the sheets name it: `reconsideration upheld`, `table2 规章 0`. */
  readonly figure: string
  readonly before: Cell
  readonly now: Cell
}

/** Words that are others now. */
export interface ChangedPart {
  readonly part: PartName
  readonly before: string
  readonly now: string
}

/** Where a figure or a part was taken from is told otherwise now; empty where nothing was, or is, told. */
export interface ChangedSource {
  readonly name: string
  readonly before: string
  readonly now: string
}

/** Last year's report is another now: how many it carried on; null where there was none, or is none. */
export interface ChangedPrevious {
  readonly before: Cell
  readonly now: Cell
}

/** What changed in table four, table two and the words since a draft was opened; table three: `movedPlaces`. */
export interface Changed {
  readonly four: readonly ChangedFigure[]
  readonly remedies: readonly MovedRemedy[]
  readonly two: readonly ChangedFigure[]
  readonly parts: readonly ChangedPart[]
  readonly sources: readonly ChangedSource[]
  readonly previous: ChangedPrevious | null
}

interface Now {
  readonly remedies: readonly PlacedRemedy[]
  readonly report: Pick<PublishedReport, 'year' | 'table2' | 'table4' | 'previous'> &
    Pick<ReportEntries, 'parts' | 'sources'>
}

const pickFigures = ({ year, table3, table2 }: PublishedReport): PreviousFigures => ({
  ...{ year, table3 },
  ...(table2 ? { table2 } : {}),
})

/** What is put by of a draft at its opening. */
export const openedWith = ({
  remedies,
  report,
}: Omit<Now, 'report'> & { readonly report: Partial<Now['report']> }) => ({
  remedies: remedies.map(({ caseId, id, group, column, suit }): RemedyRow => [caseId, id, group, column, suit]),
  table2: report.table2 ?? {},
  parts: report.parts ?? { overview: '', problems: '', other: '' },
  sources: report.sources ?? {},
  previous: report.previous ? pickFigures(report.previous) : null,
})

const changedSources = (before: ReportEntries['sources'], now: ReportEntries['sources']): ChangedSource[] =>
  [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .map((name) => ({ name, before: before[name] ?? '', now: now[name] ?? '' }))
    .filter((one) => one.before !== one.now)

/** In an order of its own: a database keeps the lines in another. */
const figuresOf = (report: PreviousFigures | null | undefined): string =>
  JSON.stringify(
    report && [report.year, ...[report.table3, report.table2 ?? {}].map((one) => Object.entries(one).toSorted())],
  )

const carriedBy = (report: PreviousFigures | null | undefined): Cell =>
  report ? (report.table3['4']?.at(-1) ?? 0) : null

const changedPrevious = (before: Opened['previous'], now: PublishedReport | undefined): ChangedPrevious | null =>
  before === undefined || figuresOf(before) === figuresOf(now ?? null)
    ? null
    : { before: carriedBy(before), now: carriedBy(now) }

const unlike = (one: ChangedFigure): boolean => one.before !== one.now

const changedFour = ({ remedies }: Opened, { table4 }: Now['report']): ChangedFigure[] => {
  const placed = remedies.map(([, , group, column, suit]) => ({ group, column, suit, count: 1 }))
  const before = tableFourOf(oncePerSuit(placed))
  return remedyGroups
    .flatMap((group) =>
      remedyColumns.map((column, i) => ({
        figure: `${group} ${column}`,
        before: before[group][i] ?? 0,
        now: table4[group]?.[i] ?? 0,
      })),
    )
    .filter(unlike)
}

const changedTwo = ({ table2: before }: Opened, { table2: now = {}, year }: Now['report']): ChangedFigure[] =>
  kindsTwoOf(year)
    .flatMap(({ kind, figures }) =>
      figures.map((_, i) => ({
        figure: nameTwo(kind, i, figures.length),
        before: before[kind]?.[i] ?? null,
        now: now[kind]?.[i] ?? null,
      })),
    )
    .filter(unlike)

const standOf = (row: RemedyRow | undefined): RemedyStand | null =>
  row ? { group: row[2], column: row[3], suit: row[4] } : null

const movedRemedies = (before: readonly RemedyRow[], after: readonly RemedyRow[]): MovedRemedy[] => {
  const keyed = (rows: readonly RemedyRow[]) => new Map(rows.map((row) => [`${row[0]} ${row[1]}`, row]))
  const [old, now] = [keyed(before), keyed(after)]
  return [...new Map([...old, ...now])].flatMap(([key, [caseId, id]]) => {
    const [a, b] = [old.get(key), now.get(key)]
    return a?.join() === b?.join() ? [] : [{ caseId, id, before: standOf(a), after: standOf(b) }]
  })
}

/** What a draft marks since it was opened, beside the cases that moved in table three. */
export const changedSince = (opened: Opened, now: Now): Changed => ({
  four: changedFour(opened, now.report),
  remedies: movedRemedies(opened.remedies, openedWith(now).remedies),
  two: changedTwo(opened, now.report),
  parts: partsInOrder.flatMap((part) => {
    const [before, after] = [opened.parts[part], now.report.parts[part]]
    return before === after ? [] : [{ part, before, now: after }]
  }),
  sources: opened.sources ? changedSources(opened.sources, now.report.sources) : [],
  previous: changedPrevious(opened.previous, now.report.previous),
})
