import type { FastifyInstance } from 'fastify'
import { send } from '../problem/problem.js'
import { traceAnswer } from '../schemas/ledger.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { caseTrace } from '../view/case-trace.js'
import { coverOf } from '../view/covers.js'
import { officeFor } from '../view/office.js'
import { caseOf, caseParams } from './case-of.js'

const schema = {
  tags: ['案件'],
  summary: '期限是怎样算出来的',
  description: '逐步列出影响答复期限的事项，逐日列出计入或者不计入的理由和依据，并附从严计算的结果。',
  params: caseParams,
  response: { 200: traceAnswer, ...problems(401, 403, 404, 503) },
}

/** GET /cases/:id/trace */
export const readTrace = (app: FastifyInstance, services: Services): void => {
  app.get('/cases/:id/trace', { schema }, async (request, reply) => {
    const seen = await caseOf(request, services, 'trace')
    if ('problem' in seen) return send(reply, seen.problem)
    const trace = caseTrace(seen.kept, await officeFor(seen.kept.organ, services))
    return seen.where === 'own' ? trace : (await coverOf(seen.kept, services))(trace)
  })
}
