import { randomUUID } from 'node:crypto'
import type { Role } from '@zhiqing/law'
import type { Person } from '../cabinet.js'
import type { Db } from '../connect/connect.js'

/** Somebody to be able to sign in; the password comes as its hash. */
export interface NewPerson {
  readonly organ: string | null
  readonly name: string
  readonly displayName: string
  readonly roles: readonly Role[]
  readonly passwordHash: string
}

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
