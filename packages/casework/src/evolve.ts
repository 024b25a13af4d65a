import type { ArticleRef, ClockVerb, Day } from '@zhiqing/law'
import {
  type ClockParams,
  type ConsultationEvent,
  consultationStart,
  type LetterParams,
  type Position,
  type RemedyEvent,
  requestStart,
  requestStartOf,
  type Stepped,
  stepConsultation,
  stepRemedy,
  stepRequest,
} from '@zhiqing/workflows'
import type { Case, Consultation } from './case.js'
import type { ConsulteeKind, Fact, FactOf } from './facts.js'
import { record } from './record.js'

/** A case after a fact, and the letters the machine wants made of it. */
export interface Evolved {
  readonly current: Case
  readonly letters: readonly LetterParams[]
}

/** The clock verb that a machine's step means for this fact: the legal day stands in the field the step names. */
const verbOf = ({ verb, day, article }: ClockParams, fact: Fact): ClockVerb => {
  const fields = fact as unknown as Record<string, unknown>
  const on = fields[day] as Day | undefined
  if (!on) throw new Error(`${fact.type} has no ${day} for ${verb}`)
  switch (verb) {
    case 'pause':
    case 'resume':
      return { verb, on, article, key: fields.id as string }
    case 'extend':
      return { verb, on, article, workingDays: fields.workingDays as number }
    case 'defer':
      return {
        verb,
        on,
        article: (fields.orderArticle as ArticleRef | undefined) ?? article,
        until: fields.until as Day,
      }
    case 'restart':
      return {
        verb,
        on,
        article: (fields.orderArticle as ArticleRef | undefined) ?? article,
        ...(fact.type === 'RedoOrdered' && fact.periodWorkingDays ? { workingDays: fact.periodWorkingDays } : {}),
      }
    case 'start':
      return { verb, on, article: (fields.receiptArticle as ArticleRef | undefined) ?? article }
    default:
      return { verb, on, article }
  }
}

const kinds: Partial<Record<Fact['type'], ConsulteeKind>> = {
  ThirdPartyConsulted: 'thirdParty',
  CoProducerConsulted: 'coProducer',
  OrganConsulted: 'other',
}

type Asked = FactOf<'ThirdPartyConsulted' | 'CoProducerConsulted' | 'OrganConsulted'>

const opened = (fact: Asked): Consultation => ({
  id: fact.id,
  kind: kinds[fact.type] ?? 'other',
  party: fact.type === 'ThirdPartyConsulted' ? fact.party : fact.organ,
  interest: fact.type === 'ThirdPartyConsulted' ? fact.interest : null,
  information: fact.information ?? null,
  at: consultationStart,
  dispatchedOn: fact.dispatchedOn,
  servedOn: null,
  endedOn: null,
  opinion: null,
  reasons: null,
  ...(fact.type === 'OrganConsulted' && fact.chaseWorkingDays ? { chaseWorkingDays: fact.chaseWorkingDays } : {}),
})

/** The consultation a fact belongs to; a new one when the fact opens it. */
const consultationOf = (current: Case, fact: Fact): Consultation | undefined => {
  if (fact.type === 'ThirdPartyConsulted' || fact.type === 'CoProducerConsulted' || fact.type === 'OrganConsulted')
    return opened(fact)
  if (!('id' in fact) || !fact.id) return undefined
  return current.consultations.find(({ id }) => id === fact.id)
}

/** What is kept of a step: the position, without what followed from it. */
const positionOf = <Context>({ version, state, context }: Stepped<Context>): Position<Context> => ({
  ...(version === undefined ? {} : { version }),
  state,
  context,
})

/** Runs the consultation's own machine and puts it back among the case's consultations. */
const consult = (current: Case, fact: Fact): { current: Case; clock: readonly ClockParams[] } => {
  const before = consultationOf(current, fact)
  if (!before) return { current, clock: [] }
  const stepped = stepConsultation(before.at, fact as unknown as ConsultationEvent)
  if (!stepped) throw new Error(`consultation ${before.id} in ${before.at.state} does not take ${fact.type}`)
  const after = { ...before, at: positionOf(stepped) }
  const others = current.consultations.filter(({ id }) => id !== before.id)
  const isNew = others.length === current.consultations.length
  const consultations = isNew
    ? [...others, after]
    : current.consultations.map((one) => (one.id === before.id ? after : one))
  return { current: { ...current, consultations }, clock: stepped.clock }
}

/** The remedy a fact belongs to: its own, or the one whose decision orders a new reply. */
const remedyOfFact = (fact: Fact): string | undefined => {
  if (fact.type === 'RedoOrdered') return fact.remedy
  return 'id' in fact ? fact.id : undefined
}

/** Runs the remedy's own machine; a remedy never moves the reply clock. */
const pursue = (current: Case, fact: Fact): Case => {
  const id = remedyOfFact(fact)
  if (id === undefined || !current.remedies.some((one) => one.id === id)) return current
  const remedies = current.remedies.map((one) => {
    if (one.id !== id) return one
    const stepped = stepRemedy(one.at, fact as unknown as RemedyEvent)
    if (!stepped) throw new Error(`remedy ${id} in ${one.at.state} does not take ${fact.type}`)
    return { ...one, at: positionOf(stepped) }
  })
  return { ...current, remedies }
}

/** No act of the organ: what it did before may still be recorded afterwards, under its own day. */
const fromOutside: readonly Fact['type'][] = [
  'CalendarChanged',
  'CaseChased',
  'SupervisionOrdered',
  'ApplicantTold',
  'PapersFiled',
  'PublicationSuggested',
]

/**
 * The case after one fact: through the machines for where it stands, through {@link record} for what is known.
 * A fact that the machine does not take is a defect and throws: `decide` must have asked before.
 */
export const evolve = (before: Case | undefined, fact: Fact, start = requestStart): Evolved => {
  const stepped = stepRequest(before?.at ?? start, fact)
  if (!stepped) throw new Error(`request in ${before?.at.state ?? 'draft'} does not take ${fact.type}`)
  const moved = { ...record(before, fact), at: positionOf(stepped) }
  const consulted = consult(moved, fact)
  const verbs = [...stepped.clock, ...consulted.clock].map((params) => verbOf(params, fact))
  const lastOn = before && fromOutside.includes(fact.type) ? before.lastOn : fact.on
  const current = { ...pursue(consulted.current, fact), lastOn, verbs: [...moved.verbs, ...verbs] }
  return { current, letters: stepped.letters }
}

/** The fold of a whole ledger, on the version of the machines it began under; undefined for an empty one. */
export const replay = (facts: readonly Fact[], version?: number): Case | undefined => {
  const start = version === undefined ? requestStart : requestStartOf(version)
  return facts.reduce<Case | undefined>((current, fact) => evolve(current, fact, start).current, undefined)
}
