import { type Day, inChinese } from '@zhiqing/law'
import { dayWords } from './day-words.js'

/** A day that no line end tears apart. */
export const WholeDay = ({ on, weekday = false }: { on: Day; weekday?: boolean }) => (
  <time className="whole" dateTime={on}>
    {weekday ? dayWords(on) : inChinese(on)}
  </time>
)
