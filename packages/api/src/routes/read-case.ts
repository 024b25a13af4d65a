import type { FastifyInstance } from 'fastify'
import { identityOf } from '../identity/identity.js'
import { noSuchCase } from '../problem/answers.js'
import { send } from '../problem/problem.js'
import { casePageSchema } from '../schemas/case-page.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { casePage } from '../view/case-page.js'
import { officeFor } from '../view/office.js'
import { caseOf, caseParams } from './case-of.js'
import { tag } from './etag.js'

const schema = {
  tags: ['案件'],
  summary: '一件案件',
  description: '案件的全部内容，证件号码遮盖；permitted 是登录人现在可以办理的事项。ETag 为版本，可用于 If-Match。',
  params: caseParams,
  response: { 200: casePageSchema, ...problems(401, 404, 503) },
}

/** GET /cases/:id */
export const readCase = (app: FastifyInstance, services: Services): void => {
  app.get('/cases/:id', { schema }, async (request, reply) => {
    const kept = await caseOf(request, services)
    if (!kept) return send(reply, noSuchCase)
    tag(reply, kept.version)
    return casePage(kept, identityOf(request).person, await officeFor(kept.organ, services))
  })
}
