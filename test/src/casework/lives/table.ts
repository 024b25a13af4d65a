import {
  type Answer,
  type Case,
  type CaseView,
  type Fact,
  handle,
  isCommandName,
  memoryStore,
  parseCommand,
  usualRole,
  viewOf,
} from '@zhiqing/casework'
import { type Calendar, type Day, defaultSettings, type Settings } from '@zhiqing/law'
import { type Act, calendar, organ } from '../court.js'

/** A case as it is kept: the fold and its ledger. */
export interface Kept {
  readonly current: Case
  readonly facts: readonly Fact[]
}

/** A store on which acts are put to one case, and to one split from it. */
export interface Table {
  readonly act: (act: Act) => Promise<Exclude<Answer, { unfit: unknown }>>
  readonly kept: (id?: string) => Kept | undefined
  readonly follow: (id: string) => void
  readonly viewOn: (current: Case, day: string) => CaseView
  readonly settings: Settings
  readonly calendar: Calendar
}

export const table = (chosen: Partial<Settings>, days: Calendar = calendar): Table => {
  const settings = { ...defaultSettings, riskChecks: 'warn' as const, ...chosen }
  const store = memoryStore({ organ, settings, calendar: days })
  let caseId: string | undefined
  const act = async ({ do: name, ...body }: Act) => {
    if (!isCommandName(name)) throw new Error(`no command ${name}`)
    const parsed = parseCommand(name, body)
    if (!parsed.ok) throw new Error(`the test wrote a bad ${name}: ${JSON.stringify(parsed.faults)}`)
    const { input, on, by, person } = parsed
    const actor = { role: by ?? usualRole(name, input), person }
    const answer = await handle(store, { organ: organ.name, caseId, command: name, input, on: on as Day, actor })
    if ('unfit' in answer) throw new Error(`unfit: ${answer.unfit}`)
    if (answer.ok) caseId ??= answer.id
    return answer
  }
  return {
    act,
    kept: (id = caseId) => (id === undefined ? undefined : store.read(id)),
    follow: (id) => {
      caseId = id
    },
    viewOn: (current, day) => viewOf(current, { on: day as Day, calendar: days, settings }),
    settings,
    calendar: days,
  }
}
