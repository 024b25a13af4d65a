import { type Case, type CommandName, givenTo, permittedCommands } from '@zhiqing/casework'
import type { Person } from '@zhiqing/db'
import { mayRead } from './reading.js'

/** An applicant has no desk here. */
export const isStaff = ({ roles }: Pick<Person, 'roles'>): boolean => roles.some((role) => role !== 'applicant')

/** The organ whose cases a person works on; undefined when none. */
export const organToRead = ({ organ, roles }: Person): string | undefined =>
  organ !== null && mayRead({ roles }, 'page', 'own') ? organ : undefined

/** The organ whose tasks a person sees; undefined when none. */
export const organToAssist = ({ organ, roles }: Person): string | undefined =>
  organ !== null && mayRead({ roles }, 'tasks', 'own') ? organ : undefined

/** What who only assists does upon a case: in those alone where their organ was asked something (contract §2). */
export const assisting: readonly CommandName[] = ['giveAssistance', 'recordSearch']

/** The organ in whose name a person supervises others; undefined for those who do not. */
export const organToSuperviseFor = ({ organ, roles }: Person): string | undefined =>
  organ !== null && mayRead({ roles }, 'page', 'supervised') ? organ : undefined

/** In the own organ nobody is its supervisor, in a supervised one nobody is anything else (rulebook §3.2, R78). */
export const standingAs = (person: Person, where: 'own' | 'supervised'): Person => ({
  ...person,
  roles: person.roles.filter((role) => (role === 'supervisor') === (where === 'supervised')),
})

/** What is open to the case now and given to one of the person's roles: the buttons of their page. */
export const permittedNow = (
  { roles }: Pick<Person, 'roles'>,
  current: Case,
  office: Parameters<typeof permittedCommands>[1],
): CommandName[] => givenTo(roles, permittedCommands(current, office))
