import { addDays, type Calendar, type Day, day } from '@zhiqing/law'
import { shippedCalendar } from '../calendar.js'
import { type Figure, median } from './figure.js'

const rounds = 25
const passes = 35
const workingDays = 20

/** Days of 2019 to October 2026, each once: all of them end among announced days. */
const starts = (): readonly Day[] => {
  const days: Day[] = []
  for (let one = day('2019-01-02'); one < '2026-10-31'; one = addDays(one, 1)) days.push(one)
  return days
}

/** How anybody would write it first: day after day, asking of each whether it is worked. */
const walk = (from: Day, calendar: Calendar): Day => {
  let at = from
  for (let left = workingDays; left > 0; ) {
    at = addDays(at, 1)
    if (calendar.isWorking(at)) left -= 1
  }
  return at
}

/** Nanoseconds of one call, the median over rounds of 100,000. */
const nanoseconds = (from: readonly Day[], work: (start: Day) => Day): number => {
  let length = 0
  const samples = Array.from({ length: rounds }, () => {
    const begun = performance.now()
    for (let pass = 0; pass < passes; pass++) for (const start of from) length += work(start).length
    return ((performance.now() - begun) * 1e6) / (passes * from.length)
  })
  if (length === 0) throw new Error('nothing was computed')
  return median(samples)
}

/** A sum of working days, string to string, beside the plain walk in the same run. */
export const measureCalendar = async (): Promise<readonly Figure[]> => {
  const calendar = shippedCalendar()
  const from = starts()
  const added = nanoseconds(from, (start) => calendar.addWorkingDays(start, workingDays).due)
  const walked = nanoseconds(from, (start) => walk(start, calendar))
  return [
    { name: 'calendar.add', zh: '推算20个工作日', value: added, unit: 'ns', bar: { most: 200 } },
    { name: 'calendar.walk', zh: '同样的推算，逐日数', value: walked, unit: 'ns' },
    { name: 'calendar.ratio', zh: '逐日数是它的几倍', value: walked / added, unit: '×' },
  ]
}
