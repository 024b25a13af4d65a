import type { YearReportAnswer } from '../api/answers.ts'
import { columnIn } from './column-names.ts'
import { MovedTable } from './moved-table.tsx'
import { sinceWhen } from './since.ts'

type Changed = NonNullable<YearReportAnswer['changed']>
type Stand = Changed['remedies'][number]['before']

/** Remedies that stand elsewhere in table four than when the draft was opened. */
const MovedRemedies = ({ report }: { readonly report: YearReportAnswer }) => {
  const { changed, table4 } = report
  const when = sinceWhen(report)
  const remedies = changed?.remedies ?? []
  const groups = new Map(table4.map(({ line, zh }) => [line, zh]))
  const placed = (stand: Stand): string =>
    stand
      ? [groups.get(stand.group) ?? stand.group, columnIn(true, stand.column), stand.suit].filter(Boolean).join('，')
      : '不在本年的表中'
  if (remedies.length === 0) return null
  const rows = remedies.map(({ caseId, number, id, before, after }) => {
    return { key: caseId + id, caseId, number, before: placed(before), now: placed(after) }
  })
  return (
    <details>
      <summary>有{remedies.length}件复议、诉讼的情况变动</summary>
      <MovedTable what="复议、诉讼" when={when} rows={rows} />
    </details>
  )
}

/** How much changed in table four, table two and the words since the draft was opened; each is marked where it stands. */
export const ChangedElsewhere = ({ report }: { readonly report: YearReportAnswer }) => {
  const { changed, draft } = report
  if (!draft) return null
  if (!changed) return <p>{sinceWhen(report)}时没有记下表四、表二和文字，只标表三的变动。</p>
  const told = [
    ...(changed.four.length > 0 ? [`表四有${changed.four.length}个数字`] : []),
    ...(changed.two.length > 0 ? [`表二有${changed.two.length}个数字`] : []),
    ...(changed.parts.length > 0 ? [`文字有${changed.parts.length}个部分`] : []),
    ...(changed.sources.length > 0 ? [`来源有${changed.sources.length}处`] : []),
    ...(changed.previous ? ['上年的报告'] : []),
  ]
  return (
    <>
      <p>
        {told.length > 0 ? `${told.join('，')}有变动，已在原处标明。` : '表四、表二、文字、来源和上年的报告没有变动。'}
      </p>
      <MovedRemedies report={report} />
    </>
  )
}
