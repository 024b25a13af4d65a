import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { identityOf } from '../identity/identity.js'
import { takeCookie } from '../identity/token.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'

const schema = {
  tags: ['登录'],
  summary: '退出登录',
  description: '令牌立即失效，Cookie 一并清除。',
  response: { 204: z.undefined().meta({ description: '已经退出' }), ...problems(401, 403) },
}

/** DELETE /sessions */
export const signOut = (app: FastifyInstance, services: Services): void => {
  app.delete('/sessions', { schema }, async (request, reply) => {
    await services.cabinet.signOut(identityOf(request).token)
    takeCookie(reply, services)
    return reply.status(204).send()
  })
}
