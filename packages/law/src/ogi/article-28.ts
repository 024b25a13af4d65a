import { article } from './article.js'

/** 第28条 （规则集没有述及） */
export const article28 = article(
  28,
  '（规则集没有述及）',
  '规则集没有述及本条的内容，这里不凭记忆转述。',
  '规则集没有述及本条，没有可以据以编码的规则',
)
