import { type AnyMachineSnapshot, type AnyStateMachine, initialTransition, transition } from 'xstate'
import type { ConsultationContext, ConsultationEvent } from './consultation.js'
import { consultationMachine } from './consultation.js'
import type { RemedyContext, RemedyEvent } from './remedy.js'
import { remedyMachine } from './remedy.js'
import type { RequestContext, RequestEvent, RequestFact } from './request.js'
import { requestFacts, requestMachine } from './request.js'
import type { ClockParams, LetterParams } from './step.js'

/** What is stored of a machine: its leaf state and the little context its guards need. */
export interface Position<Context> {
  /** The leaf's name; unique in each machine. */
  readonly state: string
  readonly context: Context
}

/** A taken transition: the new position, and what follows from it as data. */
export interface Stepped<Context> extends Position<Context> {
  readonly clock: readonly ClockParams[]
  readonly letters: readonly LetterParams[]
}

type Value = string | { [key: string]: Value | undefined }

const leafOf = (value: Value): string => (typeof value === 'string' ? value : leafOf(Object.values(value)[0] as Value))

/** leaf → the nested value XState wants, e.g. triage → { handling: 'triage' }. */
const valuesOf = (machine: AnyStateMachine): Map<string, Value> => {
  const values = new Map<string, Value>()
  for (const parent of Object.values(machine.root.states)) {
    const children = Object.keys(parent.states)
    if (children.length === 0) values.set(parent.key, parent.key)
    for (const child of children) values.set(child, { [parent.key]: child })
  }
  return values
}

const requestValues = valuesOf(requestMachine)
const consultationValues = valuesOf(consultationMachine)
const remedyValues = valuesOf(remedyMachine)

const restore = <Context>(
  machine: AnyStateMachine,
  values: Map<string, Value>,
  at: Position<Context>,
): AnyMachineSnapshot => {
  const value = values.get(at.state)
  if (!value) throw new Error(`no state ${at.state} in ${machine.id}`)
  return machine.resolveState({ value: value as never, context: at.context as never })
}

const take = <Context>(
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  event: { type: string },
): Stepped<Context> | undefined => {
  if (!snapshot.can(event)) return undefined
  const [next, actions] = transition(machine, snapshot, event)
  const foreign = actions.find(({ type }) => type.startsWith('xstate.'))
  if (foreign) throw new Error(`${machine.id} wants to run ${foreign.type}`)
  const paramsOf = (type: string) => actions.filter((action) => action.type === type).map(({ params }) => params)
  return {
    state: leafOf(next.value as Value),
    context: next.context as Context,
    clock: paramsOf('clock') as unknown as ClockParams[],
    letters: paramsOf('letter') as unknown as LetterParams[],
  }
}

const start = <Context>(machine: AnyStateMachine): Position<Context> => {
  const [snapshot] = initialTransition(machine)
  return { state: leafOf(snapshot.value as Value), context: snapshot.context as Context }
}

/** Where every request begins: before anything arrived. */
export const requestStart: Position<RequestContext> = start(requestMachine)
/** Where every asking begins. */
export const consultationStart: Position<ConsultationContext> = start(consultationMachine)

/** Where every remedy begins. */
export const remedyStart: Position<RemedyContext> = start(remedyMachine)

/** The request after a fact; undefined when the machine does not take it there (`transition()` alone would stay silent). */
export const stepRequest = (at: Position<RequestContext>, fact: RequestEvent): Stepped<RequestContext> | undefined =>
  take(requestMachine, restore(requestMachine, requestValues, at), fact)

/** One asking after a fact; undefined when it does not take it. */
export const stepConsultation = (
  at: Position<ConsultationContext>,
  fact: ConsultationEvent,
): Stepped<ConsultationContext> | undefined =>
  take(consultationMachine, restore(consultationMachine, consultationValues, at), fact)

/** One remedy after a fact; undefined when it does not take it. */
export const stepRemedy = (at: Position<RemedyContext>, fact: RemedyEvent): Stepped<RemedyContext> | undefined =>
  take(remedyMachine, restore(remedyMachine, remedyValues, at), fact)

const asked = new Map<string, readonly RequestFact[]>()

const permittedAt = (at: Position<RequestContext>): readonly RequestFact[] => {
  const snapshot = restore(requestMachine, requestValues, at)
  return requestFacts.filter((type) => snapshot.can({ type }))
}

/**
 * The facts the request machine takes in this position: buttons and refusals both come from here. Asked several times a
 * command, and the same for the same position always, so each position is asked once.
 */
export const permittedFacts = (at: Position<RequestContext>): readonly RequestFact[] => {
  const { tasks, sent } = at.context
  const key = `${at.state} ${tasks} ${sent}`
  const known = asked.get(key) ?? permittedAt(at)
  asked.set(key, known)
  return known
}
