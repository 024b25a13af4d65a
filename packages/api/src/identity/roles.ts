import { type Case, type CommandName, commandOf, permittedCommands } from '@zhiqing/casework'
import type { Person } from '@zhiqing/db'
import type { Role } from '@zhiqing/law'

/** Administration is kept apart from the work (三员分立): these see no case; applicants have the portal. */
const outside: readonly Role[] = ['admin', 'securityAdmin', 'auditAdmin', 'applicant', 'calendar']

/** An applicant has no desk here. */
export const isStaff = ({ roles }: Pick<Person, 'roles'>): boolean => roles.some((role) => role !== 'applicant')

/** The organ whose cases a person may see; undefined when none. */
export const organToRead = ({ organ, roles }: Person): string | undefined =>
  organ !== null && roles.some((role) => !outside.includes(role)) ? organ : undefined

/** What is open to the case now and given to one of the person's roles: the buttons of their page. */
export const permittedTo = ({ roles }: Pick<Person, 'roles'>, names: readonly CommandName[]): CommandName[] =>
  names.filter((name) => commandOf(name).roles.some((role) => roles.includes(role)))

export const permittedNow = (person: Pick<Person, 'roles'>, current: Case): CommandName[] =>
  permittedTo(person, permittedCommands(current))
