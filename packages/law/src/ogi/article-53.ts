import { article } from './article.js'

/** 第53条 责任（二） */
export const article53 = article(
  53,
  '责任（二）',
  '第五十二、五十三条：没有建立公开的制度，或者没有依法履行公开职责的，责令改正、处分。',
  '责任追究由有权机关另行处理（规则 R78），不是案件办理',
)
