import { type Day, inChinese } from '@zhiqing/law'
import { dayWords } from './day-words.js'

interface WholeDayProps {
  readonly on: Day
  readonly weekday?: boolean
  /** The mark that follows; outside it would begin the next line alone. */
  readonly mark?: string
}

/** A day that no line end tears apart. */
export const WholeDay = ({ on, weekday = false, mark = '' }: WholeDayProps) => (
  <time className="whole" dateTime={on}>
    {weekday ? dayWords(on) : inChinese(on)}
    {mark}
  </time>
)
