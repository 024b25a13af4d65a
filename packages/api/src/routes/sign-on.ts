import type { SignedIn } from '@zhiqing/db'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { isStaff } from '../identity/roles.js'
import { siteOf } from '../identity/same-site.js'
import { giveCookie, tokenOf } from '../identity/token.js'
import { totpNeeded } from '../problem/account.js'
import { crossSite, tooManyAttempts } from '../problem/answers.js'
import { problem, send } from '../problem/problem.js'
import { totpCode } from '../schemas/account.js'
import { problems } from '../schemas/problem.js'
import { signInAnswer } from '../schemas/session.js'
import type { Services } from '../services.js'
import { type SignOnFailure, signOnFailures } from '../sign-on/failures.js'
import { type Flows, openFlows } from '../sign-on/flow.js'
import { openProvider, type Provider } from '../sign-on/provider.js'
import { tellRefused } from '../sign-on/refused.js'
import { didSecondFactor, type ProviderSettings, staffCallback } from '../sign-on/settings.js'

const tags = ['登录']
const root = '/sign-on'
const home = '/desk'

/** What the routes work with, where the staff's provider is set. */
interface Door {
  readonly services: Services
  readonly settings: ProviderSettings
  readonly publicUrl: string
  readonly provider: Provider
  readonly flows: Flows
}

const notOffered = problem('notFound', 404, '没有找到', '本系统没有设置工作人员的统一身份认证，请用用户名和密码登录')
const elsewhere = z.undefined().meta({ description: '转往下一处' })

/** A page of the desk and nothing else: no other host, no other part of this one. */
export const deskPath = (to: unknown): string => (typeof to === 'string' && /^\/desk(\/[\w-]+)*$/.test(to) ? to : home)

const back = (reply: FastifyReply, failure: SignOnFailure): FastifyReply =>
  reply.redirect(`${home}?sign-on=${failure}`, 303)

const offered = z.object({
  offered: z.boolean(),
  begin: z.string().nullable().meta({ description: '浏览器打开这个地址开始登录；没有设置的为 null' }),
  words: z.record(z.string(), z.string()),
})
export type SignOnOffer = z.infer<typeof offered>

/** GET /sign-on */
const offer = (app: FastifyInstance, door: Door | undefined): void => {
  const schema = {
    tags,
    summary: '有没有统一身份认证',
    description: '工作人员能不能用统一身份认证登录、从哪里开始；words 是各种没有登录成功的原因，以 sign-on 参数给出。',
    security: [],
    response: { 200: offered },
  }
  app.get(root, { schema }, async () => ({
    offered: door !== undefined,
    begin: door ? `/api/v1${root}/begin` : null,
    words: door ? signOnFailures : {},
  }))
}

/** GET /sign-on/begin */
const begin = (app: FastifyInstance, door: Door | undefined): void => {
  const schema = {
    tags,
    summary: '开始统一身份认证',
    description: '由浏览器打开，转往统一身份认证平台。to 是登录以后回到工作台的哪一页，别处的地址不理会。',
    security: [],
    querystring: z.object({ to: z.string().optional() }),
    response: { 303: elsewhere, ...problems(400, 404) },
  }
  app.get(`${root}/begin`, { schema }, async (request, reply) => {
    if (!door) return send(reply, notOffered)
    const begun = await door.provider.begin()
    if ('failure' in begun) return back(reply, begun.failure)
    const { url, ...beginning } = begun
    const held = tokenOf(request, door.services)
    const before = held?.by === 'cookie' ? held.value : undefined
    door.flows.give(reply, { kind: 'away', ...beginning, to: deskPath((request.query as { to?: string }).to), before })
    return reply.redirect(url, 303)
  })
}

const about = (request: FastifyRequest, { services }: Door) => ({
  address: request.ip,
  now: services.now(),
  program: request.headers['user-agent'],
})

/** In, with a session nobody had before; or not, for somebody without any office here. */
const enter = async (reply: FastifyReply, signed: SignedIn, { services }: Door): Promise<boolean> => {
  if (!isStaff(signed.person)) {
    await services.cabinet.signOut(signed.token)
    return false
  }
  giveCookie(reply, signed.token, services)
  return true
}

