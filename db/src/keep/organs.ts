import { type Day, type Organ, type SettingSet, settingsOn } from '@zhiqing/law'
import { sql } from 'kysely'
import type { KeptOrgan } from '../cabinet.js'
import type { OrganPlace } from '../cabinet-keeper.js'
import type { Db } from '../connect/connect.js'

const kept = async (db: Db, today: Day, id?: string): Promise<KeptOrgan[]> => {
  const sets = sql<SettingSet[] | null>`(select jsonb_agg(
    jsonb_build_object('name', s.name, 'value', s.value, 'from', s.from_on::text) order by s.id)
    from organ_settings s where s.organ = organs.id and s.from_on <= ${today}::date)`
  const rows = await db
    .selectFrom('organs')
    .select(['id', 'record', sets.as('sets')])
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, organ: row.record, settings: settingsOn(row.sets ?? [], today) }))
}

/** All organs with the settings in force on a day. */
export const organs = (db: Db, today: Day): Promise<KeptOrgan[]> => kept(db, today)

export const organ = async (db: Db, id: string, today: Day): Promise<KeptOrgan | undefined> =>
  (await kept(db, today, id))[0]

/**
 * Makes an organ or changes its record; what was printed before stays as it was. `supervisedBy` left out stays as it is,
 * null is nobody.
 */
export const keepOrgan = async (
  db: Db,
  id: string,
  record: Organ,
  { supervisedBy }: OrganPlace = {},
): Promise<void> => {
  const kept = {
    record: JSON.stringify(record),
    ...(supervisedBy === undefined ? {} : { supervised_by: supervisedBy }),
  }
  await db
    .insertInto('organs')
    .values({ id, ...kept })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(kept))
    .execute()
}
