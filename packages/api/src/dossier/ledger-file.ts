import type { Withheld } from '@zhiqing/casework'
import type { LedgerProof, ProofRow } from '@zhiqing/db'

/** A row that is left out keeps its place in the chain, and nothing else. */
const lineOf = ({ version, canon, prevHash, hash, words, salt }: ProofRow, { facts }: Withheld): string =>
  JSON.stringify(
    facts.has(version) ? { version, prevHash, hash, withheld: true } : { version, prevHash, hash, canon, words, salt },
  )

/** 台账.jsonl: one fact a line, as the very text that was hashed. */
export const ledgerFile = ({ rows }: LedgerProof, withheld: Withheld): string =>
  rows.map((row) => `${lineOf(row, withheld)}\n`).join('')
