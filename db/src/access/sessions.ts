import { createHash, randomBytes } from 'node:crypto'
import type { Must, OwnSession, SessionPerson, SessionVia } from '../accounts.js'
import type { Person } from '../cabinet.js'
import type { Db } from '../connect/connect.js'
import { type Desk, needsTotp } from './desk.js'
import { isOutworn } from './password-policy.js'

const minute = 60_000
/** Being seen is written down at most this often. */
const GRAIN = 15_000

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
/** 256 random bits. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export const personColumns = ['s.id', 's.name', 's.display_name', 's.organ', 's.roles'] as const

export interface StaffColumns {
  readonly id: string
  readonly name: string
  readonly display_name: string
  readonly organ: string | null
  readonly roles: Person['roles']
}

export const personOf = ({ id, name, display_name, organ, roles }: StaffColumns): Person => ({
  id,
  name,
  displayName: display_name,
  organ,
  roles,
})

/** How somebody stands at the door. */
export interface Standing {
  readonly roles: Person['roles']
  readonly must_change: boolean | null
  readonly password_set_at: Date | null
  readonly second_factor: boolean
  readonly via: SessionVia
}

/** What comes first: a password of one's own, where one was used at all, then the second factor. */
export const mustOf = (standing: Standing, { rules }: Pick<Desk, 'rules'>, now: Date): Must | null => {
  const { roles, must_change, password_set_at, second_factor, via } = standing
  const outworn = must_change || (password_set_at && isOutworn(password_set_at, now, rules.passwords))
  if (outworn && via === 'password') return 'changePassword'
  return needsTotp(roles, rules) && !second_factor ? 'enrolTotp' : null
}

/** A new session. */
export interface Beginning {
  readonly person: Person
  readonly now: Date
  readonly address?: string | undefined
  readonly program?: string | undefined
  readonly secondFactor: boolean
  readonly via: SessionVia
}

/** A token nobody had before, whatever the browser came with. */
export const begin = async (db: Db, { rules }: Pick<Desk, 'rules'>, beginning: Beginning) => {
  const { person, now, address = null, program, secondFactor, via } = beginning
  const token = newToken()
  const ends = new Date(now.getTime() + rules.absoluteMinutes * minute)
  await db
    .insertInto('sessions')
    .values({
      ...{ token_hash: hashOf(token), organ: person.organ, person: person.id, began_at: now, seen_at: now },
      ...{ ends_at: ends, address, program: program?.slice(0, 120) ?? null, second_factor: secondFactor, via },
    })
    .execute()
  return { token, endsAt: ends.toISOString() }
}

/** Who holds this token now, and what they must do first; being asked keeps the session awake. */
export const session = async (desk: Desk, token: string, now: Date): Promise<SessionPerson | undefined> => {
  const hash = hashOf(token)
  const idle = new Date(now.getTime() - desk.rules.idleMinutes * minute)
  const row = await desk.db
    .selectFrom('sessions as t')
    .innerJoin('staff as s', 's.id', 't.person')
    .leftJoin('credentials as c', 'c.person', 't.person')
    .select([...personColumns, 't.seen_at', 't.id as session', 't.second_factor', 't.via'])
    .select(['c.must_change', 'c.password_set_at'])
    .where('t.token_hash', '=', hash)
    .where('t.ends_at', '>', now)
    .where('t.seen_at', '>', idle)
    .where('s.disabled_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  if (now.getTime() - row.seen_at.getTime() > GRAIN)
    await desk.db.updateTable('sessions').set({ seen_at: now }).where('token_hash', '=', hash).execute()
  return { ...personOf(row), sessionId: row.session, must: mustOf(row, desk, now), via: row.via }
}

export const signOut = async (db: Db, token: string): Promise<void> => {
  await db.deleteFrom('sessions').where('token_hash', '=', hashOf(token)).execute()
}

/** The sessions of somebody that are open now, the newest first. */
export const ownSessions = async ({ db, rules }: Desk, person: string, now: Date): Promise<OwnSession[]> => {
  const rows = await db
    .selectFrom('sessions')
    .select(['id', 'began_at', 'seen_at', 'ends_at', 'address', 'program'])
    .where('person', '=', person)
    .where('ends_at', '>', now)
    .where('seen_at', '>', new Date(now.getTime() - rules.idleMinutes * minute))
    .orderBy('began_at', 'desc')
    .execute()
  return rows.map(({ id, began_at, seen_at, ends_at, address, program }) => ({
    ...{ id, address, program },
    ...{ beganAt: began_at.toISOString(), seenAt: seen_at.toISOString(), endsAt: ends_at.toISOString() },
  }))
}

/** False where there is no such session, or it is somebody else's. */
export const endOwnSession = async (db: Db, person: string, id: string): Promise<boolean> => {
  if (!/^[0-9a-f-]{36}$/.test(id)) return false
  const gone = await db.deleteFrom('sessions').where('person', '=', person).where('id', '=', id).executeTakeFirst()
  return gone.numDeletedRows === 1n
}
