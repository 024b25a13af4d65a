import type { SessionVia } from '../accounts.js'
import type { Knock, SignedIn } from '../cabinet.js'
import type { Db } from '../connect/connect.js'
import { admit, backOff, forgive, type Gate, perHour, since } from './attempts.js'
import type { Desk } from './desk.js'
import { isCrowded, isPassword } from './password.js'
import { type SecondFactor, useSecondFactor } from './second-factor.js'
import { writeDown } from './security-log.js'
import type { SecurityResult } from './security-names.js'
import { begin, hashOf, mustOf, newToken, personColumns, personOf, type StaffColumns, signOut } from './sessions.js'
import { subscriberOf } from './subscriber.js'

/** Failures of one address in an hour; a whole office may sit behind one. */
const PER_ADDRESS = 60
/** Failures for one name from devices nobody knows, in an hour, from all the world: the person's own device is not held up. */
const PER_NAME = 100
/** Wrong one-time codes behind a right password, in an hour. */
const PER_CODE = 10

/** Somebody at the door, as kept. */
export interface DoorRow extends StaffColumns, SecondFactor {
  readonly password_set_at: Date
  readonly must_change: boolean
  /** How often somebody was let go on: what was counted before counts no more. */
  readonly unlocks: number
}

interface Row extends DoorRow {
  readonly password_hash: string
  readonly one_time_until: Date | null
}

const rowOf = (db: Db, name: string): Promise<Row | undefined> =>
  db
    .selectFrom('staff as s')
    .innerJoin('credentials as c', 'c.person', 's.id')
    .select([...personColumns, 'c.password_hash', 'c.password_set_at', 'c.must_change', 'c.one_time_until'])
    .select(['c.totp_secret', 'c.totp_since', 'c.totp_step', 'c.recovery', 'c.unlocks'])
    .where('s.name', '=', name)
    .where('s.disabled_at', 'is', null)
    .executeTakeFirst()

/** Did this person sign in from this device before? Asked alike for names that do not exist. */
const knowsDevice = async (db: Db, { name, device = '' }: Knock): Promise<boolean> => {
  const row = await db
    .selectFrom('known_devices as d')
    .innerJoin('staff as s', 's.id', 'd.person')
    .select('s.id')
    .where('d.token_hash', '=', hashOf(device))
    .where('s.name', '=', name)
    .executeTakeFirst()
  return row !== undefined
}

/** How often the name was let go on; asked alike for names that do not exist. */
const unlocksOf = async (db: Db, name: string): Promise<number> => {
  const row = await db
    .selectFrom('staff as s')
    .innerJoin('credentials as c', 'c.person', 's.id')
    .select('c.unlocks')
    .where('s.name', '=', name)
    .executeTakeFirst()
  return row?.unlocks ?? 0
}

/** Name and address together get slow soon, each of them alone only late: no stranger can shut somebody else out. */
const gatesOf = ({ name, address }: Knock, known: boolean, unlocks: number): Gate[] => {
  const from = subscriberOf(address)
  return [
    { kind: 'signInPair', key: since(`${name}\n${known ? 'known device' : from}`, unlocks), rule: backOff },
    { kind: 'signInAddress', key: from, rule: perHour(PER_ADDRESS) },
    ...(known ? [] : [{ kind: 'signInName', key: since(name, unlocks), rule: perHour(PER_NAME) } as const]),
  ]
}

/** How coming in is written down. */
export const signInAct: Readonly<Record<SessionVia, 'signIn' | 'signOn'>> = { password: 'signIn', provider: 'signOn' }

type Answer = SignedIn | 'no' | 'tooMany' | 'totpNeeded'

/** How somebody comes in. */
export interface Entry extends Pick<Knock, 'now' | 'address' | 'program' | 'before'> {
  readonly secondFactor: boolean
  readonly via: SessionVia
  /** The device is to be known from now on. */
  readonly remember: boolean
}

