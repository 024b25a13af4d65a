import { type Filed, signingOf } from '@zhiqing/casework'
import type { KeptLetter } from '@zhiqing/db'
import type { Services } from './services.js'

/**
 * L08 is one paper from the draft to the signature (rulebook R55): its words as issued at the approval stay as they are, in the
 * ledger and in the kept print; once the draft was signed or given back it is shown with that, printed anew and kept nowhere.
 * Null for any other letter, and while nobody has signed.
 */
export const filledSheet = (letter: KeptLetter, ledger: readonly Filed[]): KeptLetter | null => {
  const signing = signingOf(ledger, letter.n)
  return signing && { ...letter, fields: { ...letter.fields, ...signing } }
}

/** The same for a letter at hand without the ledger, which is read for L08 alone. */
export const sheetOf = async (
  letter: KeptLetter,
  { cabinet }: Pick<Services, 'cabinet'>,
): Promise<KeptLetter | null> =>
  letter.code === 'L08' ? filledSheet(letter, await cabinet.ledger(letter.organ, letter.caseId)) : null
