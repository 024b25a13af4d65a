import type { CaseList } from '../api/answers.ts'
import { useAnswer } from '../api/use-answer.ts'
import { Link } from '../app/router.tsx'
import { useWords } from '../app/session.tsx'
import { inWords } from '../look/days.ts'

/** What somebody of this name, or this mail, brought before: told while it is being typed. */
export const Earlier = ({ words: asked }: { readonly words: string }) => {
  const words = useWords()
  const { answer } = useAnswer<CaseList>(asked.length > 1 ? `/cases?limit=10&q=${encodeURIComponent(asked)}` : null)
  if (!answer || answer.cases.length === 0) return null
  return (
    <div className="earlier" role="status">
      <h2>
        含有“{asked}”的申请（{answer.cases.length}件，请核对是否重复）
      </h2>
      <ul>
        {answer.cases.map((row) => (
          <li key={row.id}>
            <Link to={`/cases/${row.id}`} target="_blank">
              {row.number ?? '（待确认）'}
            </Link>{' '}
            {row.receivedOn && inWords(row.receivedOn)} {row.applicant} {row.title ?? row.description}（
            {words.states[row.state]}）
          </li>
        ))}
      </ul>
    </div>
  )
}
