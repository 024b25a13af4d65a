import { type Day, day } from '@zhiqing/law'

/** The clock of the world, read here and nowhere else. */
export const now = (): Date => new Date()

/** China has kept one time since 1991 and no summer time: the day in Asia/Shanghai is that of UTC+8. */
const shanghaiMilliseconds = 8 * 60 * 60 * 1000

/** The legal day of an instant (rulebook C1). */
export const dayOfInstant = (instant: Date): Day =>
  day(new Date(instant.getTime() + shanghaiMilliseconds).toISOString().slice(0, 10))

/** Today in Asia/Shanghai. */
export const today = (): Day => dayOfInstant(now())
