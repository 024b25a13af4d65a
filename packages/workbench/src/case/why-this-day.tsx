import { useState } from 'react'
import type { TraceAnswer } from '../api/answers.ts'
import { useAnswer } from '../api/use-answer.ts'
import { useWords } from '../app/session.tsx'
import { articleInWords } from '../look/articles.ts'
import { inWords } from '../look/days.ts'
import { Scroll } from '../look/scroll.tsx'
import { Waiting } from '../look/waiting.tsx'

const Steps = ({ trace }: Pick<TraceAnswer, 'trace'>) => {
  const words = useWords()
  return (
    <ol className="trace">
      {trace.map(({ on, verb, article, zh }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two steps may be alike in everything
        <li key={`${on}${verb}${i}`}>
          <time dateTime={on}>{inWords(on)}</time> {zh}
          <span className="basis">（{articleInWords(article, words)}）</span>
        </li>
      ))}
    </ol>
  )
}

const weekday = (day: string): string => '日一二三四五六'[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''

const whyWords = { working: '计入', rest: '不计入：休息日', consultation: '不计入：征求意见期间' } as const

const Days = ({ days }: Pick<TraceAnswer, 'days'>) => (
  <details>
    <summary>逐日说明（{days.length}天）</summary>
    <Scroll label="逐日说明" className="days">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">第几个工作日</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ on, counted, why, name, provisional }) => (
            <tr key={on} className={counted === null ? 'rest' : ''}>
              <th scope="row">
                {inWords(on)} 周{weekday(on)}
              </th>
              <td>{counted ?? '—'}</td>
              <td>
                {whyWords[why]}
                {name && `（${name}）`}
                {provisional && '（尚未公布放假安排）'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  </details>
)

const Strict = ({ strict, dueOn }: TraceAnswer) =>
  strict.dueOn && strict.dueOn !== dueOn ? (
    <p>
      从严计算（法院可能采用的最不利算法）是<strong>{inWords(strict.dueOn)}</strong>，请尽量在这一天以前答复。
    </p>
  ) : null

const Trace = ({ id }: Pick<WhyProps, 'id'>) => {
  const trace = useAnswer<TraceAnswer>(`/cases/${id}/trace`)
  return (
    <Waiting on={trace}>
      {(answer) => (
        <>
          <Steps trace={answer.trace} />
          <Strict {...answer} />
          {answer.days.length > 0 && <Days days={answer.days} />}
        </>
      )}
    </Waiting>
  )
}

interface WhyProps {
  readonly id: string
  readonly version: number
}

/** 为什么是这一天: the steps of the clock and every day between, read when somebody asks. */
export const WhyThisDay = ({ id, version }: WhyProps) => {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>为什么是这一天</summary>
      {open && <Trace key={version} id={id} />}
    </details>
  )
}
