import type { Calendar, Day, Organ, Settings } from '@zhiqing/law'
import type { Case } from './case.js'
import { type DueDate, dueDates } from './due.js'
import { evolve } from './evolve.js'
import type { CalendarChange, Fact, MovedDue } from './facts.js'
import type { Actor } from './office.js'

/** A few words by mail to the applicant whose reply day a notice moved; nothing personal, nothing of the request. */
export interface CalendarNote {
  readonly to: string
  readonly words: {
    readonly 机关名称: string
    readonly 受理编号: string
    readonly 联系电话: string
    readonly 通知名称: string
    readonly 通知文号: string
    readonly 原期限: Day
    readonly 现期限: Day
  }
}

/** What a new calendar does to one case. `fact` and `current` are there only where a day moved. */
export interface CalendarShift {
  readonly moved: readonly (MovedDue & { readonly provisional: boolean })[]
  readonly dueDates: readonly DueDate[]
  readonly change: { readonly fact: Fact; readonly current: Case; readonly note: CalendarNote | null } | null
}

const keyOf = ({ what, id }: DueDate): string => `${what}/${id ?? ''}`

/** Due days that differ: moved, gone (`to` null), or there only now (`from` null). */
export const movedDays = (before: readonly DueDate[], after: readonly DueDate[]): CalendarShift['moved'] => {
  const former = new Map(before.map((one) => [keyOf(one), one]))
  const now = new Set(after.map(keyOf))
  const named = ({ what, id }: DueDate) => ({ what, ...(id === undefined ? {} : { id }) })
  return [
    ...after.flatMap((one) => {
      const from = former.get(keyOf(one))?.dueOn ?? null
      return from === one.dueOn ? [] : [{ ...named(one), from, to: one.dueOn, provisional: one.provisional }]
    }),
    ...before.flatMap((one) =>
      now.has(keyOf(one)) || one.dueOn === null
        ? []
        : [{ ...named(one), from: one.dueOn, to: null, provisional: false }],
    ),
  ]
}

/** By mail only to whom chose it; everybody sees it where they look the case up. */
const noteOf = (current: Case, organ: Organ, { notice, moved }: CalendarChange): CalendarNote | null => {
  const { email } = current.applicant
  const reply = moved.find(({ what }) => what === 'reply')
  if (!email || current.form.method !== 'email' || !reply?.from || !reply.to || !current.number) return null
  const words = {
    机关名称: organ.name,
    受理编号: current.number,
    联系电话: organ.telephone,
    通知名称: notice.title,
    通知文号: notice.number,
    原期限: reply.from,
    现期限: reply.to,
  }
  return { to: email, words }
}

export interface ShiftParts {
  readonly before: Calendar
  readonly after: Calendar
  readonly settings: Settings
  readonly organ: Organ
  readonly on: Day
  readonly actor: Actor
  readonly notice: CalendarChange['notice']
}

/**
 * What a notice does to a case, and the fact that says so: one function for the preview, for applying it and for what-if.
 * The days of the two calendars are compared, so that nothing but the notice is in the difference.
 */
export const calendarShift = (current: Case, parts: ShiftParts): CalendarShift => {
  const { before, after, settings, organ, on, actor, notice } = parts
  const due = dueDates(current, { calendar: after, settings })
  const moved = movedDays(dueDates(current, { calendar: before, settings }), due)
  if (moved.length === 0) return { moved, dueDates: due, change: null }
  const change: CalendarChange = {
    notice,
    changedOn: on,
    moved: moved.map(({ provisional: _, ...one }) => one),
  }
  const fact: Fact = { type: 'CalendarChanged', ...change, on, role: actor.role, person: actor.person }
  return {
    moved,
    dueDates: due,
    change: { fact, current: evolve(current, fact).current, note: noteOf(current, organ, change) },
  }
}
