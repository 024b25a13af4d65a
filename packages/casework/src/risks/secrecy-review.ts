import { gives, inChinese } from '@zhiqing/law'
import { eachOf } from '../letters/items.js'
import type { Check } from './check.js'

/**
 * What is given was reviewed for secrets before, item by item, on paper: the reviewer confirms the day, who is neither
 * the handler nor the drafter (条例 17; R38).
 */
export const secrecyReview: Check = {
  code: 'SECRECY-REVIEW',
  zh: '公开前的保密审查',
  article: 'ogi:17',
  level: 'block',
  look: ({ decision, approval }) => {
    if (!decision || !approval || !eachOf(decision).some(({ outcome }) => outcome !== 'G1' && gives(outcome)))
      return undefined
    return approval.secrecyReviewedOn
      ? undefined
      : {
          found: `审核通过（${inChinese(approval.on)}）时没有确认公开前的保密审查`,
          satisfy: '对拟公开的信息逐项保密审查，填写公开审查（保密审查）呈批单存卷；退回后重新审核时填写保密审查日期',
        }
  },
}
