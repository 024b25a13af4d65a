import { article } from './article.js'

/** 第47条 监督 */
export const article47 = article(
  47,
  '监督',
  '主管部门对公开工作监督检查，有权责令改正、通报批评；认为机关没有依法公开或者没有依法答复的，可以向主管部门投诉举报。',
)
