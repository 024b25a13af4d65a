import { formOf, type Line } from './form.js'
import type { PublishedReport } from './report.js'

/** One bar: its name, and how many. */
export interface Bar {
  readonly zh: string
  readonly count: number
}

/** A drawing of figures that stand in table three: bars from nought on an axis of even steps, all of them 件. */
export interface Chart {
  readonly title: string
  readonly bars: readonly Bar[]
  /** Where the axis ends: a whole number of steps, no smaller than the longest bar. */
  readonly most: number
  readonly step: number
  /** The same told in words, for who does not see it. */
  readonly told: string
}

/** The least of 1, 2 and 5 and their tens that brings the longest bar within five steps; half a case is none. */
const stepFor = (longest: number): number => {
  for (let ten = 1; ; ten *= 10) for (const one of [1, 2, 5]) if (one * ten * 5 >= longest) return one * ten
}

const chart = (title: string, bars: readonly Bar[]): Chart => {
  const longest = Math.max(1, ...bars.map(({ count }) => count))
  const step = stepFor(longest)
  const told = `${title}：${bars.map(({ zh, count }) => `${zh}${count}件`).join('，')}。`
  return { title, bars, step, most: Math.ceil(longest / step) * step, told }
}

const groups: readonly (readonly [zh: string, prefix: string])[] = [
  ['予以公开', '3.1'],
  ['部分公开', '3.2'],
  ['不予公开', '3.3'],
  ['无法提供', '3.4'],
  ['不予处理', '3.5'],
  ['其他处理', '3.6'],
]

/** The group of results that a line of the form stands in. */
export const resultGroupOf = (line: string): string =>
  groups.find(([, prefix]) => line === prefix || line.startsWith(`${prefix}.`))?.[0] ?? ''

type Told = Pick<PublishedReport, 'table3' | 'year'>

const total = ({ table3 }: Told, line: Line): number => table3[line]?.[6] ?? 0

/** Results by their six groups, from the total column. */
const resultGroups = (report: Told): Bar[] =>
  groups.map(([zh, prefix]) => ({
    zh,
    count: formOf(report.year)
      .leaves.filter(({ line }) => line === prefix || line.startsWith(`${prefix}.`))
      .reduce((sum, { line }) => sum + total(report, line), 0),
  }))

/** The grounds of 不予公开, without the numbers they have in the form. */
const refusals = (report: Told): Bar[] =>
  formOf(report.year)
    .leaves.filter(({ line }) => line.startsWith('3.3.'))
    .map(({ line, zh }) => ({ zh: zh.replace(/^\d+\./, ''), count: total(report, line) }))

const some = (bars: readonly Bar[]): boolean => bars.some(({ count }) => count > 0)

/** What a yearly report draws, for who looks rather than reads; nothing is drawn of what did not happen. */
export const chartsOf = (report: Told): Chart[] =>
  [
    { title: '本年度办理结果', bars: resultGroups(report) },
    { title: '不予公开的理由', bars: refusals(report) },
  ].flatMap(({ title, bars }) => (some(bars) ? [chart(title, bars)] : []))
