import type { FastifyInstance, FastifyReply } from 'fastify'
import * as z from 'zod'
import { sheetOf } from '../approval-sheet.js'
import { identityOf } from '../identity/identity.js'
import { awaitsSeal, printKept, printUnsealed } from '../print-kept.js'
import { letterWithheld, noSuchLetter } from '../problem/answers.js'
import { send } from '../problem/problem.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { caseOf, caseParams } from './case-of.js'
import { coveredLetter, hasSecrets, withoutSecrets } from './covered-letter.js'
import { attachment } from './file-name.js'

const schema = {
  tags: ['案件'],
  summary: '一份文书的 PDF',
  description:
    '按制发时固定的内容印制，第一次印出后存档，此后每次都是同一份文件；拟办审核签发单在签发之后按台账补上签发的人员、日期和文号，不另存档。加盖电子印章的，盖好才能取，盖好之前答复 409；加上 unsealed=1 取没有印章的一份，打印后手工盖章用，不存档。主管部门看到的是遮盖申请人身份的副本，写给第三方的看不到。回执上的查询码只有申请人可以知道：登记人员取回执交给申请人，记入安全日志；其他人取的是遮盖查询码的一份。',
  params: caseParams.extend({ n: z.string().meta({ description: '本案第几份文书，从1起' }) }),
  querystring: z.object({
    unsealed: z.literal('1').optional().meta({ description: '还没有加盖电子印章的，取没有印章的一份' }),
  }),
  response: {
    200: { description: 'PDF 文件', content: { 'application/pdf': { schema: z.string().meta({ format: 'binary' }) } } },
    ...problems(401, 403, 404, 409, 410, 422, 503),
  },
}

const sendPdf = (reply: FastifyReply, pdf: Uint8Array, [plain, real]: readonly [string, string]): FastifyReply =>
  reply
    .type('application/pdf')
    .header('content-disposition', attachment(plain, real))
    .header('content-security-policy', "sandbox; default-src 'none'")
    .send(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength))

/**
 * GET /cases/:id/letters/:n.pdf. Served as a file to keep, never run in our pages (ASVS 3.2.1). With the query code
 * anybody could act as the applicant: who hands the receipt over gets it, and that is written down.
 */
export const readLetter = (app: FastifyInstance, services: Services): void => {
  app.get('/cases/:id/letters/:n(^\\d{1,4}).pdf', { schema }, async (request, reply) => {
    const seen = await caseOf(request, services, 'letters')
    if ('problem' in seen) return send(reply, seen.problem)
    const { kept } = seen
    const n = Number((request.params as { n: string }).n)
    if (seen.where === 'supervised') {
      const copy = await coveredLetter(kept, n, services)
      return typeof copy === 'object'
        ? sendPdf(reply, copy.pdf, [`${copy.code}-${n}.pdf`, `${services.press.words.name(copy.code)}-遮盖.pdf`])
        : send(reply, copy === 'withheld' ? letterWithheld : noSuchLetter)
    }
    const letter = await services.cabinet.letter(kept.organ, kept.id, n)
    if (!letter) return send(reply, noSuchLetter)
    const name = services.press.words.name(letter.code)
    if (hasSecrets(letter) && !seen.person.roles.includes('registrar')) {
      const { pdf } = await services.press.print({ code: letter.code, fields: withoutSecrets(letter) })
      return sendPdf(reply, pdf, [`${letter.code}-${n}.pdf`, `${name}-遮盖.pdf`])
    }
    if (hasSecrets(letter)) {
      const act = { act: 'receipt', result: 'ok', caseId: kept.id } as const
      await services.cabinet.accounts.writeDown(identityOf(request).person, act, {
        address: request.ip,
        now: services.now(),
      })
    }
    const { unsealed } = request.query as { unsealed?: string }
    if (unsealed && awaitsSeal(letter, services)) {
      const bare = `${name}-未盖章-${letter.documentNumber ?? n}.pdf`
      return sendPdf(reply, await printUnsealed(letter, services), [`${letter.code}-${n}-unsealed.pdf`, bare])
    }
    const sheet = await sheetOf(letter, services)
    const pdf = await (sheet ? printUnsealed(sheet, services) : printKept(letter, services))
    const real = `${name}-${letter.documentNumber ?? kept.current.number ?? n}.pdf`
    return sendPdf(reply, pdf, [`${letter.code}-${n}.pdf`, real])
  })
}
