import type { Case } from '@zhiqing/casework'
import type { Keys } from '../keys.js'

/** Widths, case, blanks and punctuation do not make another request. */
const normal = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{Cf}]/gu, '')

/** The same for the same applicant asking for the same thing; tells nothing without the key (rulebook R20, T5). */
export const doubleIndex = (keys: Keys, { applicant, information }: Case): Buffer =>
  keys.blind(`${normal(applicant.name)}\n${normal(information.description)}`)
