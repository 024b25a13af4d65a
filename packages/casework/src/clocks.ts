import { type Clock, type ClockVerb, type Day, runClock } from '@zhiqing/law'
import type { Case, Consultation } from './case.js'
import type { Office } from './office.js'

/** The reply clock of a case in its ordinary reading (rulebook C9, R30 with the organ's suspension basis). */
export const replyClock = (current: Case, office: Pick<Office, 'calendar'>): Clock =>
  runClock(current.verbs, office.calendar)

const strictPause = (verb: ClockVerb & { key: string }, consulted: Consultation | undefined): ClockVerb[] => {
  if (!consulted?.servedOn) return []
  return [verb.verb === 'pause' ? { ...verb, on: consulted.servedOn } : verb]
}

/** Verbs of a correction told late are as if never done: the safe reading keeps the original period (rulebook R23). */
const lateHolds = (current: Case): Set<Day> =>
  new Set(current.corrections.filter(({ late }) => late).map(({ requestedOn }) => requestedOn))

/**
 * The strictest reading a court might take: from arrival where confirmation came later, only service → opinion left
 * out, and a correction told late does not stop anything (rulebook R12, R23, R30).
 */
export const strictClock = (current: Case, office: Pick<Office, 'calendar'>): Clock => {
  const late = lateHolds(current)
  const verbs: ClockVerb[] = []
  let ignoring = false
  for (const verb of current.verbs) {
    if (verb.verb === 'hold') ignoring = verb.article === 'ogi:30' && late.has(verb.on)
    // An order to reply anew gives its own period, whatever became of the first.
    if (verb.verb === 'restart' && verb.article !== 'ogi:30') ignoring = false
    if (ignoring && verb.verb === 'restart') {
      ignoring = false
      if (verbs.at(-1)?.verb === 'end') verbs.pop()
    } else if (!(ignoring && verb.verb === 'hold')) verbs.push(...strictVerb(verb, current))
  }
  return runClock(verbs, office.calendar)
}

const strictVerb = (verb: ClockVerb, { arrivedOn, consultations }: Case): ClockVerb[] => {
  if (verb.verb === 'start') return [{ ...verb, on: arrivedOn }]
  if (verb.verb !== 'pause' && verb.verb !== 'resume') return [verb]
  return strictPause(
    verb,
    consultations.find(({ id }) => id === verb.key),
  )
}
