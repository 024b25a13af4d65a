import type { Db } from '../connect/connect.js'

/** The organs that an organ supervises. */
export const supervised = async (db: Db, supervisor: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('organs')
    .select('id')
    .where('supervised_by', '=', supervisor)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
