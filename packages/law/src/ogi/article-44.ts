import { article } from './article.js'

/** 第44条 多人申请同一信息 */
export const article44 = article(
  44,
  '多人申请同一信息',
  '多个申请人申请同一信息、可以公开的，可以纳入主动公开；申请人可以建议；属于主动公开范围的，应当及时公开。',
)
