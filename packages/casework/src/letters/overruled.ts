import type { Case, Consultation } from '../case.js'
import type { Decision } from '../facts.js'
import { eachOf } from './items.js'

/** What one third party is told of its own information, and why it is given out all the same (条例 15, 32). */
export interface Overruled {
  readonly id: string
  readonly publicInterest?: boolean | undefined
  readonly content: string
  readonly reason: string
}

/** The third parties that a decision names as overruled. */
export const overruledIn = (decision: Decision): readonly Overruled[] =>
  eachOf(decision).flatMap(({ overruled }) => (Array.isArray(overruled) ? (overruled as Overruled[]) : []))

/** Third parties that did not consent to everything. */
const objectors = ({ consultations }: Case): Consultation[] =>
  consultations.filter(({ kind, opinion }) => kind === 'thirdParty' && (opinion === 'object' || opinion === 'partial'))

const gives = ({ outcome }: Decision): boolean => outcome === 'G2' || outcome === 'G3'

/** Withheld for third parties, so that what a party wanted kept may be kept. */
const keeps = ({ outcome, grounds = [] }: Decision): boolean => outcome === 'W4' || grounds.includes('W4')

const named = (all: readonly Decision[]): unknown[] =>
  all.flatMap(({ consultation, unaffected }) => [consultation, ...(Array.isArray(unaffected) ? unaffected : [])])

/**
 * Those whose information is given out over their objection: every one that no item names as kept or as not concerned. A
 * part withheld for third parties that names nobody keeps all but those named as overruled (rulebook R29).
 */
export const overruledParties = (decision: Decision, current: Case): Consultation[] => {
  const all = eachOf(decision)
  if (!all.some(gives)) return []
  const told = overruledIn(decision).map(({ id }) => id)
  const kept = named(all)
  const keepsAll = all.some((one) => keeps(one) && !one.consultation)
  return objectors(current).filter(({ id }) => told.includes(id) || !(keepsAll || kept.includes(id)))
}
