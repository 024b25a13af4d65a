import { viewOf } from '@zhiqing/casework'
import type { FastifyInstance } from 'fastify'
import { openCase } from '../case/open-case.js'
import type { Counter } from '../counter.js'
import { sendPage } from '../look/send-page.js'
import { ReceiptPage } from './receipt-page.js'

/** GET /receipt: for who has just filed, for as long as the visit lasts. */
export const receiptRoute = (app: FastifyInstance, counter: Counter): void => {
  app.get('/receipt', async (request, reply) => {
    const opened = await openCase(request, counter)
    if (!opened?.visit.queryCode && opened?.current.number) return reply.redirect('/case', 303)
    if (!opened) return reply.redirect('/lookup', 303)
    const view = viewOf(opened.current, opened.office)
    return sendPage(
      { request, reply, counter },
      { title: '申请已经提交', heading: false, body: <ReceiptPage opened={opened} view={view} /> },
    )
  })
}
