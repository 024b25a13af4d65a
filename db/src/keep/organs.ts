import { type Day, defaultSettings, type Organ, type Settings } from '@zhiqing/law'
import { sql } from 'kysely'
import type { KeptOrgan } from '../cabinet.js'
import type { Db } from '../connect/connect.js'

const kept = async (db: Db, today: Day, id?: string): Promise<KeptOrgan[]> => {
  const settings = sql<Partial<Settings> | null>`(select s.settings from organ_settings s
    where s.organ = organs.id and s.from_on <= ${today}::date order by s.from_on desc limit 1)`
  const rows = await db
    .selectFrom('organs')
    .select(['id', 'record', settings.as('settings')])
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, organ: row.record, settings: { ...defaultSettings, ...row.settings } }))
}

/** All organs with the settings in force on a day. */
export const organs = (db: Db, today: Day): Promise<KeptOrgan[]> => kept(db, today)

export const organ = async (db: Db, id: string, today: Day): Promise<KeptOrgan | undefined> =>
  (await kept(db, today, id))[0]

/** Makes an organ or changes its record; what was printed before stays as it was. */
export const keepOrgan = async (db: Db, id: string, record: Organ): Promise<void> => {
  const json = JSON.stringify(record)
  await db
    .insertInto('organs')
    .values({ id, record: json })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ record: json }))
    .execute()
}

/** Settings from a day on; what is left out has its default. */
export const keepSettings = async (db: Db, id: string, from: Day, settings: Partial<Settings>): Promise<void> => {
  const json = JSON.stringify(settings)
  await db
    .insertInto('organ_settings')
    .values({ organ: id, from_on: from, settings: json })
    .onConflict((conflict) => conflict.columns(['organ', 'from_on']).doUpdateSet({ settings: json }))
    .execute()
}
