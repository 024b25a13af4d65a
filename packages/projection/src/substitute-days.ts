import type { StatutoryDay } from './statutory-days.js'

const DAY = 86_400_000

/**
 * The 补假 of art. 6 of 《全国年节及纪念日放假办法》: each holiday on a Saturday or Sunday, and each further holiday on a
 * date that is one already, gives the next weekday that is free. `holidays` must be in order of date.
 */
export function substituteDays(holidays: readonly StatutoryDay[]): StatutoryDay[] {
  const taken = new Set(holidays.map((holiday) => holiday.date))
  const substitutes: StatutoryDay[] = []
  for (const [index, holiday] of holidays.entries()) {
    const second = holidays[index - 1]?.date === holiday.date
    if (!second && !isWeekend(holiday.date)) continue
    const date = nextFreeWeekday(holiday.date, taken)
    taken.add(date)
    substitutes.push({ date, name: `${holiday.name}补假` })
  }
  return substitutes
}

function nextFreeWeekday(date: string, taken: ReadonlySet<string>): string {
  let day = dayAfter(date)
  while (isWeekend(day) || taken.has(day)) day = dayAfter(day)
  return day
}

/** A civil date is counted in UTC throughout, so that the process's zone cannot move it. */
function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10)
}

function isWeekend(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}
