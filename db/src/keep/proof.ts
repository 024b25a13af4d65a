import type { LedgerProof, ProofRow } from '../cabinet.js'
import type { Db } from '../connect/connect.js'
import type { Keys } from '../keys.js'
import { canonical } from '../ledger/canonical.js'
import { isCaseId } from '../store/open-case.js'
import { chainFindings } from '../verify/chain.js'
import { type FactRow, factRows, openedRows } from './ledger.js'

const proofRow = ({ version, canon, prev_hash, hash, words, salt }: FactRow): ProofRow => ({
  version,
  canon,
  prevHash: prev_hash.toString('hex'),
  hash: hash.toString('hex'),
  words: words && canonical(words),
  salt: salt?.toString('hex') ?? null,
})

/** One ledger as evidence, read together with the row that says where it ends. */
export const proof = (db: Db, keys: Keys, organ: string, caseId: string): Promise<LedgerProof | undefined> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      if (!isCaseId(caseId)) return undefined
      const head = await tx
        .selectFrom('cases')
        .select(['organ', 'id', 'number', 'version', 'head_hash'])
        .where('organ', '=', organ)
        .where('id', '=', caseId)
        .executeTakeFirst()
      if (!head) return undefined
      const kept = await factRows(tx).where('f.organ', '=', organ).where('f.case_id', '=', caseId).execute()
      const rows = openedRows(keys, kept)
      return {
        head: head.head_hash.toString('hex'),
        rows: rows.map(proofRow),
        findings: chainFindings(head, rows),
      }
    })
