import type { Acting } from '../acting/acting.js'
import type { KeptCase } from '../cabinet.js'
import type { Db } from '../connect/connect.js'
import { findCase } from '../keep/cases.js'
import type { Keys } from '../keys.js'
import { codeMac, normalNumber, sameMac } from '../ledger/query-code.js'
import { admit, forgive, type Gate, perHour } from './attempts.js'
import { subscriberOf } from './subscriber.js'

/**
 * Wrong codes in an hour: for one case from one address, from one address, and for one case from all the world. The
 * last is so high because numbers are given in order: at ten, a stranger who counts could lock any applicant out of
 * his own case with ten wrong codes. At a thousand it takes a crowd of addresses, every hour anew; and at 65 random
 * bits a thousand guesses an hour are still none.
 */
const PER_PAIR = 10
const PER_ADDRESS = 30
const PER_NUMBER = 1000

/**
 * A case by its number and query code. Unknown number and wrong code get the same answer after the same work; each
 * try counts before it is looked at, and a right one is given back, so that an applicant may look as often as he likes.
 * The database shows no row to who does not bring both; the digest is compared once more here.
 */
export const lookUp = async (
  { doors, as }: { readonly doors: Db; readonly as: (acting: Acting) => Db },
  keys: Keys,
  { number, code, address, now }: { number: string; code: string; address: string; now: Date },
): Promise<KeptCase | 'no' | 'tooMany'> => {
  const known = normalNumber(number).slice(0, 60)
  const from = subscriberOf(address)
  const gates: Gate[] = [
    // A normal number holds no line end, so nobody can type the key of somebody else's pair as a number.
    { kind: 'lookUpNumber', key: `${known}\n${from}`, rule: perHour(PER_PAIR) },
    { kind: 'lookUpNumber', key: known, rule: perHour(PER_NUMBER) },
    { kind: 'lookUpAddress', key: from, rule: perHour(PER_ADDRESS) },
  ]
  if (!(await admit(doors, keys, gates, now))) return 'tooMany'
  const mac = codeMac(keys, known, code)
  const rows = await as({ kind: 'code', number: known, mac })
    .selectFrom('cases')
    .select(['organ', 'id', 'query_code_mac'])
    .where('number', '=', known)
    .execute()
  const row = rows.find(({ query_code_mac }) => query_code_mac && sameMac(query_code_mac, mac))
  if (!row) return 'no'
  const forgiven = gates.map((gate) => ({ gate, all: false }))
  await forgive(doors, keys, forgiven, now)
  const found = await findCase(as({ kind: 'case', organ: row.organ, caseId: row.id }), keys, row.organ, row.id)
  return found ?? 'no'
}
