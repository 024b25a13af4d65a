import { type StatutoryDay, statutoryDays } from './statutory-days.js'
import { substituteDays } from './substitute-days.js'

/** One day off: civil date in China (`YYYY-MM-DD`) and its name, `国庆节、中秋节` where two fall together. */
export type ProjectedDay = { date: string; name: string }

/**
 * The days off of a year for which no notice is known, by the law alone: 法定节假日 and 补假, in order of date.
 * There are no make-up working days: only a notice can make one. To be shown as provisional, always.
 */
export type ProjectedYear = { year: number; off: ProjectedDay[] }

/** 春节 has had three days from 初一 since the revision of 2013, in force 2014-01-01. */
const FIRST_YEAR = 2014
/** Beyond it the lunar days have not been checked. */
const LAST_YEAR = 2040

const projected = new Map<number, ProjectedYear>()

/**
 * Projects a year by 《全国年节及纪念日放假办法》 arts. 2 and 6. The first call loads date-holidays (about 0.3 s with the
 * year), a later year costs about 30 ms, a year asked again nothing. Throws RangeError outside 2014–2040.
 */
export function projectYear(year: number): ProjectedYear {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) {
    throw new RangeError(`${year} 年超出可推算的年份（${FIRST_YEAR}–${LAST_YEAR}）`)
  }
  const known = projected.get(year)
  if (known) return structuredClone(known)
  const holidays = statutoryDays(year)
  const off = [...merged(holidays), ...substituteDays(holidays)].sort((a, b) => (a.date < b.date ? -1 : 1))
  projected.set(year, { year, off })
  return { year, off: structuredClone(off) }
}

function merged(holidays: readonly StatutoryDay[]): ProjectedDay[] {
  const names = new Map<string, string>()
  for (const { date, name } of holidays) {
    const before = names.get(date)
    names.set(date, before === undefined ? name : `${before}、${name}`)
  }
  return [...names].map(([date, name]) => ({ date, name }))
}
