import { loadTemplate, sampleFields, templateCodes } from '@zhiqing/letters'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { identityOf } from '../identity/identity.js'
import { mayRead } from '../identity/reading.js'
import { noOrgan, noSuchLetter } from '../problem/answers.js'
import { send } from '../problem/problem.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { attachment } from './file-name.js'

const tags = ['文书模板']

const list = {
  tags,
  summary: '文书模板',
  description: '全部文书的代码、名称和引用的条文。',
  response: {
    200: z.object({
      templates: z.array(z.object({ code: z.string(), name: z.string(), cites: z.array(z.string()) })),
    }),
    ...problems(401, 403),
  },
}

const sample = {
  tags,
  summary: '文书样张',
  description: '以模板自带的样例内容印出的一份 PDF，不编号、不存档。',
  params: z.object({ code: z.string() }),
  response: {
    200: { description: 'PDF 文件', content: { 'application/pdf': { schema: z.string().meta({ format: 'binary' }) } } },
    ...problems(401, 403, 404),
  },
}

/** GET /templates and /templates/:code.pdf, for everybody of an organ. */
export const templates = (app: FastifyInstance, { press }: Services): void => {
  app.get('/templates', { schema: list }, async (request, reply) => {
    if (!mayRead(identityOf(request).person, 'settings', 'own')) return send(reply, noOrgan)
    const rows = templateCodes().map((code) => ({
      code,
      name: press.words.name(code),
      cites: [...loadTemplate(code).cites],
    }))
    return { templates: rows }
  })
  app.get('/templates/:code(^[A-Z]\\d\\d).pdf', { schema: sample }, async (request, reply) => {
    if (!mayRead(identityOf(request).person, 'settings', 'own')) return send(reply, noOrgan)
    const { code } = request.params as { code: string }
    if (!templateCodes().includes(code)) return send(reply, noSuchLetter)
    const { pdf } = await press.print({ code, fields: sampleFields(loadTemplate(code)) })
    return reply
      .type('application/pdf')
      .header('content-disposition', attachment(`${code}.pdf`, `${press.words.name(code)}-样张.pdf`))
      .header('content-security-policy', "sandbox; default-src 'none'")
      .send(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength))
  })
}
