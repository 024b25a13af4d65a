/**
 * A day of the civil calendar in Asia/Shanghai, as `YYYY-MM-DD`. Legal dates are days, never instants (rulebook C1):
 * a web form sent at 23:59 belongs to that day. No `Date` passes this door, so no time zone can move a day.
 */
export type Day = string & { readonly __day: unique symbol }

const shape = /^\d{4}-\d{2}-\d{2}$/
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days in a month; `month` is 1–12. */
export const monthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0)

/** Is this text a day that exists? `2025-02-30` is not. */
export const isDay = (text: string): text is Day => {
  if (!shape.test(text)) return false
  const { year, month, date } = parts(text)
  return year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= monthLength(year, month)
}

/** The day written as `YYYY-MM-DD`. Throws a RangeError when there is no such day. */
export const day = (text: string): Day => {
  if (!isDay(text)) throw new RangeError(`没有这一天：${text}`)
  return text
}

const digits = (text: string, from: number, to: number): number => {
  let value = 0
  for (let i = from; i < to; i++) value = value * 10 + text.charCodeAt(i) - 48
  return value
}

/** Year, month (1–12) and date (1–31) of a day. */
export const parts = (of: string): { year: number; month: number; date: number } => ({
  year: digits(of, 0, 4),
  month: digits(of, 5, 7),
  date: digits(of, 8, 10),
})

/** Days since 1970-01-01, by the civil-date arithmetic of H. Hinnant; exact for every proleptic Gregorian day. */
export const toNumber = (of: Day): number => {
  const { year, month, date } = parts(of)
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** A day from its three numbers; throws a RangeError when there is no such day. */
export const dayOf = (year: number, month: number, date: number): Day =>
  day(`${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`)

/** The inverse of {@link toNumber}. */
export const fromNumber = (number: number): Day => {
  const shifted = number + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return dayOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date)
}

/** The day `days` calendar days later (or earlier when negative). */
export const addDays = (from: Day, days: number): Day => fromNumber(toNumber(from) + days)

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => toNumber(to) - toNumber(from)

/** Monday 1 … Sunday 7. */
export const weekday = (of: Day): number => ((((toNumber(of) + 3) % 7) + 7) % 7) + 1

/**
 * The corresponding day `months` months later, or the month's last day where there is none
 * (民法典 第二百零二条: 2025-08-31 and six months give 2026-02-28).
 */
export const addMonths = (from: Day, months: number): Day => {
  const { year, month, date } = parts(from)
  const index = year * 12 + (month - 1) + months
  const [nextYear, nextMonth] = [Math.floor(index / 12), (index % 12) + 1]
  return dayOf(nextYear, nextMonth, Math.min(date, monthLength(nextYear, nextMonth)))
}

/** The later of two days. */
export const laterOf = (a: Day, b: Day): Day => (a > b ? a : b)

/** The earlier of two days. */
export const earlierOf = (a: Day, b: Day): Day => (a < b ? a : b)

/** 2025-03-03 → 2025年3月3日 (no leading zeros, GB/T 9704—2012 7.3.5.4). */
export const inChinese = (of: Day): string => {
  const { year, month, date } = parts(of)
  return `${year}年${month}月${date}日`
}