/** In: what the browser held before is over, and a device nobody knew is known from now on. */
export const letIn = (desk: Desk, row: DoorRow, entry: Entry): Promise<SignedIn> =>
  desk.db.transaction().execute(async (tx) => {
    const { now, address, program, before, secondFactor, via } = entry
    const person = personOf(row)
    if (before) await signOut(tx, before)
    const begun = await begin(tx, desk, { person, now, address: subscriberOf(address), program, secondFactor, via })
    const device = entry.remember ? newToken() : undefined
    if (device)
      await tx
        .insertInto('known_devices')
        .values({ token_hash: hashOf(device), person: row.id, seen_at: now })
        .execute()
    const { organ, id, name } = person
    await writeDown(tx, { at: now, organ, person: id, name, act: signInAct[via], result: 'ok', address })
    const must = mustOf({ ...row, second_factor: secondFactor, via }, desk, now)
    return { ...begun, person, must, ...(device ? { device } : {}) }
  })

type Checked = 'yes' | 'no' | 'tooMany' | 'totpNeeded'

/** The second factor of who has one, however the first was shown. */
export const checkCode = async (
  desk: Desk,
  row: Pick<DoorRow, keyof SecondFactor | 'unlocks'>,
  knock: Pick<Knock, 'totp' | 'now'>,
): Promise<Checked> => {
  if (row.totp_since === null) return 'yes'
  if (!knock.totp) return 'totpNeeded'
  const gate: Gate = { kind: 'signInCode', key: since(row.id, row.unlocks), rule: perHour(PER_CODE) }
  if (!(await admit(desk.db, desk.keys, [gate], knock.now))) return 'tooMany'
  if (!(await useSecondFactor(desk, row, knock.totp, knock.now))) return 'no'
  await forgive(desk.db, desk.keys, [{ gate, all: true }], knock.now)
  return 'yes'
}

const check = async (desk: Desk, row: Row | undefined, knock: Knock): Promise<Checked> => {
  const right = await isPassword(knock.password, row?.password_hash)
  if (!right || !row || (row.one_time_until && row.one_time_until < knock.now)) return 'no'
  return checkCode(desk, row, knock)
}

const told = async (
  desk: Desk,
  row: Row | undefined,
  { name, address, now }: Knock,
  result: SecurityResult,
): Promise<void> => {
  const whose = { organ: row?.organ ?? null, person: row?.id ?? null }
  await writeDown(desk.db, { at: now, ...whose, name, act: 'signIn', result, address })
}

/**
 * The same answer and the same work for an unknown name, a wrong password and a person who left. Each knock counts
 * before it is looked at and is written down.
 */
export const signIn = async (desk: Desk, knock: Knock): Promise<Answer> => {
  const { db, keys } = desk
  const known = await knowsDevice(db, knock)
  const gates = gatesOf(knock, known, await unlocksOf(db, knock.name))
  if (isCrowded(known) || !(await admit(db, keys, gates, knock.now))) {
    // Once an hour for each address and name: a flood must not fill a log that nobody can shorten.
    const once: Gate = { kind: 'signInTold', key: `${knock.name}\n${subscriberOf(knock.address)}`, rule: perHour(1) }
    const perAddress: Gate = { kind: 'signInTold', key: subscriberOf(knock.address), rule: perHour(20) }
    if (await admit(db, keys, [once, perAddress], knock.now)) await told(desk, undefined, knock, 'tooMany')
    return 'tooMany'
  }
  const row = await rowOf(db, knock.name)
  const answer = await check(desk, row, knock)
  if (answer === 'yes' || answer === 'totpNeeded') {
    const forgiven = gates.map((gate) => ({ gate, all: answer === 'yes' && gate.kind === 'signInPair' }))
    await forgive(db, keys, forgiven, knock.now)
  }
  const secondFactor = row?.totp_since != null
  if (answer === 'yes' && row) return letIn(desk, row, { ...knock, secondFactor, via: 'password', remember: !known })
  const refused = answer === 'yes' ? 'no' : answer
  await told(desk, row, knock, refused)
  return refused
}
