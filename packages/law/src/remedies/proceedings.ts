import { addCalendarDays, addCalendarMonths, type Calendar, type Due } from '../calendar/index.js'
import { dated } from '../dated.js'
import type { Day } from '../day.js'
import type { NoReplyRemedy } from '../settings/table.js'
import { litigationAfterReview, litigationPeriod, type RemedyDays, reconsiderationPeriod } from './periods.js'

/** How a reconsideration is heard; disclosure cases may take the simplified way (复议法 53.1(4)). */
export const procedures = ['simplified', 'ordinary'] as const
export type Procedure = (typeof procedures)[number]

/** Working days for the organ's written answer, from the day it received the copy (复议法 48, 54, 88; rulebook R70, C8). */
export const reconsiderationAnswerPeriod = {
  ordinary: dated('reconsideration:48', [{ from: '2024-01-01', value: 10, cite: '行政复议法（2023）第四十八条' }]),
  simplified: dated('reconsideration:54', [{ from: '2024-01-01', value: 5, cite: '行政复议法（2023）第五十四条' }]),
} as const

/** Calendar days for the organ's answer in court, from the day it received the copy (行诉法 67; rulebook R74). */
export const litigationAnswerPeriod = dated('litigation:67', [
  { from: '1990-10-01', value: 10, cite: '行政诉讼法（1989）第四十三条' },
  { from: '2015-05-01', value: 15, cite: '行政诉讼法（2014）第六十七条' },
])

/** Calendar days to appeal, by what is appealed against (行诉法 85; rulebook R74). */
export const appealPeriod = {
  judgment: dated('litigation:85', [
    { from: '1990-10-01', value: 15, cite: '行政诉讼法（1989）第五十八条' },
    { from: '2015-05-01', value: 15, cite: '行政诉讼法（2014）第八十五条' },
  ]),
  ruling: dated('litigation:85', [
    { from: '1990-10-01', value: 10, cite: '行政诉讼法（1989）第五十八条' },
    { from: '2015-05-01', value: 10, cite: '行政诉讼法（2014）第八十五条' },
  ]),
} as const

/** The last day of the organ's written answer and evidence to the review organ; without it there is no evidence (复议法 70). */
export const reconsiderationAnswerDue = (procedure: Procedure, copyReceivedOn: Day, calendar: Calendar): Due =>
  calendar.addWorkingDays(copyReceivedOn, reconsiderationAnswerPeriod[procedure].at(copyReceivedOn))

/** The last day of the organ's answer and evidence to the court. */
export const litigationAnswerDue = (copyReceivedOn: Day, calendar: Calendar): Due =>
  addCalendarDays(copyReceivedOn, litigationAnswerPeriod.at(copyReceivedOn), calendar)

/** The last day to sue after a reconsideration decision, from the day the applicant received it (行诉法 45; R72). */
export const suitAfterReviewDue = (decisionReceivedOn: Day, calendar: Calendar): Due =>
  addCalendarDays(decisionReceivedOn, litigationAfterReview.at(decisionReceivedOn), calendar)

/**
 * The last days of the remedies against no reply at all, from the due day that passed: 60 days to reconsideration
 * (复议法实施条例 16), six months to court (行诉解释 66). Whether review must come first is disputed: a setting (rulebook A9).
 */
export const remedyDaysWithoutReply = (
  dueOn: Day,
  calendar: Calendar,
  reading: NoReplyRemedy = 'choice',
): RemedyDays => ({
  reconsideration: addCalendarDays(dueOn, reconsiderationPeriod.at(dueOn), calendar),
  litigation: reading === 'choice' ? addCalendarMonths(dueOn, litigationPeriod.at(dueOn), calendar) : null,
})

/** The last day to appeal, from the receipt of the judgment or ruling (行诉法 85; R74). */
export const appealDue = (kind: keyof typeof appealPeriod, receivedOn: Day, calendar: Calendar): Due =>
  addCalendarDays(receivedOn, appealPeriod[kind].at(receivedOn), calendar)
