import { noticeKinds } from '@zhiqing/casework'
import { type Day, earlierOf, handInStages, isDay } from '@zhiqing/law'
import type { FastifyInstance } from 'fastify'
import type * as z from 'zod'
import { identityOf } from '../../identity/identity.js'
import { invalid } from '../../problem/answers.js'
import { send } from '../../problem/problem.js'
import { noticesAnswer, noticesQuery, readBody, unreadAnswer } from '../../schemas/notices.js'
import { problems } from '../../schemas/problem.js'
import type { Services } from '../../services.js'

const tags = ['通知']
const usualLimit = 50
const countedTo = 100

const throughOf = (to: string, on: Day): string => Buffer.from(`${to} ${on}`).toString('base64url')

/** An instant and a day as they were handed out; undefined for what was made up otherwise. */
const through = (text: string): { to: string; on: Day } | undefined => {
  const [to = '', on = '', more] = Buffer.from(text, 'base64url').toString().split(' ')
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(to) && !Number.isNaN(Date.parse(to))
  return more === undefined && isInstant && isDay(on) ? { to, on } : undefined
}

const listSchema = {
  tags,
  summary: '与我有关的新情况',
  description:
    '指派给我、审核退回、等待审核和签发、协查、意见和补正到了、复议诉讼、放假安排变动，新的在前；以及将至和已过的期限、没有公布的年度报告。都从台账和期限中查出。系统管理员等不办理案件的，没有案件的情况。',
  querystring: noticesQuery,
  response: { 200: noticesAnswer, ...problems(400, 401, 503) },
}

/** GET /notices: the instant up to which it holds is taken before it is looked up, so that nothing falls between. */
const list = (app: FastifyInstance, { cabinet, today }: Services): void => {
  app.get('/notices', { schema: listSchema }, async (request) => {
    const { person } = identityOf(request)
    const { after, limit } = request.query as z.infer<typeof noticesQuery>
    const on = today()
    const to = await cabinet.notices.horizon()
    const [{ news, next }, { days, reports }] = await Promise.all([
      cabinet.notices.news(person, { after, limit: Number(limit ?? usualLimit) }),
      cabinet.notices.watched(person, on),
    ])
    return {
      news: news.map((one) => ({ ...one, zh: noticeKinds[one.kind].zh })),
      next,
      days: days.map((one) => ({ ...one, zh: noticeKinds[one.kind].zh })),
      reports: reports.map((one) => ({ ...one, zh: handInStages[one.stage] })),
      through: throughOf(to, on),
    }
  })
}

const countSchema = {
  tags,
  summary: '没有看过的新情况有几件',
  description: '供页面上的提示；一次查询，最多数到100。',
  response: { 200: unreadAnswer, ...problems(401, 503) },
}

/** GET /notices/count */
const count = (app: FastifyInstance, { cabinet, today }: Services): void => {
  app.get('/notices/count', { schema: countSchema }, async (request) => ({
    unread: await cabinet.notices.unread(identityOf(request).person, today(), countedTo),
  }))
}

const readSchema = {
  tags,
  summary: '标为看过',
  description: '交回看到的那一次 GET /notices 的 through。只会向后移：再交一次，或者交回更早的，没有变化。',
  body: readBody,
  response: { 200: unreadAnswer, ...problems(400, 401, 403, 413, 415, 503) },
}

/** POST /notices/read */
const read = (app: FastifyInstance, { cabinet, today }: Services): void => {
  app.post('/notices/read', { schema: readSchema }, async (request, reply) => {
    const { person } = identityOf(request)
    const seen = through((request.body as z.infer<typeof readBody>).through)
    if (!seen) return send(reply, invalid([{ path: 'through', zh: '应为 GET /notices 给出的 through' }]))
    const on = today()
    await cabinet.notices.look(person, { to: seen.to, on: earlierOf(seen.on, on) })
    return { unread: await cabinet.notices.unread(person, on, countedTo) }
  })
}

export const notices = (app: FastifyInstance, services: Services): void => {
  for (const route of [list, count, read]) route(app, services)
}
