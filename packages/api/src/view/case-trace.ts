import { dueDates, replyClock, strictClock } from '@zhiqing/casework'
import type { KeptCase } from '@zhiqing/db'
import { type Clock, countedDays, type Day } from '@zhiqing/law'
import type { ReadingOffice } from './office.js'

/** The last day to explain: the due day; while another is being asked nobody knows it, so today; none while stopped. */
const throughOf = (clock: Clock, today: Day): Day | null => clock.dueOn ?? (clock.status === 'suspended' ? today : null)

/** The answer to "why this day?": the steps of the clock, every day between, and the strictest reading beside it. */
export const caseTrace = ({ current }: KeptCase, office: ReadingOffice) => {
  const clock = replyClock(current, office)
  const strict = strictClock(current, office)
  const through = throughOf(clock, office.on)
  return {
    status: clock.status,
    anchor: clock.anchor,
    dueOn: clock.dueOn,
    trace: clock.trace,
    days: through ? countedDays(clock, through, office.calendar) : [],
    dueDates: dueDates(current, office),
    strict: { status: strict.status, dueOn: strict.dueOn, provisional: strict.provisional, trace: strict.trace },
  }
}
