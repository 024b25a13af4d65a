import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { dueFile } from '../calendar-file/due-file.js'
import { identityOf } from '../identity/identity.js'
import { organToRead } from '../identity/roles.js'
import { notForReading } from '../problem/answers.js'
import { send } from '../problem/problem.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { attachment } from './file-name.js'

const schema = {
  tags: ['案件'],
  summary: '期限日历（iCalendar）',
  description:
    '等登录人办理的案件的各项期限，公开工作机构负责人为全机关的，可以导入日历程序；只有受理编号、期限名称和依据，没有申请人和内容。',
  response: {
    200: { description: 'ICS 文件', content: { 'text/calendar': { schema: z.string() } } },
    ...problems(401, 403, 503),
  },
}

/** GET /due-days.ics: the days of what waits for the person, without a word of who asks or for what. */
export const dueCalendar = (app: FastifyInstance, services: Services): void => {
  app.get('/due-days.ics', { schema }, async (request, reply) => {
    const { person } = identityOf(request)
    const organ = organToRead(person)
    if (organ === undefined) return send(reply, notForReading)
    const { text } = await dueFile(person, { organ }, services)
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', attachment('due-days.ics', '依申请公开期限.ics'))
      .send(text)
  })
}
