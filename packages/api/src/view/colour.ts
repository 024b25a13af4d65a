import type { Calendar, Day } from '@zhiqing/law'

export const colours = ['red', 'yellow', 'blue', 'grey'] as const
/** How pressing a case is, for lists; said in words beside it everywhere. */
export type Colour = (typeof colours)[number]

/** From so many working days on a day is near. */
const near = 3

/** Red: today or past. Yellow: near. Blue: there is time. Grey: no day runs. */
export const colourOf = (next: { readonly left: number } | null): Colour => {
  if (!next) return 'grey'
  if (next.left <= 0) return 'red'
  return next.left <= near ? 'yellow' : 'blue'
}

/** The days of a colour, `before` left out; null: none. */
export const daysOf = (colour: Colour, calendar: Calendar, today: Day): { from?: Day; before?: Day } | null => {
  const [next, later] = [1, near + 1].map((days) => calendar.addWorkingDays(today, days).due) as [Day, Day]
  return { red: { before: next }, yellow: { from: next, before: later }, blue: { from: later }, grey: null }[colour]
}
