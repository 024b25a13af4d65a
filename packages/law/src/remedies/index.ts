export { remedyArticles } from './articles.js'
export { courtLevelOf, courtOf, reconsiderationOrganOf } from './authority.js'
export type { RemedyWords } from './block.js'
export { remedyParagraphs } from './block.js'
export type { RemedyDays } from './periods.js'
export { litigationAfterReview, litigationPeriod, reconsiderationPeriod, remedyDays } from './periods.js'
export type { Procedure } from './proceedings.js'
export {
  appealPeriod,
  litigationAnswerDue,
  litigationAnswerPeriod,
  procedures,
  reconsiderationAnswerDue,
  reconsiderationAnswerPeriod,
  remedyDaysWithoutReply,
  suitAfterReviewDue,
} from './proceedings.js'
