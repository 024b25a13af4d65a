import { againstEnding, endedWords, refuse } from '@zhiqing/casework'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { notGiven } from '../../commands/role.js'
import { identityOf } from '../../identity/identity.js'
import { holds, offices } from '../../identity/reading.js'
import { send } from '../../problem/problem.js'
import { problems } from '../../schemas/problem.js'
import type { Services } from '../../services.js'
import { organNames } from '../reports/organ-names.js'
import { asProblem } from '../reports/place.js'
import { moved, noSuchModel } from './approve.js'
import { modelCase, modelView } from './schema.js'

const schema = {
  tags: ['典型案例'],
  summary: '撤回或者退回一个典型案例',
  description:
    '已经审核的撤回，还没有审核的退回，都要写明理由。撤回以后不再列给主管部门，也不导出；案情、典型意义立即删除，留下不含原文的记录，只增不改。理由里不能有案件中的姓名、号码。由审核人员办理，推荐人本人也可以。',
  params: z.object({ id: z.string().meta({ description: '典型案例的 id' }) }),
  body: z.strictObject({ reason: z.string().max(500) }),
  response: { 200: modelCase, ...problems(400, 401, 403, 404, 409, 413, 415, 422, 503) },
}

/** POST /model-cases/:id/withdrawal. Who proposed it may do it too: nothing is shown by it that was not. */
export const endModelCase = (app: FastifyInstance, services: Services): void => {
  const { cabinet, today, log } = services
  app.post('/model-cases/:id/withdrawal', { schema }, async (request, reply) => {
    const { person } = identityOf(request)
    const { zh, roles } = offices.endModelCase
    if (!holds(person, 'endModelCase') || person.organ === null)
      return send(reply, asProblem([notGiven(person, zh, roles)]))
    const { id } = request.params as { id: string }
    const { reason } = request.body as { reason: string }
    const found = (await cabinet.reports.modelCases([person.organ])).find((one) => one.id === id)
    const kept = found && (await cabinet.findCase(found.organ, found.caseId))
    if (!kept) return send(reply, noSuchModel)
    if (found.ended) return send(reply, asProblem([refuse('modelCaseEnded', { act: endedWords[found.ended.act] })]))
    const [refusal, ...also] = againstEnding(kept.current, reason)
    if (refusal) return send(reply, asProblem([refusal, ...also]))
    const ended = await cabinet.reports.endModelCase(found, person.id, today(), reason.trim())
    if (!ended) return send(reply, moved)
    log.info('modelCaseEnded', { organ: found.organ, case: found.caseId, person: person.id })
    return modelView(ended, true, await organNames(services))
  })
}
