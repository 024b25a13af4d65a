import type { Fact } from '@zhiqing/casework'

/** One row of a ledger as read back: the fact with its words put together again. */
export interface LedgerRow {
  readonly version: number
  readonly fact: Fact
  readonly recordedAt: string
  /** Hex SHA-256 of the chain up to here. */
  readonly hash: string
  /** The words were erased; the digest still stands. */
  readonly erased: boolean
}

/** A row of a ledger as evidence: the very text that was hashed, and the words with the salt of their digest. */
export interface ProofRow {
  readonly version: number
  readonly canon: string
  /** Hex SHA-256 of the chain before this row and with it. */
  readonly prevHash: string
  readonly hash: string
  /** The words in canonical text; null where there are none, or where they were erased. */
  readonly words: string | null
  /** Hex. */
  readonly salt: string | null
}

/** A ledger as evidence. `findings` is what `verify` would tell of it as a chain; empty for a whole one. */
export interface LedgerProof {
  /** Hex SHA-256 of the last row, as the case row keeps it. */
  readonly head: string
  readonly rows: readonly ProofRow[]
  readonly findings: readonly Pick<Finding, 'version' | 'code' | 'zh'>[]
}

/** What is wrong with a ledger, and where. */
export interface Finding {
  readonly organ: string
  readonly caseId: string | null
  readonly version: number | null
  readonly code:
    | 'changed'
    | 'missing'
    | 'swapped'
    | 'cutTail'
    | 'caseGone'
    | 'foldDiffers'
    | 'letterDiffers'
    | 'wordsDiffer'
    | 'fileDiffers'
  readonly zh: string
}

/** How much of the ledgers was verified: cases, and facts in them. */
export interface Walked {
  readonly cases: number
  readonly facts: number
}
