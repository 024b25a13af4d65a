import type { Calendar, Day, Organ, Role, Settings } from '@zhiqing/law'
import { movedDays } from './calendar-shift.js'
import type { Case } from './case.js'
import type { CommandName } from './commands/index.js'
import { type Accepted, beyondCalendar, decide, type Refused, usualRole } from './decide.js'
import type { Numbers, Office } from './office.js'
import { type CaseView, endOf, viewOf } from './view.js'

/** One thing that might be done. Without `on`: on the day of the event before it, first of all today. */
export interface WhatIfEvent {
  readonly on?: Day | undefined
  readonly do: CommandName
  readonly by?: Role | undefined
  readonly person?: string | undefined
  readonly input: unknown
}

/** What surrounds the play; nothing of it is written anywhere. */
export interface WhatIf {
  readonly events: readonly WhatIfEvent[]
  readonly today: Day
  readonly organ: Organ
  /** The calendar that is kept, and the one to play on: with the notice that might come, or as known on a day. */
  readonly calendar: Calendar
  readonly supposed: Calendar
  /** The settings in force on the day of each act. */
  readonly settingsOn: (day: Day) => Settings
}

const refusalOf = ({ refusal, also, permitted }: Refused) => {
  const told = ({ code, article, zh }: Refused['refusal']) => ({ code, article, zh })
  return { ...told(refusal), permitted, also: also.map(told) }
}

/** No view where even looking needs days that the calendar does not have. */
const viewAt = (current: Case, office: Pick<Office, 'on' | 'calendar' | 'settings'>): CaseView | null => {
  try {
    const { stage, state, clock, dueDates } = viewOf(current, office)
    return { stage, state, clock, dueDates }
  } catch (error) {
    beyondCalendar(error, current, office)
    return null
  }
}

/** As the service does it: what cannot even be looked at afterwards, for want of calendar, is refused whole. */
const tried = (event: WhatIfEvent, current: Case, office: Office): Accepted | Refused => {
  const decided = decide(event.do, event.input, current, office)
  if (!decided.ok) return decided
  try {
    viewOf(decided.current, office)
    return decided
  } catch (error) {
    return beyondCalendar(error, current, office)
  }
}

const unseen = { stage: null, state: null, clock: null, dueDates: [] }

/**
 * What would follow if these things were done to a case: the very `decide` of the service, event by event, in memory. The
 * case that is handed in is not touched, no number is taken, and what a letter would say is not written.
 */
export const whatIf = (start: Case, { events, today, organ, calendar, supposed, settingsOn }: WhatIf) => {
  let current = start
  let numbers: Numbers = {}
  let day = today
  const lines: object[] = []
  const reading = (on: Day, by: Calendar) => ({ on, calendar: by, settings: settingsOn(on) })
  for (const [i, event] of events.entries()) {
    day = event.on ?? day
    const actor = { role: event.by ?? usualRole(event.do, event.input), person: event.person }
    const office = { ...reading(day, supposed), organ, actor, numbers, doubles: [], queryCode: '' }
    const decided = tried(event, current, office)
    if (decided.ok) {
      current = decided.current
      numbers = decided.numbers
    }
    const rest = decided.ok
      ? { letters: decided.letters.map(({ fact }) => fact.letter), warnings: decided.warnings }
      : { refusal: refusalOf(decided), letters: [], warnings: [] }
    const view = viewAt(current, office)
    lines.push({ step: i + 1, on: day, do: event.do, ok: decided.ok, ...(view ?? unseen), ...rest })
  }
  const before = viewAt(start, reading(today, calendar))
  const after = viewAt(current, reading(day, supposed))
  const end = after && endOf(current, reading(day, supposed))
  return { before, lines, after, moved: movedDays(before?.dueDates ?? [], after?.dueDates ?? []), end }
}
