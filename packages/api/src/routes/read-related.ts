import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { problem, send } from '../problem/problem.js'
import { row } from '../schemas/case-list.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { caseRow } from '../view/case-row.js'
import { officesFor } from '../view/office.js'
import { caseOf, caseParams } from './case-of.js'

const answer = z.object({
  related: z.array(z.object({ case: row, double: z.boolean().meta({ description: '申请人和内容都相同，可能重复' }) })),
})

const schema = {
  tags: ['案件'],
  summary: '同一申请人的其他申请',
  description: '同一申请人的，或者申请人和内容都相同的其他案件，新的在前，最多二十件；供登记时查重、答复时引用。',
  params: caseParams,
  response: { 200: answer, ...problems(401, 403, 404, 503) },
}

const ownOnly = problem('forbidden', 403, '不在您的职责之内', '同一申请人的其他申请只由办理机关查看')

/** GET /cases/:id/related */
export const readRelated = (app: FastifyInstance, services: Services): void => {
  app.get('/cases/:id/related', { schema }, async (request, reply) => {
    const seen = await caseOf(request, services, 'page')
    if ('problem' in seen) return send(reply, seen.problem)
    if (seen.where !== 'own') return send(reply, ownOnly)
    const { organ, id } = seen.kept
    const [found, offices] = await Promise.all([services.cabinet.related(organ, id), officesFor(organ, services)])
    return { related: found.map(({ kept, double }) => ({ case: caseRow(kept, offices(organ)), double })) }
  })
}
