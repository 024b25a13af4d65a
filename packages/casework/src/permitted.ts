import { type Role, roleNames, type State, stateNames } from '@zhiqing/law'
import { permittedFacts, requestStart } from '@zhiqing/workflows'
import type { Case } from './case.js'
import { type CommandName, commandNames, commandOf } from './commands/index.js'
import type { Office } from './office.js'
import { type Rights, rights } from './rights.js'

/** Where a case stands in the machine. */
type At = Case['at']

/** Commands that the machine takes there, whoever asks and whatever the case holds; before a case, only receiving. */
export const openAt = (at: At | undefined): CommandName[] => {
  if (!at || at.state === requestStart.state) return ['receiveRequest']
  const open = permittedFacts(at)
  return commandNames.filter((name) => {
    const { begins, acceptsForm } = commandOf(name)
    return begins.some((fact) => open.includes(fact)) || (acceptsForm === true && open.includes('FormAccepted'))
  })
}

/** The commands open to a case now: what the machine takes, where the case has what the command is about. */
export const permittedCommands = (current: Case | undefined, office: Pick<Office, 'settings'>): CommandName[] =>
  openAt(current?.at).filter((name) => !current || commandOf(name).offered?.(current, office) !== false)

/** Of these commands, the ones that are given to one of the roles. */
export const givenTo = (roles: readonly Role[], names: readonly CommandName[], table: Rights = rights): CommandName[] =>
  names.filter((name) => table[name].roles.some((role) => roles.includes(role)))

/** One cell of role × state × command that is open; `draft` is before anything was received. */
export interface RightCell {
  readonly role: Role
  readonly state: State | 'draft'
  readonly command: CommandName
}

const states = ['draft', ...Object.keys(stateNames)] as readonly RightCell['state'][]
const roles = Object.keys(roleNames) as readonly Role[]

/**
 * Every open cell of role × state × command, from the table of rights and the machine. Guards choose where a step leads,
 * and take none in the least context that they refuse in another; a case may still lack what the command is about.
 */
export const rightCells = (table: Rights = rights): RightCell[] =>
  roles.flatMap((role) =>
    states.flatMap((state) =>
      givenTo([role], openAt({ ...requestStart, state }), table).map((command) => ({ role, state, command })),
    ),
  )
