import { accidentsRules } from './accidents.js'
import { afterwardsRules } from './afterwards.js'
import { countingRules } from './counting.js'
import { handlingRules } from './handling.js'
import { receivingRules } from './receiving.js'
import { replyingRules } from './replying.js'
import type { Rule } from './rule.js'

/** Every rule of the rulebook in its order, each with where it is coded or why it is not. */
export const rules: readonly Rule[] = [
  ...countingRules,
  ...receivingRules,
  ...handlingRules,
  ...replyingRules,
  ...afterwardsRules,
  ...accidentsRules,
]

export type { Rule, RuleAnswer } from './rule.js'
