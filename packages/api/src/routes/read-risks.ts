import { reviewed } from '@zhiqing/casework'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { send } from '../problem/problem.js'
import { article } from '../schemas/plain.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { coverOf } from '../view/covers.js'
import { caseOf, caseParams } from './case-of.js'

const level = z.enum(['refuse', 'block', 'warn', 'red', 'ask'])

export const riskAnswer = z.object({
  checks: z.array(
    z.object({
      code: z.string(),
      zh: z.string().meta({ description: '查什么' }),
      level,
      article,
      found: z
        .object({ found: z.string(), satisfy: z.string(), level: level.optional() })
        .nullable()
        .meta({ description: '查到了什么、怎样才算符合；null 为查过，没有发现' }),
    }),
  ),
})

const schema = {
  tags: ['案件'],
  summary: '败诉风险检查',
  description:
    '对照案件台账和拟稿逐项检查，没有发现的也列出，供审核、签发时看。block 的未解决前不能签发，除非签发人写明理由；其余只作提示。',
  params: caseParams,
  response: { 200: riskAnswer, ...problems(401, 403, 404, 503) },
}

/** GET /cases/:id/risks, for those who may read the case. */
export const readRisks = (app: FastifyInstance, services: Services): void => {
  app.get('/cases/:id/risks', { schema }, async (request, reply) => {
    const seen = await caseOf(request, services, 'risks')
    if ('problem' in seen) return send(reply, seen.problem)
    const { kept } = seen
    const on = services.today()
    const [calendar, office] = await Promise.all([services.cabinet.calendar(), services.cabinet.organ(kept.organ, on)])
    if (!office) throw new Error(`no organ ${kept.organ}`)
    const checks = reviewed(kept.current, { on, calendar, organ: office.organ, settings: office.settings })
    return { checks: seen.where === 'own' ? checks : (await coverOf(kept, services))(checks) }
  })
}
