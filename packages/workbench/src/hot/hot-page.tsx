import type { HotRequestsAnswer } from '../api/answers.ts'
import { useAnswer } from '../api/use-answer.ts'
import { Link } from '../app/router.tsx'
import { inWords } from '../look/days.ts'
import { Title } from '../look/title.tsx'
import { Waiting } from '../look/waiting.tsx'
import { DecideForm } from './decide-form.tsx'

type Topic = HotRequestsAnswer['requests'][number]

const stateNames = {
  waiting: '待研判',
  toPublish: '已决定公开，待发布',
  published: '已经主动公开',
  declined: '已决定不主动公开',
} as const

export const actNames = { publish: '决定主动公开', decline: '决定不主动公开', published: '记录已经公开' } as const

const History = ({ decisions }: Pick<Topic, 'decisions'>) => (
  <ol>
    {decisions.map(({ n, act, on, by, reason, place, requests, applicants }) => (
      <li key={n}>
        {inWords(on)}
        {by ? ` ${by}` : ''}
        {actNames[act]}
        {reason ? `：${reason}` : ''}
        {place ? `；公开在：${place}` : ''}（当时一年内{applicants}人申请{requests}次）
      </li>
    ))}
  </ol>
)

interface OneProps {
  readonly topic: Topic
  readonly onDecided: () => void
}

const One = ({ topic, onDecided }: OneProps) => {
  const { information, state, zh, ids, cases, decisions, permitted } = topic
  return (
    <section className="part" aria-label={information}>
      <h2>{information}</h2>
      <p>
        <span className="state-tag">{stateNames[state]}</span>　{zh}。
        {topic.lastOn && `最近一件${inWords(topic.lastOn)}收到。`}
      </p>
      {ids.length > 0 && (
        <details>
          <summary>是哪些案件（{ids.length}件）</summary>
          <ul className="plain-list">
            {cases.map(({ id, number }) => (
              <li key={id}>
                <Link to={`/cases/${id}`}>{number ?? '（待确认）'}</Link>
              </li>
            ))}
          </ul>
        </details>
      )}
      {decisions.length > 0 && <History decisions={decisions} />}
      {permitted.length > 0 && <DecideForm key={decisions.length} topic={topic} onDecided={onDecided} />}
      {permitted.length === 0 && state === 'waiting' && <p>由公开工作机构负责人研判。</p>}
    </section>
  )
}

/** 主动公开研判: what three and more ask for, what an applicant suggested, each waiting for somebody to decide, with what was decided before (条例 44). */
const HotPage = () => {
  const hot = useAnswer<HotRequestsAnswer>('/statistics/hot-requests')
  return (
    <>
      <Title>主动公开研判</Title>
      <p>
        一年内有三名以上申请人申请的同一信息，以及申请人建议主动公开的信息，列在这里。可以公开的，可以纳入主动公开的范围；经审核属于主动公开范围的，应当及时公开（条例第四十四条）。
      </p>
      <Waiting on={hot}>
        {({ requests }) =>
          requests.length === 0 ? (
            <p>没有三名以上申请人申请的同一信息，也没有申请人建议主动公开的信息。</p>
          ) : (
            requests.map((topic) => <One key={topic.organ + topic.topic} topic={topic} onDecided={hot.reload} />)
          )
        }
      </Waiting>
    </>
  )
}

export default HotPage
