import type { Withheld } from '@zhiqing/casework'
import type { LedgerProof, ProofRow } from '@zhiqing/db'
import { maskNumber } from '../view/mask.js'

/** 台账.jsonl, and the rows of it whose words cannot be recomputed because a number in them is covered. */
export interface LedgerFile {
  readonly text: string
  readonly masked: readonly number[]
}

/** Words with every number of an identity paper covered; undefined where there is none. */
const masked = (words: string | null): string | undefined => {
  let found = false
  const covered = JSON.parse(words ?? 'null', (name, value) => {
    if (name !== 'idNumber' || typeof value !== 'string') return value
    found ||= maskNumber(value) !== value
    return maskNumber(value)
  })
  return found ? JSON.stringify(covered) : undefined
}

/**
 * A row that is left out keeps its place in the chain, and nothing else. One whose number is covered keeps its chain and
 * its digest but not the salt: with the salt, the eight digits that are covered are guessed in a moment.
 */
const lineOf = ({ version, canon, prevHash, hash, words, salt }: ProofRow, covered: string | undefined) =>
  covered === undefined
    ? { version, prevHash, hash, canon, words, salt }
    : { version, prevHash, hash, canon, words: covered, salt: null, masked: true }

/** One fact a line, as the very text that was hashed; numbers of identity papers are covered unless `whole`. */
export const ledgerFile = (
  { rows }: LedgerProof,
  { withheld: { facts }, whole }: { readonly withheld: Withheld; readonly whole: boolean },
): LedgerFile => {
  const lines = rows.map((row) => {
    const { version, prevHash, hash, words } = row
    return facts.has(version)
      ? { version, prevHash, hash, withheld: true }
      : lineOf(row, whole ? undefined : masked(words))
  })
  return {
    text: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    masked: lines.filter((line) => 'masked' in line).map(({ version }) => version),
  }
}
