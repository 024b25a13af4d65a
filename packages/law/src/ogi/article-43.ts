import { article } from './article.js'

/** 第43条 便民 */
export const article43 = article(43, '便民', '申请人阅读困难或者视听障碍的，应当提供必要帮助。')
