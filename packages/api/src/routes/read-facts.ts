import type { FastifyInstance } from 'fastify'
import { noSuchCase } from '../problem/answers.js'
import { send } from '../problem/problem.js'
import { ledger } from '../schemas/ledger.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { factForStaff } from '../view/mask.js'
import { caseOf, caseParams } from './case-of.js'
import { tag } from './etag.js'

const schema = {
  tags: ['案件'],
  summary: '案件的台账',
  description: '按先后列出全部事实和散列链。散列按原文计算；这里的证件号码已经遮盖。',
  params: caseParams,
  response: { 200: ledger, ...problems(401, 404, 503) },
}

/** GET /cases/:id/facts */
export const readFacts = (app: FastifyInstance, services: Services): void => {
  app.get('/cases/:id/facts', { schema }, async (request, reply) => {
    const kept = await caseOf(request, services)
    if (!kept) return send(reply, noSuchCase)
    const rows = await services.cabinet.ledger(kept.organ, kept.id)
    tag(reply, kept.version)
    return { facts: rows.map((row) => ({ ...row, fact: factForStaff(row.fact) })) }
  })
}
