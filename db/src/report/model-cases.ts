import type { Day } from '@zhiqing/law'
import type { Selectable } from 'kysely'
import type { Db } from '../connect/connect.js'
import type { Schema } from '../connect/schema.js'
import type { ModelCase } from './report-cabinet.js'

const modelOf = (row: Selectable<Schema['model_cases']>): ModelCase => ({
  organ: row.organ,
  id: row.id,
  caseId: row.case_id,
  summary: row.summary,
  story: row.story,
  point: row.point,
  proposedBy: row.proposed_by,
  proposedOn: row.proposed_on,
  approvedBy: row.approved_by,
  approvedOn: row.approved_on,
})

export const keepModelCase = async (
  db: Db,
  one: Omit<ModelCase, 'id' | 'approvedBy' | 'approvedOn'>,
): Promise<ModelCase> => {
  const { organ, caseId, story, point } = one
  const words = { summary: JSON.stringify(one.summary), story, point }
  const proposed = { ...words, proposed_by: one.proposedBy, proposed_on: one.proposedOn }
  const row = await db
    .insertInto('model_cases')
    .values({ organ, case_id: caseId, ...proposed })
    .onConflict((conflict) =>
      conflict.columns(['organ', 'case_id']).doUpdateSet({ ...proposed, approved_by: null, approved_on: null }),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
  return modelOf(row)
}

export const modelCases = async (db: Db, organs: readonly string[]): Promise<ModelCase[]> => {
  if (organs.length === 0) return []
  const rows = await db
    .selectFrom('model_cases')
    .selectAll()
    .where('organ', 'in', organs)
    .orderBy('proposed_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(modelOf)
}

/** Approved is what was looked at: proposed anew with other words meanwhile, it is another. */
export const approveModelCase = async (
  db: Db,
  { organ, id, story, point, proposedBy }: ModelCase,
  { by, on }: { readonly by: string; readonly on: Day },
): Promise<ModelCase | undefined> => {
  const row = await db
    .updateTable('model_cases')
    .set({ approved_by: by, approved_on: on })
    .where('organ', '=', organ)
    .where('id', '=', id)
    .where('proposed_by', '=', proposedBy)
    .where('approved_by', 'is', null)
    .where((eb) => eb.and([eb('story', 'is not distinct from', story), eb('point', 'is not distinct from', point)]))
    .returningAll()
    .executeTakeFirst()
  return row && modelOf(row)
}
