import { factInWords } from '@zhiqing/casework'
import type { FastifyInstance } from 'fastify'
import { send } from '../problem/problem.js'
import { ledger } from '../schemas/ledger.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { ledgerFromAbove } from '../view/cover.js'
import { factForStaff } from '../view/mask.js'
import { caseOf, caseParams } from './case-of.js'
import { tag } from './etag.js'

const schema = {
  tags: ['案件'],
  summary: '案件的台账',
  description: '按先后列出全部事实和散列链。散列按原文计算；这里的证件号码已经遮盖。',
  params: caseParams,
  response: { 200: ledger, ...problems(401, 403, 404, 503) },
}

/** GET /cases/:id/facts */
export const readFacts = (app: FastifyInstance, services: Services): void => {
  app.get('/cases/:id/facts', { schema }, async (request, reply) => {
    const seen = await caseOf(request, services, 'facts')
    if ('problem' in seen) return send(reply, seen.problem)
    const { kept } = seen
    const rows = await services.cabinet.ledger(kept.organ, kept.id)
    tag(reply, kept.version)
    const shown =
      seen.where === 'own' ? rows.map((row) => ({ ...row, fact: factForStaff(row.fact) })) : ledgerFromAbove(kept, rows)
    return { facts: shown.map((row) => ({ ...row, ...factInWords(row.fact) })) }
  })
}
