import { inChinese } from '@zhiqing/law'
import type { Reasons } from '../case.js'
import { type Fields, type LetterContext, line, toApplicant } from './context.js'

/** How often and how much up to the day of asking, in words; null where nobody counted (rulebook R34). */
export const countsInWords = ({ months, requests, askedOn }: Reasons): string | null =>
  months === null || requests === null
    ? null
    : `截至${inChinese(askedOn)}的${months}个月内，申请人向本机关提出政府信息公开申请${requests}件。`

/** P02 说明理由告知书 (rulebook R34): what was counted, by when to answer, what follows. */
export const reasonsNotice = (context: LetterContext): Fields => {
  const { reasons } = context.current
  if (!reasons) throw new Error('a notice without reasons asked for')
  return {
    ...toApplicant(context, ['ogi:35']),
    申请数量频次: countsInWords(reasons),
    说明期限: reasons.periodWorkingDays,
    提交方式: null,
  }
}

/** L12 延迟答复告知书 (rulebook R34): the reasons are good, and by which day the reply comes. */
export const deferralNotice = (context: LetterContext): Fields => {
  const { deferral } = context.current
  if (!deferral) throw new Error('a notice without a deferral')
  return {
    ...toApplicant(context, ['ogi:35']),
    原答复期限: deferral.formerDueOn,
    延迟理由: line(deferral.reason) || null,
    延迟后期限: deferral.until,
  }
}
