import { randomUUID } from 'node:crypto'
import type { KeptCase } from '../cabinet.js'
import type { Db } from '../connect/connect.js'
import { told as faults } from '../fault.js'
import { keptCase, withWords } from '../keep/cases.js'
import type { Keys } from '../keys.js'
import type { ApplicantAccount, Applicants, ApplicantWords, VouchedApplicant } from '../sign-ons.js'
import type { Desk } from './desk.js'
import { writeDown } from './security-log.js'
import { hashOf, newToken } from './sessions.js'
import { subMac } from './sign-on.js'

const minute = 60_000
/** Being seen is written down at most this often. */
const GRAIN = 15_000
const MOST_CASES = 100

/** Binds the sealed words to their account. */
export const accountPlace = (id: string): string => `applicant_accounts ${id}`

const sealed = (keys: Keys, id: string, { name, idNumber }: ApplicantWords): Buffer =>
  keys.seal(accountPlace(id), Buffer.from(JSON.stringify({ name, idNumber }), 'utf8'))

/** The account of this person: made where there is none, told anew what the provider tells now. */
const accountOf = async (tx: Db, keys: Keys, asked: VouchedApplicant): Promise<string> => {
  const sub_mac = subMac(keys, asked)
  const { issuer, now } = asked
  const id = randomUUID()
  const row = await tx
    .insertInto('applicant_accounts')
    .values({ id, issuer, sub_mac, sealed: sealed(keys, id, asked.words), created_at: now })
    .onConflict((conflict) => conflict.columns(['issuer', 'sub_mac']).doUpdateSet({ issuer }))
    .returning('id')
    .executeTakeFirstOrThrow()
  if (row.id !== id)
    await tx
      .updateTable('applicant_accounts')
      .set({ sealed: sealed(keys, row.id, asked.words) })
      .where('id', '=', row.id)
      .execute()
  return row.id
}

const told = (
  tx: Db,
  act: 'applicantSignOn' | 'applicantClose',
  { account, address, now }: { account: string; address: string; now: Date },
) => writeDown(tx, { at: now, organ: null, person: account, name: '（申请人）', act, result: 'ok', address })

/** In, with a token nobody had before; what the browser held is over. */
export const applicantIn = (desk: Desk, asked: VouchedApplicant): Promise<{ token: string; endsAt: string }> =>
  desk.db.transaction().execute(async (tx) => {
    const { now, address, before } = asked
    const account = await accountOf(tx, desk.keys, asked)
    if (before) await tx.deleteFrom('applicant_sessions').where('token_hash', '=', hashOf(before)).execute()
    const token = newToken()
    const ends = new Date(now.getTime() + desk.rules.absoluteMinutes * minute)
    await tx
      .insertInto('applicant_sessions')
      .values({ token_hash: hashOf(token), account, seen_at: now, ends_at: ends })
      .execute()
    await told(tx, 'applicantSignOn', { account, address, now })
    return { token, endsAt: ends.toISOString() }
  })

const session = async ({ db, keys, rules }: Desk, token: string, now: Date): Promise<ApplicantAccount | undefined> => {
  const hash = hashOf(token)
  const row = await db
    .selectFrom('applicant_sessions as t')
    .innerJoin('applicant_accounts as a', 'a.id', 't.account')
    .select(['a.id', 'a.sealed', 't.seen_at'])
    .where('t.token_hash', '=', hash)
    .where('t.ends_at', '>', now)
    .where('t.seen_at', '>', new Date(now.getTime() - rules.idleMinutes * minute))
    .executeTakeFirst()
  if (!row) return undefined
  if (now.getTime() - row.seen_at.getTime() > GRAIN)
    await db.updateTable('applicant_sessions').set({ seen_at: now }).where('token_hash', '=', hash).execute()
  return { id: row.id, ...(JSON.parse(keys.open(accountPlace(row.id), row.sealed).toString()) as ApplicantWords) }
}

const close = (desk: Desk, token: string, { address, now }: { address: string; now: Date }): Promise<void> =>
  desk.db.transaction().execute(async (tx) => {
    const held = await tx
      .selectFrom('applicant_sessions')
      .select('account')
      .where('token_hash', '=', hashOf(token))
      .executeTakeFirst()
    if (!held) return
    await tx.deleteFrom('applicant_accounts').where('id', '=', held.account).execute()
    await told(tx, 'applicantClose', { account: held.account, address, now })
  })

const ownCases = async (seen: Db, keys: Keys): Promise<KeptCase[]> => {
  const rows = await withWords(seen)
    .innerJoin('account_cases as a', (on) => on.onRef('a.organ', '=', 'c.organ').onRef('a.case_id', '=', 'c.id'))
    .orderBy('c.filed', 'desc')
    .limit(MOST_CASES)
    .execute()
  return rows.map((row) => keptCase(row, keys))
}

/** Sessions are kept at the door; cases are seen, and added, as the one who asks may. */
export const applicantsOf = (desk: Desk, seen: Db): Applicants => ({
  session: faults((token, now) => session(desk, token, now)),
  signOut: faults(async (token) => {
    await desk.db.deleteFrom('applicant_sessions').where('token_hash', '=', hashOf(token)).execute()
  }),
  cases: faults(() => ownCases(seen, desk.keys)),
  addCase: faults(async ({ account, organ, caseId, now }) => {
    await seen
      .insertInto('account_cases')
      .values({ account, organ, case_id: caseId, added_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }),
  close: faults((token, from) => close(desk, token, from)),
})
