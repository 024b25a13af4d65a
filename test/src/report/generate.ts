import { type Kind, kinds } from './book.js'
import type { Chance } from './chance.js'
import { answered, channels, desk, lapsed, on, open, type Planned, unpaid, withdrawn } from './lives.js'
import { calendar as days } from './office.js'

/* A year as users.md §6 has it (宿迁 2024): 40.6 / 13.4 / 2.6 / 26.7 / 3.3 / 13.3 of what is closed, 3.5 carried on. */

const outcomes: readonly (readonly [number, string])[] = [
  [10, 'G1'],
  [30.6, 'G2'],
  [13.4, 'G3'],
  ...['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7', 'W8'].map((one) => [2.6 / 8, one] as const),
  [19, 'N1'],
  [5, 'N2'],
  [1.7, 'N3'],
  [1, 'N4'],
  ...['Z1', 'Z2', 'Z3', 'Z4', 'Z5'].map((one) => [3.3 / 5, one] as const),
  [4, 'X1'],
  [2, 'X2'],
  [7.3, 'X3'],
]

/** Natural persons file about 97 of 100 (users.md §0.4); here the other columns come oftener, or they would stay empty. */
const filers: readonly (readonly [number, Kind])[] = kinds.map((kind) => [kind === 'natural' ? 70 : 6, kind])

const plan = (chance: Chance, year: number): Planned => {
  const received = on(`${year}-01-04`, chance.whole(360))
  const filing = { kind: chance.weighed(filers), channel: chance.pick(channels), received }
  const outcome = chance.weighed(outcomes)
  if (chance.next() < 0.01) return open(filing)
  const day = desk(on(received, 4 + chance.whole(16)))
  if (outcome === 'X1') return lapsed(filing, on(received, 3))
  // The tariff of 2020 came into force in 2021.
  if (outcome === 'X2') return year >= 2021 ? unpaid(filing, on(received, 4)) : withdrawn(filing, day)
  if (outcome === 'X3' && chance.next() < 0.6) return withdrawn(filing, day)
  return answered(filing, outcome, day)
}

/** So many planned cases of one year. */
export const generate = (chance: Chance, year: number, cases: number): Planned[] =>
  Array.from({ length: cases }, () => plan(chance, year))

export const isWorking = (day: string): boolean => days.isWorking(day as never)
