import {
  type ArticleRef,
  type Calendar,
  coProducerPeriod,
  correctionNoticePeriod,
  type Day,
  type Due,
  type DueKind,
  extensionLimit,
  otherOrganChase,
  paymentPeriod,
  remedyDays,
  thirdPartyPeriod,
} from '@zhiqing/law'
import type { Case, Consultation } from './case.js'
import { extendedSoFar, replyClock, strictClock } from './clocks.js'
import { besideDates } from './due-remedies.js'
import type { Office } from './office.js'
import { remedyBlockOf } from './remedy-block.js'
import { supervisionDates } from './supervision.js'

/** One open due day. `dueOn` is null while the letter that starts it has not been served. */
export interface DueDate {
  readonly what: DueKind
  readonly dueOn: Day | null
  readonly article: ArticleRef
  readonly provisional: boolean
  /** The consultation or assistance it belongs to. */
  readonly id?: string
}

const dueDate = (what: DueKind, article: ArticleRef, due: Due | null, id?: string): DueDate => ({
  what,
  dueOn: due?.due ?? null,
  article,
  provisional: due?.provisional ?? false,
  ...(id === undefined ? {} : { id }),
})

const live = (current: Case): boolean =>
  !['draft', 'pendingConfirmation', 'issued', 'served', 'abandoned', 'withdrawn', 'archived'].includes(current.at.state)

/** The last day of one asking, from its service; null until the letter is served (rulebook R28–R32). */
export const opinionDue = (consulted: Consultation, calendar: Calendar): Due | null => {
  if (!consulted.servedOn) return null
  return calendar.addWorkingDays(consulted.servedOn, opinionPeriod(consulted, consulted.servedOn))
}

const opinionPeriod = ({ kind, chaseWorkingDays }: Consultation, on: Day): number => {
  if (kind === 'thirdParty') return thirdPartyPeriod.at(on)
  return kind === 'coProducer' ? coProducerPeriod.at(on) : (chaseWorkingDays ?? otherOrganChase)
}

const opinionArticle = { thirdParty: 'ogi:32', coProducer: 'ogi:34', other: 'ogi:33.3' } as const

/** The applicant's last day to correct; null until P01 is served (rulebook R24, R25). */
export const correctionDue = (current: Case, calendar: Calendar): Due | null => {
  const last = current.corrections.at(-1)
  return last?.servedOn ? calendar.addWorkingDays(last.servedOn, last.periodWorkingDays) : null
}

/** The applicant's last day to pay; null until L06 is served (rulebook R45). */
export const paymentDue = ({ fee }: Case, calendar: Calendar): Due | null =>
  fee?.servedOn ? calendar.addWorkingDays(fee.servedOn, paymentPeriod.at(fee.servedOn)) : null

/** The applicant's last day to give reasons; null until P02 is served (rulebook R34). */
export const reasonsDue = ({ reasons }: Case, calendar: Calendar): Due | null =>
  reasons?.servedOn ? calendar.addWorkingDays(reasons.servedOn, reasons.periodWorkingDays) : null

const reasonsDates = (current: Case, calendar: Calendar): DueDate[] =>
  current.at.state === 'awaitingReasons' ? [dueDate('reasons', 'ogi:35', reasonsDue(current, calendar))] : []

/** The last day that an extension in full could reach from the anchor in force (条例 33.2; rulebook R34, A6). */
export const reachableBy = (current: Case, office: Pick<Office, 'calendar' | 'settings'>): Due | null => {
  const { anchor, period, excluded, extension } = replyClock(current, office)
  if (!anchor || !period) return null
  const left = Math.max(0, extensionLimit.at(anchor) - extendedSoFar(current, office).workingDays)
  return office.calendar.addWorkingDays(anchor, period + extension + left + excluded)
}

const paymentDates = (current: Case, calendar: Calendar): DueDate[] =>
  current.at.state === 'awaitingPayment' ? [dueDate('payment', 'fee:6', paymentDue(current, calendar))] : []

/** The last day to tell the applicant what to correct: 7 working days from receipt (条例 30). */
export const correctionNoticeDue = (current: Case, calendar: Calendar): Due | null => {
  const from = current.corrections.at(-1)?.receivedOn ?? current.receivedOn
  return from ? calendar.addWorkingDays(from, correctionNoticePeriod.at(from)) : null
}

