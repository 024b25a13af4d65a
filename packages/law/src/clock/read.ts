import type { Calendar } from '../calendar/index.js'
import type { Day } from '../day.js'
import type { Clock, ClockStatus } from './run.js'

/** The clock as seen on a day. */
export interface ClockReading {
  readonly status: ClockStatus
  readonly dueOn: Day | null
  /** Running: working days after today up to the due day, 0 on the day itself, negative after. Suspended: what is left. */
  readonly remainingWorkingDays: number | null
  /** The due day is past and no reply has gone out; the reply is still owed (rulebook T40). */
  readonly overdue: boolean
  readonly provisional: boolean
}

const remaining = (clock: Clock, today: Day, calendar: Calendar): number | null => {
  if (clock.status === 'suspended') return clock.remainingWhileSuspended
  if (clock.status !== 'running' || !clock.dueOn) return null
  return calendar.countWorkingDays(today, clock.dueOn)
}

/** Reads a clock on a day; the same clock read later differs only here. */
export const readClock = (clock: Clock, today: Day, calendar: Calendar): ClockReading => ({
  status: clock.status,
  dueOn: clock.status === 'stopped' ? null : clock.dueOn,
  remainingWorkingDays: remaining(clock, today, calendar),
  overdue: clock.status === 'running' && clock.dueOn !== null && today > clock.dueOn,
  provisional: clock.provisional,
})
