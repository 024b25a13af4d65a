import { sql } from 'kysely'
import type { KeptCase } from '../cabinet.js'
import type { Db } from '../connect/connect.js'
import type { Keys } from '../keys.js'
import { isCaseId } from '../store/open-case.js'
import { keptCase } from './cases.js'

const most = 20

type Row = Parameters<typeof keptCase>[0] & { double: boolean }

/** A case of the same applicant; `double`: about the same thing in the same words. */
export interface Related {
  readonly kept: KeptCase
  readonly double: boolean
}

/** Other cases of the same applicant or with the same words, the newest first; at most twenty. Drills beside drills alone. */
export const related = async (db: Db, keys: Keys, organ: string, id: string): Promise<Related[]> => {
  if (!isCaseId(id)) return []
  const { rows } = await sql<Row>`
    select c.organ, c.id, c.filed, c.version, c.snapshot, c.applicant_kind, c.outcome, w.words,
      c.double_index is not distinct from me.double_index as double
    from cases me join cases c on c.organ = me.organ and c.id <> me.id and c.is_drill = me.is_drill
        and (c.applicant_index = me.applicant_index or c.double_index = me.double_index)
      join case_words w on w.organ = c.organ and w.case_id = c.id
    where me.organ = ${organ} and me.id = ${id}::uuid
    order by c.filed desc limit ${most}`.execute(db)
  return rows.map((row) => ({ kept: keptCase(row, keys), double: row.double }))
}
