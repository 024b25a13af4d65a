import type { FastifyInstance } from 'fastify'
import { send } from '../problem/problem.js'
import { casePageSchema } from '../schemas/case-page.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { casePage, pageForSupervisor } from '../view/case-page.js'
import { coverOf } from '../view/covers.js'
import { officeFor } from '../view/office.js'
import { caseOf, caseParams } from './case-of.js'
import { tag } from './etag.js'

const schema = {
  tags: ['案件'],
  summary: '一件案件',
  description:
    '案件的全部内容，证件号码遮盖；主管部门看不到申请人的身份、第三方的意见和拟稿。permitted 是登录人现在可以办理的事项。ETag 为版本，可用于 If-Match。',
  params: caseParams,
  response: { 200: casePageSchema, ...problems(401, 403, 404, 503) },
}

/** GET /cases/:id */
export const readCase = (app: FastifyInstance, services: Services): void => {
  app.get('/cases/:id', { schema }, async (request, reply) => {
    const seen = await caseOf(request, services, 'page')
    if ('problem' in seen) return send(reply, seen.problem)
    const { kept } = seen
    tag(reply, kept.version)
    const page = casePage(kept, seen.person, await officeFor(kept.organ, services))
    return seen.where === 'own' ? page : pageForSupervisor(page, await coverOf(kept, services))
  })
}
