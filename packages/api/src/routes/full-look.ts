import type { KeptCase, Person } from '@zhiqing/db'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { identityOf } from '../identity/identity.js'
import { readings } from '../identity/reading.js'
import { notForYou } from '../problem/answers.js'
import { send } from '../problem/problem.js'
import { reasonBody } from '../schemas/account.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { caseOf, caseParams } from './case-of.js'

const person = z.looseObject({ kind: z.string(), name: z.string() })

const schema = {
  tags: ['案件'],
  summary: '查看完整的申请人信息',
  description:
    '证件号码平时遮盖；确需查看的写明理由，先记入安全日志（由审计管理员查看），再给出。登记人员、本案经办人、负责人、复议诉讼经办可以查看。',
  params: caseParams,
  body: reasonBody,
  response: {
    200: z.object({ applicant: person, coApplicants: z.array(person) }),
    ...problems(400, 401, 403, 404, 503),
  },
}

/** An officer looks at the applicants of his own cases alone. */
export const mayLook = ({ roles, displayName, name }: Person, { current }: KeptCase): boolean =>
  roles.some((role) => role !== 'officer' && (readings.fullLook.own as readonly string[]).includes(role)) ||
  (roles.includes('officer') && current.officer !== null && [displayName, name].includes(current.officer))

/** POST /cases/:id/full-look: written down before anything is told; what cannot be written down is not told. */
export const fullLook = (app: FastifyInstance, services: Services): void => {
  app.post('/cases/:id/full-look', { schema }, async (request, reply) => {
    const seen = await caseOf(request, services, 'fullLook')
    if ('problem' in seen) return send(reply, seen.problem)
    const { kept } = seen
    if (!mayLook(seen.person, kept)) return send(reply, notForYou('完整的申请人信息', '本案经办人等'))
    const { reason } = request.body as z.infer<typeof reasonBody>
    const from = { address: request.ip, now: services.now() }
    const act = { act: 'fullLook', result: 'ok', caseId: kept.id, reason } as const
    await services.cabinet.accounts.writeDown(identityOf(request).person, act, from)
    services.log.info('fullLook', { case: kept.id, person: seen.person.id })
    const { applicant, coApplicants } = kept.current
    return { applicant, coApplicants }
  })
}
