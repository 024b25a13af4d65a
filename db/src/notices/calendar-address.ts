import { hashOf, newToken, personColumns, personOf } from '../access/sessions.js'
import type { Person } from '../cabinet.js'
import type { Db } from '../connect/connect.js'

export const calendarAddress = async (db: Db, person: Person): Promise<string | undefined> => {
  const row = await db
    .selectFrom('calendar_addresses')
    .select('made_at')
    .where('person', '=', person.id)
    .executeTakeFirst()
  return row?.made_at.toISOString()
}

/** 256 random bits, told here and kept nowhere. */
export const newCalendarAddress = async (db: Db, person: Person, now: Date): Promise<string> => {
  const token = newToken()
  const kept = { token_hash: hashOf(token), made_at: now }
  await db
    .insertInto('calendar_addresses')
    .values({ person: person.id, ...kept })
    .onConflict((conflict) => conflict.column('person').doUpdateSet(kept))
    .execute()
  return token
}

export const withdrawCalendarAddress = async (db: Db, person: Person): Promise<void> => {
  await db.deleteFrom('calendar_addresses').where('person', '=', person.id).execute()
}

/** At the door: nobody has signed in. One question whether the token is unknown, was withdrawn, or its person left. */
export const calendarReader = async (doors: Db, token: string): Promise<Person | undefined> => {
  const row = await doors
    .selectFrom('calendar_addresses as a')
    .innerJoin('staff as s', 's.id', 'a.person')
    .select([...personColumns])
    .where('a.token_hash', '=', hashOf(token))
    .where('s.disabled_at', 'is', null)
    .executeTakeFirst()
  return row && personOf(row)
}
