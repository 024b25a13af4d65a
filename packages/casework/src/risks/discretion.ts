import type { Check } from './check.js'
import { bearsOn } from './grounds-in.js'
import { reasonsOf, wordsOf } from './words.js'

/** Words that weigh: what openness would do. */
const weighs = /影响|干扰|妨碍|妨害|不利于|损害|顾虑|误导|公开(?:后|会|将|可能)/u

const discretionary = ['W5', 'W6', 'W7'] as const

/**
 * 16 says 可以不予公开: that it may be withheld is no reason yet, why it is withheld and not given is written down. That the
 * record is owed is our reading of the article's 可以, so it warns (条例 16; rulebook R54).
 */
export const discretion: Check = {
  code: 'DISCRETION',
  zh: '可以不予公开的，为什么不公开',
  article: 'ogi:16',
  level: 'warn',
  each: true,
  look: ({ decision }) =>
    decision &&
    discretionary.some((ground) => bearsOn(decision, ground)) &&
    !wordsOf(decision.discretion) &&
    !weighs.test(reasonsOf(decision))
      ? {
          found: '条例第十六条是“可以不予公开”，没有写明决定不予公开而不是公开的考虑',
          satisfy: '填写决定不予公开而不是公开的考虑；没有理由不公开的，予以公开',
        }
      : undefined,
}
