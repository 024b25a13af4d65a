import { inChinese } from '@zhiqing/law'
import { reachableBy } from '../due.js'
import type { Check } from './check.js'

/** Article 35 is for what the whole period of article 33 cannot hold, and asks no one for the use (rulebook R34). */
export const unfitDeferral: Check = {
  code: 'UNFIT-DEFERRAL',
  zh: '说明理由和延迟答复的前提',
  article: 'ogi:35',
  level: 'warn',
  look: (current, { office }) => {
    const { deferral, reasons, decision } = current
    const limit = deferral && reachableBy(current, office)?.due
    if (deferral && limit && deferral.until <= limit)
      return {
        found: `延迟至${inChinese(deferral.until)}答复，延长答复期限本来就能到${inChinese(limit)}`,
        satisfy: '延迟答复以延长后仍不能答复为前提；请按延长答复期限能够到达的日期安排答复',
      }
    const counted = reasons === null || (reasons.months !== null && reasons.requests !== null)
    return counted || decision?.outcome === 'Z4'
      ? undefined
      : {
          found: '要求申请人说明理由时没有统计申请的件数和频次，容易被认为是在询问用途',
          satisfy: '补记一定期间内申请的件数；达不到明显超过合理范围的，不再以未说明理由为由处理',
        }
  },
}
