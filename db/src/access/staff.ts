import { randomUUID } from 'node:crypto'
import type { Role } from '@zhiqing/law'
import { sql } from 'kysely'
import type { Person } from '../cabinet.js'
import type { Db } from '../connect/connect.js'
import { writeDown } from './security-log.js'

/** Somebody to be able to sign in; the password comes as its hash. */
export interface NewPerson {
  readonly organ: string | null
  readonly name: string
  readonly displayName: string
  readonly roles: readonly Role[]
  readonly passwordHash: string
}

const ONE_TIME_HOURS = 72

/** Makes a person who is not there yet, with a password for one use; false where the name is taken. */
export const addPerson = (db: Db, { organ, name, displayName, roles, passwordHash }: NewPerson): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const row = await tx
      .insertInto('staff')
      .values({ id: randomUUID(), name, organ, display_name: displayName, roles: [...roles] })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!row) return false
    const until = sql<Date>`now() + make_interval(hours => ${ONE_TIME_HOURS})`
    const given = { person: row.id, password_hash: passwordHash, must_change: true, one_time_until: until }
    await tx.insertInto('credentials').values(given).execute()
    await writeDown(tx, {
      at: new Date(),
      organ,
      person: null,
      name: '（命令行）',
      act: 'create',
      result: 'ok',
      subject: name,
    })
    return true
  })

/** Makes a person or changes one; a changed password ends all their sessions. */
export const keepPerson = (db: Db, { organ, name, displayName, roles, passwordHash }: NewPerson): Promise<Person> =>
  db.transaction().execute(async (tx) => {
    const row = { organ, display_name: displayName, roles: [...roles] }
    const { id } = await tx
      .insertInto('staff')
      .values({ id: randomUUID(), name, ...row })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
      .returning('id')
      .executeTakeFirstOrThrow()
    const given = { password_hash: passwordHash, password_set_at: new Date(), must_change: false }
    await tx
      .insertInto('credentials')
      .values({ person: id, ...given })
      .onConflict((conflict) => conflict.column('person').doUpdateSet(given))
      .execute()
    await tx.deleteFrom('sessions').where('person', '=', id).execute()
    return { id, name, displayName, organ, roles }
  })
