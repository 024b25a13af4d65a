import type { ArticleRef, Instrument } from '../citation.js'

/** An article of law: its number, a short Chinese name, and its sense in our own words. */
export interface Article {
  readonly ref: ArticleRef
  readonly title: string
  readonly says: string
  /** Why nothing of it is coded, where nothing is: outside the product, or not known to the rulebook. */
  readonly whyNot?: string | undefined
}

/** Declares an article of the 条例 (国务院令第711号). */
export const article = (number: number, title: string, says: string, whyNot?: string): Article =>
  articleOf('ogi', number, title, says, whyNot)

/** Declares an article of any instrument. */
export const articleOf = (
  of: Instrument,
  number: number,
  ...[title, says, whyNot]: readonly [title: string, says: string, whyNot?: string | undefined]
): Article => ({ ref: `${of}:${number}`, title, says, whyNot })
