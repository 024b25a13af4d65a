import { type Case, dueDates } from '@zhiqing/casework'
import type { DueKind } from '@zhiqing/law'
import type { ReadingOffice } from './office.js'

/** Days that put nobody of the organ to work (the list in the database leaves out the same). */
const noDuty: readonly DueKind[] = [
  'reconsideration',
  'litigation',
  'replyStrict',
  'extensionNotice',
  'correctionNotice',
]

/** The nearest day on which something is to be done, with the working days that are left. */
export const nextDue = (current: Case, office: ReadingOffice) => {
  const [first] = dueDates(current, office)
    .flatMap(({ what, dueOn }) => (dueOn && !noDuty.includes(what) ? [{ what, dueOn }] : []))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  return first ? { ...first, left: office.calendar.countWorkingDays(office.on, first.dueOn) } : null
}
