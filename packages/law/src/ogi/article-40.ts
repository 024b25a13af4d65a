import { article } from './article.js'

/** 第40条 提供的形式 */
export const article40 = article(
  40,
  '提供的形式',
  '按申请人要求的形式提供；危及载体安全或者成本过高的，可以用电子或者其他适当形式，或者安排查阅、抄录。',
)
