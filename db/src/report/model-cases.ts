import type { Day } from '@zhiqing/law'
import type { Selectable } from 'kysely'
import type { Db } from '../connect/connect.js'
import type { Schema } from '../connect/schema.js'
import type { ModelCase, ModelCaseEnding } from './report-cabinet.js'

const modelOf = (row: Selectable<Schema['model_cases']>, ended: ModelCaseEnding | null = null): ModelCase => ({
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
  ended,
})

export const keepModelCase = async (
  db: Db,
  one: Omit<ModelCase, 'id' | 'approvedBy' | 'approvedOn' | 'ended'>,
): Promise<ModelCase> => {
  const { organ, caseId, story, point } = one
  const words = { summary: JSON.stringify(one.summary), story, point }
  const proposed = { ...words, proposed_by: one.proposedBy, proposed_on: one.proposedOn }
  const row = await db
    .insertInto('model_cases')
    .values({ organ, case_id: caseId, ...proposed })
    .onConflict((conflict) =>
      conflict
        .columns(['organ', 'case_id'])
        .doUpdateSet({ ...proposed, approved_by: null, approved_on: null, ended: null }),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
  return modelOf(row)
}

export const modelCases = async (db: Db, organs: readonly string[]): Promise<ModelCase[]> => {
  if (organs.length === 0) return []
  const rows = await db
    .selectFrom('model_cases as m')
    .leftJoin('model_case_endings as e', (join) =>
      join.onRef('e.organ', '=', 'm.organ').onRef('e.model', '=', 'm.id').onRef('e.n', '=', 'm.ended'),
    )
    .selectAll('m')
    .select(['e.act', 'e.reason', 'e.ended_on'])
    .where('m.organ', 'in', organs)
    .orderBy('m.proposed_on', 'desc')
    .orderBy('m.id')
    .execute()
  return rows.map(({ act, reason, ended_on: on, ...row }) =>
    modelOf(row, act !== null && reason !== null && on !== null ? { act, reason, on } : null),
  )
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
    .where('ended', 'is', null)
    .where((eb) => eb.and([eb('story', 'is not distinct from', story), eb('point', 'is not distinct from', point)]))
    .returningAll()
    .executeTakeFirst()
  return row && modelOf(row)
}

interface Ending {
  readonly by: string
  readonly on: Day
  readonly reason: string
}

/** As it was looked at, and held until the transaction ends; undefined where it is another meanwhile. */
const heldAs = (tx: Db, { organ, id, proposedBy, approvedBy, story, point }: ModelCase) =>
  tx
    .selectFrom('model_cases')
    .selectAll()
    .where('organ', '=', organ)
    .where('id', '=', id)
    .where('proposed_by', '=', proposedBy)
    .where('ended', 'is', null)
    .where((eb) =>
      eb.and([
        eb('approved_by', 'is not distinct from', approvedBy),
        eb('story', 'is not distinct from', story),
        eb('point', 'is not distinct from', point),
      ]),
    )
    .forUpdate()
    .executeTakeFirst()

const endingsOf = async (tx: Db, organ: string, model: string): Promise<number> => {
  const { n } = await tx
    .selectFrom('model_case_endings')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('organ', '=', organ)
    .where('model', '=', model)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Ends what was looked at: the record is added to, the words are erased, nothing of it is shown to others any more. */
export const endModelCase = (db: Db, one: ModelCase, { by, on, reason }: Ending): Promise<ModelCase | undefined> =>
  db.transaction().execute(async (tx) => {
    const held = await heldAs(tx, one)
    if (!held) return undefined
    const { organ, id: model, case_id, proposed_by, proposed_on, approved_by, approved_on } = held
    const n = (await endingsOf(tx, organ, model)) + 1
    const act = approved_by === null ? 'rejected' : 'withdrawn'
    const stood = { proposed_by, proposed_on, approved_by, approved_on }
    await tx
      .insertInto('model_case_endings')
      .values({ organ, case_id, model, n, act, reason, ...stood, ended_by: by, ended_on: on })
      .execute()
    const gone = { story: null, point: null, approved_by: null, approved_on: null, ended: n }
    const row = await tx
      .updateTable('model_cases')
      .set(gone)
      .where('organ', '=', organ)
      .where('id', '=', model)
      .returningAll()
      .executeTakeFirstOrThrow()
    return modelOf(row, { act, reason, on })
  })
