import { type FormRow, forms, remedyColumns, remedyGroups } from '@zhiqing/law'

type Cell = number | null
type Cells = readonly Cell[]

/** Widths, blanks and marks are as each site likes them. */
const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '')

const number = /^\d[\d,，]*$/

/** A cell as a table is copied from a page: a figure, or nothing where it was left blank. */
const cellOf = (text: string): Cell | undefined => {
  const plain = text.normalize('NFKC').trim()
  if (plain === '' || plain === '-' || plain === '/') return null
  return number.test(plain) ? Number(plain.replace(/[,，]/g, '')) : undefined
}

interface PastedRow {
  readonly label: string
  readonly cells: Cells
}

/** Cells of a copied row are parted by tabs, or, where the tabs were lost, by blanks; the label stands before the figures. */
const rowOf = (line: string, count: number): PastedRow | undefined => {
  const parts = line.includes('\t') ? line.split('\t') : line.trim().split(/\s+/)
  const cells = parts.slice(-count).map(cellOf)
  if (parts.length < count || cells.some((one) => one === undefined)) return undefined
  return cells.some((one) => one !== null)
    ? { label: bare(parts.slice(0, -count).join('')), cells: cells as Cells }
    : undefined
}

const rows = [...new Map([...forms[2019].rows, ...forms[2021].rows].map((row) => [row.line, row])).values()]
  .map(({ line, zh }: FormRow) => ({ line, label: bare(zh) }))
  .toSorted((a, b) => b.label.length - a.label.length)

/** Whose label ends so; the longest first, since one label may end another. */
const lineOf = (label: string): string | undefined =>
  label === '' ? undefined : rows.find((row) => label.endsWith(row.label))?.line

const tableThree = (lines: readonly string[]): Record<string, Cells> =>
  Object.fromEntries(
    lines.flatMap((one) => {
      const row = rowOf(one, 7)
      const line = row && lineOf(row.label)
      return row && line ? [[line, row.cells]] : []
    }),
  )

const tableFour = (lines: readonly string[]): Record<string, Cells> => {
  const count = remedyColumns.length
  const row = lines.map((one) => rowOf(one, count * remedyGroups.length)).find((one) => one?.label === '')
  if (!row) return {}
  return Object.fromEntries(remedyGroups.map((group, i) => [group, row.cells.slice(i * count, (i + 1) * count)]))
}

/**
 * The tables of a published report as somebody copies them from a page, in the shape of the checker's own file; undefined
 * where no row of table three is in it. The year is the first that is named; 2019's form is told by its one row of 其他处理.
 */
export const pastedReport = (text: string): Readonly<Record<string, unknown>> | undefined => {
  const lines = text.split('\n')
  const table3 = tableThree(lines)
  if (Object.keys(table3).length === 0) return undefined
  const [, organ, year] = /(?:^|\n)\s*([^\s\d]*)(20\d\d)\s*年/.exec(text) ?? []
  return {
    ...(organ ? { organ } : {}),
    ...(year ? { year: Number(year) } : {}),
    ...{ format: '3.6' in table3 ? '2019' : '2021', table3, table4: tableFour(lines) },
  }
}
