import { type Role, roleNames, type State, stateNames } from '@zhiqing/law'
import { requestStart } from '@zhiqing/workflows'
import type { Case } from './case.js'
import { type CommandName, commandNames, commandOf } from './commands/index.js'
import { stateRefusal } from './decide.js'
import type { Office } from './office.js'
import { givenTo, openAt } from './permitted.js'
import { type Refusal, refuse } from './refusal.js'

/** One thing that may be done to a case, and why not when it may not. */
export interface Act {
  readonly command: CommandName
  /** Null: it may be done now, by one of the roles. */
  readonly refusal: Refusal | null
  /** One of the roles has the right, whatever the state. */
  readonly mine: boolean
  /** The case stands as it wants, whoever does it. */
  readonly open: boolean
  /** States in which the machine takes it. */
  readonly openIn: readonly State[]
}

const states = Object.keys(stateNames) as State[]

/** Where each command is open; the machine does not change while the program runs. */
const openIn: ReadonlyMap<CommandName, readonly State[]> = new Map(
  commandNames.map((name) => [name, states.filter((state) => openAt({ ...requestStart, state }).includes(name))]),
)

/** The states in which the machine takes a command. */
export const statesOpenTo = (name: CommandName): readonly State[] => openIn.get(name) ?? []

/** What begins a case, and what the scheduler does by itself, is no act on a page. */
const onPages = commandNames.filter((name) => name !== 'receiveRequest' && name !== 'calendarDay')

const inWords = (roles: readonly Role[]): string => roles.map((role) => roleNames[role]).join('、')

/** Not given to these roles: the same refusal that the door tells. */
const roleRefusal = (name: CommandName, roles: readonly Role[]): Refusal | undefined =>
  givenTo(roles, [name]).length > 0
    ? undefined
    : refuse('notYourRole', {
        role: inWords(roles) || '没有职责的人员',
        command: commandOf(name).zh,
        roles: inWords(commandOf(name).roles),
      })

/**
 * Every act on a case for somebody of these roles: what may be done now and why the rest may not, from the same table of
 * rights and the same machine as the door. What the law says to the fields of an act is told when it is done.
 */
export const actsOf = (current: Case, roles: readonly Role[], office: Pick<Office, 'calendar' | 'settings'>): Act[] =>
  onPages.map((command) => {
    const role = roleRefusal(command, roles)
    const state = stateRefusal(command, current, office)
    return {
      command,
      refusal: role ?? state ?? null,
      mine: role === undefined,
      open: state === undefined,
      openIn: openIn.get(command) ?? [],
    }
  })
