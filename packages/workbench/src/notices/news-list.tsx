import type { NoticesAnswer } from '../api/answers.ts'
import { Link } from '../app/router.tsx'
import { useSitting } from '../app/session.tsx'
import { inWords, momentInWords, shortDay } from '../look/days.ts'

type News = NoticesAnswer['news'][number]

const New = ({ isNew }: { readonly isNew: boolean }) => <span>{isNew && <strong className="new">新</strong>}</span>

const Moved = ({ moved }: Pick<News, 'moved'>) => {
  const { words } = useSitting()
  if (moved.length === 0) return null
  const said = moved.map(({ what, from, to }) => {
    const [before, after] = [from && inWords(from), to && inWords(to)]
    return `${words.dues[what]}${before ? `由${before}` : ''}${after ? `改为${after}` : '不再有'}`
  })
  return <span className="quiet">{said.join('；')}</span>
}

/** 新情况, the newest first; the number leads to the case. */
export const NewsList = ({ news }: Pick<NoticesAnswer, 'news'>) => {
  const { words } = useSitting()
  return (
    <ol className="news">
      {news.map(({ caseId, version, zh, number, state, at, isNew, moved }) => (
        <li key={`${caseId} ${version}`}>
          <New isNew={isNew} />
          <span>{zh}</span>
          <Link to={`/cases/${caseId}`}>{number ?? '（待确认）'}</Link>
          <Moved moved={moved} />
          <span className="quiet when">
            {momentInWords(at)}；现在：{words.states[state]}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** 将至和已过的期限, the nearest first. */
export const DaysList = ({ days }: Pick<NoticesAnswer, 'days'>) => {
  const { session, words } = useSitting()
  return (
    <ol className="news">
      {days.map(({ caseId, number, what, on, kind, zh, isNew }) => (
        <li key={`${caseId} ${what} ${on}`}>
          <New isNew={isNew} />
          <span className={`light ${kind === 'overdue' ? 'red' : 'yellow'}`}>{zh}</span>
          <Link to={`/cases/${caseId}`}>{number ?? '（待确认）'}</Link>
          <span>
            {words.dues[what]}：{shortDay(on, session.today)}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** Yearly reports that are not published yet, with the office's own day. */
export const ReportsList = ({ reports }: Pick<NoticesAnswer, 'reports'>) => (
  <ol className="news">
    {reports.map(({ organ, name, year, by, zh, isNew }) => (
      <li key={organ}>
        <New isNew={isNew} />
        <span className="wide">
          {name}：{year}年度报告还没有公布，{zh}（{inWords(by)}）
        </span>
      </li>
    ))}
  </ol>
)
