import { article } from './article.js'

/** 第10条 公开主体 */
export const article10 = article(
  10,
  '公开主体',
  '谁制作谁公开；从公民、法人和其他组织取得的由保存机关公开；从其他机关取得的由制作或者最初取得的机关公开；共同制作的由牵头机关公开。',
)
