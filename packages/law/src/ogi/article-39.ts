import { article } from './article.js'

/** 第39条 不是信息公开的申请 */
export const article39 = article(
  39,
  '不是信息公开的申请',
  '以申请公开的名义进行信访、投诉、举报的，告知不作为公开申请处理和相应渠道；要求提供公报、报刊、书籍等公开出版物的，可以告知获取途径。',
)
