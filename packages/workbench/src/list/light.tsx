import type { CaseRow } from '../api/answers.ts'
import { useSitting } from '../app/session.tsx'
import { shortDay } from '../look/days.ts'

export type Colour = 'red' | 'yellow' | 'blue' | 'grey'

/** From so many working days on a day is near. */
const near = 3

type Timed = Pick<CaseRow, 'next' | 'clock'>

/** Red: today or past. Yellow: near. Blue: there is time. Grey: no day runs. */
export const colourOf = ({ next }: Timed): Colour => {
  if (!next) return 'grey'
  if (next.left <= 0) return 'red'
  return next.left <= near ? 'yellow' : 'blue'
}

/** The same in words: nobody has to tell colours apart. */
export const lightWords = ({ next, clock }: Timed): string => {
  if (!next)
    return clock.status === 'stopped' ? '等待中，不计期限' : clock.status === 'suspended' ? '期限中止' : '没有期限'
  if (next.left < 0) return `已过${-next.left}个工作日`
  return next.left === 0 ? '今天到期' : `还剩${next.left}个工作日`
}

/** What is due, when, and how soon. */
export const Light = (timed: Timed) => {
  const { session, words } = useSitting()
  const { next } = timed
  return (
    <span className={`light ${colourOf(timed)}`}>
      <strong>{lightWords(timed)}</strong>
      {next && (
        <span className="due">
          {words.dues[next.what]} {shortDay(next.dueOn, session.today)}
        </span>
      )}
    </span>
  )
}
