import { article } from './article.js'

/** 第2条 政府信息 */
export const article2 = article(
  2,
  '政府信息',
  '条例只管政府信息：不属于政府信息的、党务信息、咨询事项，不按条例办理，告知事实、依据和去处。',
)
