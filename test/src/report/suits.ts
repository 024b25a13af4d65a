import { type Act, a } from '../casework/court.js'
import type { Chance } from './chance.js'
import { answered, desk, on } from './lives.js'

/*
 * Reconsiderations and suits about one reply each, with what a clerk writes down on the day: it came, it was decided so,
 * it was appealed against. Columns by rulebook R97, written down here.
 */

export interface Event {
  readonly day: string
  readonly remedy: string
  readonly group: string
  readonly column: string
}

export interface Heard {
  readonly acts: readonly Act[]
  readonly events: readonly Event[]
}

const reviewResults = { upheld: 'upheld', revoked: 'corrected', redoOrdered: 'corrected', terminated: 'other' } as const
const courtResults = { claimDismissed: 'upheld', disclosureOrdered: 'corrected', withdrawn: 'other' } as const
const onAppeal = { appealDismissed: null, remanded: 'pending', revoked: 'corrected' } as const

const one = <T extends object>(chance: Chance, from: T): readonly [string, T[keyof T]] =>
  chance.pick(Object.entries(from)) as [string, T[keyof T]]

let serial = 0

const review = (chance: Chance, name: string, filedOn: string): Heard & { readonly decidedOn: string | null } => {
  const event = (day: string, column: string): Event => ({ day, remedy: name, group: 'reconsideration', column })
  const filed = a(on(filedOn, 3), 'fileReconsideration', { id: name, filedOn, procedure: 'ordinary' })
  if (chance.next() < 0.2) return { acts: [filed], events: [event(filedOn, 'pending')], decidedOn: null }
  const [result, column] = one(chance, reviewResults)
  const decidedOn = on(filedOn, 10 + chance.whole(80))
  const decided = a(on(decidedOn, 2), 'decideReconsideration', { id: name, result, decidedOn })
  return { acts: [filed, decided], events: [event(filedOn, 'pending'), event(decidedOn, column)], decidedOn }
}

const suit = (chance: Chance, name: string, filedOn: string, path: 'direct' | 'afterReconsideration'): Heard => {
  const group = path === 'direct' ? 'litigationDirect' : 'litigationAfter'
  const acts: Act[] = [
    a(on(filedOn, 5), 'fileLitigation', { id: name, filedOn, path, caseNumber: `（2024）青01行初${++serial}号` }),
  ]
  const events: Event[] = [{ day: filedOn, remedy: name, group, column: 'pending' }]
  const tell = (day: string, column: string): void => void events.push({ day, remedy: name, group, column })
  if (chance.next() < 0.2) return { acts, events }
  const [result, column] = one(chance, courtResults)
  const judgedOn = on(filedOn, 20 + chance.whole(150))
  acts.push(a(on(judgedOn, 2), 'decideLitigation', { id: name, result, instance: 'first', decidedOn: judgedOn }))
  tell(judgedOn, column)
  if (chance.next() < 0.5) return { acts, events }
  const appealedOn = on(judgedOn, 3 + chance.whole(12))
  acts.push(a(on(appealedOn, 4), 'fileLitigation', { id: name, path, instance: 'second', filedOn: appealedOn }))
  tell(appealedOn, 'pending')
  if (chance.next() < 0.3) return { acts, events }
  const [second, changed] = one(chance, onAppeal)
  const endedOn = on(appealedOn, 10 + chance.whole(120))
  acts.push(a(on(endedOn, 1), 'decideLitigation', { id: name, result: second, instance: 'second', decidedOn: endedOn }))
  tell(endedOn, changed ?? column)
  return { acts, events }
}

const play = (chance: Chance): Heard => {
  const received = desk(on('2024-01-08', chance.whole(500)))
  const { acts } = answered({ kind: 'natural', channel: 'inPerson', received }, 'N1', desk(on(received, 6)))
  const begins = on(received, 20 + chance.whole(30))
  const way = chance.next()
  if (way < 0.3) {
    const direct = suit(chance, '诉1', begins, 'direct')
    return { acts: [...acts, ...direct.acts], events: direct.events }
  }
  const first = review(chance, '复1', begins)
  const after =
    first.decidedOn && way < 0.75 ? suit(chance, '诉1', on(first.decidedOn, 10), 'afterReconsideration') : undefined
  return { acts: [...acts, ...first.acts, ...(after?.acts ?? [])], events: [...first.events, ...(after?.events ?? [])] }
}

export const generateSuits = (chance: Chance, cases: number): Heard[] =>
  Array.from({ length: cases }, () => play(chance))

/** The clerk's page of a year: on New Year's Eve what is pending, and what was decided in the year, as it stood last. */
export const suitBook = (plays: readonly Heard[], year: number): Map<string, Pick<Event, 'group' | 'column'>> => {
  const page = new Map<string, Pick<Event, 'group' | 'column'>>()
  for (const [i, { events }] of plays.entries()) {
    for (const { day, remedy, group, column } of events) {
      const key = `${i} ${remedy}`
      const in_ = Number(day.slice(0, 4))
      if (in_ > year) continue
      if (in_ === year || column === 'pending') page.set(key, { group, column })
      // Decided in a year before: struck out of this one's page.
      else page.delete(key)
    }
  }
  return page
}
