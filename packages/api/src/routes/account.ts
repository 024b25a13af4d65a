import type { AccountRefusal } from '@zhiqing/db'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { renderSVG } from 'uqr'
import * as z from 'zod'
import { identityOf } from '../identity/identity.js'
import { giveCookie } from '../identity/token.js'
import { accountRefused, noSuchSession } from '../problem/account.js'
import { send } from '../problem/problem.js'
import * as schemas from '../schemas/account.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'

const tags = ['本人账号']
const fromOf = (request: FastifyRequest, { now }: Services) => ({ address: request.ip, now: now() })
const isRefusal = (answer: object): answer is AccountRefusal => 'no' in answer

/** What ends every other session: written down, and the browser gets the new token. */
const renewed = (
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  act: string,
  answer: AccountRefusal | { readonly token: string },
  services: Services,
) => {
  const { person } = identityOf(request)
  services.log.info(act, { person: person.id, result: isRefusal(answer) ? answer.no : 'ok' })
  if (isRefusal(answer)) return send(reply, accountRefused(answer))
  giveCookie(reply, answer.token, services)
  return answer
}

/** GET /account */
const readAccount = (app: FastifyInstance, services: Services): void => {
  const schema = {
    tags,
    summary: '本人的账号',
    description: '姓名、岗位、动态口令是否绑定、先要做的事。',
    response: { 200: schemas.accountState, ...problems(401, 503) },
  }
  app.get('/account', { schema }, async (request) => {
    const { person } = identityOf(request)
    const { name, displayName, organ, roles } = person
    const state = await services.cabinet.accounts.account(person, services.now())
    return { name, displayName, organ, roles, ...state }
  })
}

/** POST /account/password */
const changePassword = (app: FastifyInstance, services: Services): void => {
  const schema = {
    tags,
    summary: '修改密码',
    description: '须给出现在的密码。成功后以前的登录全部失效，应答中是新的令牌（Cookie 同时更新）。',
    body: schemas.passwordBody,
    response: { 200: schemas.renewedAnswer, ...problems(400, 401, 403, 422, 429, 503) },
  }
  app.post('/account/password', { schema }, async (request, reply) => {
    const { person } = identityOf(request)
    const body = request.body as z.infer<typeof schemas.passwordBody>
    const answer = await services.cabinet.accounts.changePassword(person, { ...body, ...fromOf(request, services) })
    return renewed({ request, reply }, 'changePassword', answer, services)
  })
}

/** POST /account/totp and /account/totp/confirm */
const enrolTotp = (app: FastifyInstance, services: Services): void => {
  const offer = {
    tags,
    summary: '取得动态口令的种子',
    description: '须给出密码。种子只显示这一次；确认之前不生效。',
    body: schemas.totpOfferBody,
    response: { 200: schemas.totpOffer, ...problems(400, 401, 403, 422, 429, 503) },
  }
  app.post('/account/totp', { schema: offer }, async (request, reply) => {
    const { password } = request.body as z.infer<typeof schemas.totpOfferBody>
    const { accounts } = services.cabinet
    const answer = await accounts.offerTotp(identityOf(request).person, { password, ...fromOf(request, services) })
    return isRefusal(answer) ? send(reply, accountRefused(answer)) : { ...answer, svg: renderSVG(answer.uri) }
  })
  const confirm = {
    tags,
    summary: '确认动态口令',
    description: '给出手机上的第一个口令。成功后其他登录全部失效，应答中是新的令牌和恢复码。',
    body: schemas.totpConfirmBody,
    response: { 200: schemas.totpConfirmed, ...problems(400, 401, 403, 422, 429, 503) },
  }
  app.post('/account/totp/confirm', { schema: confirm }, async (request, reply) => {
    const { totp } = request.body as z.infer<typeof schemas.totpConfirmBody>
    const { person } = identityOf(request)
    const answer = await services.cabinet.accounts.confirmTotp(person, { code: totp, ...fromOf(request, services) })
    return renewed({ request, reply }, 'enrolTotp', answer, services)
  })
}

/** GET /sessions, DELETE /sessions/:session */
const sessions = (app: FastifyInstance, services: Services): void => {
  const list = {
    tags,
    summary: '本人的登录',
    description: '现在有效的登录，新的在前。',
    response: { 200: z.object({ sessions: z.array(schemas.ownSession) }), ...problems(401, 503) },
  }
  app.get('/sessions', { schema: list }, async (request) => {
    const { person } = identityOf(request)
    const rows = await services.cabinet.accounts.ownSessions(person, services.now())
    return { sessions: rows.map((row) => ({ ...row, current: row.id === person.sessionId })) }
  })
  const end = {
    tags,
    summary: '结束本人的一个登录',
    description: '令牌立即失效。',
    params: z.object({ session: z.string() }),
    response: { 204: z.undefined().meta({ description: '已经结束' }), ...problems(401, 403, 404, 503) },
  }
  app.delete('/sessions/:session', { schema: end }, async (request, reply) => {
    const { session } = request.params as { session: string }
    const { person } = identityOf(request)
    const ended = await services.cabinet.accounts.endOwnSession(person, session, fromOf(request, services))
    return ended ? reply.status(204).send() : send(reply, noSuchSession)
  })
}

/** One's own account: open to everybody who signed in, whatever else they must do first. */
export const accountRoutes = (app: FastifyInstance, services: Services): void => {
  for (const route of [readAccount, changePassword, enrolTotp, sessions]) route(app, services)
}
