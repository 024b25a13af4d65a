import type { FastifyInstance } from 'fastify'
import type * as z from 'zod'
import { isStaff } from '../identity/roles.js'
import { siteOf } from '../identity/same-site.js'
import { giveCookie } from '../identity/token.js'
import { crossSite, signInFailed, tooManyAttempts } from '../problem/answers.js'
import { send } from '../problem/problem.js'
import { problems } from '../schemas/problem.js'
import { signInAnswer, signInBody } from '../schemas/session.js'
import type { Services } from '../services.js'

const schema = {
  tags: ['登录'],
  summary: '登录',
  description: '返回令牌，同时种下 Cookie；两者取一即可。每次登录都是新的令牌。',
  security: [],
  body: signInBody,
  response: { 200: signInAnswer, ...problems(400, 401, 403, 429, 503) },
}

const retryAfterSeconds = 900

/** POST /sessions */
export const signIn = (app: FastifyInstance, services: Services): void => {
  const { cabinet, log, now } = services
  app.post('/sessions', { schema }, async (request, reply) => {
    if (siteOf(request) === 'other') return send(reply, crossSite)
    const { name, password } = request.body as z.infer<typeof signInBody>
    const signed = await cabinet.signIn({ name, password, address: request.ip, now: now() })
    log.info('signIn', { ip: request.ip, result: typeof signed === 'string' ? signed : signed.person.id })
    if (signed === 'tooMany') return send(reply.header('retry-after', retryAfterSeconds), tooManyAttempts)
    if (signed === 'no') return send(reply, signInFailed)
    if (!isStaff(signed.person)) {
      await cabinet.signOut(signed.token)
      return send(reply, signInFailed)
    }
    giveCookie(reply, signed.token, services)
    return signed
  })
}
