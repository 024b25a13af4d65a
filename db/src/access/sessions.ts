import { createHash, randomBytes } from 'node:crypto'
import type { Person, SignedIn } from '../cabinet.js'
import type { Db } from '../connect/connect.js'
import type { Keys } from '../keys.js'
import { admit, backOff, forgive, type Gate, perHour } from './attempts.js'
import { isCrowded, isPassword } from './password.js'

const minute = 60_000
/** A session ends after half an hour of nothing, and after twelve hours whatever happens. */
const IDLE = 30 * minute
const ABSOLUTE = 12 * 60 * minute
/** Being seen is written down at most this often. */
const GRAIN = 15_000
/** Failures of one address in an hour; a whole office may sit behind one. */
const PER_ADDRESS = 60

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

const personColumns = ['s.id', 's.name', 's.display_name', 's.organ', 's.roles'] as const

interface StaffRow {
  readonly id: string
  readonly name: string
  readonly display_name: string
  readonly organ: string | null
  readonly roles: Person['roles']
}

const personOf = ({ id, name, display_name, organ, roles }: StaffRow): Person => ({
  id,
  name,
  displayName: display_name,
  organ,
  roles,
})

const begin = async (db: Db, person: Person, now: Date): Promise<SignedIn> => {
  const token = randomBytes(32).toString('base64url')
  const ends = new Date(now.getTime() + ABSOLUTE)
  await db
    .insertInto('sessions')
    .values({ token_hash: hashOf(token), organ: person.organ, person: person.id, seen_at: now, ends_at: ends })
    .execute()
  return { token, person, endsAt: ends.toISOString() }
}

/** The same answer and the same work for an unknown name, a wrong password and a person who left. */
export const signIn = async (
  db: Db,
  keys: Keys,
  { name, password, address, now }: { name: string; password: string; address: string; now: Date },
): Promise<SignedIn | 'no' | 'tooMany'> => {
  const byName: Gate = { kind: 'signInName', key: name, rule: backOff }
  const byAddress: Gate = { kind: 'signInAddress', key: address, rule: perHour(PER_ADDRESS) }
  if (isCrowded() || !(await admit(db, keys, [byName, byAddress], now))) return 'tooMany'
  const row = await db
    .selectFrom('staff as s')
    .select([...personColumns, 's.password_hash'])
    .where('s.name', '=', name)
    .where('s.disabled_at', 'is', null)
    .executeTakeFirst()
  if (!(await isPassword(password, row?.password_hash)) || !row) return 'no'
  const forgiven = [
    { gate: byName, all: true },
    { gate: byAddress, all: false },
  ]
  await forgive(db, keys, forgiven, now)
  return begin(db, personOf(row), now)
}

/** Who holds this token now; being asked keeps the session awake. */
export const session = async (db: Db, token: string, now: Date): Promise<Person | undefined> => {
  const hash = hashOf(token)
  const row = await db
    .selectFrom('sessions as t')
    .innerJoin('staff as s', 's.id', 't.person')
    .select([...personColumns, 't.seen_at'])
    .where('t.token_hash', '=', hash)
    .where('t.ends_at', '>', now)
    .where('t.seen_at', '>', new Date(now.getTime() - IDLE))
    .where('s.disabled_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  if (now.getTime() - row.seen_at.getTime() > GRAIN)
    await db.updateTable('sessions').set({ seen_at: now }).where('token_hash', '=', hash).execute()
  return personOf(row)
}

export const signOut = async (db: Db, token: string): Promise<void> => {
  await db.deleteFrom('sessions').where('token_hash', '=', hashOf(token)).execute()
}
