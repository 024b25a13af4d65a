import { randomBytes } from 'node:crypto'
import type { KeptCase } from '../cabinet.js'
import type { Db } from '../connect/connect.js'
import { keptCase, withWords } from '../keep/cases.js'
import type { Keys } from '../keys.js'
import { codeMac, normalNumber, sameMac } from '../ledger/query-code.js'
import { admit, forgive, type Gate, perHour } from './attempts.js'

/** Wrong codes in an hour: for one case, and from one address. */
const PER_NUMBER = 10
const PER_ADDRESS = 30

/** What an unknown number is compared with. */
const nothing = randomBytes(32)

/**
 * A case by its number and query code. Unknown number and wrong code get the same answer after the same work; each
 * try counts before it is looked at, and a right one is given back, so that an applicant may look as often as he likes.
 */
export const lookUp = async (
  db: Db,
  keys: Keys,
  { number, code, address, now }: { number: string; code: string; address: string; now: Date },
): Promise<KeptCase | 'no' | 'tooMany'> => {
  const known = normalNumber(number).slice(0, 60)
  const gates: Gate[] = [
    { kind: 'lookUpNumber', key: known, rule: perHour(PER_NUMBER) },
    { kind: 'lookUpAddress', key: address, rule: perHour(PER_ADDRESS) },
  ]
  if (!(await admit(db, keys, gates, now))) return 'tooMany'
  const mac = codeMac(keys, known, code)
  const rows = await withWords(db).select('c.query_code_mac').where('c.number', '=', known).execute()
  const macs = rows.length > 0 ? rows.map(({ query_code_mac }) => query_code_mac ?? nothing) : [nothing]
  const at = macs.findIndex((one) => sameMac(one, mac))
  const found = rows[at]
  if (!found) return 'no'
  const forgiven = gates.map((gate) => ({ gate, all: false }))
  await forgive(db, keys, forgiven, now)
  return keptCase(found)
}
