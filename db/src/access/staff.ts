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

const oneTime = (password_hash: string) => ({
  ...{ password_hash, must_change: true },
  one_time_until: sql<Date>`now() + make_interval(hours => ${ONE_TIME_HOURS})`,
})

const named = (tx: Db, name: string) =>
  tx.selectFrom('staff').select(['id', 'organ', 'roles']).where('name', '=', name).executeTakeFirst()

/** What of a new person is somebody else's already, if anything is. */
export type Added = 'added' | 'nameTaken' | 'displayNameTaken'

/** Makes a person who is not there yet, with a password for one use. */
export const addPerson = (db: Db, { organ, name, displayName, roles, passwordHash }: NewPerson): Promise<Added> =>
  db.transaction().execute(async (tx) => {
    const row = await tx
      .insertInto('staff')
      .values({ id: randomUUID(), name, organ, display_name: displayName, roles: [...roles] })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!row) return (await named(tx, name)) ? 'nameTaken' : 'displayNameTaken'
    const given = { person: row.id, ...oneTime(passwordHash) }
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
    return 'added'
  })

/** The three whom none of the other two lets in again. */
const apart: readonly Role[] = ['admin', 'securityAdmin', 'auditAdmin']

/**
 * Whoever runs the machine lets one of the three administrators in again: a password for one use, no second factor until a
 * new one is bound, every session ended, written down. False for anybody else: others are for their administrators.
 */
export const recoverPerson = (db: Db, { name, passwordHash }: Pick<NewPerson, 'name' | 'passwordHash'>) =>
  db.transaction().execute(async (tx): Promise<boolean> => {
    const person = await named(tx, name)
    if (!person?.roles.some((role) => apart.includes(role))) return false
    const factor = { totp_secret: null, totp_since: null, totp_step: null, recovery: [] }
    await tx
      .updateTable('credentials')
      .set({ ...oneTime(passwordHash), ...factor })
      .set((row) => ({ unlocks: row('unlocks', '+', 1) }))
      .where('person', '=', person.id)
      .execute()
    await tx.deleteFrom('sessions').where('person', '=', person.id).execute()
    const log = { at: new Date(), organ: person.organ, person: null, name: '（命令行）', subject: name }
    await writeDown(tx, { ...log, act: 'recover', result: 'ok' })
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
