import { type Filed, isFiled, secretFields } from '@zhiqing/casework'
import type { KeptCase } from '@zhiqing/db'
import type { Fields } from '@zhiqing/letters'
import type { Services } from '../services.js'
import { coverFor, withheldFromAbove } from '../view/cover.js'

const hidden = '*'.repeat(13)

/**
 * A copy of a letter for the supervising organ, printed from its covered fields and kept nowhere. `withheld`: it is
 * addressed to a third party or quotes one (rulebook R85), or has the draft on it; undefined: there is no such letter.
 */
export const coveredLetter = async (
  kept: KeptCase,
  n: number,
  { cabinet, press }: Pick<Services, 'cabinet' | 'press'>,
): Promise<{ readonly code: string; readonly pdf: Uint8Array } | 'withheld' | undefined> => {
  const ledger: readonly Filed[] = await cabinet.ledger(kept.organ, kept.id)
  const issued = ledger.filter(isFiled('LetterIssued')).find(({ fact }) => fact.n === n)
  if (!issued) return undefined
  if (withheldFromAbove(kept, ledger).has(n)) return 'withheld'
  const { letter, fields } = issued.fact
  const secrets = Object.keys(secretFields({ letter }, hidden) ?? {}).map((name) => [name, hidden])
  const covered = coverFor(kept, ledger)({ ...fields, ...Object.fromEntries(secrets) }) as Fields
  return { code: letter, pdf: (await press.print({ code: letter, fields: covered })).pdf }
}
