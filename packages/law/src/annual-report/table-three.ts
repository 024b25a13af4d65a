import type { ReportLine } from '../grounds.js'
import { type CountedCase, placeIn } from './counted.js'
import { type Column, columns, type Form, formOf, type Line } from './form.js'

/** Table three in figures: for every line of the form, seven cells in the order of its columns. */
export type TableThree = Readonly<Partial<Record<Line, readonly number[]>>>

/** Cases counted alike: how many there are of one kind of applicant in one place. */
export interface CountedAlike {
  readonly kind: CountedCase['kind']
  readonly from: '1' | '2'
  readonly to: ReportLine | '4'
  readonly count: number
}

/** The line of a result in a form: that of 2019 has one row for everything under 其他处理. */
export const lineIn = (form: Form, line: ReportLine | '4'): Line =>
  line.startsWith('3.6.') && form.format === '2019' ? '3.6' : line

/** The table from what is counted alike. Whoever counts, sums and totals are made here, so R90–R92 cannot fail. */
export const tableThreeOf = (counts: readonly CountedAlike[], year: number): TableThree => {
  const form = formOf(year)
  const table = new Map<Line, number[]>(form.rows.map(({ line }) => [line, columns.map(() => 0)]))
  const add = (line: Line, kind: Column, count: number): void => {
    const cells = table.get(line)
    if (!cells) throw new RangeError(`the form of ${year} has no line ${line}`)
    for (const i of [columns.indexOf(kind), columns.length - 1]) cells[i] = (cells[i] ?? 0) + count
  }
  for (const { kind, from, to, count } of counts) {
    add(from, kind, count)
    add(lineIn(form, to), kind, count)
    if (to !== '4') add('3.7', kind, count)
  }
  return Object.fromEntries(table)
}

/** Table three of a year from the cases themselves (国办公开办函〔2021〕30号; rulebook §6.2, R90–R98). */
export const tableThree = (cases: readonly CountedCase[], year: number): TableThree =>
  tableThreeOf(
    cases.flatMap((one) => {
      const place = placeIn(one, year)
      return place ? [{ kind: one.kind, ...place, count: 1 }] : []
    }),
    year,
  )

/** A figure of table three. */
export interface CellThree {
  readonly line: Line
  readonly column: Column
}

/** Is this case behind this figure? Each is behind one row of what came in and one of what became of it. */
export const isBehind = (one: CountedCase, { line, column }: CellThree, year: number): boolean => {
  const place = placeIn(one, year)
  if (!place || (column !== 'total' && column !== one.kind)) return false
  if (line === '3.7') return place.to !== '4'
  return line === place.from || line === lineIn(formOf(year), place.to)
}

/** The ids of the cases behind a figure of table three. */
export const behindThree = (cases: readonly CountedCase[], cell: CellThree, year: number): string[] =>
  cases.filter((one) => isBehind(one, cell, year)).map(({ id }) => id)
