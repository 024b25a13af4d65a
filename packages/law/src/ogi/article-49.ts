import { article } from './article.js'

/** 第49条 年度报告的期限 */
export const article49 = article(
  49,
  '年度报告的期限',
  '县级以上部门每年1月31日前向主管部门提交并公布上一年度报告；主管部门3月31日前公布本级政府的报告。',
)
