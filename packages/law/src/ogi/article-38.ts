import { article } from './article.js'

/** 第38条 无需加工 */
export const article38 = article(38, '无需加工', '提供的应当是已制作或者获取的信息；需要加工、分析的，可以不予提供。')
