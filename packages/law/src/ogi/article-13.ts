import { article } from './article.js'

/** 第13条 公开为常态 */
export const article13 = article(13, '公开为常态', '除第十四、十五、十六条规定的以外，应当公开。')
