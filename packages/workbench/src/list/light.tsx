import type { CaseRow } from '../api/answers.ts'
import { useSitting } from '../app/session.tsx'
import { shortDay } from '../look/days.ts'

type Timed = Pick<CaseRow, 'next' | 'clock' | 'colour'>

/** What the colour says, in words: nobody has to tell colours apart. */
const lightWords = ({ next, clock }: Timed): string => {
  if (!next)
    return clock.status === 'stopped' ? '等待中，不计期限' : clock.status === 'suspended' ? '期限中止' : '没有期限'
  if (next.left < 0) return `已过${-next.left}个工作日`
  return next.left === 0 ? '今天到期' : `还剩${next.left}个工作日`
}

/** What is due, when, and how soon. */
export const Light = (timed: Timed) => {
  const { session, words } = useSitting()
  const { next, colour } = timed
  return (
    <span className={`light ${colour}`}>
      <strong>{lightWords(timed)}</strong>
      {next && (
        <span className="due">
          {words.dues[next.what]} {shortDay(next.dueOn, session.today)}
        </span>
      )}
    </span>
  )
}
