import type { ArticleRef } from '../citation.js'

/** An article of the 条例 that the product acts on: its number, a short Chinese name, and its sense in our own words. */
export interface Article {
  readonly ref: ArticleRef
  readonly title: string
  readonly says: string
}

/** Declares an article of the 条例 (国务院令第711号). */
export const article = (number: number, title: string, says: string): Article => ({ ref: `ogi:${number}`, title, says })
