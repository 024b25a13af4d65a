import type { ArticleRef, Day } from '@zhiqing/law'

/** 催办: the supervising organ asks for haste; nothing of the case moves. */
export interface Chase {
  readonly opinion: string
  readonly on: Day
}

/** 督办: an order of the supervising organ, to be answered by the organ (条例 47.1; rulebook R78). */
export interface SupervisionOrder {
  readonly id: string
  readonly order: string
  readonly article: ArticleRef
  readonly orderedOn: Day
  /** Null where the order names no day. */
  readonly dueOn: Day | null
  readonly answer: string | null
  readonly answeredOn: Day | null
}
