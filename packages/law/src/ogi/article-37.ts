import { article } from './article.js'

/** 第37条 区分处理 */
export const article37 = article(
  37,
  '区分处理',
  '含有不应公开内容、但能够区分处理的，提供可以公开的部分，并对不予公开的部分说明理由。',
)
