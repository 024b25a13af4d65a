import { article } from './article.js'

/** 第45条 工作机制 */
export const article45 = article(45, '工作机制', '建立健全申请登记、审核、办理、答复、归档的工作制度。')
