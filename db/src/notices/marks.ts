import type { Day } from '@zhiqing/law'
import { sql } from 'kysely'
import type { Person } from '../cabinet.js'
import type { Db } from '../connect/connect.js'

/** A transaction that lasts longer is ended by the server (`limits` of connect.ts), but for the import of a notice. */
const LONGEST = '10 minutes'

/**
 * The instant before which no fact can appear any more. A fact bears the instant at which its transaction read the clock, and
 * is seen only once that has ended: what others are still at is left for the next look. Ask it before looking, in a statement
 * of its own: what ends between the two is then seen.
 */
export const horizon = async (db: Db): Promise<string> => {
  const { rows } = await sql<{ at: string }>`
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from (
      select greatest(least(statement_timestamp(), min(xact_start)), statement_timestamp() - ${LONGEST}::interval) as at
      from pg_stat_activity
      where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()) x`.execute(db)
  const [row] = rows
  if (!row) throw new Error('no horizon')
  return row.at
}

/** How far somebody has looked; for who never did, days are all new, and facts those of the last two weeks. */
export const markOf = async (db: Db, person: string): Promise<{ seenTo: string; seenOn: Day | null }> => {
  const { rows } = await sql<{ seen_to: string; seen_on: Day | null }>`
    select to_char(coalesce(m.seen_to, statement_timestamp() - interval '14 days') at time zone 'UTC',
      'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as seen_to, m.seen_on
    from (select) one left join notice_marks m on m.person = ${person}::uuid`.execute(db)
  const [row] = rows
  if (!row) throw new Error('no mark')
  return { seenTo: row.seen_to, seenOn: row.seen_on }
}

/** Forward only, and never beyond now: the same look again, or an older one that comes late, changes nothing. */
export const look = async (
  db: Db,
  person: Person,
  { to, on }: { readonly to: string; readonly on: Day },
): Promise<void> => {
  await sql`insert into notice_marks as m (person, seen_to, seen_on)
    values (${person.id}::uuid, least(${to}::timestamptz, statement_timestamp()), ${on}::date)
    on conflict (person) do update set seen_to = greatest(m.seen_to, excluded.seen_to),
      seen_on = greatest(m.seen_on, excluded.seen_on)
    where m.seen_to < excluded.seen_to or m.seen_on < excluded.seen_on`.execute(db)
}
