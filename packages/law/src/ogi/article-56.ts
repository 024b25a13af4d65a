import { article } from './article.js'

/** 第56条 施行日期 */
export const article56 = article(56, '施行日期', '条例自2019年5月15日起施行。')
