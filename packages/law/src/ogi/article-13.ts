import { article } from './article.js'

/** 第13条 公开为常态 */
export const article13 = article(
  13,
  '公开为常态',
  '除第十四、十五、十六条规定的以外，应当公开。',
  '这是原则，没有自己的步骤：不予公开只能依第十四至十六条，由结论 W1 至 W7 落实',
)
