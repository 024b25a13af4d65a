import type { KeptCase } from '@zhiqing/db'
import type { Services } from '../services.js'
import { type Cover, coverFor } from './cover.js'

/** What covers a case for the supervising organ. */
export const coverOf = async (kept: KeptCase, { cabinet }: Services): Promise<Cover> =>
  coverFor(kept, await cabinet.ledger(kept.organ, kept.id))

/** The same for a page of them. */
export const coversOf = async (
  cases: readonly KeptCase[],
  { cabinet }: Services,
): Promise<(kept: KeptCase) => Cover> => {
  const ledgers = await cabinet.ledgers(cases)
  return (kept) => coverFor(kept, ledgers.get(kept.id) ?? [])
}
