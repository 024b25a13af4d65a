import { sql } from 'kysely'
import type { Finding, Walked } from '../cabinet.js'
import type { Db } from '../connect/connect.js'
import { type FactRow, factRows, openedRows } from '../keep/ledger.js'
import type { Keys } from '../keys.js'
import { openWords } from '../ledger/sealed-words.js'
import { chainFindings } from './chain.js'
import { fileFindings } from './files.js'
import { type CaseRow, foldFindings } from './fold.js'
import { type LetterRow, letterFindings } from './letters.js'
import { orphanFindings, seriesFindings } from './series.js'

/** Cases a page: some thousand rows in memory at once. */
const PAGE = 100
type Key = Pick<CaseRow, 'organ' | 'id'>

/** Broken seals are a finding, not an end of the walk: such words count as other words. */
const opened = <Row extends Pick<CaseRow, 'organ' | 'id' | 'words'>>(keys: Keys, row: Row): Row => {
  try {
    return { ...row, words: openWords(keys, { organ: row.organ, caseId: row.id }, row.words) }
  } catch {
    return row
  }
}

const casesAfter = async (db: Db, keys: Keys, after: Key): Promise<CaseRow[]> => {
  const rows = await db
    .selectFrom('cases as c')
    .leftJoin('case_words as w', (join) => join.onRef('w.organ', '=', 'c.organ').onRef('w.case_id', '=', 'c.id'))
    .selectAll('c')
    .select(['w.words', 'w.erased_at'])
    .where(sql<boolean>`(c.organ, c.id) > (${after.organ}, ${after.id}::uuid)`)
    .orderBy('c.organ')
    .orderBy('c.id')
    .limit(PAGE)
    .execute()
  return rows.map((row) => opened(keys, row))
}

const lettersBetween = async (db: Db, first: Key, last: Key): Promise<LetterRow[]> => {
  const { rows } = await sql<LetterRow>`
    select organ, case_id, n, code, document_number, fields, pdf_sealed, sha256, erased_at,
      case when pdf_sealed then pdf end as pdf,
      case when not pdf_sealed then encode(sha256(pdf), 'hex') end as own_sha256
    from letters where (organ, case_id) between (${first.organ}, ${first.id}::uuid) and (${last.organ}, ${last.id}::uuid)
    order by organ, case_id, n`.execute(db)
  return rows
}

const openedFact =
  (keys: Keys) =>
  (row: FactRow): FactRow => {
    try {
      return openedRows(keys, [row])[0] ?? row
    } catch {
      return row
    }
  }

const factsBetween = async (db: Db, keys: Keys, { first, last }: { first: Key; last: Key }): Promise<FactRow[]> => {
  const rows = await factRows(db)
    .where(sql<boolean>`(f.organ, f.case_id) between (${first.organ}, ${first.id}::uuid)
      and (${last.organ}, ${last.id}::uuid)`)
    .execute()
  return rows.map(openedFact(keys))
}

const byCase = <T extends { organ: string; case_id: string }>(rows: readonly T[]): Map<string, T[]> => {
  const found = new Map<string, T[]>()
  for (const row of rows) {
    const key = `${row.organ} ${row.case_id}`
    const list = found.get(key)
    if (list) list.push(row)
    else found.set(key, [row])
  }
  return found
}

const caseFindings = (
  row: CaseRow,
  facts: readonly FactRow[],
  letters: readonly LetterRow[],
  keys: Keys,
): Finding[] => {
  const chain = chainFindings(row, facts)
  const whole = chain.every(({ code }) => code === 'wordsDiffer')
  const rest = whole ? [...foldFindings(row, facts), ...letterFindings(letters, facts, keys)] : []
  return [...chain, ...rest].map((found) => ({
    ...found,
    organ: row.organ,
    caseId: row.id,
    zh: `${row.organ} 案件 ${row.number ?? row.id}：${found.zh}`,
  }))
}

async function* walk(db: Db, keys: Keys, tell: (walked: Walked) => void): AsyncGenerator<Finding> {
  let [cases, facts] = [0, 0]
  let after: Key = { organ: '', id: '00000000-0000-0000-0000-000000000000' }
  for (;;) {
    const rows = await casesAfter(db, keys, after)
    const [first, last] = [rows[0], rows.at(-1)]
    if (!first || !last) return
    const ledgers = await factsBetween(db, keys, { first, last })
    const factsOf = byCase(ledgers)
    const letters = byCase(await lettersBetween(db, first, last))
    for (const row of rows) {
      const key = `${row.organ} ${row.id}`
      yield* caseFindings(row, factsOf.get(key) ?? [], letters.get(key) ?? [], keys)
    }
    cases += rows.length
    facts += ledgers.length
    tell({ cases, facts })
    after = last
  }
}

/**
 * Walks every ledger on one unmoving view of the database: chains, words, folds, letters and their bytes, numbers
 * without gaps. What it cannot see: a whole chain made anew by who can also write the case row; against that stands
 * only a copy of the heads kept elsewhere. `tell` hears after each page how far it is.
 */
export async function* verify(db: Db, keys: Keys, tell: (walked: Walked) => void = () => {}): AsyncGenerator<Finding> {
  const tx = await db.startTransaction().setIsolationLevel('repeatable read').execute()
  try {
    yield* walk(tx, keys, tell)
    yield* fileFindings(tx, keys)
    for (const found of await orphanFindings(tx)) yield found
    for (const found of await seriesFindings(tx)) yield found
  } finally {
    await tx.rollback().execute()
  }
}
