import { staffActing } from '@zhiqing/db'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { dueFile } from '../../calendar-file/due-file.js'
import { answerFor } from '../../identity/acting.js'
import { organToRead } from '../../identity/roles.js'
import { noSuchRoute } from '../../problem/answers.js'
import { send } from '../../problem/problem.js'
import { problems } from '../../schemas/problem.js'
import type { Services } from '../../services.js'

const schema = {
  tags: ['通知'],
  summary: '订阅的期限日历（iCalendar）',
  description:
    '手机等的日历程序凭本人的秘密地址订阅，不用登录。经办人等为等其办理的案件，公开工作机构负责人为全机关的；只有受理编号、期限名称和为什么是这一天。没有变动的以 304 应答。地址已经收回、从来没有的，应答没有区别。',
  security: [],
  params: z.object({ file: z.string().meta({ description: '地址的最后一段' }) }),
  response: {
    200: { description: 'ICS 文件', content: { 'text/calendar': { schema: z.string() } } },
    304: z.undefined().meta({ description: '没有变动' }),
    ...problems(404, 503),
  },
}

const tokenIn = (file: string): string => /^([\w-]{43})\.ics$/.exec(file)?.[1] ?? ''

/** The tags a program has seen (RFC 9110 13.1.2); compared weakly. */
const hasSeen = (header: string | undefined, tag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag.replace(/^W\//, '')))

/** Not kept by anything in between; the program itself asks again every time. */
const asItIsNow = (reply: FastifyReply, tag: string): FastifyReply =>
  reply.header('etag', tag).header('cache-control', 'private, no-cache')

/** GET /calendars/:file, open to whoever has the address; it stands in no log. */
export const subscribedCalendar = (app: FastifyInstance, services: Services): void => {
  app.get('/calendars/:file', { schema }, async (request: FastifyRequest, reply) => {
    const { file } = request.params as { file: string }
    const person = await services.cabinet.notices.calendarReader(tokenIn(file))
    const organ = person && organToRead(person)
    if (!person || organ === undefined) return send(reply, noSuchRoute)
    answerFor(request, staffActing(person))
    const desk = `${request.protocol}://${request.host}/desk`
    const { text, tag } = await dueFile(person, { organ, desk }, services)
    if (hasSeen(request.headers['if-none-match'], tag)) return asItIsNow(reply, tag).status(304).send()
    return asItIsNow(reply, tag).type('text/calendar; charset=utf-8').send(text)
  })
}
