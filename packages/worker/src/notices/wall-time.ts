import type { WallTime } from '@zhiqing/casework'
import type { Day } from '@zhiqing/law'

/** All of China keeps one time, without summer time: eight hours before Greenwich. Milliseconds. */
const ahead = 8 * 3_600_000

/** What the clock on the organ's wall shows at an instant. */
export const wallTime = (instant: Date): WallTime => {
  const there = new Date(instant.getTime() + ahead)
  return { day: there.toISOString().slice(0, 10) as Day, minute: there.getUTCHours() * 60 + there.getUTCMinutes() }
}
