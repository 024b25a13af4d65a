import type { Person } from '../cabinet.js'
import type { Db } from '../connect/connect.js'

/** Somebody of an organ who may sign in: the sign-in name, which is one person's, goes before the displayed one. */
export const colleague = async (db: Db, organ: string, words: string): Promise<Person | undefined> => {
  const rows = await db
    .selectFrom('staff')
    .select(['id', 'name', 'display_name', 'roles'])
    .where('organ', '=', organ)
    .where('disabled_at', 'is', null)
    .where((is) => is.or([is('name', '=', words), is('display_name', '=', words)]))
    .orderBy('name')
    .execute()
  const row = rows.find(({ name }) => name === words) ?? rows[0]
  return row && { id: row.id, name: row.name, displayName: row.display_name, organ, roles: row.roles }
}
