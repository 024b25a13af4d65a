import type { Day } from '../day.js'
import type { Notice } from './notice.js'
import { noticeAsOf } from './notice.js'
import { buildTable, type ProjectedYear, type Table } from './table.js'

/** What a calendar answers for one day. `name` is the holiday's, null on plain days. */
export interface DayEntry {
  readonly date: Day
  readonly working: boolean
  readonly status: 'official' | 'provisional'
  readonly name: string | null
}

/** A day a computation arrived at; provisional when a day it walked over has no settled arrangement (rulebook C4). */
export interface Due {
  readonly due: Day
  readonly provisional: boolean
}

/** Working days of China: official where a notice speaks, provisional up to five years beyond, refused elsewhere. */
export interface Calendar {
  /** Says which notices it was made of; stands beside every stored day. */
  readonly version: string
  readonly asOf: Day | null
  readonly first: Day
  /** The last day it answers for. */
  readonly last: Day
  look(day: Day): DayEntry
  isWorking(day: Day): boolean
  /** The n-th working day strictly after `from` (rulebook C5). `n` is a whole number ≥ 1. */
  addWorkingDays(from: Day, n: number): Due
  /** Working days in (after, through]; negative when `through` is earlier. */
  countWorkingDays(after: Day, through: Day): number
  /** Is a day of (after, through] without a settled arrangement? */
  isProvisional(after: Day, through: Day): boolean
  /** The day itself when it is a working day, else the first working day after it (rulebook C7). */
  rollForward(day: Day): Due
}

/** Thrown when a day lies outside what the calendar can answer for; nothing is ever guessed there. */
export class CalendarUnknown extends RangeError {
  override readonly name = 'CalendarUnknown'
  readonly day: string
  constructor(day: string, first: string, last: string) {
    super(`工作日历没有${day}：只能推算${first}至${last}之间的日期`)
    this.day = day
  }
}

/** How many years past the last notice are answered provisionally (rulebook C4). */
export const provisionalYears = 5

export interface CalendarParts {
  readonly notices: readonly Notice[]
  /** Only notices issued by this day, later amendments undone. */
  readonly asOf?: Day
  /** Draws a year without a notice; asked at most once a year, only when a computation walks into it. */
  readonly project: (year: number) => ProjectedYear
}

/** Builds the calendar from notices; years without one are drawn lazily. Throws when there is no notice at all. */
export const calendarOf = ({ notices, asOf, project }: CalendarParts): Calendar => {
  const known = notices
    .flatMap((notice) => (asOf ? (noticeAsOf(notice, asOf) ?? []) : notice))
    .toSorted((a, b) => a.year - b.year)
  const [firstYear, lastYear] = [known[0]?.year, known.at(-1)?.year]
  if (firstYear === undefined || lastYear === undefined) {
    const earliest = notices.map(({ notice }) => notice.issued).toSorted()[0]
    if (asOf && earliest) throw new CalendarUnknown(asOf, `${earliest}（最早一份放假安排公布之日）`, '今天')
    throw new RangeError('工作日历：一份放假安排也没有')
  }
  const endYear = lastYear + provisionalYears
  const [first, last] = [`${firstYear}-01-01` as Day, `${endYear}-12-31` as Day]
  const announced = new Set(known.map(({ year }) => year))
  const projected: ProjectedYear[] = []
  for (let year = firstYear; year < lastYear; year++) if (!announced.has(year)) projected.push(project(year))
  let table: Table = buildTable({ notices: known, projected, firstYear, lastYear })

  const unknown = (day: string): never => {
    throw new CalendarUnknown(day, first, last)
  }
  const extend = (wanted: string): void => {
    if (table.lastYear >= endYear) unknown(wanted)
    projected.push(project(table.lastYear + 1))
    table = buildTable({ notices: known, projected, firstYear, lastYear: table.lastYear + 1 })
  }
  const indexOf = (day: Day): number => {
    if (day < first || day > last) unknown(day)
    const year = Number(day.slice(0, 4))
    while (table.lastYear < year) extend(day)
    return table.indexOf(day)
  }
  const nth = (k: number): number => {
    while (k >= table.select.length) extend(`${endYear + 1}-01-01`)
    return table.select[k] as number
  }
  const provisionalIn = (after: number, through: number): boolean =>
    (table.open[through + 1] as number) > (table.open[after + 1] as number)

  return {
    version: known.map(({ notice, amendments }) => `${notice.number}${'+'.repeat(amendments.length)}`).at(-1) ?? '',
    asOf: asOf ?? null,
    first,
    last,
    look(day) {
      const i = indexOf(day)
      return {
        date: day,
        working: table.working[i] === 1,
        status: provisionalIn(i - 1, i) ? 'provisional' : 'official',
        name: table.names.get(i) ?? null,
      }
    },
    isWorking: (day) => {
      const i = indexOf(day)
      return table.working[i] === 1
    },
    addWorkingDays(from, n) {
      if (!Number.isInteger(n) || n < 1) throw new RangeError(`工作日数应为正整数：${n}`)
      const start = indexOf(from)
      const due = nth((table.rank[start + 1] as number) + n - 1)
      return { due: table.days[due] as Day, provisional: provisionalIn(start, due) }
    },
    countWorkingDays(after, through) {
      const [a, b] = [indexOf(after), indexOf(through)]
      return (table.rank[b + 1] as number) - (table.rank[a + 1] as number)
    },
    isProvisional(after, through) {
      const [a, b] = [indexOf(after), indexOf(through)]
      return b > a && provisionalIn(a, b)
    },
    rollForward(day) {
      const i = indexOf(day)
      const due = nth(table.rank[i] as number)
      return { due: table.days[due] as Day, provisional: provisionalIn(i - 1, due) }
    },
  }
}
