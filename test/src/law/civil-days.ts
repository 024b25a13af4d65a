import { readFileSync } from 'node:fs'

/*
 * The court's own days: strings and a list, walked one by one. Nothing here comes from the code under test: the
 * official days are read from a fixture made by fixtures/official-days.py, 2027 is written down by hand.
 */

interface Official {
  readonly from: string
  readonly to: string
  /** One character a day, `1` = working. */
  readonly days: string
  readonly names: Readonly<Record<string, string>>
}

export const official: Official = JSON.parse(
  readFileSync(new URL('../../fixtures/official-days.json', import.meta.url), 'utf8'),
)

/** 法定节假日 and 补假 of 2027 by the 放假办法 alone (research/calendar.md §1.3); no notice, no make-up days. */
export const off2027: Readonly<Record<string, string>> = {
  '2027-01-01': '元旦',
  '2027-02-05': '春节',
  '2027-02-06': '春节',
  '2027-02-07': '春节',
  '2027-02-08': '春节',
  '2027-02-09': '春节补假',
  '2027-02-10': '春节补假',
  '2027-04-05': '清明节',
  '2027-05-01': '劳动节',
  '2027-05-02': '劳动节',
  '2027-05-03': '劳动节补假',
  '2027-05-04': '劳动节补假',
  '2027-06-09': '端午节',
  '2027-09-15': '中秋节',
  '2027-10-01': '国庆节',
  '2027-10-02': '国庆节',
  '2027-10-03': '国庆节',
  '2027-10-04': '国庆节补假',
  '2027-10-05': '国庆节补假',
}

/** The last day whose arrangement nothing but an amendment can change (rulebook C4). */
export const lastSettled = '2026-12-25'

const pad = (n: number) => String(n).padStart(2, '0')

/** Every day from 2019-01-01 to 2031-12-31, in order; 2019-01-01 was a Tuesday. */
export const days: readonly string[] = (() => {
  const list: string[] = []
  for (let year = 2019; year <= 2031; year++) {
    const leap = year % 4 === 0
    for (let month = 1; month <= 12; month++) {
      const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
      for (let date = 1; date <= length; date++) list.push(`${year}-${pad(month)}-${pad(date)}`)
    }
  }
  return list
})()

const index = new Map(days.map((day, i) => [day, i]))

export const at = (day: string): number => {
  const i = index.get(day)
  if (i === undefined) throw new Error(`the court has no day ${day}`)
  return i
}

/** Monday 1 … Sunday 7. */
export const weekday = (day: string): number => ((at(day) + 1) % 7) + 1

/** The day `n` days later or earlier. */
export const plus = (day: string, n: number): string => days[at(day) + n] as string

/** Working day? By the notices to 2026, by the hand-written list for 2027; the court knows no more. */
export const working = (day: string): boolean => {
  if (day <= official.to) return official.days[at(day)] === '1'
  if (day > '2027-12-31') throw new Error(`the court has no arrangement for ${day}`)
  return weekday(day) <= 5 && off2027[day] === undefined
}

/** The n-th working day strictly after `from`, counted on the fingers (rulebook C5). */
export const nth = (from: string, n: number, isWorking: (day: string) => boolean = working): string => {
  let day = from
  for (let left = n; left > 0; ) {
    day = plus(day, 1)
    if (isWorking(day)) left -= 1
  }
  return day
}

/** A fixed-seed generator (mulberry32): the same numbers on every machine. */
export const seeded = (seed: number) => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let x = state
    x = Math.imul(x ^ (x >>> 15), x | 1)
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61)
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296
  }
  /** A whole number from `least` to `most`, both included. */
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(list: readonly T[]): T => list[between(0, list.length - 1)] as T
  const chance = (share: number) => next() < share
  return { next, between, pick, chance }
}
