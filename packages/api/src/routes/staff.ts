import type { AccountRefusal, StaffAct } from '@zhiqing/db'
import type { Role } from '@zhiqing/law'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { identityOf } from '../identity/identity.js'
import { holds, offices } from '../identity/reading.js'
import { accountRefused } from '../problem/account.js'
import { problem, send } from '../problem/problem.js'
import * as schemas from '../schemas/account.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'

const tags = ['人员']
const isRefusal = (answer: object): answer is AccountRefusal => 'no' in answer

const forAdministrators = problem('forbidden', 403, '没有权限', `${offices.keepStaff.zh}由系统管理员和安全管理员办理`)

/** Does it, writes it down, and answers; who may is said in the database room's own table. */
const act = async (request: FastifyRequest, reply: FastifyReply, what: StaffAct, services: Services) => {
  const { person } = identityOf(request)
  const from = { address: request.ip, now: services.now() }
  const answer = await services.cabinet.accounts.actOnStaff(person, what, from)
  services.log.info('staffAct', { act: what.act, person: person.id, result: isRefusal(answer) ? answer.no : 'ok' })
  if (isRefusal(answer)) return send(reply, accountRefused(answer))
  return answer.password === undefined ? answer.person : reply.status(what.act === 'create' ? 201 : 200).send(answer)
}

const params = z.object({ person: z.string() })
const personOf = (request: FastifyRequest): string => {
  const { person } = request.params as z.infer<typeof params>
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(person) ? person : '00000000-0000-0000-0000-000000000000'
}

/** GET and POST /staff */
const people = (app: FastifyInstance, services: Services): void => {
  const list = {
    tags,
    summary: '本机关的人员',
    description: '系统管理员和安全管理员可以看；不属于任何机关的管理员看到全部。',
    response: { 200: z.object({ staff: z.array(schemas.staffRow) }), ...problems(401, 403, 503) },
  }
  app.get('/staff', { schema: list }, async (request, reply) =>
    holds(identityOf(request).person, 'keepStaff')
      ? { staff: await services.cabinet.accounts.staff() }
      : send(reply, forAdministrators),
  )
  const create = {
    tags,
    summary: '增加人员',
    description: '由系统管理员办理。没有岗位，岗位由安全管理员授予；给出一次性密码，72小时内有效，首次登录须修改。',
    body: schemas.newStaffBody,
    response: { 201: schemas.oneTime, ...problems(400, 401, 403, 422, 503) },
  }
  app.post('/staff', { schema: create }, (request, reply) =>
    act(request, reply, { act: 'create', ...(request.body as z.infer<typeof schemas.newStaffBody>) }, services),
  )
}

/** POST /staff/:person/… by the system administrator: a new one-time password. */
const resets = (app: FastifyInstance, services: Services): void => {
  const schema = {
    tags,
    summary: '重置密码',
    description: '由系统管理员办理：给出一次性密码，该人的登录全部失效；动态口令不变。',
    params,
    body: schemas.reasonBody,
    response: { 200: schemas.oneTime, ...problems(400, 401, 403, 404, 422, 503) },
  }
  app.post('/staff/:person/password', { schema }, (request, reply) => {
    const { reason } = request.body as z.infer<typeof schemas.reasonBody>
    return act(request, reply, { act: 'resetPassword', person: personOf(request), reason }, services)
  })
}

const noProvider = problem(
  'unfit',
  422,
  '不能这样办理',
  '本系统没有设置工作人员的统一身份认证，请先设置 OIDC_STAFF_ISSUER',
)

/** POST /staff/:person/sign-on and …/sign-on/part by the system administrator. */
const joins = (app: FastifyInstance, services: Services): void => {
  const common = { tags, params, response: { 200: schemas.staffRow, ...problems(400, 401, 403, 404, 422, 503) } }
  const join = {
    ...common,
    summary: '关联统一身份认证',
    description:
      '由系统管理员办理，不能给自己办理；以前的关联由新的代替，该人的登录全部失效。没有关联的统一身份不能登录，也不会自行产生账号。',
    body: schemas.joinBody,
  }
  app.post('/staff/:person/sign-on', { schema: join }, (request, reply) => {
    const body = request.body as z.infer<typeof schemas.joinBody>
    const issuer = services.signOn?.staff?.issuer
    if (issuer === undefined) return send(reply, noProvider)
    return act(request, reply, { act: 'joinSignOn', person: personOf(request), issuer, ...body }, services)
  })
  const part = {
    ...common,
    summary: '解除统一身份认证的关联',
    description: '由系统管理员办理。该人的登录全部失效，以后用密码登录。',
    body: schemas.reasonBody,
  }
  app.post('/staff/:person/sign-on/part', { schema: part }, (request, reply) => {
    const { reason } = request.body as z.infer<typeof schemas.reasonBody>
    return act(request, reply, { act: 'partSignOn', person: personOf(request), reason }, services)
  })
}

/** POST /staff/:person/… by the security administrator. */
const rights = (app: FastifyInstance, services: Services): void => {
  const common = { tags, params, response: { 200: schemas.staffRow, ...problems(400, 401, 403, 404, 422, 503) } }
  const roles = {
    ...common,
    summary: '授予岗位',
    description: '由安全管理员办理，不能授予自己；系统、安全、审计三员互不兼任，也不兼任办理岗位。该人须重新登录。',
    body: schemas.rolesBody,
  }
  app.post('/staff/:person/roles', { schema: roles }, (request, reply) => {
    const body = request.body as z.infer<typeof schemas.rolesBody>
    const given = { ...body, roles: body.roles as Role[] }
    return act(request, reply, { act: 'giveRoles', person: personOf(request), ...given }, services)
  })
  const plain = [
    ['totp-reset', 'resetTotp', '重置动态口令', '该人的登录全部失效。'],
    ['disable', 'disable', '停用', '该人的登录全部失效。'],
    ['enable', 'enable', '恢复', '该人的登录全部失效。'],
    ['unlock', 'unlock', '解除登录限制', '因多次输错而须等待的，可以立即再试；以前的失败不再计数，登录不受影响。'],
  ] as const
  for (const [path, name, summary, effect] of plain) {
    const schema = {
      ...common,
      summary,
      description: `由安全管理员办理。${effect}`,
      body: schemas.reasonBody,
    }
    app.post(`/staff/:person/${path}`, { schema }, (request, reply) => {
      const { reason } = request.body as z.infer<typeof schemas.reasonBody>
      return act(request, reply, { act: name, person: personOf(request), reason }, services)
    })
  }
}

/** People, by those who keep accounts and those who keep rights; neither office opens a case (三员分立). */
export const staffRoutes = (app: FastifyInstance, services: Services): void => {
  for (const route of [people, resets, joins, rights]) route(app, services)
}
