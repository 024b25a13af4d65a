import type { Day } from '@zhiqing/law'
import type { WorkerServices } from '../services.js'

const everyMs = 60_000

/** Tells when to sweep: at once, once a minute, and whenever the day has changed (a clock set back counts too). */
export const sweepTimes = ({ today, now }: Pick<WorkerServices, 'today' | 'now'>) => {
  let last: { readonly day: Day; readonly at: number } | undefined
  /** The day to sweep for, or undefined when it is not time. Asked again it says no: it is taken as done. */
  return (): Day | undefined => {
    const [day, at] = [today(), now().getTime()]
    if (last && last.day === day && Math.abs(at - last.at) < everyMs) return undefined
    last = { day, at }
    return day
  }
}
