import { feeArticles } from './fee/index.js'
import { neighbourArticles } from './neighbours.js'
import { type Article, ogiArticles } from './ogi/index.js'
import { remedyArticles } from './remedies/index.js'

/** Every article that any rule, letter or refusal names, by instrument and number. */
export const articles: readonly Article[] = [...ogiArticles, ...feeArticles, ...remedyArticles, ...neighbourArticles]
