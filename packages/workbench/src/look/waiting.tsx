import type { ReactNode } from 'react'
import type { Answered } from '../api/use-answer.ts'
import { ProblemBox } from './problem-box.tsx'

interface WaitingProps<Answer> {
  readonly on: Answered<Answer>
  readonly children: (answer: Answer) => ReactNode
}

/** Shows an answer once it is there; until then that it is on its way, or why it will not come. */
export const Waiting = <Answer,>({ on, children }: WaitingProps<Answer>) => {
  if (on.problem) return <ProblemBox problem={on.problem} onReload={on.reload} />
  if (on.answer === undefined)
    return (
      <p className="waiting" role="status">
        正在读取……
      </p>
    )
  return <>{children(on.answer)}</>
}
