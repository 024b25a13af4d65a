import type { FastifyInstance } from 'fastify'
import type { Counter } from '../counter.js'
import { asksForLook } from '../look/text-size.js'
import { sendForm } from './form-page.js'
import { checkReceived } from './read.js'
import { receivedOf } from './received.js'
import { sendResult } from './result-page.js'

const hour = 60 * 60
const tooMany = '核对的次数太多，请一小时以后再试'

/** /report-check: anybody checks a published yearly report (rulebook R90–R93). Neither report nor result is kept. */
export const reportCheckRoutes = (app: FastifyInstance, counter: Counter): void => {
  app.get('/report-check', (request, reply) => sendForm({ request, reply, counter }, { typed: new Map(), faults: [] }))
  app.post('/report-check', async (request, reply) => {
    const at = { request, reply, counter }
    const received = await receivedOf(request)
    const typed = received.fields
    if (asksForLook(typed)) return sendForm(at, { typed, faults: [] })
    if (!(await counter.cabinet.admitReportCheck({ address: request.ip, now: counter.now() }))) {
      reply.header('retry-after', String(hour))
      return sendForm(at, { typed, faults: [{ path: 'report', zh: tooMany }], status: 429 })
    }
    const checked = checkReceived(received)
    return 'faults' in checked ? sendForm(at, { typed, faults: checked.faults }) : sendResult(at, checked)
  })
}
