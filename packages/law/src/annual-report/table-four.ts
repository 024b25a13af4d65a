import type { RemedyColumn } from '../remedies/index.js'
import { type CountedRemedy, standingIn } from './counted.js'
import { type RemedyGroup, remedyColumns, remedyGroups } from './form.js'

/** Table four in figures: five cells a group, in the order of `remedyColumns`. */
export type TableFour = Readonly<Record<RemedyGroup, readonly number[]>>

/** A remedy in its cell of one year. */
export interface PlacedRemedy extends Pick<CountedRemedy, 'id' | 'caseId' | 'group' | 'suit'> {
  readonly column: RemedyColumn
}

/** Every remedy that a year tells of, several records of one suit among them. */
export const placedIn = (remedies: readonly CountedRemedy[], year: number): PlacedRemedy[] =>
  remedies.flatMap((one) => {
    const column = standingIn(one, year)
    const { id, caseId, group, suit } = one
    return column ? [{ id, caseId, group, suit, column }] : []
  })

/** One suit counts once, whoever told of it (国办公开办函〔2016〕201号; rulebook R94, R97): the first record does. */
export const oncePerSuit = <One extends Pick<PlacedRemedy, 'group' | 'suit'>>(placed: readonly One[]): One[] => {
  const seen = new Set<string>()
  return placed.filter(({ group, suit }) => {
    if (suit === null) return true
    const key = `${group} ${suit}`
    return !seen.has(key) && Boolean(seen.add(key))
  })
}

/** Table four from what is counted alike; totals are made here, so they cannot differ from their parts. */
export const tableFourOf = (
  counts: readonly { readonly group: RemedyGroup; readonly column: RemedyColumn; readonly count: number }[],
): TableFour => {
  const of = (group: RemedyGroup, column: string): number =>
    counts
      .filter((one) => one.group === group && (column === 'total' || one.column === column))
      .reduce((sum, { count }) => sum + count, 0)
  return Object.fromEntries(
    remedyGroups.map((group) => [group, remedyColumns.map((column) => of(group, column))]),
  ) as Record<RemedyGroup, number[]>
}

/** Table four of a year from the remedies themselves (rulebook §6.3, R94, R97). */
export const tableFour = (remedies: readonly CountedRemedy[], year: number): TableFour =>
  tableFourOf(oncePerSuit(placedIn(remedies, year)).map((one) => ({ ...one, count: 1 })))

/** A figure of table four. */
export interface CellFour {
  readonly group: RemedyGroup
  readonly column: (typeof remedyColumns)[number]
}

/** The remedies behind a figure of table four: the case of each, and its name there. */
export const behindFour = (
  remedies: readonly CountedRemedy[],
  { group, column }: CellFour,
  year: number,
): PlacedRemedy[] =>
  oncePerSuit(placedIn(remedies, year)).filter(
    (one) => one.group === group && (column === 'total' || one.column === column),
  )
