import type { CommandName } from '@zhiqing/casework'
import type { KeptCase, Person } from '@zhiqing/db'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import { identityOf } from '../identity/identity.js'
import { mayRead, type Reading, readersOf, readings } from '../identity/reading.js'
import { assisting, organToAssist, organToRead, organToSuperviseFor, standingAs } from '../identity/roles.js'
import { noSuchCase, notForYou } from '../problem/answers.js'
import type { Problem } from '../problem/problem.js'
import type { Services } from '../services.js'

/** The id in the address. Any text passes: a wrong one is no such case, not a fault. */
export const caseParams = z.object({ id: z.string().meta({ description: '案件的 id' }) })

/** A case as somebody sees it: from inside its organ, or from the organ that supervises it. */
export interface SeenCase {
  readonly kept: KeptCase
  /** With the roles that count there. */
  readonly person: Person
  readonly where: 'own' | 'supervised'
}

const idOf = (request: FastifyRequest): string => (request.params as z.infer<typeof caseParams>).id

const inOwn = async (person: Person, id: string, { cabinet }: Services): Promise<SeenCase | undefined> => {
  const organ = organToRead(person)
  const kept = organ === undefined ? undefined : await cabinet.findCase(organ, id)
  return kept && { kept, person: standingAs(person, 'own'), where: 'own' }
}

const inSupervised = async (person: Person, id: string, { cabinet }: Services): Promise<SeenCase | undefined> => {
  const organ = organToSuperviseFor(person)
  if (organ === undefined) return undefined
  const kept = await cabinet.findCase(await cabinet.supervised(organ), id)
  return kept && { kept, person: standingAs(person, 'supervised'), where: 'supervised' }
}

/**
 * The case of a request, if the person may read this of it; of another organ and never been are one and the same. Who
 * may see the case but not this part is told so.
 */
export const caseOf = (
  request: FastifyRequest,
  services: Services,
  reading: Reading,
): Promise<SeenCase | { readonly problem: Problem }> =>
  caseById(identityOf(request).person, idOf(request), services, reading)

/** The same for a case that the address does not name. */
export const caseById = async (
  person: Person,
  id: string,
  services: Services,
  reading: Reading,
): Promise<SeenCase | { readonly problem: Problem }> => {
  const seen = (await inOwn(person, id, services)) ?? (await inSupervised(person, id, services))
  if (!seen) return { problem: noSuchCase }
  if (mayRead(seen.person, reading, seen.where)) return seen
  return { problem: notForYou(readings[reading].zh, readersOf(reading, 'own')) }
}

/** Where a command goes and as whom. */
export interface OrderPlace {
  readonly organ: string
  readonly caseId: string
  readonly person: Person
  /** Sees of the case what was asked, and no more. */
  readonly assists?: true
}

/** A case in which the own organ's units were asked something; every other is as if it were not. */
const toAssistIn = async (
  person: Person,
  caseId: string,
  name: CommandName,
  { cabinet }: Services,
): Promise<OrderPlace | undefined> => {
  const organ = assisting.includes(name) ? organToAssist(person) : undefined
  const kept = organ === undefined ? undefined : await cabinet.findCase(organ, caseId)
  if (!kept || kept.current.assistances.length === 0) return undefined
  return { organ: kept.organ, caseId, person: standingAs(person, 'own'), assists: true }
}

/** Where a command goes; undefined for those to whom there is no such case. */
export const orderPlace = async (
  request: FastifyRequest,
  services: Services,
  name: CommandName,
): Promise<OrderPlace | undefined> => {
  const { person } = identityOf(request)
  const caseId = idOf(request)
  const above = await inSupervised(person, caseId, services)
  if (above) return { organ: above.kept.organ, caseId, person: above.person }
  const organ = organToRead(person)
  if (organ === undefined) return toAssistIn(person, caseId, name, services)
  return { organ, caseId, person: standingAs(person, 'own') }
}
