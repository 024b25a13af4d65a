import type { KeptCase, Person } from '@zhiqing/db'
import type * as z from 'zod'
import { organToRead, organToSuperviseFor, standingAs } from '../identity/roles.js'
import { waitingFor } from '../identity/waiting-for.js'
import { limitOf, type listQuery } from '../schemas/case-list.js'
import type { Services } from '../services.js'
import { type CaseLine, caseRow } from '../view/case-row.js'
import { daysOf } from '../view/colour.js'
import { coversOf } from '../view/covers.js'
import { officesFor } from '../view/office.js'

export type AskedCases = z.infer<typeof listQuery>

/** Whose cases are asked for: the own organ's, where there are any to read, else those of the organs it supervises. */
const whoseCases = (person: Person, supervised: AskedCases['supervised']) => {
  const own = supervised === 'true' ? undefined : organToRead(person)
  if (own !== undefined) return { organ: own, where: 'own' } as const
  const above = supervised === 'false' ? undefined : organToSuperviseFor(person)
  return above === undefined ? undefined : ({ organ: above, where: 'supervised' } as const)
}

/** The newest of all cases, or what is to be done with the nearest day first. */
const askedFor = async (
  { limit, sort, mine, colour, q, ...query }: Omit<AskedCases, 'supervised'>,
  person: Person,
  organ: string | readonly string[],
  { cabinet, today }: Services,
) => {
  // Of several organs, somebody looks from above: what is covered on the page must not be guessed by searching for it.
  const wanted = { ...query, search: q, byName: typeof organ === 'string', limit: limitOf(limit) }
  if (sort !== 'due' && mine !== 'true' && colour === undefined) return cabinet.listCases({ ...wanted, organ })
  return cabinet.worklist({
    ...wanted,
    organ: typeof organ === 'string' ? [organ] : organ,
    mine: mine === 'true' ? waitingFor(person) : undefined,
    due: colour === undefined ? undefined : daysOf(colour, await cabinet.calendar(), today()),
  })
}

/** A page of the list as rows, covered for whoever looks from above; undefined for those who read no cases. */
export const pageOf = async (
  { supervised, ...query }: AskedCases,
  person: Person,
  services: Services,
): Promise<{ cases: CaseLine[]; next: string | null } | undefined> => {
  const whose = whoseCases(person, supervised)
  if (!whose) return undefined
  const organ = whose.where === 'own' ? whose.organ : await services.cabinet.supervised(whose.organ)
  const [{ cases, next }, offices] = await Promise.all([
    askedFor(query, standingAs(person, whose.where), organ, services),
    officesFor(organ, services),
  ])
  const row = (kept: KeptCase) => caseRow(kept, offices(kept.organ))
  if (whose.where === 'own') return { cases: cases.map(row), next }
  const coverOf = await coversOf(cases, services)
  return { cases: cases.map((kept) => coverOf(kept)(row(kept))), next }
}
