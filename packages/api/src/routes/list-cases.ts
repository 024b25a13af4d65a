import type { FastifyInstance } from 'fastify'
import { type AskedCases, pageOf } from '../case-list/page-of.js'
import { identityOf } from '../identity/identity.js'
import { notForReading } from '../problem/answers.js'
import { send } from '../problem/problem.js'
import { caseList, listQuery } from '../schemas/case-list.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'

const schema = {
  tags: ['案件'],
  summary: '案件列表',
  description:
    '本机关的案件，分页列出；主管部门列出所主管机关的，申请人的身份遮盖。把应答中的 next 作为下一次的 after。',
  querystring: listQuery,
  response: { 200: caseList, ...problems(400, 401, 403, 503) },
}

/** GET /cases */
export const listCases = (app: FastifyInstance, services: Services): void => {
  app.get('/cases', { schema }, async (request, reply) => {
    const page = await pageOf(request.query as AskedCases, identityOf(request).person, services)
    return page ?? send(reply, notForReading)
  })
}
