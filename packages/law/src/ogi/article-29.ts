import { article } from './article.js'

/** 第29条 申请的内容 */
export const article29 = article(
  29,
  '申请的内容',
  '申请应当写明姓名或者名称、身份证明、联系方式；信息的名称、文号或者其他便于查询的特征；形式要求。书面确有困难的可以口头提出，由机关代填。不得要求说明用途。',
)
