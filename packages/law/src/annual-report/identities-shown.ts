import { type Column, columnNames, columns, formOf, remedyGroupNames, remedyGroups } from './form.js'
import type { PublishedReport } from './report.js'

/** One identity of the form, worked out in a report: the sum as printed, and whether it holds. */
export interface Identity {
  readonly rule: 'R90' | 'R91' | 'R92' | 'R93' | 'T4'
  readonly zh: string
  readonly holds: boolean
}

const at = (report: PublishedReport, line: string, i: number): number => report.table3[line as '1']?.[i] ?? 0

const ofColumn = (report: PublishedReport, column: Column, i: number): Identity[] => {
  const [received, before, done, on] = ['1', '2', '3.7', '4'].map((line) => at(report, line, i)) as [
    number,
    number,
    number,
    number,
  ]
  const leaves = formOf(report.year).leaves.reduce((sum, { line }) => sum + at(report, line, i), 0)
  const zh = columnNames[column]
  const carried = report.previous ? at(report.previous, '4', i) : undefined
  return [
    { rule: 'R90', zh: `${zh}：${received} + ${before} = ${done} + ${on}`, holds: received + before === done + on },
    { rule: 'R92', zh: `${zh}：各项结果相加 ${leaves} = 三（七）总计 ${done}`, holds: leaves === done },
    ...(carried === undefined
      ? []
      : [
          {
            rule: 'R93' as const,
            zh: `${zh}：上年结转 ${before} = 上年报告的结转下年度 ${carried}`,
            holds: before === carried,
          },
        ]),
  ]
}

const ofRow = (report: PublishedReport, line: string, zh: string): Identity => {
  const parts = [0, 1, 2, 3, 4, 5].map((i) => at(report, line, i))
  const [sum, total] = [parts.reduce((all, one) => all + one, 0), at(report, line, 6)]
  return { rule: 'R91', zh: `${zh}：${parts.join(' + ')} = ${total}`, holds: sum === total }
}

/** Every identity of tables three and four with its figures, for people to see that they hold (rulebook R90–R93). */
export const identitiesOf = (report: PublishedReport): Identity[] => [
  ...columns.flatMap((column, i) => ofColumn(report, column, i)),
  ...formOf(report.year).rows.map(({ line, zh }) => ofRow(report, line, zh)),
  ...remedyGroups.map((group): Identity => {
    const cells = report.table4[group] ?? []
    const [sum, total] = [cells.slice(0, 4).reduce<number>((all, one) => all + (one ?? 0), 0), cells[4] ?? 0]
    return {
      rule: 'T4',
      zh: `${remedyGroupNames[group]}：${cells.slice(0, 4).join(' + ')} = ${total}`,
      holds: sum === total,
    }
  }),
]
