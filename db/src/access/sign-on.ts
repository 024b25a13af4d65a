import type { SignedIn } from '../cabinet.js'
import type { Db } from '../connect/connect.js'
import type { Keys } from '../keys.js'
import type { Subject, VouchedFor } from '../sign-ons.js'
import { admit, forgive, type Gate, perHour } from './attempts.js'
import type { Desk } from './desk.js'
import { writeDown } from './security-log.js'
import type { SecurityResult } from './security-names.js'
import { personColumns } from './sessions.js'
import { checkCode, letIn, signInAct } from './sign-in.js'
import { subscriberOf } from './subscriber.js'

/** Sign-ons of one address in an hour that came to nothing; a whole office may sit behind one. */
const PER_ADDRESS = 60

/** What is kept of somebody at a provider. */
export const subMac = (keys: Keys, { issuer, sub }: Subject): Buffer => keys.mac(`sign-on\n${issuer}\n${sub}`)

/** Whom the provider brought, where no account of ours has a name for it. */
const providerName = '（统一身份认证）'

const gateOf = (address: string): Gate => ({
  kind: 'signInAddress',
  key: `sign-on\n${subscriberOf(address)}`,
  rule: perHour(PER_ADDRESS),
})

/** Counts a way back from the provider before it is looked at. */
export const admitSignOn = ({ db, keys }: Desk, address: string, now: Date): Promise<boolean> =>
  admit(db, keys, [gateOf(address)], now)

/** It came to something: what was counted at that instant is given back. */
export const forgiveSignOn = ({ db, keys }: Desk, address: string, now: Date): Promise<void> =>
  forgive(db, keys, [{ gate: gateOf(address), all: false }], now)

/** Before anybody is known: what the provider said was not proven, or there was too much of it. */
export const tellSignOn = async (
  { db }: Desk,
  { result, address, now }: { result: SecurityResult; address: string; now: Date },
): Promise<void> => {
  const nobody = { organ: null, person: null, name: providerName }
  await writeDown(db, { at: now, ...nobody, act: signInAct.provider, result, address })
}

const flowPlace = (who: string): string => `sign-on flow ${who}`

export const sealFlow = ({ keys }: Desk, who: string, words: string): string =>
  keys.seal(flowPlace(who), Buffer.from(words, 'utf8')).toString('base64url')

export const openFlow = ({ keys }: Desk, who: string, sealed: string): string | undefined => {
  try {
    return keys.open(flowPlace(who), Buffer.from(sealed, 'base64url')).toString()
  } catch {
    return undefined
  }
}

/** Joins a person to who they are at the provider. */
export const join = async (db: Db, keys: Keys, of: Subject & { readonly person: string }, now: Date): Promise<void> => {
  const { issuer, person } = of
  await db
    .insertInto('staff_sign_ons')
    .values({ issuer, sub_mac: subMac(keys, of), person, joined_at: now })
    .execute()
}

export const part = async (db: Db, person: string): Promise<void> => {
  await db.deleteFrom('staff_sign_ons').where('person', '=', person).execute()
}

const rowOf = ({ db, keys }: Desk, subject: Subject) =>
  db
    .selectFrom('staff_sign_ons as o')
    .innerJoin('staff as s', 's.id', 'o.person')
    .innerJoin('credentials as c', 'c.person', 's.id')
    .select([...personColumns, 's.disabled_at', 'c.password_set_at', 'c.must_change'])
    .select(['c.totp_secret', 'c.totp_since', 'c.totp_step', 'c.recovery', 'c.unlocks'])
    .where('o.issuer', '=', subject.issuer)
    .where('o.sub_mac', '=', subMac(keys, subject))
    .executeTakeFirst()

/** Why somebody who is known outside does not come in here. */
export type NotIn = 'unknown' | 'disabled' | 'no' | 'tooMany' | 'totpNeeded'

/**
 * Somebody the provider vouches for. Nobody is made by it: who is joined to no account is refused. The second factor is
 * asked for here where the account has one and the provider did not do it.
 */
export const signOn = async (desk: Desk, knock: VouchedFor): Promise<SignedIn | NotIn> => {
  const row = await rowOf(desk, knock)
  const refuse = async (result: NotIn): Promise<NotIn> => {
    const whose = { organ: row?.organ ?? null, person: row?.id ?? null, name: row?.name ?? providerName }
    await writeDown(desk.db, { at: knock.now, ...whose, act: signInAct.provider, result, address: knock.address })
    return result
  }
  if (!row) return refuse('unknown')
  if (row.disabled_at) return refuse('disabled')
  const checked = knock.secondFactor ? 'yes' : await checkCode(desk, row, knock)
  if (checked !== 'yes') return refuse(checked)
  const secondFactor = knock.secondFactor || row.totp_since !== null
  return letIn(desk, row, { ...knock, secondFactor, via: 'provider', remember: false })
}
