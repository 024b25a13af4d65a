import type { YearReportAnswer } from '../api/answers.ts'

type Moved = YearReportAnswer['moved'][number]
type Place = NonNullable<Moved['before']>
type Marks = ReadonlyMap<string, string>
type Cell = number | null

const columns = ['natural', 'commercial', 'research', 'social', 'legal', 'other', 'total']

const figuresOf = (place: Place | null): string[] => {
  if (!place) return []
  const lines = [place.from, place.to, ...(place.to === '4' ? [] : ['3.7'])]
  return lines.flatMap((line) => [`${line} ${place.kind}`, `${line} total`])
}

/** In words, since a colour says nothing to many: that it changed, and what it was. */
const words = (before: Cell, now: Cell): string => {
  if (before === null) return '新填写'
  return now === null ? `已删去，原为${before}` : `有变动，原为${before}`
}

/** Figures of table three that cases left or came to. One that a case left and came to again stays as it was. */
const movedThree = (moved: readonly Moved[]): [figure: string, by: number][] => {
  const changes = new Map<string, number>()
  const add = (figure: string, by: number) => changes.set(figure, (changes.get(figure) ?? 0) + by)
  for (const { before, after } of moved) {
    for (const figure of figuresOf(before)) add(figure, -1)
    for (const figure of figuresOf(after)) add(figure, 1)
  }
  return [...changes].filter(([, by]) => by !== 0)
}

/** What changed in table three since the draft was opened. */
export const marksThree = ({ moved, table3 }: Pick<YearReportAnswer, 'moved' | 'table3'>): Marks => {
  const cellOf = (figure: string): number => {
    const [line, column = ''] = figure.split(' ')
    return table3.find((one) => one.line === line)?.cells[columns.indexOf(column)] ?? 0
  }
  return new Map(movedThree(moved).map(([figure, by]) => [figure, words(cellOf(figure) - by, cellOf(figure))] as const))
}

const marks = (figures: readonly { readonly figure: string; readonly before: Cell; readonly now: Cell }[]): Marks =>
  new Map(figures.map(({ figure, before, now }) => [figure, words(before, now)]))

export const marksFour = ({ changed }: Pick<YearReportAnswer, 'changed'>): Marks => marks(changed?.four ?? [])
export const marksTwo = ({ changed }: Pick<YearReportAnswer, 'changed'>): Marks => marks(changed?.two ?? [])
