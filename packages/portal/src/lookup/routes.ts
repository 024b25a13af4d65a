import type { FastifyInstance } from 'fastify'
import type { Counter } from '../counter.js'
import { formOf } from '../http/form-body.js'
import { asksForLook } from '../look/text-size.js'
import { sendLookup, sendTooMany } from './lookup-page.js'
import { again, missing, noMatch, typedIn } from './typed.js'

/** /lookup: number and code in, a visit out. */
export const lookupRoutes = (app: FastifyInstance, counter: Counter): void => {
  app.get('/lookup', (request, reply) => sendLookup({ request, reply, counter }, { number: '', code: '', faults: [] }))
  app.post('/lookup', async (request, reply) => {
    const at = { request, reply, counter }
    const typed = typedIn(request)
    if (asksForLook(formOf(request))) return sendLookup(at, again(typed, request))
    const faults = missing(typed)
    if (faults.length > 0) return sendLookup(at, { ...typed, faults })
    const found = await counter.cabinet.lookUp({ ...typed, address: request.ip, now: counter.now() })
    if (found === 'tooMany') return sendTooMany(at)
    if (found === 'no') return sendLookup(at, { ...typed, ...noMatch })
    counter.visits.give(reply, { organ: found.organ, caseId: found.id, queryCode: null })
    return reply.redirect('/case', 303)
  })
}
