import { Button } from 'antd'
import { useState } from 'react'
import type { OwnSession } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { useAnswer } from '../api/use-answer.ts'
import { momentInWords } from '../look/days.ts'
import { ProblemBox } from '../look/problem-box.tsx'
import { Waiting } from '../look/waiting.tsx'

interface SessionsAnswer {
  readonly sessions: readonly OwnSession[]
}

/** Enough of what a browser calls itself to know it again. */
const programOf = (program: string | null): string =>
  /(Edg|Firefox|Chrome|Safari)\/\d+/
    .exec(program ?? '')?.[0]
    .replace('/', ' ')
    .replace('Edg ', 'Edge ') ?? '其他程序'

/** 现在有效的登录: one that is not one's own can be ended at once. */
export const Sessions = () => {
  const sessions = useAnswer<SessionsAnswer>('/sessions')
  const [problem, setProblem] = useState<Problem>()
  const end = async (id: string) => {
    const asked = await ask(`/sessions/${id}`, { method: 'DELETE' })
    setProblem(asked.ok ? undefined : asked.problem)
    sessions.reload()
  }
  return (
    <section className="part" aria-labelledby="own-sessions">
      <h2 id="own-sessions">现在有效的登录</h2>
      {problem && <ProblemBox problem={problem} />}
      <Waiting on={sessions}>
        {({ sessions: all }) => (
          <ul className="logins">
            {all.map(({ id, current, beganAt, seenAt, address, program }) => (
              <li key={id}>
                <span>
                  <strong>{current ? '这个登录' : programOf(program)}</strong>
                  <span className="detail">
                    {momentInWords(beganAt)}登录，{momentInWords(seenAt)}用过
                    {address && `，来自${address}`}
                  </span>
                </span>
                {!current && <Button onClick={() => void end(id)}>结束</Button>}
              </li>
            ))}
          </ul>
        )}
      </Waiting>
    </section>
  )
}
