import { formRefusal, type Refusal } from '@zhiqing/casework'
import type { KeptEdition, Person, ReportKind } from '@zhiqing/db'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import { notGiven } from '../../commands/role.js'
import { identityOf } from '../../identity/identity.js'
import { holds, mayRead, offices, readersOf, readings } from '../../identity/reading.js'
import { organToSuperviseFor } from '../../identity/roles.js'
import { noOrgan, notForYou } from '../../problem/answers.js'
import { type Problem, problem } from '../../problem/problem.js'
import { refused } from '../../problem/refused.js'
import type { Services } from '../../services.js'

export const yearParams = z.object({
  year: z
    .string()
    .regex(/^20\d\d$/, { error: '应为四位年份' })
    .meta({ description: '年份' }),
})

export const organQuery = z.object({
  organ: z.string().optional().meta({ description: '主管部门：所主管的一个机关；不填为全部汇总' }),
})

/** For who may look at an own organ as well: without it, no `organ` means the own one. */
export const sumQuery = organQuery.extend({
  sum: z.enum(['true']).optional().meta({ description: '填 true：所主管的各机关的汇总，本机关的可以看的也在内' }),
})

/** Whose figures somebody looks at: one organ's, or the sum of those supervised. */
export interface ReportPlace {
  readonly person: Person
  readonly year: number
  /** The organ in whose name the report stands. */
  readonly organ: string
  readonly organs: readonly string[]
  readonly kind: ReportKind
}

const noSuchOrgan = problem('notFound', 404, '没有找到', '没有这个机关，或者不在您可以查看的范围内')

/** No case is named: a refusal of these has nothing else to offer. */
export const asProblem = (refusals: readonly [Refusal, ...Refusal[]]): Problem => {
  const [refusal, ...also] = refusals
  return refused({ ...refusal, permitted: [], also })
}

const abovePlace = async (
  person: Person,
  asked: string | undefined,
  { cabinet }: Services,
): Promise<Omit<ReportPlace, 'year'> | { readonly problem: Problem }> => {
  const above = organToSuperviseFor(person)
  if (above === undefined)
    return { problem: person.organ === null ? noOrgan : notForYou(readings.reports.zh, readersOf('reports', 'own')) }
  const under = await cabinet.supervised(above)
  if (asked !== undefined && !under.includes(asked)) return { problem: noSuchOrgan }
  return asked === undefined
    ? { person, organ: above, organs: organsOf(person, above, under), kind: 'sum' }
    : { person, organ: asked, organs: [asked], kind: 'own' }
}

/** In one sum with those supervised: the own organ, where its figures are theirs to read as well (三员分立, migration 0015). */
export const organsOf = (person: Person, own: string, under: readonly string[]): string[] =>
  mayRead(person, 'reports', 'own') ? [own, ...under] : [...under]

/** The own organ for those who work there; for its supervisor one of the organs under it, or all of them in one sum. */
export const reportPlace = async (
  request: FastifyRequest,
  services: Services,
): Promise<ReportPlace | { readonly problem: Problem }> => {
  const { person } = identityOf(request)
  const year = Number((request.params as { year?: string }).year ?? services.today().slice(0, 4))
  const { organ: asked, sum } = request.query as { organ?: string; sum?: string }
  const old = formRefusal(year)
  if (old) return { problem: asProblem([old]) }
  const { organ } = person
  const own = asked === undefined ? sum === undefined : asked === organ
  if (organ !== null && own && mayRead(person, 'reports', 'own'))
    return { person, year, organ, organs: [organ], kind: 'own' }
  const above = await abovePlace(person, asked, services)
  return 'problem' in above ? above : { ...above, year }
}

/** Published in its name; a look at others without the organ itself has nothing of its own. */
export const editionsAt = async (
  { organ, organs, kind }: ReportPlace,
  year: number,
  { cabinet }: Services,
): Promise<readonly KeptEdition[]> =>
  organs.includes(organ) ? cabinet.reports.reportEditions([organ], year, kind) : []

/** The same, for who writes the report of the own organ, or the sum in its name. */
export const writingPlace = async (
  request: FastifyRequest,
  services: Services,
): Promise<ReportPlace | { readonly problem: Problem }> => {
  const { person } = identityOf(request)
  const { zh, roles } = offices.prepareReport
  if (!holds(person, 'prepareReport')) return { problem: asProblem([notGiven(person, zh, roles)]) }
  const place = await reportPlace(request, services)
  // Who looks at others from above writes nothing in their name.
  return 'problem' in place || place.organ === person.organ ? place : { problem: noSuchOrgan }
}
