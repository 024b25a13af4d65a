import type { Organ } from '@zhiqing/law'
import type { LetterCode } from '@zhiqing/workflows'
import type { Numbers, Office, Series } from './office.js'

/** Letters never take a 受理编号. */
type LetterSeries = Exclude<Series, 'case'>

type Numbered = Pick<Office, 'on' | 'numbers'> & { readonly organ: Organ }

const yearOf = ({ on }: Pick<Office, 'on'>): string => on.slice(0, 4)

/** 受理编号: organ code, year, five digits that restart each year (rulebook R21). */
export const caseNumber = (office: Numbered): string =>
  `${office.organ.code}${yearOf(office)}${String((office.numbers.case ?? 0) + 1).padStart(5, '0')}`

/** Which series a letter takes its 文号 from; sheets that stay in the file have none. */
export const seriesOf = (letter: LetterCode): LetterSeries | null => {
  if (letter.startsWith('S')) return 'reply'
  if (letter === 'P04' || letter === 'P07') return 'consult'
  if (letter === 'L05') return 'assist'
  return letter.startsWith('P') || ['L03', 'L06', 'L12', 'L13', 'L15'].includes(letter) ? 'notice' : null
}

const words: Readonly<Record<LetterSeries, string>> = { reply: '答', notice: '告', consult: '询', assist: '协' }

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
