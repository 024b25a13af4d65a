import type { YearReportAnswer } from '../api/answers.ts'

type Cell = number | null

/** What people enter, as the interface takes it. */
export interface Entries {
  readonly table2: Readonly<Record<string, readonly Cell[]>>
  readonly parts: { readonly overview: string; readonly problems: string; readonly other: string }
  readonly sources: Readonly<Record<string, string>>
  readonly previous?: unknown
}

export const partNames = {
  overview: '一、总体情况',
  problems: '五、存在的主要问题及改进情况',
  other: '六、其他需要报告的事项',
} as const
export type PartName = keyof typeof partNames

const none: Entries = { table2: {}, parts: { overview: '', problems: '', other: '' }, sources: {} }

/** What the draft holds; a file of entries may leave things out as well. */
export const entriesOf = (given: unknown): Entries => {
  const from = (typeof given === 'object' && given !== null ? given : {}) as Partial<Entries>
  return { ...none, ...from, parts: { ...none.parts, ...from.parts } }
}

/** Fields of table two from its sheet: kind, place, and what the printed head calls it. */
export const fieldsOf = ({ sheets: { two } }: YearReportAnswer) => {
  let heads: string[] = []
  return two.rows.flatMap((row) => {
    const figures = row.filter(({ figure }) => figure)
    if (figures.length === 0) {
      heads = row.slice(1).map(({ text }) => text)
      return []
    }
    return figures.map(({ figure = '' }, i) => {
      const [, kind = ''] = figure.split(' ')
      return { figure, kind, i, of: figures.length, label: `${kind} ${heads[i] ?? ''}` }
    })
  })
}
export type Field = ReturnType<typeof fieldsOf>[number]

export const textIn = ({ table2 }: Entries, { kind, i }: Field): string => String(table2[kind]?.[i] ?? '')

/** What the organs of a sum make together, shown where nothing is entered in its place. */
export const proposedFor = ({ proposed }: YearReportAnswer, { kind, i }: Field): string | undefined => {
  const cell = proposed?.[kind]?.[i] ?? null
  return cell === null ? undefined : String(cell)
}

/** With one cell changed; an emptied one is not filled in, never zero. */
export const withValue = (entries: Entries, { kind, i, of }: Field, text: string): Entries => {
  const cells = Array.from({ length: of }, (_, n) => entries.table2[kind]?.[n] ?? null)
  cells[i] = text.trim() === '' ? null : Number(text)
  return { ...entries, table2: { ...entries.table2, [kind]: cells } }
}

/** Sources that nobody wrote are left out. */
export const toSend = (entries: Entries): Entries => ({
  ...entries,
  sources: Object.fromEntries(Object.entries(entries.sources).filter(([, words]) => words.trim() !== '')),
})
