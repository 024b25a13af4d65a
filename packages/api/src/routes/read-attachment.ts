import { fileEnds, fileNameOf } from '@zhiqing/casework'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { identityOf } from '../identity/identity.js'
import { problem, send } from '../problem/problem.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { caseOf, caseParams } from './case-of.js'
import { attachment } from './file-name.js'
import { mayTake, notYourDossier } from './read-dossier.js'

const bytes = { schema: z.string().meta({ format: 'binary' }) }

const schema = {
  tags: ['案件'],
  summary: '本案的一份材料',
  description:
    '原样保存的文件，类型按内容认定（PDF、JPG、PNG），只作附件下载，不在页面中打开。限能取案卷的人，记入安全日志。',
  params: caseParams.extend({ n: z.string().meta({ description: '本案第几份材料，从1起' }) }),
  response: {
    200: { description: '文件', content: { 'application/pdf': bytes, 'image/jpeg': bytes, 'image/png': bytes } },
    ...problems(401, 403, 404, 410, 503),
  },
}

const noSuchAttachment = problem(
  'noSuchAttachment',
  404,
  '没有这份材料',
  '本案没有这份材料；材料的序号见案件的 attachments',
)

/** GET /cases/:id/attachments/:n, for those who may take the dossier; never run in our pages (ASVS 3.2.1, 5.4). */
export const readAttachment = (app: FastifyInstance, services: Services): void => {
  app.get('/cases/:id/attachments/:n(^\\d{1,4})', { schema }, async (request, reply) => {
    const seen = await caseOf(request, services, 'dossier')
    if ('problem' in seen) return send(reply, seen.problem)
    if (!mayTake(seen.person, seen.kept)) return send(reply, notYourDossier)
    const { organ, id, current } = seen.kept
    const n = Number((request.params as { n: string }).n)
    const filed = current.attachments?.find((one) => one.n === n)
    const kept = filed && (await services.cabinet.attachment(organ, id, filed.file))
    if (!filed || !kept) return send(reply, noSuchAttachment)
    const from = { address: request.ip, now: services.now() }
    const act = { act: 'attachment', result: 'ok', caseId: id } as const
    await services.cabinet.accounts.writeDown(identityOf(request).person, act, from)
    return reply
      .type(filed.mediaType)
      .header('content-disposition', attachment(`attachment-${n}.${fileEnds[filed.mediaType]}`, fileNameOf(filed)))
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('x-content-type-options', 'nosniff')
      .send(Buffer.from(kept.buffer, kept.byteOffset, kept.byteLength))
  })
}
