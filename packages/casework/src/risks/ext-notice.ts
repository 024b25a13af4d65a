import { extensionLimit, inChinese, runClock } from '@zhiqing/law'
import type { Case } from '../case.js'
import { extensionsOf, replyClock } from '../clocks.js'
import type { Check, RiskContext } from './check.js'

/**
 * The due day that was in force without the last extension, as the ledger knows it today; null while another is asked. An
 * asking after that day leaves nothing out, so those that followed a late extension do not save it (rulebook C9).
 */
const dueBefore = (current: Case, { office }: RiskContext) => {
  const last = extensionsOf(current).at(-1)
  return runClock(
    current.verbs.filter((verb) => verb !== last && verb.verb !== 'end'),
    office.calendar,
  )
}

/**
 * The command refuses an extension told after the due day. An opinion recorded later, with an earlier day of receipt, may
 * show that the day in force had passed all the same: that can no more be refused, so it is only shown (条例 33.2; R35).
 */
export const extNotice: Check = {
  code: 'EXT-NOTICE',
  zh: '延长答复期限的批准和告知',
  article: 'ogi:33.2',
  level: 'refuse',
  look: (current, context) => {
    const { extension } = current
    if (!extension) return undefined
    const { dueOn, anchor } = dueBefore(current, context)
    if (dueOn && extension.notifiedOn > dueOn)
      return {
        level: 'red',
        found: `延期于${inChinese(extension.notifiedOn)}告知，按已经记录的征求意见日期，当时的答复期限${inChinese(dueOn)}已过`,
        satisfy: `不要依赖这次延长：按${inChinese(dueOn)}已经逾期处理，尽快答复`,
      }
    const most = extensionLimit.at(anchor ?? extension.notifiedOn)
    const whole = Math.max(extension.workingDays, replyClock(current, context.office).extension)
    return whole > most
      ? {
          level: 'red',
          found: `延长了${whole}个工作日，超过${most}个工作日`,
          satisfy: `在延长${most}个工作日的期限内答复`,
        }
      : undefined
  },
}
