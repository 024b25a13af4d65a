import type { Article } from './article.js'
import { article10 } from './article-10.js'
import { article11 } from './article-11.js'
import { article13 } from './article-13.js'
import { article14 } from './article-14.js'
import { article15 } from './article-15.js'
import { article16 } from './article-16.js'
import { article17 } from './article-17.js'
import { article27 } from './article-27.js'
import { article29 } from './article-29.js'
import { article30 } from './article-30.js'
import { article31 } from './article-31.js'
import { article32 } from './article-32.js'
import { article33 } from './article-33.js'
import { article34 } from './article-34.js'
import { article35 } from './article-35.js'
import { article36 } from './article-36.js'
import { article37 } from './article-37.js'
import { article38 } from './article-38.js'
import { article39 } from './article-39.js'
import { article40 } from './article-40.js'
import { article43 } from './article-43.js'
import { article45 } from './article-45.js'
import { article51 } from './article-51.js'

/** Every article of the 条例 that a rule of the product rests on, in the order of the law. */
export const ogiArticles: readonly Article[] = [
  article10,
  article11,
  article13,
  article14,
  article15,
  article16,
  article17,
  article27,
  article29,
  article30,
  article31,
  article32,
  article33,
  article34,
  article35,
  article36,
  article37,
  article38,
  article39,
  article40,
  article43,
  article45,
  article51,
]

export type { Article } from './article.js'
export { correctionNoticePeriod, correctionReplyPeriod } from './article-30.js'
export { type Arrival, type Channel, channels, type Receipt, receiptOf } from './article-31.js'
export { thirdPartyPeriod } from './article-32.js'
export { extensionLimit, replyPeriod } from './article-33.js'
export { coProducerPeriod, otherOrganChase } from './article-34.js'
