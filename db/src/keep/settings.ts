import { type Day, isSettingName, type SettingSet } from '@zhiqing/law'
import { sql } from 'kysely'
import type { NewSetting } from '../cabinet.js'
import type { Db } from '../connect/connect.js'

/** Everything an organ ever set, in the order it was set; names that are no settings any more are left out. */
export const settings = async (db: Db, organ: string): Promise<SettingSet[]> => {
  const rows = await db.selectFrom('organ_settings').selectAll().where('organ', '=', organ).orderBy('id').execute()
  return rows
    .filter(({ name }) => isSettingName(name))
    .map(({ name, value, from_on, reason, set_by, set_at }) => ({
      name,
      value,
      from: from_on as Day,
      reason,
      by: set_by,
      at: set_at.toISOString(),
    }))
}

export const keepSetting = async (db: Db, { organ, name, value, from, reason, by }: NewSetting): Promise<void> => {
  await sql`insert into organ_settings (organ, name, value, from_on, reason, set_by)
    values (${organ}, ${name}, ${JSON.stringify(value ?? null)}::jsonb, ${from}::date, ${reason}, ${by})`.execute(db)
}
