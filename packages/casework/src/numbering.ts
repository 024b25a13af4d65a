import type { Organ } from '@zhiqing/law'
import type { LetterCode } from '@zhiqing/workflows'
import type { Case } from './case.js'
import type { Numbers, Office, Series } from './office.js'

/** Letters never take a 受理编号. */
type LetterSeries = Exclude<Series, 'case' | 'drill'>

type Numbered = Pick<Office, 'on' | 'numbers'> & { readonly organ: Organ }

const yearOf = ({ on }: Pick<Office, 'on'>): string => on.slice(0, 4)

type Drilled = Pick<Case, 'drill'>

/** A drill takes no number of a real case (rulebook R98). */
export const caseSeries = (one: Drilled | undefined): 'case' | 'drill' => (one?.drill ? 'drill' : 'case')

/** 受理编号: organ code, year, five digits that restart each year (rulebook R21); a drill's says that it is one. */
export const caseNumber = (office: Numbered, one?: Drilled): string => {
  const serial = String((office.numbers[caseSeries(one)] ?? 0) + 1).padStart(5, '0')
  return `${one?.drill ? '演练' : ''}${office.organ.code}${yearOf(office)}${serial}`
}

/** Which series a letter takes its 文号 from; sheets that stay in the file have none. */
export const seriesOf = (letter: LetterCode): LetterSeries | null => {
  if (letter.startsWith('S')) return 'reply'
  if (letter === 'P04' || letter === 'P07') return 'consult'
  if (letter === 'L05') return 'assist'
  return letter.startsWith('P') || ['L03', 'L06', 'L12', 'L13', 'L15'].includes(letter) ? 'notice' : null
}

const words: Readonly<Record<LetterSeries, string>> = { reply: '答', notice: '告', consult: '询', assist: '协' }

/** A drill's letters are numbered within their case: no series of real letters has a gap where they stand. */
export const drillDocumentNumber = (letter: LetterCode, { number, letters }: Pick<Case, 'number' | 'letters'>) =>
  seriesOf(letter) ? `${number ?? '演练'}-${letters.length + 1}号` : null

/** 文号: 青自然资公开答〔2025〕3号. Null for letters without one; `numbers` is what has been given before. */
export const documentNumber = (letter: LetterCode, numbers: Numbers, office: Numbered): string | null => {
  const series = seriesOf(letter)
  if (!series) return null
  return `${office.organ.prefix}公开${words[series]}〔${yearOf(office)}〕${(numbers[series] ?? 0) + 1}号`
}

/** Where a 文号 stands in its series. */
export interface SeriesPlace {
  readonly series: LetterSeries
  readonly year: number
  readonly serial: number
}

/** Reads a 文号 that {@link documentNumber} gave; null for any other text. The prefix may hold whatever it likes. */
export const seriesPlace = (number: string): SeriesPlace | null => {
  const [, word, year, serial] = /公开(.)〔(\d{4})〕(\d+)号$/u.exec(number) ?? []
  const series = (Object.keys(words) as LetterSeries[]).find((name) => words[name] === word)
  return series ? { series, year: Number(year), serial: Number(serial) } : null
}

/** The numbers after a letter took its own. */
export const taken = (numbers: Numbers, series: Series | null): Numbers =>
  series ? { ...numbers, [series]: (numbers[series] ?? 0) + 1 } : numbers
