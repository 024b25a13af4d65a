import type { Place } from './counted.js'

/** A case's place in a year's table: its id, its column, the line it came in by and the line it went to. */
export type PlaceRow = readonly [id: string, kind: string, from: string, to: string]

/** What changed of a case between two looks at one year; null: it was not told of then, or is no longer. */
export interface MovedPlace {
  readonly id: string
  readonly before: ({ readonly kind: string } & { readonly [K in keyof Place]: string }) | null
  readonly after: ({ readonly kind: string } & { readonly [K in keyof Place]: string }) | null
}

const placeOf = (row: PlaceRow | undefined): MovedPlace['before'] =>
  row ? { kind: row[1], from: row[2], to: row[3] } : null

/** The cases that stand elsewhere than before: what a draft marks since it was opened, and a report since it was published. */
export const movedPlaces = (before: readonly PlaceRow[], after: readonly PlaceRow[]): MovedPlace[] => {
  const [old, now] = [before, after].map((rows) => new Map(rows.map((row) => [row[0], row]))) as [
    Map<string, PlaceRow>,
    Map<string, PlaceRow>,
  ]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const [a, b] = [old.get(id), now.get(id)]
    return a?.join() === b?.join() ? [] : [{ id, before: placeOf(a), after: placeOf(b) }]
  })
}
