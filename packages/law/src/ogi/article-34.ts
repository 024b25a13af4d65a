import { dated } from '../dated.js'
import { article } from './article.js'

/** 第34条 共同制作 */
export const article34 = article(
  34,
  '共同制作',
  '申请公开的信息由两个以上机关共同制作的，牵头机关可以征求其他机关意见；被征求机关自收到之日起15个工作日内提出，逾期未提出的视为同意公开。',
)

/** A co-making organ answers within this many working days of receiving the letter; silence is consent. */
export const coProducerPeriod = dated('ogi:34', [{ from: '2019-05-15', value: 15, cite: '国令711号 第三十四条' }])

/** Any other organ asked in writing: no period in law; chased after this many working days (rulebook R32 [I]). */
export const otherOrganChase = 15
