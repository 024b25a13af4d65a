import type { YearReportAnswer } from '../api/answers.ts'
import { Compared } from '../queue/compared.tsx'
import type { PartName } from './entries.ts'
import { sinceWhen } from './since.ts'

interface ChangedPartProps {
  readonly report: Pick<YearReportAnswer, 'changed' | 'editions'>
  readonly name: PartName
}

/** Says of a part of the words that it is another than when the draft was opened, and shows in what. */
export const ChangedPart = ({ report, name }: ChangedPartProps) => {
  const when = sinceWhen(report)
  const one = report.changed?.parts.find(({ part }) => part === name)
  if (!one) return null
  if (one.before === '') return <p className="moved-mark">{when}以后新填写</p>
  return (
    <details className="moved-part">
      <summary className="moved-mark">{when}以后有变动，看改了什么</summary>
      <p>划去的是{when}时的，画线的是现在的：</p>
      <Compared older={one.before} newer={one.now} />
    </details>
  )
}

/** Says of a source that it is told otherwise than before. */
export const ChangedSource = ({ report, name }: { readonly report: YearReportAnswer; readonly name: string }) => {
  const one = report.changed?.sources.find((source) => source.name === name)
  if (!one) return null
  const words = one.now === '' ? `已删去，原为“${one.before}”` : `有变动，原为“${one.before}”`
  return <span className="moved-mark">{one.before === '' ? '新填写' : words}</span>
}

const carried = (count: number | null): string => (count === null ? '没有上年的报告' : `结转下年度${count}件`)

/** Says that last year's report is another than before. */
export const ChangedPrevious = ({ report }: { readonly report: YearReportAnswer }) => {
  const previous = report.changed?.previous
  return previous ? (
    <p className="moved-mark">
      {sinceWhen(report)}以后上年的报告有变动：原为{carried(previous.before)}，现为{carried(previous.now)}
    </p>
  ) : null
}
