import type { ArticleRef } from '../citation.js'

/**
 * Where a rule is coded, by names that the tables and machines of the other rooms carry: transitions, letters, commands,
 * outcomes, refusals, checks; `where` is `path#word`, a file of the house and a word that stands in it. Names that no
 * table carries yet count for nothing; then `whyNot` must say why the rule is not coded.
 */
export interface RuleAnswer {
  readonly steps?: readonly string[]
  readonly letters?: readonly string[]
  readonly commands?: readonly string[]
  readonly outcomes?: readonly string[]
  readonly refusals?: readonly string[]
  readonly checks?: readonly string[]
  readonly where?: readonly string[]
  readonly whyNot?: string
}

/** A rule of the rulebook: its number, the articles it rests on, its sense in one line. */
export interface Rule extends RuleAnswer {
  readonly rule: string
  readonly articles: readonly ArticleRef[]
  readonly zh: string
}

/** Declares a rule. */
export const rule = (number: string, articles: readonly ArticleRef[], zh: string, answer: RuleAnswer): Rule => ({
  rule: number,
  articles,
  zh,
  ...answer,
})
