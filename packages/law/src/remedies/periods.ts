import type { Calendar, Due } from '../calendar/index.js'
import { addCalendarDays, addCalendarMonths } from '../calendar/index.js'
import { dated } from '../dated.js'
import type { Day } from '../day.js'
import type { RemedyBlock } from '../grounds.js'

/** Calendar days to apply for reconsideration from knowing of the act (复议法 20.1). */
export const reconsiderationPeriod = dated('reconsideration:20.1', [
  { from: '1999-10-01', value: 60, cite: '行政复议法（1999）第九条' },
  { from: '2024-01-01', value: 60, cite: '行政复议法（2023）第二十条第一款' },
])

/** Months to sue directly (行诉法 46.1). */
export const litigationPeriod = dated('litigation:46.1', [
  { from: '1990-10-01', value: 3, cite: '行政诉讼法（1989）第三十九条' },
  { from: '2015-05-01', value: 6, cite: '行政诉讼法（2014）第四十六条第一款' },
])

/** Calendar days to sue after reconsideration (行诉法 45). */
export const litigationAfterReview = dated('litigation:45', [
  { from: '1990-10-01', value: 15, cite: '行政诉讼法（1989）第三十八条第二款' },
  { from: '2015-05-01', value: 15, cite: '行政诉讼法（2014）第四十五条' },
])

/** The last days of the remedies a reply leaves open, from the day the applicant received it (rulebook R61, C7). */
export interface RemedyDays {
  readonly reconsideration: Due | null
  readonly litigation: Due | null
}

/** RB1 leaves only reconsideration open directly; RB0 neither. */
export const remedyDays = (block: RemedyBlock, servedOn: Day, calendar: Calendar): RemedyDays => ({
  reconsideration: block === 'RB0' ? null : addCalendarDays(servedOn, reconsiderationPeriod.at(servedOn), calendar),
  litigation:
    block === 'RB2' || block === 'RB3' ? addCalendarMonths(servedOn, litigationPeriod.at(servedOn), calendar) : null,
})
