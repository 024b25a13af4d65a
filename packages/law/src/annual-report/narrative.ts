import { forms, type Line } from './form.js'
import { finding, type PublishedReport, type ReportFinding } from './report.js'

/** What a report's text says in numbers: a phrase, and where the tables say it. */
interface Phrase {
  readonly zh: string
  readonly says: RegExp
  readonly expected: (report: PublishedReport) => number | null
}

const total = ({ table3 }: PublishedReport, lines: readonly Line[]): number =>
  lines.reduce((all, line) => {
    const cells = table3[line] ?? []
    return all + (cells[6] ?? cells.slice(0, 6).reduce<number>((sum, cell) => sum + (cell ?? 0), 0))
  }, 0)

const group = (prefix: string) => (report: PublishedReport) =>
  total(
    report,
    forms[report.format].leaves
      .map(({ line }) => line)
      .filter((line) => line === prefix || line.startsWith(`${prefix}.`)),
  )

const line = (one: Line) => (report: PublishedReport) => total(report, [one])

const remedy =
  (...groups: readonly (keyof PublishedReport['table4'])[]) =>
  ({ table4 }: PublishedReport): number | null => {
    if (!groups.some((one) => table4[one])) return null
    return groups.reduce((all, one) => {
      const cells = table4[one] ?? []
      return all + (cells[4] ?? cells.slice(0, 4).reduce<number>((sum, cell) => sum + (cell ?? 0), 0))
    }, 0)
  }

const n = '(\\d+)\\s*[件份条宗个]'
const phrase = (zh: string, before: string, expected: Phrase['expected']): Phrase => ({
  zh,
  says: new RegExp(`(?:${before})[^，。；、\\d]{0,12}?${n}`, 'gu'),
  expected,
})

/** The phrases that reports use, each with the line it should equal; the scope may differ, so they only warn. */
const phrases: readonly Phrase[] = [
  phrase(
    '新收申请',
    '新收|(?:共|全年|本年度?|年内)?(?:收到|受理)(?:公民|法人|社会)?[^，。；、\\d]{0,10}申请',
    line('1'),
  ),
  phrase('上年结转', '上年(?:度)?结转', line('2')),
  phrase('办理结果总计', '(?:共|全年|已)?(?:办结|答复|办理)(?:政府信息公开|依申请公开)?申请', line('3.7')),
  phrase('结转下年度', '结转(?:至)?下(?:一)?年(?:度)?', line('4')),
  phrase('予以公开', '(?<!不)予以公开', line('3.1')),
  phrase('部分公开', '部分公开', line('3.2')),
  phrase('不予公开', '不予公开', group('3.3')),
  phrase('无法提供', '无法提供', group('3.4')),
  phrase('不予处理', '不予处理', group('3.5')),
  phrase('其他处理', '其他处理', group('3.6')),
  phrase('行政复议', '行政复议(?:案件|申请)?', remedy('reconsideration')),
  phrase('行政诉讼', '行政诉讼(?:案件)?', remedy('litigationDirect', 'litigationAfter')),
]

interface Said {
  readonly words: string
  readonly value: number
}

const saidIn = ({ says }: Phrase, text: string): Said[] =>
  [...text.matchAll(says)].map(([words, value]) => ({ words, value: Number(value) }))

const numbers = (report: PublishedReport, text: string): ReportFinding[] =>
  phrases.flatMap((one) => {
    const expected = one.expected(report)
    if (expected === null) return []
    return saidIn(one, text)
      .filter(({ value }) => value !== expected)
      .slice(0, 1)
      .map(({ words, value }) =>
        finding('NARRATIVE-NUMBER', {
          where: words,
          expected,
          printed: value,
          zh: `正文说“${words}”，表中“${one.zh}”是${expected}；口径可能不同（例如只计已经办结的），请核对`,
        }),
      )
  })

/** One thing told in two numbers. */
const conflicts = (text: string): ReportFinding[] =>
  phrases.flatMap((one) => {
    const said = saidIn(one, text)
    const [first] = said
    const other = first && said.find(({ value }) => value !== first.value)
    return first && other
      ? [
          finding('NARRATIVE-CONFLICT', {
            where: other.words,
            expected: first.value,
            printed: other.value,
            zh: `正文前后不一致：一处说“${first.words}”，另一处说“${other.words}”`,
          }),
        ]
      : []
  })

const none = /(?:没有|未)(?:收到|接到)[^，。；]{0,12}申请/u

const deniesWhatItCounts = (report: PublishedReport, text: string): ReportFinding[] => {
  const [words] = none.exec(text) ?? []
  const received = total(report, ['1'])
  return words && received > 0
    ? [
        finding('NARRATIVE-CONFLICT', {
          where: words,
          expected: received,
          printed: 0,
          zh: `正文说“${words}”，表三新收${received}件`,
        }),
      ]
    : []
}

const share = /(\d+)\s*[件份条宗个][，、]?\s*占(?:[^，。；\d]{0,12})?(\d+(?:\.\d+)?)\s*[%％]/gu

/** Half of the last printed place: 33.3% may be anything that rounds to it. */
const rounding = (percent: string): number => 0.5 / 10 ** (percent.split('.')[1]?.length ?? 0) + 1e-9

/** A share told beside its number: of all results, or of all that was received and carried over. */
const percents = (report: PublishedReport, text: string): ReportFinding[] => {
  const wholes = [total(report, ['3.7']), total(report, ['1']), total(report, ['1', '2'])].filter((one) => one > 0)
  return [...text.matchAll(share)].flatMap(([words, part = '0', percent = '0']) => {
    const shares = wholes.map((whole) => (100 * Number(part)) / whole)
    const [first] = shares
    if (first === undefined || shares.some((one) => Math.abs(one - Number(percent)) <= rounding(percent))) return []
    const expected = first.toFixed(percent.split('.')[1]?.length ?? 0)
    return finding('NARRATIVE-PERCENT', {
      where: words,
      expected: `${expected}%`,
      printed: `${percent}%`,
      zh: `正文说“${words}”，按办理结果总计计算是${expected}%；请核对分母`,
    })
  })
}

/** Figures as programs read them; punctuation stays as it is, since phrases end there. */
const plainFigures = (text: string): string =>
  text.replace(/[０-９％．]/g, (one) => one.normalize('NFKC')).replace(/\s+/g, '')

/** What the text says otherwise than the tables; all of it warnings, since a text may count another scope. */
export const narrativeFindings = (report: PublishedReport): ReportFinding[] => {
  const text = plainFigures(report.narrative ?? '')
  if (text === '') return []
  return [...numbers(report, text), ...conflicts(text), ...deniesWhatItCounts(report, text), ...percents(report, text)]
}
