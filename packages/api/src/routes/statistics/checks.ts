import { ledgerChecks } from '@zhiqing/casework'
import { addDays } from '@zhiqing/law'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { send } from '../../problem/problem.js'
import { textOrNull } from '../../schemas/plain.js'
import { problems } from '../../schemas/problem.js'
import type { Services } from '../../services.js'
import { organQuery, reportPlace } from '../reports/place.js'

const tags = ['统计']

const check = z.object({ organ: z.string(), id: z.string(), number: textOrNull, code: z.string(), zh: z.string() })

const checking = {
  tags,
  summary: '台账检查',
  description:
    '每月检查台账：没有确认、没有登记、没有经办人、超期、应当认定逾期、没有送达记录等，逐案列出应当补正之处。',
  querystring: organQuery,
  response: { 200: z.object({ checks: z.array(check) }), ...problems(400, 401, 403, 404, 422, 503) },
}

/** GET /statistics/ledger-checks */
export const monthlyChecks = (app: FastifyInstance, services: Services): void => {
  app.get('/statistics/ledger-checks', { schema: checking }, async (request, reply) => {
    const place = await reportPlace(request, services)
    if ('problem' in place) return send(reply, place.problem)
    return { checks: ledgerChecks(await services.cabinet.reports.unfinished(place.organs), services.today()) }
  })
}

const hot = z.object({
  organ: z.string(),
  information: z.string().meta({ description: '所申请的信息' }),
  requests: z.int(),
  applicants: z.int().meta({ description: '不同的申请人' }),
  given: z.int().meta({ description: '其中予以公开、部分公开的' }),
  ids: z.array(z.string()),
  zh: z.string().meta({ description: '建议' }),
})

const asking = {
  tags,
  summary: '多人申请的信息',
  description:
    '过去一年有三名以上申请人申请的同一信息：可以公开的，行政机关可以纳入主动公开的范围；应当主动公开的，应当及时公开（条例第四十四条）。不显示申请人。',
  querystring: organQuery,
  response: { 200: z.object({ requests: z.array(hot) }), ...problems(400, 401, 403, 404, 422, 503) },
}

/** 多个申请人: three and more; the article names no number [I]. */
const least = 3

const proposal = ({ given, requests, applicants }: { given: number; requests: number; applicants: number }): string =>
  given > 0
    ? `一年内有${applicants}名申请人申请${requests}次，其中${given}次予以公开：建议纳入主动公开的范围`
    : `一年内有${applicants}名申请人申请${requests}次，还没有公开过：请研判是否属于应当主动公开的信息`

/** GET /statistics/hot-requests */
export const hotRequests = (app: FastifyInstance, services: Services): void => {
  app.get('/statistics/hot-requests', { schema: asking }, async (request, reply) => {
    const place = await reportPlace(request, services)
    if ('problem' in place) return send(reply, place.problem)
    const since = addDays(services.today(), -364)
    const found = await services.cabinet.reports.hotRequests(place.organs, since, least)
    return { requests: found.map((one) => ({ ...one, ids: [...one.ids], zh: proposal(one) })) }
  })
}
