import type { FastifyInstance } from 'fastify'
import type * as z from 'zod'
import { identityOf } from '../identity/identity.js'
import { organToRead } from '../identity/roles.js'
import { notForReading } from '../problem/answers.js'
import { send } from '../problem/problem.js'
import { caseList, limitOf, listQuery } from '../schemas/case-list.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { caseRow } from '../view/case-row.js'
import { officeFor } from '../view/office.js'

const schema = {
  tags: ['案件'],
  summary: '案件列表',
  description: '本机关的案件，分页列出；把应答中的 next 作为下一次的 after。',
  querystring: listQuery,
  response: { 200: caseList, ...problems(400, 401, 403, 503) },
}

/** GET /cases */
export const listCases = (app: FastifyInstance, services: Services): void => {
  app.get('/cases', { schema }, async (request, reply) => {
    const organ = organToRead(identityOf(request).person)
    if (organ === undefined) return send(reply, notForReading)
    const { limit, ...query } = request.query as z.infer<typeof listQuery>
    const [{ cases, next }, office] = await Promise.all([
      services.cabinet.listCases({ organ, limit: limitOf(limit), ...query }),
      officeFor(organ, services),
    ])
    return { cases: cases.map((kept) => caseRow(kept, office)), next }
  })
}
