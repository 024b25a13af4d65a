import { article } from './article.js'

/** 第50条 年度报告的内容 */
export const article50 = article(50, '年度报告的内容', '与第四十九条一起是年度报告的依据；规则集没有把两条的内容分开。')
