import type { YearReportAnswer } from '../api/answers.ts'
import { useWords } from '../app/session.tsx'
import { inWords } from '../look/days.ts'
import { MovedTable } from './moved-table.tsx'
import { sinceWhen } from './since.ts'

type Moved = YearReportAnswer['moved'][number]
type Place = NonNullable<Moved['before']>

interface MovedListProps {
  readonly report: YearReportAnswer
}

/** What changed since the draft was opened, case by case: from which lines to which. */
export const MovedList = ({ report }: MovedListProps) => {
  const { moved, draft, table3 } = report
  const words = useWords()
  const kinds = words.applicantKinds
  const names = new Map(table3.map(({ line, zh }) => [line, zh]))
  const placed = (place: Place | null): string =>
    place
      ? `${kinds[place.kind] ?? place.kind}，${names.get(place.from) ?? place.from}，${names.get(place.to) ?? place.to}`
      : '不在本年的表中'
  if (!draft) return null
  const when = sinceWhen(report)
  const since = `${inWords(draft.openedOn)}${when}以来`
  if (moved.length === 0) return <p>{since}，没有案件的归属变动。</p>
  const rows = moved.map(({ id, number, before, after }) => {
    return { key: id, caseId: id, number, before: placed(before), now: placed(after) }
  })
  return (
    <details>
      <summary>
        {since}，有{moved.length}件案件的归属变动，表中标了“有变动”
      </summary>
      <MovedTable what="案件" when={when} rows={rows} />
    </details>
  )
}
