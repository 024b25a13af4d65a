import { type Selectable, sql } from 'kysely'
import type { Db } from '../connect/connect.js'
import type { Schema } from '../connect/schema.js'
import type { PublicationDecision } from './report-cabinet.js'

type Row = Selectable<Schema['publication_decisions']>

const decisionOf = ({ decided_on: on, decided_by: by, decided_at: _, ...row }: Row): PublicationDecision => ({
  ...row,
  on,
  by,
})

/** What was decided of information that many asked for, the first step first (条例 44). */
export const publications = async (db: Db, organs: readonly string[]): Promise<PublicationDecision[]> => {
  if (organs.length === 0) return []
  const rows = await db
    .selectFrom('publication_decisions')
    .selectAll()
    .where('organ', 'in', organs)
    .orderBy('organ')
    .orderBy('topic')
    .orderBy('n')
    .execute()
  return rows.map(decisionOf)
}

/** The same of the one topic that a case asks for; nothing once its words were erased. */
export const publicationsOf = async (db: Db, organ: string, caseId: string): Promise<PublicationDecision[]> => {
  const topic = db
    .selectFrom('cases')
    .select(sql<string>`encode(topic, 'hex')`.as('topic'))
    .where('organ', '=', organ)
    .where('id', '=', caseId)
  const rows = await db
    .selectFrom('publication_decisions')
    .selectAll()
    .where('organ', '=', organ)
    .where('topic', '=', topic)
    .orderBy('n')
    .execute()
  return rows.map(decisionOf)
}

/** Puts a step down after those before it; false where somebody else's came first. */
export const keepPublication = async (db: Db, { on, by, ...row }: PublicationDecision): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('publication_decisions')
    .values({ ...row, decided_on: on, decided_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