const finish = async (request: FastifyRequest, reply: FastifyReply, door: Door): Promise<SignOnFailure | string> => {
  const { services, provider, flows, settings, publicUrl } = door
  const { signOns } = services.cabinet
  const { address, now, program } = about(request, door)
  const away = flows.read(request, 'away')
  flows.end(reply)
  if (!away) return 'strayed'
  const denied = (result: SignOnFailure) => tellRefused(services, { result, address, now })
  if (!(await signOns.admit(address, now))) return denied('tooMany')
  const vouched = await provider.finish(new URL(request.url, publicUrl), away)
  if ('failure' in vouched) return denied(vouched.failure)
  const { issuer, sub, claims } = vouched
  const { to, before } = away
  const secondFactor = didSecondFactor(claims, settings.secondFactor, services.today())
  const signed = await signOns.staff({ issuer, sub, secondFactor, address, now, program, before })
  if (signed === 'totpNeeded') flows.give(reply, { kind: 'halfIn', issuer, sub, to, before })
  if (typeof signed !== 'string' || signed === 'totpNeeded') await signOns.forgive(address, now)
  if (typeof signed === 'string') return signed
  return (await enter(reply, signed, door)) ? to : 'unknown'
}

const isFailure = (result: string): result is SignOnFailure => Object.hasOwn(signOnFailures, result)

/** GET /sign-on/callback */
const callback = (app: FastifyInstance, door: Door | undefined): void => {
  const schema = {
    tags,
    summary: '从统一身份认证平台回来',
    description: '由浏览器打开。核对平台的答复，成功的种下登录 Cookie 转往工作台，没有成功的转往登录页并说明原因。',
    security: [],
    response: { 303: elsewhere, ...problems(404, 503) },
  }
  app.get(`${root}/callback`, { schema }, async (request, reply) => {
    if (!door) return send(reply, notOffered)
    const result = await finish(request, reply, door)
    door.services.log.info('signOn', { ip: request.ip, result: isFailure(result) ? result : 'ok' })
    return isFailure(result) ? back(reply, result) : reply.redirect(result, 303)
  })
}

/** POST /sign-on: the one-time code of who has one, where the provider's word does not do. */
const withCode = (app: FastifyInstance, door: Door | undefined): void => {
  const body = z.strictObject({ totp: totpCode })
  const schema = {
    tags,
    summary: '统一身份认证之后的动态口令',
    description: '已经绑定动态口令，而平台没有做双因素认证的，回来以后再给出动态口令，才算登录。',
    security: [],
    body,
    response: { 200: signInAnswer, ...problems(400, 401, 403, 404, 429, 503) },
  }
  app.post(root, { schema }, async (request, reply) => {
    if (siteOf(request) === 'other') return send(reply, crossSite)
    if (!door) return send(reply, notOffered)
    const half = door.flows.read(request, 'halfIn')
    if (!half) return send(reply, problem('signInFailed', 401, '登录失败', signOnFailures.strayed))
    const { totp } = request.body as z.infer<typeof body>
    const { issuer, sub, before } = half
    const knock = { issuer, sub, before, totp, secondFactor: false, ...about(request, door) }
    const signed = await door.services.cabinet.signOns.staff(knock)
    if (signed === 'tooMany') return send(reply.header('retry-after', 900), tooManyAttempts)
    if (signed === 'totpNeeded') return send(reply, totpNeeded)
    if (typeof signed === 'string') return send(reply, problem('signInFailed', 401, '登录失败', signOnFailures[signed]))
    if (!(await enter(reply, signed, door)))
      return send(reply, problem('signInFailed', 401, '登录失败', signOnFailures.unknown))
    door.flows.end(reply)
    return { must: null, ...signed }
  })
}

/** GET /sign-on/end */
const end = (app: FastifyInstance, door: Door | undefined): void => {
  const schema = {
    tags,
    summary: '退出统一身份认证平台',
    description: '由浏览器在退出登录以后打开，转往平台的退出页；平台没有退出页或者连接不上的，回到工作台的登录页。',
    security: [],
    response: { 303: elsewhere, ...problems(404) },
  }
  app.get(`${root}/end`, { schema }, async (_, reply) => {
    if (!door) return send(reply, notOffered)
    return reply.redirect((await door.provider.signOutUrl(`${door.publicUrl}${home}`)) ?? home, 303)
  })
}

const doorOf = (services: Services): Door | undefined => {
  const { signOn, now, log } = services
  if (!signOn?.staff) return undefined
  const { staff: settings, publicUrl } = signOn
  const redirectUri = `${publicUrl}${staffCallback}`
  const provider = openProvider({ settings, redirectUri, now, log, wanted: [] })
  return { services, settings, publicUrl, provider, flows: openFlows('staff', services) }
}

/** The staff's way in through the government's own sign-on: open routes, as signing in by password is. */
export const signOn = (app: FastifyInstance, services: Services): void => {
  const door = doorOf(services)
  for (const route of [offer, begin, callback, withCode, end]) route(app, door)
}
