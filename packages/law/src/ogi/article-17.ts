import { article } from './article.js'

/** 第17条 公开审查 */
export const article17 = article(
  17,
  '公开审查',
  '公开前依照保密法和其他法律审查；不能确定的，报有关主管部门或者保密行政管理部门确定。',
)
