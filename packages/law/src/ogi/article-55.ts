import { article } from './article.js'

/** 第55条 公共企事业单位 */
export const article55 = article(
  55,
  '公共企事业单位',
  '公共企事业单位的信息公开按主管部门的规定办理；不服的向其主管部门申诉。',
)
