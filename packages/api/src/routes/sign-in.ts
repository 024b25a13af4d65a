import type { FastifyInstance } from 'fastify'
import type * as z from 'zod'
import { isStaff } from '../identity/roles.js'
import { siteOf } from '../identity/same-site.js'
import { deviceOf, giveCookie, giveDevice, tokenOf } from '../identity/token.js'
import { totpNeeded } from '../problem/account.js'
import { crossSite, signInFailed, tooManyAttempts } from '../problem/answers.js'
import { send } from '../problem/problem.js'
import { problems } from '../schemas/problem.js'
import { signInAnswer, signInBody } from '../schemas/session.js'
import type { Services } from '../services.js'

const schema = {
  tags: ['登录'],
  summary: '登录',
  description:
    '返回令牌，同时种下 Cookie；两者取一即可。每次登录都是新的令牌。绑定了动态口令而没有给出的，以 401 totpNeeded 应答。must 不为空的，先办完那件事。',
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
    const body = request.body as z.infer<typeof signInBody>
    const held = tokenOf(request, services)
    const signed = await cabinet.signIn({
      ...body,
      address: request.ip,
      now: now(),
      device: deviceOf(request, services),
      program: request.headers['user-agent'],
      before: held?.by === 'cookie' ? held.value : undefined,
    })
    log.info('signIn', { ip: request.ip, result: typeof signed === 'string' ? signed : signed.person.id })
    if (signed === 'tooMany') return send(reply.header('retry-after', retryAfterSeconds), tooManyAttempts)
    if (signed === 'totpNeeded') return send(reply, totpNeeded)
    if (signed === 'no') return send(reply, signInFailed)
    if (!isStaff(signed.person)) {
      await cabinet.signOut(signed.token)
      return send(reply, signInFailed)
    }
    giveCookie(reply, signed.token, services)
    if (signed.device) giveDevice(reply, signed.device, services)
    return { must: null, ...signed }
  })
}
