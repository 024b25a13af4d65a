import { inChinese, readClock } from '@zhiqing/law'
import { replyClock } from '../clocks.js'
import type { Check } from './check.js'

/** A late reply is still owed and is shown as late: nothing of it is stopped (条例 33; rulebook R60, T40). */
export const overdue: Check = {
  code: 'OVERDUE',
  zh: '答复期限',
  article: 'ogi:33.2',
  level: 'red',
  look: (current, { office }) => {
    const clock = replyClock(current, office)
    const { dueOn, overdue: late } = readClock(clock, office.on, office.calendar)
    if (late && dueOn)
      return {
        found: `答复期限${inChinese(dueOn)}已过，答复还没有发出`,
        satisfy: '逾期也应当答复，请尽快签发并发出；不要因逾期而不作答复',
      }
    return clock.endedOn && clock.dueOn && clock.endedOn > clock.dueOn && current.reply?.dispatchedOn
      ? {
          found: `答复于${inChinese(clock.endedOn)}发出或者送达，晚于答复期限${inChinese(clock.dueOn)}`,
          satisfy: '如实留存逾期的原因和发出、送达的证明',
        }
      : undefined
  },
}
