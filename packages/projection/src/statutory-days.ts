import { createRequire } from 'node:module'
import type Holidays from 'date-holidays'
import { MID_AUTUMN_CORRECTIONS } from './lunar-corrections.js'

/** One statutory holiday: civil date in China (`YYYY-MM-DD`) and its Chinese name. */
export type StatutoryDay = { date: string; name: string }

/** Rules of partial-population days (办法 art. 3) and of the old 除夕: not days off for everybody, or re-added below. */
const REMOVED_RULES = ['03-08 12:00', '05-04 12:00', '06-01', '08-01 12:00', 'chinese 01-0-00']

/** date-holidays' Chinese names that are not the name used in the notices. */
const NAMES: Readonly<Record<string, string>> = { '清明节 清明節': '清明节', 除夕: '春节' }

let instance: Holidays | undefined

/**
 * The all-citizens holidays of a year by art. 2 of 《全国年节及纪念日放假办法》 (国务院令第795号), in order of date;
 * two holidays on one date are two entries. Years before 2025 follow the text of 2013 (11 days instead of 13).
 * date-holidays is loaded at the first call (about 0.2 s) and one instance kept: a new one starts its ephemeris over.
 */
export function statutoryDays(year: number): StatutoryDay[] {
  instance ??= correctedHolidays()
  const days = instance
    .getHolidays(year)
    .filter((holiday) => holiday.type === 'public')
    // `start` and `end` are instants and move with the zone; `date` is the civil day in China.
    .map((holiday) => ({ date: holiday.date.slice(0, 10), name: NAMES[holiday.name] ?? holiday.name }))
  const midAutumn = MID_AUTUMN_CORRECTIONS[year]
  return days
    .map((day) => (midAutumn !== undefined && day.name === '中秋节' ? { ...day, date: midAutumn } : day))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/** date-holidays 3.37.0 carries the law of 2007 and the notice of 2021; this lays the law of 2013 and 2024 over it. */
function correctedHolidays(): Holidays {
  const Constructor = createRequire(import.meta.url)('date-holidays') as typeof Holidays
  const holidays = new Constructor('CN', { timezone: 'Asia/Shanghai', languages: ['zh'] })
  for (const rule of REMOVED_RULES) remove(holidays, rule)
  for (const rule of rulesOf(holidays)) if (/^2021-/.test(rule)) remove(holidays, rule)
  add(holidays, 'chinese 01-0-00', '除夕', '2025-01-01')
  add(holidays, 'chinese 01-0-03', '春节', '2014-01-01')
  add(holidays, '05-02', '劳动节', '2025-01-01')
  return holidays
}

/** The package's rule texts; the field is public but missing from its types. */
function rulesOf(holidays: Holidays): string[] {
  return Object.keys((holidays as unknown as { holidays: Record<string, unknown> }).holidays)
}

/** There is no `unsetHoliday`; `false` is what the package's own code tests for, and its types do not know it. */
function remove(holidays: Holidays, rule: string): void {
  holidays.setHoliday(rule, false as unknown as string)
}

function add(holidays: Holidays, rule: string, zh: string, from: string): void {
  holidays.setHoliday(rule, { name: { zh }, type: 'public', active: [{ from }] })
}
