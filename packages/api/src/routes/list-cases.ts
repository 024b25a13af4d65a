import type { KeptCase, Person } from '@zhiqing/db'
import type { FastifyInstance } from 'fastify'
import type * as z from 'zod'
import { identityOf } from '../identity/identity.js'
import { organToRead, organToSuperviseFor, standingAs } from '../identity/roles.js'
import { waitingFor } from '../identity/waiting-for.js'
import { notForReading } from '../problem/answers.js'
import { send } from '../problem/problem.js'
import { caseList, limitOf, listQuery } from '../schemas/case-list.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { caseRow } from '../view/case-row.js'
import { officesFor } from '../view/office.js'
import { coversOf } from './case-of.js'

const schema = {
  tags: ['案件'],
  summary: '案件列表',
  description:
    '本机关的案件，分页列出；主管部门列出所主管机关的，申请人的身份遮盖。把应答中的 next 作为下一次的 after。',
  querystring: listQuery,
  response: { 200: caseList, ...problems(400, 401, 403, 503) },
}

/** Whose cases are asked for: the own organ's, where there are any to read, else those of the organs it supervises. */
const whoseCases = (person: Person, supervised: 'true' | 'false' | undefined) => {
  const own = supervised === 'true' ? undefined : organToRead(person)
  if (own !== undefined) return { organ: own, where: 'own' } as const
  const above = supervised === 'false' ? undefined : organToSuperviseFor(person)
  return above === undefined ? undefined : ({ organ: above, where: 'supervised' } as const)
}

type Asked = Omit<z.infer<typeof listQuery>, 'supervised'>

/** The newest of all cases, or what is to be done with the nearest day first. */
const askedFor = (
  { limit, sort, mine, q, ...query }: Asked,
  person: Person,
  organ: string | readonly string[],
  cabinet: Services['cabinet'],
) => {
  // Of several organs, somebody looks from above: what is covered on the page must not be guessed by searching for it.
  const wanted = { ...query, search: q, byName: typeof organ === 'string', limit: limitOf(limit) }
  if (sort !== 'due' && mine !== 'true') return cabinet.listCases({ ...wanted, organ })
  return cabinet.worklist({
    ...wanted,
    organ: typeof organ === 'string' ? [organ] : organ,
    mine: mine === 'true' ? waitingFor(person) : undefined,
  })
}

/** GET /cases */
export const listCases = (app: FastifyInstance, services: Services): void => {
  app.get('/cases', { schema }, async (request, reply) => {
    const { supervised, ...query } = request.query as z.infer<typeof listQuery>
    const { person } = identityOf(request)
    const whose = whoseCases(person, supervised)
    if (!whose) return send(reply, notForReading)
    const { cabinet } = services
    const organ = whose.where === 'own' ? whose.organ : await cabinet.supervised(whose.organ)
    const [{ cases, next }, offices] = await Promise.all([
      askedFor(query, standingAs(person, whose.where), organ, cabinet),
      officesFor(organ, services),
    ])
    const row = (kept: KeptCase) => caseRow(kept, offices(kept.organ))
    if (whose.where === 'own') return { cases: cases.map(row), next }
    const coverOf = await coversOf(cases, services)
    return { cases: cases.map((kept) => coverOf(kept)(row(kept))), next }
  })
}
