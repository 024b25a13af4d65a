import { attachment, printKept } from '@zhiqing/api'
import type { FastifyInstance } from 'fastify'
import type { Counter } from '../counter.js'
import { sendNotFound } from '../http/not-found.js'
import { isKiosk } from '../kiosk/kiosk.js'
import { applicantLetters } from './applicant-letters.js'
import { openCase } from './open-case.js'
import { sendLetter } from './send-letter.js'

/** GET /case/letters/:n.pdf: one of the applicant's own letters; another's is as if it were not there. */
export const letterRoute = (app: FastifyInstance, counter: Counter): void => {
  app.get('/case/letters/:n(^\\d{1,4}).pdf', async (request, reply) => {
    const opened = await openCase(request, counter)
    if (!opened) return reply.redirect('/lookup', 303)
    const n = Number((request.params as { n: string }).n)
    // A file saved at the touch screen of the hall would lie there for the next one.
    const mine = !isKiosk(request) && applicantLetters(opened.current).some((one) => one.n === n)
    const { organ, caseId } = opened.visit
    const letter = mine ? await counter.cabinet.letter(organ, caseId, n) : undefined
    if (!letter) return sendNotFound({ request, reply, counter })
    const pdf = await printKept(letter, counter)
    const name = `${counter.press.words.name(letter.code)}-${letter.documentNumber ?? opened.current.number ?? n}.pdf`
    return sendLetter(reply, pdf, attachment(`${letter.code}-${n}.pdf`, name))
  })
}
