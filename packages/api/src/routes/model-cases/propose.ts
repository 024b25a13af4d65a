import { againstModel, type ModelWords, modelSummary } from '@zhiqing/casework'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { notGiven } from '../../commands/role.js'
import { holds, offices } from '../../identity/reading.js'
import { noSuchCase } from '../../problem/answers.js'
import { send } from '../../problem/problem.js'
import { problems } from '../../schemas/problem.js'
import type { Services } from '../../services.js'
import { caseOf, caseParams } from '../case-of.js'
import { organNames } from '../reports/organ-names.js'
import { asProblem } from '../reports/place.js'
import { modelCase, modelView } from './schema.js'

const words = z.string().max(5000).optional()

const schema = {
  tags: ['典型案例'],
  summary: '推荐一个案件作为典型案例',
  description:
    '摘要由案件的字段生成，没有任何人写的话。案情（story）、典型意义（point）由推荐人改写，确认（confirmed）其中没有个人信息、商业秘密才收；有案件中的姓名、号码，或者照抄申请书的，拒绝。再次推荐的代替前一次，重新审核。由经办人、公开工作机构负责人办理。',
  params: caseParams,
  body: z.strictObject({ story: words, point: words, confirmed: z.boolean().optional() }),
  response: { 201: modelCase, ...problems(400, 401, 403, 404, 413, 415, 422, 503) },
}

const orNull = (text: string | undefined): string | null => text?.trim() || null

/** POST /cases/:id/model-case */
export const proposeModelCase = (app: FastifyInstance, services: Services): void => {
  const { cabinet, today, log } = services
  app.post('/cases/:id/model-case', { schema }, async (request, reply) => {
    const seen = await caseOf(request, services, 'page')
    if ('problem' in seen) return send(reply, seen.problem)
    const { kept, person, where } = seen
    if (where !== 'own') return send(reply, noSuchCase)
    const { zh, roles } = offices.proposeModelCase
    if (!holds(person, 'proposeModelCase')) return send(reply, asProblem([notGiven(person, zh, roles)]))
    const body = request.body as ModelWords
    const [refusal, ...also] = againstModel(kept.current, body)
    if (refusal) return send(reply, asProblem([refusal, ...also]))
    const summary = modelSummary(kept.current)
    if (!summary) throw new Error('a model case without a result')
    const { organ, id: caseId } = kept
    const { story, point } = { story: orNull(body.story), point: orNull(body.point) }
    const proposed = { organ, caseId, summary, story, point, proposedBy: person.id, proposedOn: today() }
    const made = await cabinet.reports.keepModelCase(proposed)
    log.info('modelCaseProposed', { organ, case: caseId, person: person.id })
    return reply.status(201).send(modelView(made, true, await organNames(services)))
  })
}
