import { sql } from 'kysely'
import { newQueryCode, normalCode, sameMac } from '../ledger/query-code.js'
import type { Desk } from './desk.js'
import { stepOf } from './totp.js'

/** The second factor as kept. */
export interface SecondFactor {
  readonly id: string
  readonly totp_secret: Buffer | null
  readonly totp_since: Date | null
  readonly totp_step: number | null
  readonly recovery: Buffer[]
}

/** Binds a sealed seed to its person. */
export const seedPlace = (person: string): string => `credentials.totp_secret ${person}`

/** As many as fit on a slip of paper; 65 random bits each. */
export const newRecoveryCodes = (): string[] => Array.from({ length: 8 }, newQueryCode)

export const recoveryMac = ({ keys }: Pick<Desk, 'keys'>, person: string, code: string): Buffer =>
  keys.mac(`recovery\n${person}\n${normalCode(code)}`)

const useCode = async ({ db, keys }: Desk, row: SecondFactor, code: string, now: Date): Promise<boolean> => {
  if (!row.totp_secret) return false
  const step = stepOf(keys.open(seedPlace(row.id), row.totp_secret), code, now, row.totp_step)
  if (step === undefined) return false
  // Two at once with one code: the row says who was first.
  const { numUpdatedRows } = await db
    .updateTable('credentials')
    .set({ totp_step: step })
    .where('person', '=', row.id)
    .where((is) => is.or([is('totp_step', 'is', null), is('totp_step', '<', step)]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const useRecovery = async (desk: Desk, row: SecondFactor, code: string): Promise<boolean> => {
  const mac = recoveryMac(desk, row.id, code)
  const left = row.recovery.filter((one) => !sameMac(one, mac))
  if (left.length === row.recovery.length) return false
  const { numUpdatedRows } = await desk.db
    .updateTable('credentials')
    .set({ recovery: left })
    .where('person', '=', row.id)
    .where(sql<boolean>`cardinality(recovery) = ${row.recovery.length}`)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** A one-time code, or a recovery code in its place; either opens once. */
export const useSecondFactor = (desk: Desk, row: SecondFactor, code: string, now: Date): Promise<boolean> =>
  /^[\d\s]{6,8}$/.test(code) ? useCode(desk, row, code, now) : useRecovery(desk, row, code)
