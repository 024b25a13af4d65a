import { article } from './article.js'

/** 第41条 更正 */
export const article41 = article(
  41,
  '更正',
  '申请人有证据证明与自身有关的信息记录不准确的，可以要求更正；有权更正的机关更正并告知，无权的转送或者告知向谁提出。',
)
