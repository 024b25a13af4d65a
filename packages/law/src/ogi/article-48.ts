import { article } from './article.js'

/** 第48条 培训 */
export const article48 = article(
  48,
  '培训',
  '应当定期培训从事政府信息公开工作的人员。',
  '培训是组织工作，不是案件办理（规则 R78）',
)
