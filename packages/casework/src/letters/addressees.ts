import type { Case, Letter } from '../case.js'
import { seriesOf } from '../numbering.js'
import { line } from './context.js'

/** Whom a letter goes to. Personal: shown to those who put it into the post or serve it, and to nobody else. */
export interface Addressee {
  readonly name: string
  /** As the applicant wrote it; null where the case knows none. */
  readonly address: string | null
  readonly phone: string | null
}

/** Sheets that stay in the file have no 文号 and go to nobody. */
export const goesOut = ({ letter }: Pick<Letter, 'letter'>): boolean => seriesOf(letter) !== null

const named = (name: string): Addressee => ({ name: line(name), address: null, phone: null })

/**
 * Everybody a letter goes to: the party that was asked, the unit that assists, else the applicant and each co-applicant
 * (rulebook R100). None for a sheet that stays in the file.
 */
export const addresseesOf = (current: Case, letter: Pick<Letter, 'letter' | 'consultation'>): readonly Addressee[] => {
  if (!goesOut(letter)) return []
  if (['P04', 'P06', 'P07'].includes(letter.letter)) {
    const asked = current.consultations.find(({ id }) => id === letter.consultation)
    return asked ? [named(asked.party)] : []
  }
  if (letter.letter === 'L05') {
    const assisting = current.assistances.find(({ id }) => id === letter.consultation)
    return assisting ? [named(assisting.unit)] : []
  }
  return [current.applicant, ...current.coApplicants].map(({ name, address, phone }) => ({
    name: line(name) || '申请人',
    address: line(address) || null,
    phone: line(phone) || null,
  }))
}
