import { type Clock, type ClockVerb, runClock } from '@zhiqing/law'
import type { Case, Consultation } from './case.js'
import type { Office } from './office.js'

/** The reply clock of a case in its ordinary reading (rulebook C9, R30 with the organ's suspension basis). */
export const replyClock = (current: Case, office: Pick<Office, 'calendar'>): Clock =>
  runClock(current.verbs, office.calendar)

/** The extensions of the period that runs now; a restart forgets those before it (rulebook A6). */
export const extensionsOf = ({ verbs }: Case): ClockVerb[] =>
  verbs
    .slice(verbs.findLastIndex(({ verb }) => verb === 'start' || verb === 'restart') + 1)
    .filter(({ verb }) => verb === 'extend')

type Served = Pick<Consultation, 'id' | 'servedOn'>

const strictPause = (verb: ClockVerb & { key: string }, consulted: Served | undefined): ClockVerb[] => {
  if (!consulted?.servedOn) return []
  return [verb.verb === 'pause' ? { ...verb, on: consulted.servedOn } : verb]
}

/**
 * The strictest reading a court might take: from arrival where confirmation came later, only service → opinion left
 * out, and a correction told late does not stop anything (rulebook R12, R23, R30).
 */
export const strictClock = (current: Case, office: Pick<Office, 'calendar'>): Clock => {
  const verbs: ClockVerb[] = []
  let ignoring = false
  // One correction a hold, in order: two may be told on one day, and only one of them late.
  let corrections = 0
  for (const verb of current.verbs) {
    if (verb.verb === 'hold') ignoring = verb.article === 'ogi:30' && current.corrections[corrections++]?.late === true
    // An order to reply anew gives its own period, whatever became of the first.
    if (verb.verb === 'restart' && verb.article !== 'ogi:30') ignoring = false
    if (ignoring && verb.verb === 'restart') {
      ignoring = false
      if (verbs.at(-1)?.verb === 'end') verbs.pop()
    } else if (!(ignoring && verb.verb === 'hold')) verbs.push(...strictVerb(verb, current))
  }
  return runClock(verbs, office.calendar)
}

const strictVerb = (verb: ClockVerb, { arrivedOn, consultations, askings = [] }: Case): ClockVerb[] => {
  if (verb.verb === 'start') return [{ ...verb, on: arrivedOn }]
  if (verb.verb !== 'pause' && verb.verb !== 'resume') return [verb]
  return strictPause(
    verb,
    [...consultations, ...askings].find(({ id }: Served) => id === verb.key),
  )
}
