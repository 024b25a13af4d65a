import { type NoticeKind, noticeKindNames } from '@zhiqing/casework'
import type { Day, Role } from '@zhiqing/law'
import { type Selectable, sql } from 'kysely'
import type { Person } from '../cabinet.js'
import type { Db } from '../connect/connect.js'
import type { Schema } from '../connect/schema.js'
import type { MailReader, MailWish } from './notice-cabinet.js'

type Row = Pick<
  Selectable<Schema['notice_mail']>,
  'address' | 'kinds' | 'digest_at' | 'quiet_from' | 'quiet_to' | 'working_days_only'
>

/** A kind that is none any more is left out. */
const wishOf = ({ address, kinds, digest_at, quiet_from, quiet_to, working_days_only }: Row): MailWish => ({
  address,
  kinds: noticeKindNames.filter((one: NoticeKind) => kinds.includes(one)),
  digestAt: digest_at,
  quietFrom: quiet_from,
  quietTo: quiet_to,
  workingDaysOnly: working_days_only,
})

export const mailWish = async (db: Db, person: Person): Promise<MailWish | undefined> => {
  const row = await db.selectFrom('notice_mail').selectAll().where('person', '=', person.id).executeTakeFirst()
  return row && wishOf(row)
}

/** Told from this instant on; who changes the wish is told on from where they were. */
export const keepMailWish = async (db: Db, person: Person, wish: MailWish | undefined, today: Day): Promise<void> => {
  if (!wish) return void (await db.deleteFrom('notice_mail').where('person', '=', person.id).execute())
  const { address, kinds, digestAt, quietFrom, quietTo, workingDaysOnly } = wish
  const kept = {
    ...{ address, kinds: [...kinds], digest_at: digestAt },
    ...{ quiet_from: quietFrom, quiet_to: quietTo, working_days_only: workingDaysOnly },
  }
  await db
    .insertInto('notice_mail')
    .values({ person: person.id, ...kept, told_to: sql`statement_timestamp()`, told_on: today, digested_on: null })
    .onConflict((conflict) => conflict.column('person').doUpdateSet(kept))
    .execute()
}

/** Everybody who wants mail, works here still, and for an organ. */
export const mailReaders = async (db: Db): Promise<MailReader[]> => {
  const rows = await db
    .selectFrom('notice_mail as m')
    .innerJoin('staff as s', 's.id', 'm.person')
    .selectAll('m')
    .select(['s.name', 's.display_name', 's.organ', 's.roles'])
    .where('s.disabled_at', 'is', null)
    .orderBy('m.person')
    .execute()
  return rows.flatMap((row) => {
    const { person: id, name, display_name: displayName, organ, roles } = row
    if (organ === null) return []
    const person = { id, name, displayName, organ, roles: roles as Role[] }
    return [{ ...wishOf(row), person, digestedOn: row.digested_on }]
  })
}
