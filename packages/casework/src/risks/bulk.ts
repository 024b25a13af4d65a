import type { Check } from './check.js'

/** 大量反复申请: the counts that make it so stand in the file; no count, no article 35 (rulebook R34). */
export const bulk: Check = {
  code: 'BULK',
  zh: '大量反复申请的件数和频次',
  article: 'ogi:35',
  level: 'warn',
  look: ({ decision, reasons }) => {
    if (decision?.outcome !== 'Z4') return undefined
    return reasons && reasons.months !== null && reasons.requests !== null
      ? undefined
      : {
          found: '以数量、频次明显超过合理范围为由不予处理，案中没有一定期间内申请的件数',
          satisfy: '按申请人、电话、地址统计一定期间内的申请件数，写进理由；件数说明不了问题的，改为继续办理',
        }
  },
}
