import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { type Identity, identityOf } from '../../identity/identity.js'
import { organToRead } from '../../identity/roles.js'
import { notForReading } from '../../problem/answers.js'
import { send } from '../../problem/problem.js'
import { textOrNull } from '../../schemas/plain.js'
import { problems } from '../../schemas/problem.js'
import type { Services } from '../../services.js'

const tags = ['通知']

const state = z.object({ madeAt: textOrNull.meta({ description: '地址是何时取得的；没有地址的为 null' }) })
export type CalendarAddressAnswer = z.infer<typeof state>

const made = z.object({ address: z.string().meta({ description: '日历程序中填写的网址；只显示这一次' }) })
export type NewCalendarAddress = z.infer<typeof made>

const readSchema = {
  tags,
  summary: '有没有日历订阅地址',
  description: '地址本身不再显示，忘了就取一个新的。',
  response: { 200: state, ...problems(401, 503) },
}

const makeSchema = {
  tags,
  summary: '取得日历订阅地址',
  description: '填在手机等的日历程序中订阅期限。谁有地址谁就能看，不要转给别人；取得新的，以前的随即失效。',
  response: { 200: made, ...problems(401, 403, 503) },
}

const withdrawSchema = {
  tags,
  summary: '收回日历订阅地址',
  description: '随即失效。没有地址的，没有变化。',
  response: { 204: z.undefined().meta({ description: '已经收回' }), ...problems(401, 403, 503) },
}

/** An address that opens without signing in is given and taken back in the sight of the audit administrator. */
const writeDown = async (
  request: FastifyRequest,
  { person }: Identity,
  result: 'made' | 'withdrawn',
  { cabinet, now, log }: Services,
): Promise<void> => {
  await cabinet.accounts.writeDown(person, { act: 'calendarAddress', result }, { address: request.ip, now: now() })
  log.info('calendarAddress', { person: person.id, result })
}

/** GET, POST and DELETE /calendar-address, one's own. */
export const calendarAddress = (app: FastifyInstance, services: Services): void => {
  const { cabinet, now } = services
  app.get('/calendar-address', { schema: readSchema }, async (request) => ({
    madeAt: (await cabinet.notices.calendarAddress(identityOf(request).person)) ?? null,
  }))
  app.post('/calendar-address', { schema: makeSchema }, async (request, reply) => {
    const identity = identityOf(request)
    if (organToRead(identity.person) === undefined) return send(reply, notForReading)
    await writeDown(request, identity, 'made', services)
    const token = await cabinet.notices.newCalendarAddress(identity.person, now())
    return { address: `${request.protocol}://${request.host}/api/v1/calendars/${token}.ics` }
  })
  app.delete('/calendar-address', { schema: withdrawSchema }, async (request, reply) => {
    const identity = identityOf(request)
    await writeDown(request, identity, 'withdrawn', services)
    await cabinet.notices.withdrawCalendarAddress(identity.person)
    return reply.status(204).send()
  })
}
