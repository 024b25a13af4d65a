import { sql } from 'kysely'
import type { Db } from '../connect/connect.js'

/** Throws away what has no use any more: ended sessions, attempts of days ago, first answers of three months ago. */
export const tidy = async (db: Db, now: Date): Promise<void> => {
  await db.deleteFrom('sessions').where('ends_at', '<', now).execute()
  await db.deleteFrom('applicant_sessions').where('ends_at', '<', now).execute()
  await sql`delete from attempts where not exists (select from unnest(at) one where one > ${now}::timestamptz
    - interval '1 day')`.execute(db)
  await sql`delete from idempotency where created_at < ${now}::timestamptz - interval '90 days'`.execute(db)
}
