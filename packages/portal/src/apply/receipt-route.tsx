import { answerFor, attachment, printKept } from '@zhiqing/api'
import { viewOf } from '@zhiqing/casework'
import type { FastifyInstance } from 'fastify'
import { openCase } from '../case/open-case.js'
import { sendLetter } from '../case/send-letter.js'
import type { Counter } from '../counter.js'
import { formOf, trimmed } from '../http/form-body.js'
import { sendNotFound } from '../http/not-found.js'
import { isKiosk } from '../kiosk/kiosk.js'
import { sendPage } from '../look/send-page.js'
import { ReceiptPage } from './receipt-page.js'
import { SeveralReceipts } from './several-receipts.js'

/** /receipt: for who has just filed, for as long as the visit lasts. */
export const receiptRoutes = (app: FastifyInstance, counter: Counter): void => {
  app.get('/receipt', async (request, reply) => {
    const opened = await openCase(request, counter)
    if (!opened?.visit.queryCode && opened?.current.number) return reply.redirect('/case', 303)
    if (!opened) return reply.redirect('/lookup', 303)
    const view = viewOf(opened.current, opened.office)
    const props = { opened, view, kiosk: isKiosk(request) }
    const { filed } = opened.visit
    const body = filed ? <SeveralReceipts {...props} filed={filed} /> : <ReceiptPage {...props} />
    return sendPage({ request, reply, counter }, { title: '申请已经提交', heading: false, body })
  })
  app.get('/receipt/:i(^\\d{1,2}).pdf', async (request, reply) => {
    const visit = counter.visits.read(request)
    const one = visit?.filed?.[Number((request.params as { i: string }).i)]
    // Filed together, and each a case of its own to the database.
    if (visit && one) answerFor(request, { kind: 'case', organ: visit.organ, caseId: one.caseId })
    const kept = visit && one && (await counter.cabinet.findCase(visit.organ, one.caseId))
    const receipt = kept?.current.letters.find(({ letter }) => letter === 'L03')
    const letter = kept && receipt && (await counter.cabinet.letter(kept.organ, kept.id, receipt.n))
    if (!letter || isKiosk(request)) return sendNotFound({ request, reply, counter })
    const pdf = await printKept(letter, counter)
    return sendLetter(
      reply,
      pdf,
      attachment('L03.pdf', `${counter.press.words.name('L03')}-${kept.current.number}.pdf`),
    )
  })
  app.post('/receipt/open', async (request, reply) => {
    const visit = counter.visits.read(request)
    const one = visit?.filed?.[Number(trimmed(formOf(request), 'i'))]
    if (!visit || !one) return reply.redirect('/lookup', 303)
    counter.visits.give(reply, { organ: visit.organ, caseId: one.caseId, queryCode: null })
    return reply.redirect('/case', 303)
  })
}
