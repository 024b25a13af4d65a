import { attachment } from '@zhiqing/api'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Counter } from '../counter.js'
import { sendNotFound } from '../http/not-found.js'
import { sendPage } from '../look/send-page.js'
import { emptyForms } from './empty-form.js'
import { GuidePage } from './guide-page.js'

/** /guide/:organ, and the empty form for who would rather write by hand. */
export const guideRoutes = (app: FastifyInstance, counter: Counter): void => {
  const print = emptyForms(counter)
  const organOf = (request: FastifyRequest) =>
    counter.cabinet.organ((request.params as { organ: string }).organ, counter.today())
  app.get('/guide/:organ', async (request, reply) => {
    const at = { request, reply, counter }
    const kept = await organOf(request)
    if (!kept) return sendNotFound(at)
    const title = `${kept.organ.name}政府信息公开指南`
    return sendPage(at, { title, heading: false, open: true, body: <GuidePage kept={kept} /> })
  })
  app.get('/guide/:organ/L01.pdf', async (request, reply) => {
    const kept = await organOf(request)
    if (!kept) return sendNotFound({ request, reply, counter })
    const pdf = await print(kept)
    return reply
      .type('application/pdf')
      .header('content-disposition', attachment('L01.pdf', `${kept.organ.name}${counter.press.words.name('L01')}.pdf`))
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'no-cache')
      .send(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength))
  })
}
