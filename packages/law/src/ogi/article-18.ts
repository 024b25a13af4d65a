import { article } from './article.js'

/** 第18条 定期评估 */
export const article18 = article(
  18,
  '定期评估',
  '不予公开的信息应当定期评估审查。',
  '不予公开信息的复查日期和定期评估是申请办结以后的工作（规则 R43），本版本不办理',
)
