import { type AnyMachineSnapshot, type AnyStateMachine, initialTransition, transition } from 'xstate'
import type { ConsultationContext, ConsultationEvent } from './consultation.js'
import { machines } from './released.js'
import type { RemedyContext, RemedyEvent } from './remedy.js'
import type { RequestContext, RequestEvent, RequestFact } from './request-facts.js'
import { requestFacts } from './request-facts.js'
import type { ClockParams, LetterParams } from './step.js'

/** What is stored of a machine: its leaf state and the little context its guards need. */
export interface Position<Context> {
  /** The version of the machine it began with and stays on; 1 where a position says none. */
  readonly version?: number
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

interface Kept {
  readonly machine: AnyStateMachine
  readonly values: Map<string, Value>
}

type Name = keyof typeof machines

const keep = (versions: Readonly<Record<number, AnyStateMachine>>): Map<number, Kept> =>
  new Map(Object.entries(versions).map(([n, machine]) => [Number(n), { machine, values: valuesOf(machine) }]))

const kept: Readonly<Record<Name, Map<number, Kept>>> = {
  request: keep(machines.request),
  consultation: keep(machines.consultation),
  remedy: keep(machines.remedy),
}

/** The machine of a position; a version that nobody released is a defect, never the newest instead. */
const machineOf = (name: Name, { version = 1 }: { readonly version?: number }): Kept => {
  const found = kept[name].get(version)
  if (!found) throw new Error(`no version ${version} of ${name}`)
  return found
}

const restore = <Context>(name: Name, at: Position<Context>): AnyMachineSnapshot => {
  const { machine, values } = machineOf(name, at)
  const value = values.get(at.state)
  if (!value) throw new Error(`no state ${at.state} in ${name}`)
  return machine.resolveState({ value: value as never, context: at.context as never })
}

const take = <Context>(name: Name, at: Position<Context>, event: { type: string }): Stepped<Context> | undefined => {
  const { machine } = machineOf(name, at)
  const snapshot = restore(name, at)
  if (!snapshot.can(event)) return undefined
  const [next, actions] = transition(machine, snapshot, event)
  const foreign = actions.find(({ type }) => type.startsWith('xstate.'))
  if (foreign) throw new Error(`${machine.id} wants to run ${foreign.type}`)
  const paramsOf = (type: string) => actions.filter((action) => action.type === type).map(({ params }) => params)
  return {
    ...(at.version === undefined ? {} : { version: at.version }),
    state: leafOf(next.value as Value),
    context: next.context as Context,
    clock: paramsOf('clock') as unknown as ClockParams[],
    letters: paramsOf('letter') as unknown as LetterParams[],
  }
}

const start = <Context>(name: Name, version = Math.max(...kept[name].keys())): Position<Context> => {
  const [snapshot] = initialTransition(machineOf(name, { version }).machine)
  return { version, state: leafOf(snapshot.value as Value), context: snapshot.context as Context }
}

/** Where a request begins that was begun under this version: before anything arrived. */
export const requestStartOf = (version: number): Position<RequestContext> => start('request', version)
/** Where every request begins now: before anything arrived, on the newest version. */
export const requestStart: Position<RequestContext> = start('request')
/** Where every asking begins. */
export const consultationStart: Position<ConsultationContext> = start('consultation')

/** Where every remedy begins. */
export const remedyStart: Position<RemedyContext> = start('remedy')

/** The request after a fact; undefined when the machine does not take it there (`transition()` alone would stay silent). */
export const stepRequest = (at: Position<RequestContext>, fact: RequestEvent): Stepped<RequestContext> | undefined =>
  take('request', at, fact)

/** One asking after a fact; undefined when it does not take it. */
export const stepConsultation = (
  at: Position<ConsultationContext>,
  fact: ConsultationEvent,
): Stepped<ConsultationContext> | undefined => take('consultation', at, fact)

/** One remedy after a fact; undefined when it does not take it. */
export const stepRemedy = (at: Position<RemedyContext>, fact: RemedyEvent): Stepped<RemedyContext> | undefined =>
  take('remedy', at, fact)

const asked = new Map<string, readonly RequestFact[]>()

const permittedAt = (at: Position<RequestContext>): readonly RequestFact[] => {
  const snapshot = restore('request', at)
  return requestFacts.filter((type) => snapshot.can({ type }))
}

/**
 * The facts the request machine takes in this position: buttons and refusals both come from here. Asked several times a
 * command, and the same for the same position always, so each position is asked once.
 */
export const permittedFacts = (at: Position<RequestContext>): readonly RequestFact[] => {
  const key = JSON.stringify([at.version ?? 1, at.state, at.context])
  const known = asked.get(key) ?? permittedAt(at)
  asked.set(key, known)
  return known
}
