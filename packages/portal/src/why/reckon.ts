import { type Calendar, CalendarUnknown, type Clock, isDay, runClock } from '@zhiqing/law'
import type { Fault } from '../look/fault.js'

/** The day as typed. */
export interface Asked {
  readonly year: string
  readonly month: string
  readonly date: string
}

/** What came of it: a clock, or what is wrong with the day. */
export interface Reckoned {
  readonly faults: readonly Fault[]
  readonly clock: Clock | null
}

const wrong = (zh: string): Reckoned => ({ faults: [{ path: 'year', zh }], clock: null })

/** The reply clock of a request received on that day; neither the calendar nor the law reaches back for ever. */
export const reckon = ({ year, month, date }: Asked, calendar: Calendar): Reckoned => {
  const on = [year.padStart(4, '0'), month.padStart(2, '0'), date.padStart(2, '0')].join('-')
  if (!isDay(on)) return wrong('没有这一天，请看看年、月、日写得对不对')
  try {
    return { faults: [], clock: runClock([{ verb: 'start', on, article: 'ogi:31' }], calendar) }
  } catch (error) {
    if (error instanceof CalendarUnknown) return wrong(error.message)
    if (error instanceof RangeError) return wrong('这一天太早，还没有这项规定')
    throw error
  }
}
