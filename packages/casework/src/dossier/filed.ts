import type { Fact, FactOf } from '../facts.js'

/** A fact with its place in the ledger. */
export interface Filed {
  readonly version: number
  readonly fact: Fact
  /** Hex SHA-256 of the chain up to here. */
  readonly hash: string
}

/** A fact of one type with its place. */
export type FiledOf<T extends Fact['type']> = Filed & { readonly fact: FactOf<T> }

export const isFiled =
  <T extends Fact['type']>(type: T) =>
  (filed: Filed): filed is FiledOf<T> =>
    filed.fact.type === type
