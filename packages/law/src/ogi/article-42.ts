import { article } from './article.js'

/** 第42条 费用 */
export const article42 = article(
  42,
  '费用',
  '提供政府信息不收费；申请的数量、频次明显超过合理范围的，可以收取信息处理费。',
)
