import type { CaseRow } from '../api/answers.ts'
import { useAnswer } from '../api/use-answer.ts'
import { Link } from '../app/router.tsx'
import { useWords } from '../app/session.tsx'
import { inWords } from '../look/days.ts'
import { Section } from './section.tsx'

interface RelatedAnswer {
  readonly related: readonly { readonly case: CaseRow; readonly double: boolean }[]
}

const One = ({ row, double }: { readonly row: CaseRow; readonly double: boolean }) => {
  const words = useWords()
  return (
    <li>
      <Link to={`/cases/${row.id}`}>{row.number ?? '（待确认）'}</Link> {row.receivedOn && inWords(row.receivedOn)}{' '}
      {row.title ?? row.description}（{words.states[row.state]}）
      {double && <strong className="double">内容相同，可能重复</strong>}
    </li>
  )
}

/** 同一申请人的其他申请, doubles first to the eye. */
export const RelatedList = ({ id }: { readonly id: string }) => {
  const { answer } = useAnswer<RelatedAnswer>(`/cases/${id}/related`)
  if (!answer) return null
  if (answer.related.length === 0) return <p>没有同一申请人的其他申请。</p>
  return (
    <ul>
      {answer.related.map(({ case: row, double }) => (
        <One key={row.id} row={row} double={double} />
      ))}
    </ul>
  )
}

export const Related = ({ id }: { readonly id: string }) => (
  <Section id="related" title="同一申请人的其他申请">
    <RelatedList id={id} />
  </Section>
)
