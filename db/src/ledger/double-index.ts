import type { Case } from '@zhiqing/casework'
import type { Keys } from '../keys.js'
import { normalWords } from './normal-words.js'

/** The same for the same applicant asking for the same thing; tells nothing without the key (rulebook R20, T5). */
export const doubleIndex = (keys: Keys, { applicant, information }: Case): Buffer =>
  keys.blind(`${normalWords(applicant.name)}\n${normalWords(information.description)}`)
