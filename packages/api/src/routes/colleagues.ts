import { roleNames } from '@zhiqing/law'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { identityOf } from '../identity/identity.js'
import { mayRead } from '../identity/reading.js'
import { noOrgan } from '../problem/answers.js'
import { send } from '../problem/problem.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'

const roles = Object.keys(roleNames) as [string, ...string[]]

const answer = z.object({
  colleagues: z.array(
    z.object({
      name: z.string(),
      displayName: z.string(),
      roles: z.array(z.enum(roles)),
      openCases: z.int().meta({ description: '在办的案件数，不含演练' }),
      openDrills: z.int().meta({ description: '在办的演练数' }),
    }),
  ),
})

const schema = {
  tags: ['登录'],
  summary: '本机关的人员',
  description: '可以登录的人员、职责和在办案件数，供指派时选择。',
  response: { 200: answer, ...problems(401, 403, 503) },
}

/** GET /colleagues, for those who work on the organ's cases. */
export const colleagues = (app: FastifyInstance, { cabinet }: Services): void => {
  app.get('/colleagues', { schema }, async (request, reply) => {
    const { person } = identityOf(request)
    const { organ } = person
    if (organ === null || !mayRead(person, 'page', 'own')) return send(reply, noOrgan)
    return { colleagues: (await cabinet.colleagues(organ)).map((one) => ({ ...one, roles: [...one.roles] })) }
  })
}
