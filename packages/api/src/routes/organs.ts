import type { Fault } from '@zhiqing/casework'
import type { AccountRefusal, OrganAct, PlacedOrgan } from '@zhiqing/db'
import type { Organ } from '@zhiqing/law'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { unprintable } from '../commands/characters.js'
import { identityOf } from '../identity/identity.js'
import { holds, offices } from '../identity/reading.js'
import { accountRefused } from '../problem/account.js'
import { invalid } from '../problem/answers.js'
import { problem, send } from '../problem/problem.js'
import { newOrganBody, organBody, placedOrgan } from '../schemas/organ.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'

const tags = ['机关']
const forAdmin = problem('forbidden', 403, '没有权限', `${offices.keepOrgans.zh}由系统管理员办理`)

const shown = ({ organ, supervisedBy }: PlacedOrgan) => ({ ...organ, supervisedBy })
const isRefusal = (answer: PlacedOrgan | AccountRefusal): answer is AccountRefusal => 'no' in answer

type Body = z.infer<typeof newOrganBody>

const actOf = (act: OrganAct['act'], { supervisedBy, reason, ...organ }: Body): OrganAct => ({
  act,
  organ: organ as Organ,
  ...(supervisedBy === undefined ? {} : { supervisedBy }),
  reason,
})

/** What a letter could not print is told here: an organ's name stands on every one of them. */
const faultsOf = async ({ organ }: OrganAct, { press }: Services): Promise<Fault[]> => unprintable(organ, press)

const keep = async (request: FastifyRequest, reply: FastifyReply, task: OrganAct, services: Services) => {
  const { person } = identityOf(request)
  if (!holds(person, 'keepOrgans')) return send(reply, forAdmin)
  const faults = await faultsOf(task, services)
  if (faults.length > 0) return send(reply, invalid(faults))
  const from = { address: request.ip, now: services.now() }
  const answer = await services.cabinet.accounts.actOnOrgan(person, task, from)
  services.log.info('organAct', { act: task.act, person: person.id, result: isRefusal(answer) ? answer.no : 'ok' })
  if (isRefusal(answer)) return send(reply, accountRefused(answer))
  return reply.status(task.act === 'addOrgan' ? 201 : 200).send(shown(answer))
}

const list = {
  tags,
  summary: '机关',
  description: '系统管理员看本机关的档案；不属于任何机关的系统管理员看全部。',
  response: { 200: z.object({ organs: z.array(placedOrgan) }), ...problems(401, 403, 503) },
}
const add = {
  tags,
  summary: '增加机关',
  description: '由不属于任何机关的系统管理员办理；记入安全日志。',
  body: newOrganBody,
  response: { 201: placedOrgan, ...problems(400, 401, 403, 422, 503) },
}
const change = {
  tags,
  summary: '修改机关的档案',
  description:
    '由本机关的系统管理员办理，主管关系由不属于任何机关的系统管理员设定；写全各项，代码不能更改。已经制发的文书不变；记入安全日志。',
  params: z.object({ organ: z.string().meta({ description: '机关代码' }) }),
  body: organBody,
  response: { 200: placedOrgan, ...problems(400, 401, 403, 404, 422, 503) },
}

/** GET and POST /organs, POST /organs/:organ: what letters print of an organ, and who stands over whom. */
export const organRoutes = (app: FastifyInstance, services: Services): void => {
  app.get('/organs', { schema: list }, async (request, reply) => {
    const { person } = identityOf(request)
    if (!holds(person, 'keepOrgans')) return send(reply, forAdmin)
    return { organs: (await services.cabinet.accounts.placedOrgans(person)).map(shown) }
  })
  app.post('/organs', { schema: add }, (request, reply) =>
    keep(request, reply, actOf('addOrgan', request.body as Body), services),
  )
  app.post('/organs/:organ', { schema: change }, (request, reply) => {
    const { organ: code } = request.params as { organ: string }
    const body = { code, ...(request.body as z.infer<typeof organBody>) }
    return keep(request, reply, actOf('changeOrgan', body), services)
  })
}
