import type { Case } from '@zhiqing/casework'
import type { Keys } from '../keys.js'

const bare = (words: string | undefined): string => (words ?? '').normalize('NFKC').toUpperCase().replace(/\s/gu, '')

/**
 * The same for one applicant, and telling nothing without the key: the number of the identity paper, or else the name with
 * one way to reach it; a name alone is many people's.
 */
export const applicantIndex = (keys: Keys, { applicant: { name, idNumber, phone, email, address } }: Case): Buffer =>
  keys.blind(
    bare(idNumber) ? `applicant ${bare(idNumber)}` : `applicant ${bare(name)}\n${bare(phone ?? email ?? address)}`,
  )
