import { dated } from '../dated.js'
import { article } from './article.js'

/** 第30条 补正 */
export const article30 = article(
  30,
  '补正',
  '内容不明确的，给予指导和释明，自收到申请之日起7个工作日内一次性告知补正事项和合理期限；答复期限自收到补正之日起计算；无正当理由逾期不补正的，视为放弃申请，不再处理。',
)

/** Second half of sentence one: the notice is told within this many working days of receipt, once (rulebook R22). */
export const correctionNoticePeriod = dated('ogi:30', [{ from: '2019-05-15', value: 7, cite: '国令711号 第三十条' }])

/** The applicant's own period is only "reasonable" in law; what an organ may set, in working days (rulebook R24 [I]). */
export const correctionReplyPeriod = { least: 5, usual: 10, most: 30 } as const