const correctionDates = (current: Case, calendar: Calendar): DueDate[] => {
  if (current.at.state === 'awaitingCorrection')
    return [dueDate('correctionReply', 'ogi:30', correctionDue(current, calendar))]
  const open =
    live(current) &&
    current.receivedOn !== null &&
    !current.formAccepted &&
    current.corrections.length === 0 &&
    !current.redo?.deadlineOn
  return open ? [dueDate('correctionNotice', 'ogi:30', correctionNoticeDue(current, calendar))] : []
}

const consultationDates = (current: Case, calendar: Calendar): DueDate[] =>
  live(current)
    ? current.consultations
        .filter(({ endedOn }) => endedOn === null)
        .map((one) =>
          dueDate(
            one.kind === 'thirdParty' ? 'thirdPartyOpinion' : 'organOpinion',
            opinionArticle[one.kind],
            opinionDue(one, calendar),
            one.id,
          ),
        )
    : []

const assistanceDates = (current: Case): DueDate[] =>
  live(current)
    ? current.assistances
        .filter(({ findings, dueOn }) => findings === null && dueOn !== null)
        .map(({ id, dueOn }) => dueDate('assistance', 'practice', dueOn && { due: dueOn, provisional: false }, id))
    : []

/** The reply's own days: the due day while it runs, the strict one where it is earlier, and when to tell an extension. */
const replyDates = (current: Case, { calendar, settings }: Pick<Office, 'calendar' | 'settings'>): DueDate[] => {
  const clock = replyClock(current, { calendar })
  const extensionOpen = extendedSoFar(current, { settings }).times < settings.extensionRounds
  if (clock.status === 'ended' || clock.status === 'none') return []
  const due = clock.status === 'running' && clock.dueOn ? { due: clock.dueOn, provisional: clock.provisional } : null
  const strict = strictDate(current, calendar, clock.dueOn)
  return [
    ...(due ? [ownDate(current, due)] : []),
    ...(strict ? [dueDate('replyStrict', 'ogi:33.2', strict)] : []),
    ...(due && extensionOpen && !current.deferral && !current.redo
      ? [dueDate('extensionNotice', 'ogi:33.2', due)]
      : []),
  ]
}

/** A reply ordered anew has a day of its own, and no notice of extension belongs to it (rulebook R76). */
const ownDate = ({ redo, deferral }: Case, due: Due): DueDate =>
  redo ? dueDate('redo', redo.article, due) : dueDate('reply', deferral ? 'ogi:35' : 'ogi:33.2', due)

const strictDate = (current: Case, calendar: Calendar, ordinary: Day | null): Due | null => {
  const strict = strictClock(current, { calendar })
  if (strict.status !== 'running' || !strict.dueOn) return null
  return ordinary === null || strict.dueOn < ordinary ? { due: strict.dueOn, provisional: strict.provisional } : null
}

/** The day from which the applicant may go to review or court: the reply's service, or that of L15 for a lapse. */
const remedyFrom = (current: Case): Day | null =>
  current.reply?.servedOn ??
  (current.lapse ? (current.letters.findLast(({ letter }) => letter === 'L15')?.servedOn ?? null) : null)

/** The open remedies of a served reply (rulebook R61, R70, R72). */
export const remediesOf = (current: Case, office: Pick<Office, 'calendar' | 'settings'>) => {
  const from = remedyFrom(current)
  const block = remedyBlockOf(current, office)
  if (!from || !block) return { reconsideration: null, litigation: null }
  return remedyDays(block, from, office.calendar)
}

const remedyDates = (current: Case, office: Pick<Office, 'calendar' | 'settings'>): DueDate[] => {
  const { reconsideration, litigation } = remediesOf(current, office)
  return [
    ...(reconsideration ? [dueDate('reconsideration', 'reconsideration:20.1', reconsideration)] : []),
    ...(litigation ? [dueDate('litigation', 'litigation:46.1', litigation)] : []),
  ]
}

/** Everything that is due in a case now, each with its article. */
export const dueDates = (current: Case, office: Pick<Office, 'calendar' | 'settings'>): DueDate[] => [
  ...correctionDates(current, office.calendar),
  ...paymentDates(current, office.calendar),
  ...reasonsDates(current, office.calendar),
  ...replyDates(current, office),
  ...consultationDates(current, office.calendar),
  ...assistanceDates(current),
  ...remedyDates(current, office),
  ...besideDates(current, office.calendar),
  ...supervisionDates(current),
]
