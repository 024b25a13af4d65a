import type { Db } from '../connect/connect.js'
import type { PublicationDecision } from './report-cabinet.js'

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
  return rows.map(({ decided_on: on, decided_by: by, decided_at: _, ...row }) => ({ ...row, on, by }))
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
