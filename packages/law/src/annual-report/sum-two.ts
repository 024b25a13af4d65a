import type { Cell } from './report.js'
import { kindsTwoOf } from './table-two.js'
import type { ReportEntries } from './year-report.js'

type TableTwo = ReportEntries['table2']

/** 万元 to the hundredth of a 元: sums of decimals are not exact. */
const rounded = (sum: number): number => Math.round(sum * 1e6) / 1e6

const each = (year: number, cell: (kind: string, i: number) => Cell): TableTwo =>
  Object.fromEntries(kindsTwoOf(year).map(({ kind, figures }) => [kind, figures.map((_, i) => cell(kind, i))]))

/** A sum's table two from its organs'; a figure that one of them does not tell is nobody's to guess, and stays blank. */
export const sumTwo = (tables: readonly TableTwo[], year: number): TableTwo =>
  each(year, (kind, i) =>
    tables.reduce<Cell>((sum, table) => {
      const cell = table[kind]?.[i] ?? null
      return sum === null || cell === null ? null : rounded(sum + cell)
    }, 0),
  )

/** What was entered for the sum itself takes the place of what its organs tell, figure by figure. */
export const overTwo = (entered: TableTwo, proposed: TableTwo, year: number): TableTwo =>
  each(year, (kind, i) => entered[kind]?.[i] ?? proposed[kind]?.[i] ?? null)
