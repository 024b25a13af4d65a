import { createHash } from 'node:crypto'
import type { Case } from '@zhiqing/casework'
import { normalWords } from './normal-words.js'

/**
 * What is asked for, whoever asks (条例 44): by its title, else its description. Kept beside the case, so that what many ask
 * for is counted without reading anybody's words; goes with them when they are erased.
 */
export const topicOf = ({ information: { title, description } }: Case): Buffer | null => {
  const same = normalWords(title ?? '') || normalWords(description)
  return same === '' ? null : createHash('sha256').update(same).digest()
}
