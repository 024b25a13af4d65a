import { article } from './article.js'

/** 第52条 责任（一） */
export const article52 = article(
  52,
  '责任（一）',
  '第五十二、五十三条：没有建立公开的制度，或者没有依法履行公开职责的，责令改正、处分。',
  '责任追究由有权机关另行处理（规则 R78），不是案件办理',
)
