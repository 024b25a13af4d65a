import { type Act, actsOf, commandOf } from '@zhiqing/casework'
import { citeShort, stateNames } from '@zhiqing/law'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { send } from '../problem/problem.js'
import { article } from '../schemas/plain.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { officeFor } from '../view/office.js'
import { caseOf, caseParams } from './case-of.js'
import { tag } from './etag.js'

const act = z
  .object({
    command: z.string(),
    zh: z.string(),
    article,
    cited: z.string().meta({ description: '依据，写成文字' }),
    permitted: z.boolean().meta({ description: '登录人现在可以办理' }),
    mine: z.boolean().meta({ description: '属于登录人的职责，不论案件状态' }),
    open: z.boolean().meta({ description: '案件现在的状态可以办理，不论由谁' }),
    roles: z.array(z.string()),
    openIn: z.array(z.string()).meta({ description: '案件在哪些状态时可以办理' }),
    refusal: z
      .object({ code: z.string(), article, zh: z.string() })
      .nullable()
      .meta({ description: '现在不能办理的原因；可以办理的为 null' }),
  })
  .meta({ id: 'Act', description: '一个事项现在能不能办理' })

const answer = z.object({ acts: z.array(act) })
export type ActsAnswer = z.infer<typeof answer>

const schema = {
  tags: ['案件'],
  summary: '现在可以办理什么，其余为什么不能',
  description: '列出全部事项：登录人现在可以办理的，和不能办理的原因。与办理时的拒绝出自同一张职责表、同一个流程。',
  params: caseParams,
  response: { 200: answer, ...problems(401, 403, 404, 503) },
}

const told = ({ command, refusal, mine, open, openIn }: Act) => {
  const { zh, article: ref, roles } = commandOf(command)
  return {
    command,
    zh,
    article: ref,
    cited: citeShort(ref),
    permitted: refusal === null,
    mine,
    open,
    roles: [...roles],
    openIn: openIn.map((state) => stateNames[state]),
    refusal: refusal && { code: refusal.code, article: refusal.article, zh: refusal.zh },
  }
}

/** The supervisor's acts are another organ's: nobody inside can ever have them, and the other way round. */
const belongs =
  (where: 'own' | 'supervised') =>
  ({ command }: Act): boolean =>
    commandOf(command).roles.includes('supervisor') === (where === 'supervised')

/** GET /cases/:id/acts */
export const readActs = (app: FastifyInstance, services: Services): void => {
  app.get('/cases/:id/acts', { schema }, async (request, reply) => {
    const seen = await caseOf(request, services, 'page')
    if ('problem' in seen) return send(reply, seen.problem)
    const { kept, person, where } = seen
    tag(reply, kept.version)
    const office = await officeFor(kept.organ, services)
    return { acts: actsOf(kept.current, person.roles, office).filter(belongs(where)).map(told) }
  })
}
