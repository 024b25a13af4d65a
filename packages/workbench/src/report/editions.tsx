import type { YearReportAnswer } from '../api/answers.ts'
import { inWords } from '../look/days.ts'
import type { Place } from './address.ts'
import { Downloads } from './downloads.tsx'

interface EditionsProps {
  readonly report: YearReportAnswer
  readonly place: Place
}

/** What was published: frozen, each edition with its day, its reason and its hash. */
export const Editions = ({ report: { editions, title }, place }: EditionsProps) =>
  editions.length === 0 ? (
    <p>还没有公布过。</p>
  ) : (
    <ol className="editions">
      {editions.map(({ edition, publishedOn, publishedBy, reason, sha256 }) => (
        <li key={edition}>
          <p>
            <strong>第{edition}版</strong>　{inWords(publishedOn)}公布{publishedBy ? `（${publishedBy}）` : ''}
            {reason ? `　更正原因：${reason}` : ''}
          </p>
          <p>
            散列（SHA-256） <code className="hash">{sha256}</code>
          </p>
          <Downloads place={place} title={title} edition={edition} />
        </li>
      ))}
    </ol>
  )
