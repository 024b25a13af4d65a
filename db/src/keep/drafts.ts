import { admit, type Gate, perHour } from '../access/attempts.js'
import { subscriberOf } from '../access/subscriber.js'
import type { Acting } from '../acting/acting.js'
import type { DraftWords, KeptDraft } from '../cabinet.js'
import type { Db } from '../connect/connect.js'
import type { Keys } from '../keys.js'
import { newQueryCode, normalCode } from '../ledger/query-code.js'

/** The desk that counts attempts, and the tables as somebody sees them. */
export interface Desk {
  readonly doors: Db
  readonly as: (acting: Acting) => Db
}

/** Many people of one carrier, or of one hall, come from one address. */
const NEW_PER_ADDRESS = 300
/** At 65 random bits these are no guesses; they keep a stranger from trying all night. */
const OPEN_PER_ADDRESS = 60

/** What is kept instead of the code. */
export const draftMac = (keys: Keys, code: string): Buffer => keys.mac(`draft\n${normalCode(code)}`)

/** Binds the sealed words to their draft. */
export const draftPlace = (mac: Buffer): string => `drafts ${mac.toString('hex')}`

const sealed = (keys: Keys, mac: Buffer, words: DraftWords): Buffer =>
  keys.seal(draftPlace(mac), Buffer.from(JSON.stringify(words), 'utf8'))

const gate = (what: 'newDraft' | 'openDraft', address: string): Gate => ({
  kind: 'lookUpAddress',
  key: `${what}\n${subscriberOf(address)}`,
  rule: perHour(what === 'newDraft' ? NEW_PER_ADDRESS : OPEN_PER_ADDRESS),
})

/** A draft begins; its code is told here and never again. */
export const newDraft = async (
  { doors, as }: Desk,
  keys: Keys,
  { words, expiresAt, address, now }: KeptDraft & { readonly address: string; readonly now: Date },
): Promise<{ code: string } | 'tooMany'> => {
  if (!(await admit(doors, keys, [gate('newDraft', address)], now))) return 'tooMany'
  const code = newQueryCode()
  const mac = draftMac(keys, code)
  const db = as({ kind: 'basket', mac })
  await db
    .insertInto('drafts')
    .values({ mac, sealed: sealed(keys, mac, words), expires_at: expiresAt })
    .execute()
  return { code }
}

export const draft = async (
  { as }: Pick<Desk, 'as'>,
  keys: Keys,
  code: string,
  now: Date,
): Promise<KeptDraft | undefined> => {
  const mac = draftMac(keys, code)
  const db = as({ kind: 'basket', mac })
  const row = await db
    .selectFrom('drafts')
    .select(['sealed', 'expires_at'])
    .where('mac', '=', mac)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row && { words: JSON.parse(keys.open(draftPlace(mac), row.sealed).toString()), expiresAt: row.expires_at }
}

/** By a code that was typed; every try counts. */
export const openDraft = async (
  { doors, as }: Desk,
  keys: Keys,
  { code, address, now }: { code: string; address: string; now: Date },
): Promise<KeptDraft | 'no' | 'tooMany'> => {
  if (!(await admit(doors, keys, [gate('openDraft', address)], now))) return 'tooMany'
  return (await draft({ as }, keys, code, now)) ?? 'no'
}

/** False when it has gone meanwhile; the files in it live as long as it does. */
export const keepDraft = async (
  { as }: Desk,
  keys: Keys,
  { code, kept: { words, expiresAt }, now }: { code: string; kept: KeptDraft; now: Date },
): Promise<boolean> => {
  const mac = draftMac(keys, code)
  const db = as({ kind: 'basket', mac })
  const { numUpdatedRows } = await db
    .updateTable('drafts')
    .set({ sealed: sealed(keys, mac, words), expires_at: expiresAt, updated_at: now })
    .where('mac', '=', mac)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await db.updateTable('uploads').set({ expires_at: expiresAt }).where('basket', '=', mac).execute()
  return true
}

export const dropDraft = async ({ as }: Desk, keys: Keys, code: string): Promise<void> => {
  const mac = draftMac(keys, code)
  const db = as({ kind: 'basket', mac })
  await db.deleteFrom('drafts').where('mac', '=', mac).execute()
  await db.deleteFrom('uploads').where('basket', '=', mac).execute()
}

/** Throws away drafts, and files nobody filed, whose time is over. */
export const dropExpired = async (db: Db, now: Date): Promise<void> => {
  await db.deleteFrom('drafts').where('expires_at', '<=', now).execute()
  await db.deleteFrom('uploads').where('expires_at', '<=', now).execute()
}
