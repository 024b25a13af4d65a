import type { ApplicantKind } from '@zhiqing/law'
import { type Selectable, sql } from 'kysely'
import type { KeptCase, ListQuery } from '../cabinet.js'
import type { Db } from '../connect/connect.js'
import type { Schema } from '../connect/schema.js'
import type { Keys } from '../keys.js'
import { normalNumber } from '../ledger/query-code.js'
import { openWords } from '../ledger/sealed-words.js'
import { joined, withoutWords } from '../ledger/snapshot.js'
import { isCaseId } from '../store/open-case.js'
import { foundPage } from './search.js'

type Row = Pick<
  Selectable<Schema['cases']>,
  'organ' | 'id' | 'filed' | 'version' | 'snapshot' | 'applicant_kind' | 'outcome'
> & { words: Record<string, unknown> | null }

/** Columns of a case together with its words. */
export const withWords = (db: Db) =>
  db
    .selectFrom('cases as c')
    .innerJoin('case_words as w', (join) => join.onRef('w.organ', '=', 'c.organ').onRef('w.case_id', '=', 'c.id'))
    .select(['c.organ', 'c.id', 'c.filed', 'c.version', 'c.snapshot', 'c.applicant_kind', 'c.outcome', 'w.words'])

export const keptCase = (row: Row, keys: Keys): KeptCase => ({
  id: row.id,
  organ: row.organ,
  version: row.version,
  current: row.words
    ? joined({
        snapshot: row.snapshot,
        words: openWords(keys, { organ: row.organ, caseId: row.id }, row.words),
      })
    : withoutWords(row.snapshot, { kind: row.applicant_kind as ApplicantKind, outcome: row.outcome }),
})

const listOf = (organ: string | readonly string[]): readonly string[] => (typeof organ === 'string' ? [organ] : organ)

export const findCase = async (
  db: Db,
  keys: Keys,
  organ: string | readonly string[],
  id: string,
): Promise<KeptCase | undefined> => {
  if (!isCaseId(id) || organ.length === 0) return undefined
  const row = await withWords(db).where('c.organ', 'in', listOf(organ)).where('c.id', '=', id).executeTakeFirst()
  return row && keptCase(row, keys)
}

/** By the number on the papers; another organ may have given the same one. */
export const casesNumbered = async (db: Db, keys: Keys, number: string): Promise<KeptCase[]> => {
  const rows = await withWords(db).where('c.number', '=', normalNumber(number)).orderBy('c.organ').execute()
  return rows.map((row) => keptCase(row, keys))
}

const cursorOf = (filed: number): string => Buffer.from(String(filed)).toString('base64url')

/** A cursor that is none begins at the start: it came from outside. */
const filedOf = (cursor: string | undefined): number | undefined => {
  const text = cursor ? Buffer.from(cursor, 'base64url').toString() : ''
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

/** A page of cases of an organ, or of several in one list, the newest first. */
export const listCases = async (
  db: Db,
  keys: Keys,
  query: ListQuery,
): Promise<{ cases: KeptCase[]; next: string | null }> => {
  const { organ, after, limit, state, officer, search, withRemedies = false } = query
  if (organ.length === 0) return { cases: [], next: null }
  const before = filedOf(after)
  const rows = await withWords(db)
    .where('c.organ', 'in', listOf(organ))
    .$if(before !== undefined, (of) => of.where('c.filed', '<', before ?? 0))
    .$if(state !== undefined, (of) => of.where('c.state', '=', state ?? ''))
    .$if(officer !== undefined, (of) => of.where('c.officer', '=', officer ?? ''))
    .$if(withRemedies, (of) => of.where(sql<boolean>`c.snapshot -> 'remedies' <> '[]'::jsonb`))
    .$if(search !== undefined, (of) => of.where(foundPage(query, search ?? '', before)))
    .orderBy('c.filed', 'desc')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    cases: page.map((row) => keptCase(row, keys)),
    next: rows.length > limit && last ? cursorOf(last.filed) : null,
  }
}
