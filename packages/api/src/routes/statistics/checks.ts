import { ledgerChecks } from '@zhiqing/casework'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { send } from '../../problem/problem.js'
import { textOrNull } from '../../schemas/plain.js'
import { problems } from '../../schemas/problem.js'
import type { Services } from '../../services.js'
import { organNames } from '../reports/organ-names.js'
import { organQuery, reportPlace } from '../reports/place.js'

const tags = ['统计']

const check = z.object({
  organ: z.string(),
  name: z.string(),
  id: z.string(),
  number: textOrNull,
  code: z.string(),
  zh: z.string(),
})

const answer = z.object({ checks: z.array(check) }).meta({ id: 'LedgerChecks', description: '台账检查' })
export type LedgerChecksAnswer = z.infer<typeof answer>

const checking = {
  tags,
  summary: '台账检查',
  description:
    '每月检查台账：没有确认、没有登记、没有经办人、超期、应当认定逾期、没有送达记录等，逐案列出应当补正之处。',
  querystring: organQuery,
  response: { 200: answer, ...problems(400, 401, 403, 404, 422, 503) },
}

/** GET /statistics/ledger-checks */
export const monthlyChecks = (app: FastifyInstance, services: Services): void => {
  app.get('/statistics/ledger-checks', { schema: checking }, async (request, reply) => {
    const place = await reportPlace(request, services)
    if ('problem' in place) return send(reply, place.problem)
    const nameOf = await organNames(services)
    const found = ledgerChecks(await services.cabinet.reports.unfinished(place.organs), services.today())
    return { checks: found.map((one) => ({ ...one, name: nameOf(one.organ) })) }
  })
}
