import type { Counted } from '@zhiqing/casework'
import { chanceOf, type ManyCase } from '@zhiqing/db'
import {
  type ApplicantKind,
  addDays,
  type Day,
  grounds,
  type Outcome,
  type RemedyGroup,
  type Standing,
} from '@zhiqing/law'

const weighed = <T>(of: readonly (readonly [number, T])[], chance: number): T => {
  let left = chance * of.reduce((sum, [weight]) => sum + weight, 0)
  const found = of.find(([weight]) => {
    left -= weight
    return left <= 0
  })
  return (found ?? (of[0] as readonly [number, T]))[1]
}

/** Shares of what is closed, as a city's report of 2024 has them (3,521 cases: 40.6, 13.4, 2.6, 26.7, 3.3, 13.3). */
const outcomes: readonly (readonly [number, Outcome])[] = [
  ...([
    [12, 'G1'],
    [28.6, 'G2'],
    [13.4, 'G3'],
  ] as const),
  ...(['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7', 'W8'] as const).map((one) => [2.6 / 8, one] as const),
  ...([
    [21, 'N1'],
    [4.5, 'N2'],
    [0.8, 'N3'],
    [0.4, 'N4'],
  ] as const),
  ...(['Z1', 'Z2', 'Z3', 'Z4', 'Z5'] as const).map((one) => [3.3 / 5, one] as const),
  ...([
    [3, 'X1'],
    [2, 'X2'],
    [8.3, 'X3'],
  ] as const),
]

/** About 97 of 100 are natural persons. */
const kinds: readonly (readonly [number, ApplicantKind])[] = [
  ...([
    [97, 'natural'],
    [1.6, 'commercial'],
    [0.2, 'research'],
    [0.3, 'social'],
    [0.5, 'legal'],
    [0.4, 'other'],
  ] as const),
]

const remedyOf = (closedOn: Day, n: number, next: () => number): Counted['remedies'] => {
  const group: RemedyGroup = weighed(
    [
      [70, 'reconsideration'],
      [10, 'litigationDirect'],
      [20, 'litigationAfter'],
    ],
    next(),
  )
  const filed = addDays(closedOn, 10 + Math.floor(next() * 40))
  const column = weighed(
    [
      [55, 'upheld'],
      [20, 'corrected'],
      [25, 'other'],
    ] as const,
    next(),
  )
  const standings: Standing[] = [{ column: 'pending', from: filed }]
  if (next() < 0.9) standings.push({ column, from: addDays(filed, 20 + Math.floor(next() * 120)) })
  return [
    { id: 'review-1', group, suit: group === 'reconsideration' ? null : `（${filed.slice(0, 4)}）初${n}`, standings },
  ]
}

/** What is made. */
export interface CaseOrder {
  readonly cases: number
  readonly organs: readonly string[]
  readonly firstYear: number
  readonly years: number
  readonly seed: number
}

/** One after the other, so that a million need no memory. Open for good are one in a hundred; a reply takes 3 to 40 days. */
export function* manyCases({ cases, organs, firstYear, years, seed }: CaseOrder): Generator<ManyCase> {
  const next = chanceOf(seed)
  const begins = `${firstYear}-01-01` as Day
  for (let n = 0; n < cases; n++) {
    const organ = organs[Math.floor(next() * organs.length)] ?? ''
    const receivedOn = addDays(begins, Math.floor(next() * years * 365.2))
    const outcome = weighed(outcomes, next())
    const kind = weighed(kinds, next())
    const isOpen = next() < 0.002
    const closedOn = addDays(receivedOn, 3 + Math.floor(next() * 38))
    const closing = isOpen ? null : { outcome, line: grounds[outcome].reportLine, closedOn, round: 0 }
    const remedies = !isOpen && next() < 0.06 ? remedyOf(closedOn, n, next) : []
    yield {
      organ,
      receivedOn,
      counted: { kind, closing, corrected: next() < 0.15, extended: next() < 0.08, remedies },
    }
  }
}

/** The count kept beside it, by hand: organ, line and kind of one year. */
export const bookOf = (all: Iterable<ManyCase>, year: number): Map<string, number> => {
  const book = new Map<string, number>()
  const stroke = (organ: string, line: string, kind: string): void => {
    const key = `${organ} ${line} ${kind}`
    book.set(key, (book.get(key) ?? 0) + 1)
  }
  for (const { organ, receivedOn, counted } of all) {
    const [received, closed] = [Number(receivedOn.slice(0, 4)), Number(counted.closing?.closedOn.slice(0, 4) ?? 9999)]
    if (received > year || closed < year) continue
    stroke(organ, received === year ? '1' : '2', counted.kind)
    stroke(organ, closed === year ? (counted.closing?.line ?? '?') : '4', counted.kind)
  }
  return book
}
