import { type ArticleRef, type Clock, type ClockVerb, runClock } from '@zhiqing/law'
import type { Case, Consultation } from './case.js'
import type { Office } from './office.js'

/** The reply clock of a case in its ordinary reading (rulebook C9, R30 with the organ's suspension basis). */
export const replyClock = (current: Case, office: Pick<Office, 'calendar'>): Clock =>
  runClock(current.verbs, office.calendar)

type Extend = Extract<ClockVerb, { verb: 'extend' }>

const extensionsSince = (verbs: readonly ClockVerb[], begins: (verb: ClockVerb) => boolean): Extend[] =>
  verbs.slice(verbs.findLastIndex(begins) + 1).filter((verb) => verb.verb === 'extend')

const beginsPeriod = ({ verb }: ClockVerb): boolean => verb === 'start' || verb === 'restart'

/** What the applicant corrected or paid begins a period anew, and not another request (条例 30, 办法 6). */
const sameRequest: readonly ArticleRef[] = ['ogi:30', 'fee:6']

const beginsRound = (verb: ClockVerb): boolean =>
  verb.verb === 'start' || (verb.verb === 'restart' && !sameRequest.includes(verb.article))

/** The extensions of the period that runs now; a restart forgets those before it. */
export const extensionsOf = ({ verbs }: Case): Extend[] => extensionsSince(verbs, beginsPeriod)

/**
 * What was extended already, as the organ reads 条例 33.2: in the period that runs now, or since the request (or the order to
 * reply anew) came in, whatever was corrected or paid between (rulebook A6).
 */
export const extendedSoFar = (current: Case, { settings }: Pick<Office, 'settings'>) => {
  const together = settings.extensionAfterRestart === 'together'
  const taken = together ? extensionsSince(current.verbs, beginsRound) : extensionsOf(current)
  return { times: taken.length, workingDays: taken.reduce((sum, { workingDays }) => sum + workingDays, 0) }
}

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
