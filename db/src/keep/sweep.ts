import type { Day } from '@zhiqing/law'
import { sql } from 'kysely'
import type { Db } from '../connect/connect.js'

/**
 * Cases with a due row on or before today that were not looked at today; the longest due first. Days for review and
 * court stand for ever and need one look, on or after their day.
 */
export const casesDue = async (db: Db, today: Day, limit: number): Promise<{ organ: string; caseId: string }[]> => {
  const { rows } = await sql<{ organ: string; caseId: string }>`
    select d.organ, d.case_id as "caseId"
    from due_days d left join looks l on l.organ = d.organ and l.case_id = d.case_id
    where d.due_on <= ${today}::date and (l.looked_on is null or l.looked_on <
      case when d.what in ('reconsideration', 'litigation') then d.due_on else ${today}::date end)
    group by d.organ, d.case_id order by min(d.due_on), d.case_id limit ${limit}`.execute(db)
  return rows
}

/** The scheduler looked at this case on this day. */
export const looked = async (db: Db, organ: string, caseId: string, today: Day): Promise<void> => {
  await sql`insert into looks as kept (organ, case_id, looked_on) values (${organ}, ${caseId}::uuid, ${today}::date)
    on conflict (organ, case_id) do update set looked_on = greatest(kept.looked_on, excluded.looked_on)`.execute(db)
}
