import { sql } from 'kysely'
import type { Colleague } from '../cabinet.js'
import type { Db } from '../connect/connect.js'

/** Everybody of an organ who may sign in, with how many open cases are in their hands. */
export const colleagues = async (db: Db, organ: string): Promise<Colleague[]> => {
  const { rows } = await sql<Colleague>`
    select s.name, s.display_name as "displayName", s.roles,
      (select count(*)::int from cases c where c.organ = s.organ and c.officer in (s.name, s.display_name)
        and c.state not in ('served', 'abandoned', 'withdrawn', 'archived')) as "openCases"
    from staff s where s.organ = ${organ} and s.disabled_at is null order by s.name`.execute(db)
  return rows
}
