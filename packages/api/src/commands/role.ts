import { type CommandName, commandOf, type Refusal, refuse, usualRole } from '@zhiqing/casework'
import type { Person } from '@zhiqing/db'
import { type Role, roleNames } from '@zhiqing/law'

const inWords = (roles: readonly Role[]): string => roles.map((role) => roleNames[role]).join('、') || '没有职责的人员'

/** Refused to this person; `zh` is what was to be done. */
export const notGiven = ({ roles }: Person, zh: string, right: readonly Role[]): Refusal =>
  refuse('notYourRole', { role: inWords(roles), command: zh, roles: inWords(right) })

const notYours = (person: Person, name: CommandName, right: readonly Role[]): Refusal =>
  notGiven(person, commandOf(name).zh, right)

/**
 * The role in which a person acts: the one named by `by` if it is theirs, else the usual one of contract §2, else the
 * first that may. A refusal when they have none.
 */
export const roleFor = (
  person: Person,
  name: CommandName,
  { by, input }: { by?: Role | undefined; input: unknown },
): Role | Refusal => {
  if (by) return person.roles.includes(by) ? by : notYours(person, name, [by])
  const usual = usualRole(name, input)
  if (person.roles.includes(usual)) return usual
  const { only, roles } = commandOf(name)
  const may = only?.(input as never) ?? roles
  return may.find((role) => person.roles.includes(role)) ?? notYours(person, name, may)
}
