/*
 * The count kept beside the generator: a clerk with a book, who knows nothing of cases and folds. On the day something
 * happens he writes a stroke; on New Year's Eve he carries what is open to the next page.
 */

export const kinds = ['natural', 'commercial', 'research', 'social', 'legal', 'other'] as const
export type Kind = (typeof kinds)[number]

export const lines = [
  '1',
  '2',
  ...['3.1', '3.2'],
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `3.3.${n}`),
  ...[1, 2, 3].map((n) => `3.4.${n}`),
  ...[1, 2, 3, 4, 5].map((n) => `3.5.${n}`),
  ...[1, 2, 3].map((n) => `3.6.${n}`),
  '3.7',
  '4',
]

/** One page a year: line, kind, strokes; and who stands behind each. */
export type Page = Record<string, Record<Kind, string[]>>

export interface Booked {
  readonly name: string
  readonly kind: Kind
  /** Days as the generator planned them; null: never. */
  readonly received: string | null
  readonly closed: string | null
  readonly line: string | null
}

const newPage = (): Page =>
  Object.fromEntries(
    lines.map((line) => [line, Object.fromEntries(kinds.map((kind) => [kind, []]))]),
  ) as unknown as Page

/** Day by day over all the years, as the events come. */
export const keepBook = (all: readonly Booked[], first: number, last: number): Map<number, Page> => {
  const pages = new Map<number, Page>()
  const open = new Map<string, Booked>()
  const stroke = (year: number, line: string, { kind, name }: Booked): void => {
    pages.get(year)?.[line]?.[kind]?.push(name)
  }
  const events = all
    .flatMap((one) => [
      ...(one.received ? [{ day: one.received, at: 0, one }] : []),
      ...(one.received && one.closed ? [{ day: one.closed, at: 1, one }] : []),
    ])
    .toSorted((a, b) => a.day.localeCompare(b.day) || a.at - b.at)
  let next = 0
  for (let year = first; year <= last; year++) {
    pages.set(year, newPage())
    for (const one of open.values()) stroke(year, '2', one)
    for (; next < events.length && Number(events[next]?.day.slice(0, 4)) <= year; next++) {
      const { at, one } = events[next] as (typeof events)[number]
      if (at === 0) {
        stroke(year, '1', one)
        open.set(one.name, one)
      } else {
        stroke(year, one.line ?? '?', one)
        stroke(year, '3.7', one)
        open.delete(one.name)
      }
    }
    for (const one of open.values()) stroke(year, '4', one)
  }
  return pages
}

/** Seven figures of a line: six kinds and their sum. */
export const figures = (page: Page | undefined, line: string): number[] => {
  const six = kinds.map((kind) => page?.[line]?.[kind].length ?? -1)
  return [...six, six.reduce((sum, one) => sum + one, 0)]
}
