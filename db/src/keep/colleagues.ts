import { sql } from 'kysely'
import type { Colleague } from '../cabinet.js'
import type { Db } from '../connect/connect.js'

/** Everybody of an organ who may sign in, with how many open cases are in their hands, drills apart (rulebook R98). */
export const colleagues = async (db: Db, organ: string): Promise<Colleague[]> => {
  const { rows } = await sql<Colleague>`
    select s.name, s.display_name as "displayName", s.roles, held.real as "openCases", held.drills as "openDrills"
    from staff s cross join lateral (
      select count(*) filter (where not c.is_drill)::int as real, count(*) filter (where c.is_drill)::int as drills
      from cases c where c.organ = s.organ and c.officer in (s.name, s.display_name)
        and c.state not in ('served', 'abandoned', 'withdrawn', 'archived')) held
    where s.organ = ${organ} and s.disabled_at is null order by s.name`.execute(db)
  return rows
}
