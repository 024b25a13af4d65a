import type { KeptCase, Person } from '@zhiqing/db'
import type { Role } from '@zhiqing/law'
import type { FastifyInstance, FastifyReply } from 'fastify'
import * as z from 'zod'
import { type Dossier, gatherDossier } from '../dossier/gather.js'
import { identityOf } from '../identity/identity.js'
import { readings } from '../identity/reading.js'
import { notForYou } from '../problem/answers.js'
import { problem, send } from '../problem/problem.js'
import { reasonBody } from '../schemas/account.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { caseOf, caseParams } from './case-of.js'
import { attachment } from './file-name.js'
import { mayLook } from './full-look.js'

const response = {
  200: { description: 'ZIP 文件', content: { 'application/zip': { schema: z.string().meta({ format: 'binary' }) } } },
  ...problems(400, 401, 403, 404, 410, 422, 503),
}

const schema = {
  tags: ['案件'],
  summary: '案卷',
  description:
    '一个案件的全部材料，一个 ZIP 文件：案卷目录、各份文书、办理过程、送达记录、台账及核验说明。供复议机关、法院和归档使用；证件号码遮盖；给申请人的副本请加 withoutThirdParties=true。',
  params: caseParams,
  querystring: z.object({
    withoutThirdParties: z
      .enum(['true', 'false'])
      .default('false')
      .meta({ description: 'true：不附向第三方和其他机关征求意见的文书、意见和引述它们的内部材料' }),
  }),
  response,
}

const wholeSchema = {
  tags: ['案件'],
  summary: '证件号码完整的案卷',
  description:
    '同一个案卷，台账中的证件号码不遮盖，每一条都可以重算：只供复议机关、法院核对台账。写明理由，先记入安全日志，再给出；可以查看完整的申请人信息的人可以调取。',
  params: caseParams,
  body: reasonBody,
  response,
}

const readers: readonly Role[] = readings.dossier.own

/** The file holds everything: an officer takes that of his own case alone (rulebook R81, R85). */
export const mayTake = ({ roles, displayName, name }: Person, { current }: KeptCase): boolean =>
  roles.some((role) => role !== 'officer' && readers.includes(role)) ||
  (current.officer !== null && [displayName, name].includes(current.officer))

export const notYourDossier = problem(
  'forbidden',
  403,
  '不在您的职责之内',
  '案卷和当事人的材料由登记人员、本案经办人、法制审核、复议诉讼经办或者公开工作机构负责人调取；需要的请向他们提出',
)

const sendZip = (reply: FastifyReply, dossier: Dossier): FastifyReply =>
  reply
    .type('application/zip')
    .header('content-disposition', attachment('dossier.zip', dossier.name))
    .header('content-security-policy', "sandbox; default-src 'none'")
    .send(dossier.stream())

/** POST /cases/:id/dossier.zip: a full look at the numbers in the ledger, so with a reason, and written down first. */
const wholeDossier = (app: FastifyInstance, services: Services): void => {
  app.post('/cases/:id/dossier.zip', { schema: wholeSchema }, async (request, reply) => {
    const seen = await caseOf(request, services, 'fullLook')
    if ('problem' in seen) return send(reply, seen.problem)
    const { kept, person } = seen
    if (!mayLook(person, kept)) return send(reply, notForYou('证件号码完整的案卷', '本案经办人等'))
    const { reason } = request.body as z.infer<typeof reasonBody>
    const from = { address: request.ip, now: services.now() }
    const act = { act: 'fullDossier', result: 'ok', caseId: kept.id, reason } as const
    await services.cabinet.accounts.writeDown(identityOf(request).person, act, from)
    const dossier = await gatherDossier(kept, services, { whole: true })
    services.log.info('fullDossier', { case: kept.id, person: person.id, findings: dossier.findings })
    return sendZip(reply, dossier)
  })
}

/** GET /cases/:id/dossier.zip. Who took which is written down first: it holds everything of a case but covered numbers. */
export const readDossier = (app: FastifyInstance, services: Services): void => {
  app.get('/cases/:id/dossier.zip', { schema }, async (request, reply) => {
    const seen = await caseOf(request, services, 'dossier')
    if ('problem' in seen) return send(reply, seen.problem)
    const { kept } = seen
    const { person } = seen
    if (!mayTake(person, kept)) return send(reply, notYourDossier)
    const withoutThirdParties = (request.query as { withoutThirdParties: string }).withoutThirdParties === 'true'
    const from = { address: request.ip, now: services.now() }
    const act = { act: 'dossier', result: 'ok', caseId: kept.id } as const
    await services.cabinet.accounts.writeDown(identityOf(request).person, act, from)
    const dossier = await gatherDossier(kept, services, { withoutThirdParties })
    services.log.info('dossier', { case: kept.id, person: person.id, withoutThirdParties, findings: dossier.findings })
    return sendZip(reply, dossier)
  })
  wholeDossier(app, services)
}
