import type { AnyStateMachine, AnyStateNode } from 'xstate'
import { machines } from './released.js'
import type { ClockParams, LetterParams, StepMeta } from './step.js'

type Action = { readonly type: string; readonly params?: unknown }

/** One arrow of a machine as it stands there: who reads the procedure reads these, never the configuration. */
export interface Arrow {
  readonly from: string
  readonly fact: string
  readonly guard: string
  /** Empty where the state does not change. */
  readonly to: string
  readonly meta: StepMeta
  readonly clock: readonly ClockParams[]
  readonly letters: readonly LetterParams[]
}

const paramsOf = <Params>(actions: readonly Action[], type: string): Params[] =>
  actions.filter((action) => action.type === type).map(({ params }) => params as Params)

const arrowsOfNode = (node: AnyStateNode): Arrow[] =>
  [...node.transitions.values()].flat().flatMap((transition) => {
    const meta = transition.meta as StepMeta | undefined
    if (!meta) return []
    const actions = transition.actions as unknown as readonly Action[]
    return {
      from: node.key,
      fact: String(transition.eventType),
      guard: typeof transition.guard === 'string' ? transition.guard : '',
      to: transition.target?.[0]?.key ?? '',
      meta,
      clock: paramsOf<ClockParams>(actions, 'clock'),
      letters: paramsOf<LetterParams>(actions, 'letter'),
    }
  })

const nodesOf = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(nodesOf)]

/** Every arrow of one machine, in the order in which it is written. */
export const arrowsOf = (machine: AnyStateMachine): Arrow[] => nodesOf(machine.root).flatMap(arrowsOfNode)

/** Every arrow of every machine in its newest version. */
export const allArrows = (): Arrow[] =>
  Object.values(machines).flatMap((versions) => arrowsOf(Object.values(versions).at(-1) as AnyStateMachine))
