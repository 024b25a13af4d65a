import { type Day, daysBetween, formOf, type ReportLine } from '@zhiqing/law'

/** A finished case, as the statistics of a period need it. */
export interface Finished {
  readonly line: ReportLine
  readonly receivedOn: Day
  readonly closedOn: Day
  readonly corrected: boolean
  readonly extended: boolean
}

/** How long the cases of one line took, in calendar days from receipt to dispatch. */
export interface LineFigures {
  readonly line: ReportLine
  readonly count: number
  readonly days: number
  /** The middle one; of an even number the lower of the two. */
  readonly medianDays: number
  readonly mostDays: number
  readonly corrected: number
  readonly extended: number
}

/** By line of table three. */
export const lineFigures = (cases: readonly Finished[]): LineFigures[] =>
  formOf(2021).leaves.flatMap(({ line }) => {
    const of = cases.filter((one) => one.line === line)
    if (of.length === 0) return []
    const days = of.map(({ receivedOn, closedOn }) => daysBetween(receivedOn, closedOn)).toSorted((a, b) => a - b)
    return {
      line: line as ReportLine,
      count: of.length,
      days: days.reduce((sum, one) => sum + one, 0),
      medianDays: days[Math.ceil(days.length / 2) - 1] ?? 0,
      mostDays: days.at(-1) ?? 0,
      corrected: of.filter(({ corrected }) => corrected).length,
      extended: of.filter(({ extended }) => extended).length,
    }
  })

export interface FinishedPicture {
  readonly closed: number
  /** Shares of all that was closed, 0…1; null where nothing was. */
  readonly refusalShare: number | null
  readonly correctionShare: number | null
  readonly extensionShare: number | null
  readonly lines: readonly {
    readonly line: ReportLine
    readonly zh: string
    readonly count: number
    readonly share: number
    readonly meanDays: number
    readonly medianDays: number
    readonly mostDays: number
  }[]
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

/** What a period came to: time to reply by result, refusals by ground, corrections and extensions (seed 003 二). */
export const finishedPicture = (figures: readonly LineFigures[]): FinishedPicture => {
  const sum = (of: (one: LineFigures) => number): number => figures.reduce((all, one) => all + of(one), 0)
  const closed = sum(({ count }) => count)
  const share = (part: number): number | null => (closed === 0 ? null : rounded(part / closed))
  const labels = new Map(formOf(2021).leaves.map(({ line, zh }) => [line as string, zh]))
  return {
    closed,
    refusalShare: share(sum(({ line, count }) => (line.startsWith('3.3.') ? count : 0))),
    correctionShare: share(sum(({ corrected }) => corrected)),
    extensionShare: share(sum(({ extended }) => extended)),
    lines: figures.map(({ line, count, days, medianDays, mostDays }) => ({
      ...{ line, zh: labels.get(line) ?? '', count, share: share(count) ?? 0 },
      ...{ meanDays: rounded(days / count), medianDays, mostDays },
    })),
  }
}
