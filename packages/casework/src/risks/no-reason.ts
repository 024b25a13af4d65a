import type { Outcome } from '@zhiqing/law'
import type { Check } from './check.js'
import { isHollow, reasonsOf } from './words.js'

/** A refusal without its reason is set aside; elsewhere the reason is owed too: a hollow one is told, none at all bars. */
const heavy: readonly Outcome[] = ['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7', 'W8', 'G3', 'N2']
const light: readonly Outcome[] = ['N1', 'N3', 'N4', 'Z1', 'Z2', 'Z3', 'Z4', 'Z5']

/** The article copied is no reason: why this information falls under it must be said (条例 36(3); rulebook R52, R53). */
export const noReason: Check = {
  code: 'NO-REASON',
  zh: '答复的理由',
  article: 'ogi:36(3)',
  level: 'block',
  each: true,
  look: ({ decision }) => {
    if (!decision || ![...heavy, ...light].includes(decision.outcome)) return undefined
    const reasons = reasonsOf(decision)
    return isHollow(reasons)
      ? {
          ...(reasons && light.includes(decision.outcome) ? { level: 'warn' as const } : {}),
          found: '理由只重复了条文或者结论，没有说明所申请的信息为什么符合该条',
          satisfy: '结合所申请的信息写明事实和判断：它是什么、为什么属于该条规定的情形',
        }
      : undefined
  },
}
