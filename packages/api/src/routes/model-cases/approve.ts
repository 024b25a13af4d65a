import { againstApproving, endedWords, refuse } from '@zhiqing/casework'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { notGiven } from '../../commands/role.js'
import { identityOf } from '../../identity/identity.js'
import { holds, offices } from '../../identity/reading.js'
import { problem, send } from '../../problem/problem.js'
import { problems } from '../../schemas/problem.js'
import type { Services } from '../../services.js'
import { organNames } from '../reports/organ-names.js'
import { asProblem } from '../reports/place.js'
import { modelCase, modelView } from './schema.js'

const schema = {
  tags: ['典型案例'],
  summary: '审核一个典型案例',
  description: '审核以后列出、可以导出。推荐人本人不能审核；审核的就是看到的那一份。由审核人员办理。',
  params: z.object({ id: z.string().meta({ description: '典型案例的 id' }) }),
  response: { 200: modelCase, ...problems(401, 403, 404, 409, 422, 503) },
}

export const noSuchModel = problem('notFound', 404, '没有找到', '没有这个典型案例，或者不属于本机关')
export const moved = problem('stale', 409, '内容已经变动', '这个典型案例刚刚审核、撤回或者重新推荐过；请重新查看')

/** POST /model-cases/:id/approval */
export const approveModelCase = (app: FastifyInstance, services: Services): void => {
  const { cabinet, today, log } = services
  app.post('/model-cases/:id/approval', { schema }, async (request, reply) => {
    const { person } = identityOf(request)
    const { zh, roles } = offices.approveModelCase
    if (!holds(person, 'approveModelCase') || person.organ === null)
      return send(reply, asProblem([notGiven(person, zh, roles)]))
    const { id } = request.params as { id: string }
    const found = (await cabinet.reports.modelCases([person.organ])).find((one) => one.id === id)
    if (!found) return send(reply, noSuchModel)
    if (found.ended) return send(reply, asProblem([refuse('modelCaseEnded', { act: endedWords[found.ended.act] })]))
    const [refusal] = againstApproving(found.proposedBy, person.id)
    if (refusal) return send(reply, asProblem([refusal]))
    const approved = await cabinet.reports.approveModelCase(found, person.id, today())
    if (!approved) return send(reply, moved)
    log.info('modelCaseApproved', { organ: found.organ, case: found.caseId, person: person.id })
    return modelView(approved, true, await organNames(services))
  })
}
