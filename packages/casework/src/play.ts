import {
  type Calendar,
  courtOf,
  type Day,
  type Organ,
  type Role,
  reconsiderationOrganOf,
  type Settings,
} from '@zhiqing/law'
import type { CommandName } from './commands/index.js'
import { usualRole } from './decide.js'
import { handle } from './handle.js'
import { memoryStore } from './memory-store.js'
import { type CaseView, endOf } from './view.js'

/** One event of a scenario whose fields have passed the command's schema. */
export interface PlayEvent {
  readonly on: Day
  readonly do: CommandName
  readonly by?: Role | undefined
  readonly person?: string | undefined
  readonly input: unknown
}

export interface Scenario {
  readonly organ: Organ
  readonly settings: Settings
  readonly calendar: Calendar
  readonly events: readonly PlayEvent[]
}

const nothingYet = {
  stage: null,
  state: null,
  clock: { status: 'none', dueOn: null, remainingWorkingDays: null, overdue: false, provisional: false },
  dueDates: [],
}

/** Every line has all fields of contract §3; a refused step shows the case as it stands, unchanged. */
const lineOf = (step: number, event: PlayEvent, ok: boolean, view: CaseView | null, rest: object) => ({
  step,
  on: event.on,
  do: event.do,
  ok,
  ...(view ? { stage: view.stage, state: view.state, clock: view.clock, dueDates: view.dueDates } : nothingYet),
  ...rest,
})

/** Whom the remedies go to, by the organ's kind (rulebook R57, R59). */
const authoritiesOf = (organ: Organ) => ({ reconsideration: reconsiderationOrganOf(organ), court: courtOf(organ) })

/**
 * Plays a scenario through the code the service runs, on a store in memory, with the days of the file as today.
 * Yields one object an event and one for the end. A scenario is one case: the first `receiveRequest` begins it.
 */
export async function* play({ organ, settings, calendar, events }: Scenario): AsyncGenerator<object> {
  const store = memoryStore({ organ, settings, calendar })
  let id: string | undefined
  for (const [i, event] of events.entries()) {
    const actor = { role: event.by ?? usualRole(event.do, event.input), person: event.person }
    const answer = await handle(store, {
      organ: organ.code,
      caseId: id,
      command: event.do,
      input: event.input,
      on: event.on,
      actor,
    })
    if (answer.ok) {
      id ??= answer.id
      yield lineOf(i + 1, event, true, answer, { letters: answer.letters, warnings: answer.warnings })
    } else if ('refusal' in answer) {
      const { kind, also, ...refusal } = answer.refusal
      const others = also.map(({ kind: _, ...one }) => one)
      yield lineOf(i + 1, event, false, answer.view, {
        refusal: { ...refusal, also: others },
        letters: [],
        warnings: [],
      })
    } else throw new Error(`simulate: ${answer.unfit}`)
  }
  const current = id === undefined ? undefined : store.read(id)?.current
  const none = {
    outcome: null,
    reportLine: null,
    remedy: null,
    onTime: null,
    stage: null,
    remedies: { reconsiderationBy: null, litigationBy: null },
    trace: [],
    round: 0,
  }
  yield { end: true, ...(current ? endOf(current, { calendar, settings }) : none), authorities: authoritiesOf(organ) }
}
