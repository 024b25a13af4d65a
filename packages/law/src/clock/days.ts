import type { Calendar } from '../calendar/index.js'
import type { ArticleRef } from '../citation.js'
import type { Day } from '../day.js'
import { addDays } from '../day.js'
import type { Clock } from './run.js'

/** One day of the way from the anchor to the due day: counted as the n-th working day, or why it was not. */
export interface CountedDay {
  readonly on: Day
  readonly counted: number | null
  readonly why: 'working' | 'rest' | 'consultation'
  /** The holiday's name, for days of rest and make-up days. */
  readonly name: string | null
  readonly article: ArticleRef
  readonly provisional: boolean
}

/** Every calendar day after the anchor up to `through`, each with its reason; the answer "why this day?" in full. */
export const countedDays = (clock: Clock, through: Day, calendar: Calendar): CountedDay[] => {
  if (!clock.anchor) return []
  const rows: CountedDay[] = []
  let counted = 0
  for (let on = addDays(clock.anchor, 1); on <= through; on = addDays(on, 1)) {
    const { working, name, status } = calendar.look(on)
    const asked = clock.intervals.some(({ from, to }) => on > from && (to === null || on <= to))
    const why = !working ? 'rest' : asked ? 'consultation' : 'working'
    if (why === 'working') counted += 1
    rows.push({
      on,
      counted: why === 'working' ? counted : null,
      why,
      name,
      article: why === 'consultation' ? 'ogi:33.3' : 'ogi:33.2',
      provisional: status === 'provisional',
    })
  }
  return rows
}
