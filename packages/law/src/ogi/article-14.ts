import { article } from './article.js'

/** 第14条 绝对不公开 */
export const article14 = article(
  14,
  '绝对不公开',
  '国家秘密，法律、行政法规禁止公开的，公开后可能危及国家安全、公共安全、经济安全、社会稳定的，不予公开。',
)
