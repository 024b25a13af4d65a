import type { Day } from '../day.js'
import { fromNumber, monthLength, toNumber, weekday } from '../day.js'
import type { NamedDay, Notice } from './notice.js'

/** Statutory days of a year without a notice, drawn by rule: only ever provisional. */
export interface ProjectedYear {
  readonly year: number
  readonly off: readonly NamedDay[]
}

/**
 * Prefix sums over whole years of days (rank and select): adding twenty working days costs two array reads,
 * whatever the number of days. Index 0 is 1 January of the first year.
 */
export interface Table {
  readonly lastYear: number
  readonly days: readonly Day[]
  readonly names: ReadonlyMap<number, string>
  /** 1 where the day is a working day. */
  readonly working: Uint8Array
  /** rank[i] = working days before day i. */
  readonly rank: Int32Array
  /** select[k] = the k-th working day. */
  readonly select: Int32Array
  /** open[i] = days before day i whose arrangement is not settled. */
  readonly open: Int32Array
  indexOf(day: Day): number
}

export interface TableParts {
  readonly notices: readonly Notice[]
  readonly projected: readonly ProjectedYear[]
  readonly firstYear: number
  readonly lastYear: number
}

interface Mark {
  readonly working: boolean
  readonly name: string
}

/** A later notice wins for every day it speaks about; work wins over off within one notice. */
const marksOf = ({ notices, projected }: TableParts): Map<string, Mark> => {
  const marks = new Map<string, Mark>()
  const put = (days: readonly NamedDay[], working: boolean): void => {
    for (const { date, name } of days) marks.set(date, { working, name })
  }
  for (const { off } of projected) put(off, false)
  for (const { off, work } of notices) {
    put(off, false)
    put(work, true)
  }
  return marks
}

/** The last days of December are settled only by the next year's notice (2018 and 2022 were changed by it). */
const settledBy = (announced: ReadonlySet<number>, day: Day): boolean => {
  const year = Number(day.slice(0, 4))
  return announced.has(year) && (day.slice(5) < '12-26' || announced.has(year + 1))
}

/** Builds the table for whole years; well under a millisecond a year. */
export const buildTable = (parts: TableParts): Table => {
  const { firstYear, lastYear } = parts
  const start = toNumber(`${firstYear}-01-01` as Day)
  const length = toNumber(`${lastYear + 1}-01-01` as Day) - start
  const announced = new Set(parts.notices.map(({ year }) => year))
  const marks = marksOf(parts)
  const days = Array.from({ length }, (_, i) => fromNumber(start + i))
  const names = new Map<number, string>()
  const working = new Uint8Array(length)
  const rank = new Int32Array(length + 1)
  const open = new Int32Array(length + 1)
  const select: number[] = []
  days.forEach((day, i) => {
    const mark = marks.get(day)
    if (mark) names.set(i, mark.name)
    if (mark ? mark.working : weekday(day) <= 5) {
      working[i] = 1
      select.push(i)
    }
    rank[i + 1] = select.length
    open[i + 1] = (open[i] as number) + (settledBy(announced, day) ? 0 : 1)
  })
  return {
    lastYear,
    days,
    names,
    working,
    rank,
    open,
    select: Int32Array.from(select),
    indexOf: indexer(firstYear, lastYear),
  }
}

/** Text to index by twelve months of an offset table: no parsing of dates, no day numbers. */
const indexer = (firstYear: number, lastYear: number): ((day: Day) => number) => {
  const offsets = new Int32Array((lastYear - firstYear + 1) * 12)
  let offset = 0
  for (let slot = 0; slot < offsets.length; slot++) {
    offsets[slot] = offset
    offset += monthLength(firstYear + Math.floor(slot / 12), (slot % 12) + 1)
  }
  const two = (text: string, at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528
  return (day) => {
    const year = two(day, 0) * 100 + two(day, 2)
    return (offsets[(year - firstYear) * 12 + two(day, 5) - 1] as number) + two(day, 8) - 1
  }
}
