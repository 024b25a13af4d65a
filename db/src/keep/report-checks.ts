import { admit, perHour } from '../access/attempts.js'
import { subscriberOf } from '../access/subscriber.js'
import type { Db } from '../connect/connect.js'
import type { Keys } from '../keys.js'

/** An office checks the reports of all its towns in one sitting; a program that feeds us all night is kept out. */
const PER_ADDRESS = 120

/** Counts a check of somebody's published report; false when there were too many. Nothing of the report comes here. */
export const admitReportCheck = (
  doors: Db,
  keys: Keys,
  { address, now }: { readonly address: string; readonly now: Date },
): Promise<boolean> => {
  const key = `reportCheck\n${subscriberOf(address)}`
  return admit(doors, keys, [{ kind: 'lookUpAddress', key, rule: perHour(PER_ADDRESS) }], now)
}
