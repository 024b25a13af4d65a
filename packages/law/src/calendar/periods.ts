import type { Day } from '../day.js'
import { addDays, addMonths } from '../day.js'
import type { Calendar, Due } from './calendar.js'

/**
 * A period in calendar days: the first day is not counted; a last day on a day of rest rolls to the first working
 * day after; a make-up working Saturday is no day of rest (rulebook C7; 民法典 第二百零一条至第二百零三条).
 */
export const addCalendarDays = (from: Day, days: number, calendar: Calendar): Due =>
  calendar.rollForward(addDays(from, days))

/** A period in months: the corresponding day, or the month's last; rolled like {@link addCalendarDays}. */
export const addCalendarMonths = (from: Day, months: number, calendar: Calendar): Due =>
  calendar.rollForward(addMonths(from, months))
