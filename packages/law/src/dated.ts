import type { ArticleRef } from './citation.js'
import type { Day } from './day.js'

/** One value of a rule with the first day on which it holds and the words of law that set it. */
export interface DatedRow<T> {
  readonly from: string
  readonly value: T
  /** The order and article as printed, e.g. 国令711号 第三十三条第二款. */
  readonly cite: string
}

/** A value that changed over time. Outside the known days it throws: nothing is answered by the nearest guess. */
export interface Dated<T> {
  readonly article: ArticleRef
  readonly rows: readonly DatedRow<T>[]
  /** The value in force on a day; RangeError before the first row. */
  at(day: Day): T
}

/** Builds a dated value. Rows must be in strict order of days; disorder or a double day throws at load. */
export const dated = <T>(article: ArticleRef, rows: readonly DatedRow<T>[]): Dated<T> => {
  rows.forEach((row, i) => {
    const before = rows[i - 1]
    if (before && before.from >= row.from)
      throw new RangeError(`${article}: ${row.from} does not follow ${before.from}`)
  })
  return { article, rows, at: (day) => valueAt(article, rows, day) }
}

const valueAt = <T>(article: ArticleRef, rows: readonly DatedRow<T>[], day: Day): T => {
  const row = rows.findLast((candidate) => candidate.from <= day)
  if (!row) throw new RangeError(`${article}: 没有${day}的规定`)
  return row.value
}
