import {
  type CommandName,
  type Done,
  type Fault,
  givenTo,
  handle,
  type Parsed,
  parseCommand,
  permittedCommands,
  type Refusal,
  refuse,
  stateRefusal,
} from '@zhiqing/casework'
import type { Person } from '@zhiqing/db'
import type { Day, Role } from '@zhiqing/law'
import { invalid, noSuchCase, unfit } from '../problem/answers.js'
import type { Problem } from '../problem/problem.js'
import { refused } from '../problem/refused.js'
import type { Services } from '../services.js'
import { officeFor } from '../view/office.js'
import { unprintable } from './characters.js'
import { type Conditions, keyFor } from './conditions.js'
import { lateWarnings, signingFaults } from './late.js'
import { type Given, namedOfficer } from './officer.js'
import { roleFor } from './role.js'
import { keepingWarnings, withWarnings } from './warned.js'

/** A command as it came over the wire. `caseId` is left out for a new request. */
export interface Order {
  readonly organ: string
  readonly person: Person
  readonly name: CommandName
  readonly caseId?: string | undefined
  readonly body: unknown
  readonly conditions: Conditions
}

export type Ran = { readonly done: Done } | { readonly problem: Problem }

const no = (problem: Problem): Ran => ({ problem })

/** Refused before the case was touched: told with what is permitted now and what else is amiss, or as no such case. */
const refuseEarly = async (refusal: Refusal, { organ, caseId, name }: Order, services: Services): Promise<Ran> => {
  const kept = caseId === undefined ? undefined : await services.cabinet.findCase(organ, caseId)
  if (caseId !== undefined && !kept) return no(noSuchCase)
  const office = await officeFor(organ, services)
  const state = stateRefusal(name, kept?.current, office)
  return no(refused({ ...refusal, permitted: permittedCommands(kept?.current, office), also: state ? [state] : [] }))
}

const personFaults = ({ person }: Parsed, { displayName }: Person): Fault[] =>
  person === undefined || person === displayName ? [] : [{ path: 'person', zh: '应为登录人本人，可以不填' }]

/** What is about to be done, with what the counter itself has to say of it. */
interface Act extends Given {
  readonly on: Day
  readonly role: Role
}

const act = async (order: Order, task: Act, services: Services): Promise<Ran> => {
  const { organ, person, name, caseId, body, conditions } = order
  const { store, saved } = keepingWarnings(services.cabinet.store, task.warnings)
  const answer = await handle(store, {
    organ,
    caseId,
    command: name,
    input: task.input,
    on: task.on,
    actor: { role: task.role, person: person.displayName },
    key: keyFor(conditions, { person: person.id, place: `/cases/${caseId ?? ''}#${name}`, body }),
    seen: conditions.seen,
    sealing: services.sealing,
  })
  if (!answer.ok) return no('refusal' in answer ? refused(answer.refusal) : unfit(answer))
  const done = saved() ? withWarnings(answer, task.warnings) : answer
  return { done: { ...done, permitted: givenTo(person.roles, answer.permitted) } }
}

/**
 * Runs one command for a signed-in person: shape, characters, role and day, then casework. Only `handle` touches the
 * case; what is told before it has changed nothing.
 */
export const runCommand = async (order: Order, services: Services): Promise<Ran> => {
  const parsed = parseCommand(order.name, order.body ?? {})
  if (!parsed.ok) return no(invalid(parsed.faults))
  const today = services.today()
  const faults = [
    ...personFaults(parsed, order.person),
    ...signingFaults(order.name, parsed.on, today),
    ...(await unprintable(parsed.input, services.press)),
  ]
  if (faults.length > 0) return no(invalid(faults))
  const role = roleFor(order.person, order.name, parsed)
  if (typeof role !== 'string') return refuseEarly(role, order, services)
  const on = parsed.on ?? today
  if (on > today) return refuseEarly(refuse('dayInFuture', { field: '办理日期', day: on, on: today }), order, services)
  const { input, warnings } = await namedOfficer(order, parsed.input, services)
  return act(order, { input, on, role, warnings: [...warnings, ...lateWarnings(on, today)] }, services)
}
