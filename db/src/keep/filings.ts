import { admit, perHour } from '../access/attempts.js'
import { subscriberOf } from '../access/subscriber.js'
import type { Db } from '../connect/connect.js'
import type { Keys } from '../keys.js'

/** A hall full of people, or the customers of one carrier; a program that files all night is kept out. */
const PER_ADDRESS = 120

/**
 * Counts requests before they are filed online, a draft parted into several as several; false when this address has had
 * too many. Nobody is kept from asking: letters and the counter count nothing.
 */
export const admitFiling = (
  doors: Db,
  keys: Keys,
  { address, requests, now }: { readonly address: string; readonly requests: number; readonly now: Date },
): Promise<boolean> => {
  const gate = {
    kind: 'filing',
    key: subscriberOf(address),
    rule: perHour(PER_ADDRESS, requests),
    weight: requests,
  } as const
  return admit(doors, keys, [gate], now)
}
