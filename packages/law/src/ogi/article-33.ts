import { dated } from '../dated.js'
import { article } from './article.js'

/** 第33条 答复期限 */
export const article33 = article(
  33,
  '答复期限',
  '能当场答复的当场答复；不能的自收到之日起20个工作日内答复；需要延长的，经工作机构负责人同意并告知，延长最多20个工作日；征求第三方和其他机关意见的时间不计算在内。',
)

/** 33.2: working days for the reply, from the day after receipt. */
export const replyPeriod = dated('ogi:33.2', [
  { from: '2008-05-01', value: 15, cite: '国令492号 第二十四条第二款' },
  { from: '2019-05-15', value: 20, cite: '国令711号 第三十三条第二款' },
])

/** 33.2: the most that one reply period may be extended by, in working days. */
export const extensionLimit = dated('ogi:33.2', [
  { from: '2008-05-01', value: 15, cite: '国令492号 第二十四条第二款' },
  { from: '2019-05-15', value: 20, cite: '国令711号 第三十三条第二款' },
])
