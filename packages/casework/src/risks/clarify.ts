import { inChinese } from '@zhiqing/law'
import type { Check } from './check.js'

/**
 * 补正 within 7 working days and once. The command refuses more without the office head's reason; given with it, it stands
 * and is shown, for asking late or again is a losing case (条例 30; rulebook R22–R26).
 */
export const clarify: Check = {
  code: 'CLARIFY',
  zh: '告知补正的时间和次数',
  article: 'ogi:30',
  level: 'refuse',
  look: ({ corrections }) => {
    const late = corrections.find((one) => one.late)
    if (late)
      return {
        level: 'warn',
        found: `${inChinese(late.requestedOn)}告知补正，已超过收到申请之日起7个工作日`,
        satisfy: '按没有补正时的原答复期限答复最为稳妥',
      }
    return corrections.length > 1
      ? {
          level: 'warn',
          found: `告知补正${corrections.length}次，补正事项应当一次性告知`,
          satisfy: '确认第一次补正后仍然无法检索，并把说明存卷；能够检索的直接办理',
        }
      : undefined
  },
}
