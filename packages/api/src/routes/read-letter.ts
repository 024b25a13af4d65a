import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { printKept } from '../print-kept.js'
import { noSuchCase, noSuchLetter } from '../problem/answers.js'
import { send } from '../problem/problem.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { caseOf, caseParams } from './case-of.js'
import { attachment } from './file-name.js'

const schema = {
  tags: ['案件'],
  summary: '一份文书的 PDF',
  description: '按制发时固定的内容印制，第一次印出后存档，此后每次都是同一份文件。',
  params: caseParams.extend({ n: z.string().meta({ description: '本案第几份文书，从1起' }) }),
  response: {
    200: { description: 'PDF 文件', content: { 'application/pdf': { schema: z.string().meta({ format: 'binary' }) } } },
    ...problems(401, 404, 410, 422, 503),
  },
}

/** GET /cases/:id/letters/:n.pdf. Served as a file to keep, never run in our pages (ASVS 3.2.1). */
export const readLetter = (app: FastifyInstance, services: Services): void => {
  app.get('/cases/:id/letters/:n(^\\d{1,4}).pdf', { schema }, async (request, reply) => {
    const kept = await caseOf(request, services)
    if (!kept) return send(reply, noSuchCase)
    const n = Number((request.params as { n: string }).n)
    const letter = await services.cabinet.letter(kept.organ, kept.id, n)
    if (!letter) return send(reply, noSuchLetter)
    const pdf = await printKept(letter, services)
    const real = `${services.press.words.name(letter.code)}-${letter.documentNumber ?? kept.current.number ?? n}.pdf`
    return reply
      .type('application/pdf')
      .header('content-disposition', attachment(`${letter.code}-${n}.pdf`, real))
      .header('content-security-policy', "sandbox; default-src 'none'")
      .send(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength))
  })
}
