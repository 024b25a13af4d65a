import type { Selectable } from 'kysely'
import type { LedgerRow } from '../cabinet.js'
import type { Db } from '../connect/connect.js'
import type { Schema } from '../connect/schema.js'
import type { Keys } from '../keys.js'
import { factOf, type LedgerEntry } from '../ledger/fact-row.js'
import { openWords } from '../ledger/sealed-words.js'
import { isCaseId } from '../store/open-case.js'

/** A row of the ledger with the words that belong to it, as the database gives them. */
export type FactRow = Selectable<Schema['case_facts']> & {
  words: Record<string, unknown> | null
  salt: Buffer | null
  erased_at: Date | null
}

export const entryOf = (row: FactRow): LedgerEntry => ({
  organ: row.organ,
  caseId: row.case_id,
  version: row.version,
  type: row.type,
  on: row.on_day,
  role: row.role,
  person: row.person,
  payload: row.payload,
  machineVersion: row.machine_version,
  recordedAt: row.recorded_at.toISOString(),
})

/** The rows with the numbers in their words opened. */
export const openedRows = <Row extends Pick<FactRow, 'organ' | 'case_id' | 'words'>>(
  keys: Keys,
  rows: readonly Row[],
): Row[] =>
  rows.map((row) => ({ ...row, words: openWords(keys, { organ: row.organ, caseId: row.case_id }, row.words) }))

/** Ledger rows with their words as they lie, in order; {@link openedRows} opens them. */
export const factRows = (db: Db) =>
  db
    .selectFrom('case_facts as f')
    .leftJoin('fact_words as w', (join) =>
      join.onRef('w.organ', '=', 'f.organ').onRef('w.case_id', '=', 'f.case_id').onRef('w.version', '=', 'f.version'),
    )
    .selectAll('f')
    .select(['w.words', 'w.salt', 'w.erased_at'])
    .orderBy('f.organ')
    .orderBy('f.case_id')
    .orderBy('f.version')

const ledgerRow = (row: FactRow): LedgerRow => ({
  version: row.version,
  fact: factOf(entryOf(row), row.words),
  recordedAt: row.recorded_at.toISOString(),
  hash: row.hash.toString('hex'),
  erased: row.erased_at !== null,
})

export const ledger = async (db: Db, keys: Keys, organ: string, caseId: string): Promise<LedgerRow[]> => {
  if (!isCaseId(caseId)) return []
  const rows = await factRows(db).where('f.organ', '=', organ).where('f.case_id', '=', caseId).execute()
  return openedRows(keys, rows).map(ledgerRow)
}

/** Of several cases at once, by the case's id: a page of a list asks once, not fifty times. */
export const ledgers = async (
  db: Db,
  keys: Keys,
  cases: readonly { readonly organ: string; readonly id: string }[],
): Promise<Map<string, LedgerRow[]>> => {
  const found = new Map<string, LedgerRow[]>(cases.map(({ id }) => [id, []]))
  if (cases.length === 0) return found
  const organs = [...new Set(cases.map(({ organ }) => organ))]
  const rows = await factRows(db)
    .where('f.organ', 'in', organs)
    .where('f.case_id', 'in', [...found.keys()])
    .execute()
  for (const row of openedRows(keys, rows)) found.get(row.case_id)?.push(ledgerRow(row))
  return found
}
