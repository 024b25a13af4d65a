import type { Case } from '../case.js'
import type { Office } from '../office.js'
import { type Refusal, refuse } from '../refusal.js'

/**
 * Who handles the case or drafted its reply neither examines nor signs it, nor approves its extension (rulebook R35, R38, R55);
 * a person who is not named is not known.
 */
export const ownCase = ({ officer, draft }: Case, { actor: { person } }: Office): Refusal | undefined =>
  person !== undefined && [officer, draft?.by].includes(person) ? refuse('approverIsDrafter', { person }) : undefined
