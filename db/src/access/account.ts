import type { AccountRefusal, AccountState, From, SessionPerson, SessionVia, TotpOffer } from '../accounts.js'
import type { Db } from '../connect/connect.js'
import { admit, backOff, forgive, type Gate, since } from './attempts.js'
import type { Desk } from './desk.js'
import { hashPassword, isCrowded, isPassword } from './password.js'
import { passwordFaults, passwordProfiles } from './password-policy.js'
import { newRecoveryCodes, recoveryMac, seedPlace } from './second-factor.js'
import { writeDown } from './security-log.js'
import { begin } from './sessions.js'
import { base32, newTotpSecret, stepOf, totpUri } from './totp.js'

const ISSUER = '知情'

export const no = (why: AccountRefusal['no'], ...zh: string[]): AccountRefusal => ({ no: why, zh })

const kept = (db: Db, person: string) =>
  db.selectFrom('credentials').selectAll().where('person', '=', person).executeTakeFirstOrThrow()

export const account = async ({ db }: Desk, person: SessionPerson): Promise<AccountState> => {
  const row = await kept(db, person.id)
  return {
    totp: row.totp_since !== null,
    recoveryCodesLeft: row.recovery.length,
    passwordSetAt: row.password_set_at.toISOString(),
    must: person.must ?? null,
  }
}

type Proof = 'account' | 'enrolTotp'

/** What somebody signed in could not show that they know. */
const notProven = ({ db }: Desk, { organ, id, name }: SessionPerson, act: Proof, { address, now }: From) =>
  writeDown(db, { at: now, organ, person: id, name, act, result: 'no', address })

/** Whoever found an open screen must not guess the password at leisure. */
const proven = async (
  desk: Desk,
  person: SessionPerson,
  { password, ...from }: From & { readonly password: string },
): Promise<AccountRefusal | null> => {
  const { now } = from
  const { password_hash, unlocks } = await kept(desk.db, person.id)
  const gate: Gate = { kind: 'account', key: since(person.id, unlocks), rule: backOff }
  if (isCrowded() || !(await admit(desk.db, desk.keys, [gate], now))) return no('tooMany', '尝试次数过多，请稍后再试')
  if (!(await isPassword(password, password_hash))) {
    await notProven(desk, person, 'account', from)
    return no('wrong', '现在的密码不正确')
  }
  await forgive(desk.db, desk.keys, [{ gate, all: true }], now)
  return null
}

const wasUsed = async (next: string, hashes: readonly string[]): Promise<boolean> => {
  for (const hash of hashes) if (await isPassword(next, hash)) return true
  return false
}

const renewed = async (
  tx: Db,
  desk: Desk,
  {
    person,
    act,
    ...how
  }: { person: SessionPerson; act: 'changePassword' | 'enrolTotp'; secondFactor: boolean; via: SessionVia },
  { address, now }: From,
) => {
  await tx.deleteFrom('sessions').where('person', '=', person.id).execute()
  const { id, organ, name } = person
  await writeDown(tx, { at: now, organ, person: id, name, act, result: 'ok', address })
  return begin(tx, desk, { person, now, address, ...how })
}

const hadSecondFactor = async ({ db }: Desk, { sessionId }: SessionPerson): Promise<boolean> => {
  if (!sessionId) return false
  const row = await db.selectFrom('sessions').select('second_factor').where('id', '=', sessionId).executeTakeFirst()
  return row?.second_factor ?? false
}

/** Changes one's own password: all sessions end, and a new one begins. */
export const changePassword = async (
  desk: Desk,
  person: SessionPerson,
  { current, next, ...from }: From & { readonly current: string; readonly next: string },
) => {
  const unproven = await proven(desk, person, { password: current, ...from })
  if (unproven) return unproven
  const { passwords } = desk.rules
  const faults = passwordFaults(next, [person.name, person.displayName, 'zhiqing', ISSUER], passwords)
  if (faults.length > 0) return no('unfit', ...faults)
  const { password_hash, earlier } = await kept(desk.db, person.id)
  const { history } = passwordProfiles[passwords]
  const before = [password_hash, ...earlier].slice(0, history)
  if (await wasUsed(next, before)) return no('unfit', `不能与最近用过的${history}个密码相同`)
  const [hash, secondFactor] = [await hashPassword(next), await hadSecondFactor(desk, person)]
  return desk.db.transaction().execute(async (tx) => {
    const fresh = { password_hash: hash, password_set_at: from.now, must_change: false, one_time_until: null }
    await tx
      .updateTable('credentials')
      .set({ ...fresh, earlier: before })
      .where('person', '=', person.id)
      .execute()
    return renewed(tx, desk, { person, secondFactor, via: 'password', act: 'changePassword' }, from)
  })
}

/** A new seed, sealed and not yet asked for; one that is in use is taken away by the security administrator alone. */
export const offerTotp = async (
  desk: Desk,
  person: SessionPerson,
  asked: From & { readonly password: string },
): Promise<TotpOffer | AccountRefusal> => {
  const unproven = await proven(desk, person, asked)
  if (unproven) return unproven
  const secret = newTotpSecret()
  const { numUpdatedRows } = await desk.db
    .updateTable('credentials')
    .set({ totp_secret: desk.keys.seal(seedPlace(person.id), secret) })
    .where('person', '=', person.id)
    .where('totp_since', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return no('unfit', '动态口令已经绑定；换手机的，请本机关的安全管理员先行重置')
  return { secret: base32(secret), uri: totpUri(secret, person.name, ISSUER) }
}

/** The first code proves that the seed arrived; recovery codes are told this once, and all other sessions end. */
export const confirmTotp = async (
  desk: Desk,
  person: SessionPerson,
  { code, ...from }: From & { readonly code: string },
) => {
  const row = await kept(desk.db, person.id)
  const gate: Gate = { kind: 'account', key: since(`${person.id} code`, row.unlocks), rule: backOff }
  if (!(await admit(desk.db, desk.keys, [gate], from.now))) return no('tooMany', '尝试次数过多，请稍后再试')
  if (!row.totp_secret || row.totp_since) return no('unfit', '没有等待确认的动态口令，请先取得新的种子')
  const step = stepOf(desk.keys.open(seedPlace(person.id), row.totp_secret), code, from.now, null)
  if (step === undefined) {
    await notProven(desk, person, 'enrolTotp', from)
    return no('wrong', '动态口令不正确；请核对手机的时间')
  }
  const recoveryCodes = newRecoveryCodes()
  const recovery = recoveryCodes.map((one) => recoveryMac(desk, person.id, one))
  return desk.db.transaction().execute(async (tx) => {
    await tx
      .updateTable('credentials')
      .set({ totp_since: from.now, totp_step: step, recovery })
      .where('person', '=', person.id)
      .execute()
    const how = { secondFactor: true, via: person.via ?? 'password' }
    return { ...(await renewed(tx, desk, { person, act: 'enrolTotp', ...how }, from)), recoveryCodes }
  })
}
