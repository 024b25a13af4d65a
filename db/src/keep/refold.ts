import { type Case, countedWithoutWords, foldVersion, replay, stateOf } from '@zhiqing/casework'
import type { ApplicantKind, Outcome } from '@zhiqing/law'
import { type Transaction as KyselyTransaction, sql } from 'kysely'
import type { Db } from '../connect/connect.js'
import type { Schema } from '../connect/schema.js'
import type { Keys } from '../keys.js'
import { applicantIndex } from '../ledger/applicant-index.js'
import { factOf } from '../ledger/fact-row.js'
import { sealWords } from '../ledger/sealed-words.js'
import { parted } from '../ledger/snapshot.js'
import { topicOf } from '../ledger/topic.js'
import { entryOf, type FactRow, factRows, openedRows } from './ledger.js'

type Tx = KyselyTransaction<Schema>
interface Key {
  readonly organ: string
  readonly id: string
}

/** Cases a page: their ledgers are in memory at once. */
const PAGE = 100

const pageAfter = (tx: Tx, after: Key): Promise<Key[]> =>
  tx
    .selectFrom('cases')
    .select(['organ', 'id'])
    .where(sql<boolean>`(organ, id) > (${after.organ}, ${after.id}::uuid)`)
    .orderBy('organ')
    .orderBy('id')
    .limit(PAGE)
    .execute()

const ledgersOf = async (
  tx: Tx,
  keys: Keys,
  { first, last }: { first: Key; last: Key },
): Promise<Map<string, FactRow[]>> => {
  const rows = await factRows(tx)
    .where(sql<boolean>`(f.organ, f.case_id) between (${first.organ}, ${first.id}::uuid)
      and (${last.organ}, ${last.id}::uuid)`)
    .execute()
  const ledgers = new Map<string, FactRow[]>()
  for (const row of openedRows(keys, rows)) {
    const key = `${row.organ} ${row.case_id}`
    ledgers.set(key, [...(ledgers.get(key) ?? []), row])
  }
  return ledgers
}

/** Who filed and the outcome are words: of an erased case they are what the row kept. */
const withKept = async (tx: Tx, { organ, id }: Key, current: Case): Promise<Case> => {
  const row = await tx
    .selectFrom('cases')
    .select(['applicant_kind', 'outcome'])
    .where('organ', '=', organ)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const kept = { kind: row.applicant_kind as ApplicantKind, outcome: row.outcome as Outcome | null }
  return { ...current, counted: countedWithoutWords(current, kept) }
}

/** Erased words stay erased: of such a case only what may be kept is written. */
const refoldOne = async (tx: Tx, { organ, id }: Key, rows: readonly FactRow[], keys: Keys): Promise<void> => {
  const facts = rows.map((row) => factOf(entryOf(row), row.words))
  const folded = replay(facts, rows[0]?.machine_version)
  if (!folded) throw new Error(`an empty ledger: ${organ} ${id}`)
  const erased = rows.some((row) => row.erased_at)
  const current = erased ? await withKept(tx, { organ, id }, folded) : folded
  const { snapshot, words } = parted(current)
  const json = (value: object) => sql<never>`${JSON.stringify(value)}::jsonb`
  await tx
    .updateTable('cases')
    .set({
      state: stateOf(current),
      snapshot: json(snapshot),
      received_on: current.receivedOn,
      ...(erased ? {} : { applicant_index: applicantIndex(keys, current), topic: topicOf(current) }),
    })
    .where('organ', '=', organ)
    .where('id', '=', id)
    .execute()
  await tx
    .updateTable('case_words')
    .set({ words: json(sealWords(keys, { organ, caseId: id }, words)) })
    .where('organ', '=', organ)
    .where('case_id', '=', id)
    .where('erased_at', 'is', null)
    .execute()
}

const refoldAll = async (tx: Tx, keys: Keys): Promise<void> => {
  let after: Key = { organ: '', id: '00000000-0000-0000-0000-000000000000' }
  for (;;) {
    const page = await pageAfter(tx, after)
    const [first, last] = [page[0], page.at(-1)]
    if (!first || !last) return
    const ledgers = await ledgersOf(tx, keys, { first, last })
    for (const key of page) await refoldOne(tx, key, ledgers.get(`${key.organ} ${key.id}`) ?? [], keys)
    after = last
  }
}

/** Folds every ledger anew where an older program made the rows; one process does it, in one transaction. */
export const refold = (db: Db, keys: Keys): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ fold: number }>`select fold from instance for update`.execute(tx)
    if (rows[0]?.fold === foldVersion) return
    await refoldAll(tx, keys)
    await tx.updateTable('instance').set({ fold: foldVersion }).execute()
  })
