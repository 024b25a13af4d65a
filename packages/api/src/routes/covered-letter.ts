import { type Filed, isFiled, secretFields } from '@zhiqing/casework'
import type { KeptCase } from '@zhiqing/db'
import type { Fields } from '@zhiqing/letters'
import type { Services } from '../services.js'
import { coverFor, withheldFromAbove } from '../view/cover.js'

type LetterCode = Parameters<typeof secretFields>[0]['letter']

const hidden = '*'.repeat(13)

/** A letter as another reader may have it: its words, and nothing that is secret in them. */
export interface Covered {
  readonly code: string
  readonly fields: Fields
}

/**
 * The covered fields of a letter for the supervising organ. `withheld`: it is addressed to a third party or quotes one
 * (rulebook R85), or has the draft on it; undefined: there is no such letter.
 */
export const coveredFields = async (
  kept: KeptCase,
  n: number,
  { cabinet }: Pick<Services, 'cabinet'>,
): Promise<Covered | 'withheld' | undefined> => {
  const ledger: readonly Filed[] = await cabinet.ledger(kept.organ, kept.id)
  const issued = ledger.filter(isFiled('LetterIssued')).find(({ fact }) => fact.n === n)
  if (!issued) return undefined
  if (withheldFromAbove(kept, ledger).has(n)) return 'withheld'
  const { letter, fields } = issued.fact
  return { code: letter, fields: coverFor(kept, ledger)(withoutSecrets({ code: letter, fields })) }
}

const secretsOf = (code: string): Readonly<Record<string, unknown>> =>
  secretFields({ letter: code as LetterCode }, hidden) ?? {}

/** Does the letter tell something that only its addressee may know? */
export const hasSecrets = ({ code }: { readonly code: string }): boolean => Object.keys(secretsOf(code)).length > 0

/** The fields of a letter with its secrets (the query code of L03) covered. */
export const withoutSecrets = ({ code, fields }: { readonly code: string; readonly fields: object }): Fields =>
  ({ ...fields, ...secretsOf(code) }) as Fields

/** A copy of a letter for the supervising organ, printed from its covered fields and kept nowhere. */
export const coveredLetter = async (
  kept: KeptCase,
  n: number,
  services: Pick<Services, 'cabinet' | 'press'>,
): Promise<{ readonly code: string; readonly pdf: Uint8Array } | 'withheld' | undefined> => {
  const covered = await coveredFields(kept, n, services)
  if (typeof covered !== 'object') return covered
  return { code: covered.code, pdf: (await services.press.print(covered)).pdf }
}
