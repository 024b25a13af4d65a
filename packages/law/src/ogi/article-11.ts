import { article } from './article.js'

/** 第11条 协商一致 */
export const article11 = article(11, '协商一致', '信息涉及其他机关的，应当与有关机关协商、确认，保证准确一致。')
