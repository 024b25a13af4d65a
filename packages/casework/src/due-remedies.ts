import {
  type ArticleRef,
  appealDue,
  type Calendar,
  type Day,
  type Due,
  type DueKind,
  litigationAnswerDue,
  reconsiderationAnswerDue,
  reconsiderationAnswerPeriod,
  suitAfterReviewDue,
} from '@zhiqing/law'
import type { Case } from './case.js'
import type { Reconsideration, Rectification, Remedy, Suit } from './case-remedies.js'
import type { DueDate } from './due.js'

const row = (what: DueKind, article: ArticleRef, { due, provisional }: Due, id: string): DueDate => ({
  what,
  dueOn: due as Day,
  article,
  provisional,
  id,
})

/** The law of 2023 counts in working days; a copy received before it is filed as history and has no day here. */
const countedFrom = reconsiderationAnswerPeriod.ordinary.rows[0]?.from ?? ''

/** The last day of the written answer: without it there is no evidence (复议法 48, 54, 70; rulebook R70). */
export const reviewAnswerDue = ({ procedure, copyReceivedOn }: Reconsideration, calendar: Calendar): Due | null =>
  copyReceivedOn < countedFrom ? null : reconsiderationAnswerDue(procedure, copyReceivedOn, calendar)

/** The last day of the answer in court (行诉法 67; rulebook R74). */
export const suitAnswerDue = ({ copyReceivedOn }: Suit, calendar: Calendar): Due =>
  litigationAnswerDue(copyReceivedOn, calendar)

/** Nobody goes to court against what was agreed. */
const agreed = ['mediated', 'settled']

/** The applicant's last day to sue after a reconsideration; null before it is decided (行诉法 45; rulebook R72). */
export const suitAfterDue = ({ decisions }: Reconsideration, calendar: Calendar): Due | null => {
  const last = decisions.at(-1)
  return last && !agreed.includes(last.result) ? suitAfterReviewDue(last.receivedOn, calendar) : null
}

/** A reply made anew and served has its own remedies, which take the place of those against the old one (rulebook R76). */
const isReplaced = ({ rounds, reply }: Case, { round }: Reconsideration): boolean =>
  round < rounds.length && Boolean(reply?.servedOn)

/** Sued over this very decision, though a new round may have begun between; an old ledger only tells the round. */
const suedAfter = ({ remedies }: Case, { id, round }: Reconsideration): boolean =>
  remedies.some(
    (one) =>
      one.kind === 'litigation' &&
      one.path === 'afterReconsideration' &&
      (one.review === undefined ? one.round === round : one.review === id),
  )

const reviewDates = (review: Reconsideration, current: Case, calendar: Calendar): DueDate[] => {
  if (review.at.state === 'reviewing') {
    const article = review.procedure === 'simplified' ? 'reconsideration:54' : 'reconsideration:48'
    const answer = reviewAnswerDue(review, calendar)
    return answer ? [row('reconsiderationAnswer', article, answer, review.id)] : []
  }
  const due = suedAfter(current, review) || isReplaced(current, review) ? null : suitAfterDue(review, calendar)
  return due ? [row('litigation', 'litigation:45', due, review.id)] : []
}

/** A suit sent back was answered once; a judgment waits for an appeal (行诉法 85). */
const suitDates = (suit: Suit, calendar: Calendar): DueDate[] => {
  if (suit.at.state === 'suing' && !suit.answeredOn)
    return [row('litigationAnswer', 'litigation:67', suitAnswerDue(suit, calendar), suit.id)]
  const last = suit.at.state === 'judged' ? suit.decisions.at(-1) : undefined
  return last?.kind ? [row('appeal', 'litigation:85', appealDue(last.kind, last.receivedOn, calendar), suit.id)] : []
}

const remedyDates = (one: Remedy, current: Case, calendar: Calendar): DueDate[] => {
  if (one.kind === 'reconsideration') return reviewDates(one, current, calendar)
  return one.kind === 'litigation' ? suitDates(one, calendar) : []
}

/** The last day by which a rectification should be answered (rulebook R80 [I]). */
export const rectificationDue = ({ receivedOn, periodWorkingDays }: Rectification, calendar: Calendar): Due =>
  calendar.addWorkingDays(receivedOn, periodWorkingDays)

/** What is due beside the request itself: answers to review and court, the ways on from them, rectifications. */
export const besideDates = (current: Case, calendar: Calendar): DueDate[] => [
  ...current.remedies.flatMap((one) => remedyDates(one, current, calendar)),
  ...current.rectifications
    .filter(({ answeredOn }) => answeredOn === null)
    .map((one) => row('rectification', 'ogi:41', rectificationDue(one, calendar), one.id)),
]
