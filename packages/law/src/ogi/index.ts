import type { Article } from './article.js'
import { article2 } from './article-02.js'
import { article10 } from './article-10.js'
import { article11 } from './article-11.js'
import { article13 } from './article-13.js'
import { article14 } from './article-14.js'
import { article15 } from './article-15.js'
import { article16 } from './article-16.js'
import { article17 } from './article-17.js'
import { article18 } from './article-18.js'
import { article20 } from './article-20.js'
import { article27 } from './article-27.js'
import { article28 } from './article-28.js'
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
import { article41 } from './article-41.js'
import { article42 } from './article-42.js'
import { article43 } from './article-43.js'
import { article44 } from './article-44.js'
import { article45 } from './article-45.js'
import { article46 } from './article-46.js'
import { article47 } from './article-47.js'
import { article48 } from './article-48.js'
import { article49 } from './article-49.js'
import { article50 } from './article-50.js'
import { article51 } from './article-51.js'
import { article52 } from './article-52.js'
import { article53 } from './article-53.js'
import { article54 } from './article-54.js'
import { article55 } from './article-55.js'
import { article56 } from './article-56.js'

/** Every article of the 条例 that a rule rests on, and the whole of chapter four, in the order of the law. */
export const ogiArticles: readonly Article[] = [
  article2,
  article10,
  article11,
  article13,
  article14,
  article15,
  article16,
  article17,
  article18,
  article20,
  article27,
  article28,
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
  article41,
  article42,
  article43,
  article44,
  article45,
  article46,
  article47,
  article48,
  article49,
  article50,
  article51,
  article52,
  article53,
  article54,
  article55,
  article56,
]

export type { Article } from './article.js'
export { correctionNoticePeriod, correctionReplyPeriod } from './article-30.js'
export { type Arrival, type Channel, channels, type Receipt, receiptOf } from './article-31.js'
export { thirdPartyPeriod } from './article-32.js'
export { extensionLimit, replyPeriod } from './article-33.js'
export { coProducerPeriod, otherOrganChase } from './article-34.js'
export { reasonsReplyPeriod } from './article-35.js'
