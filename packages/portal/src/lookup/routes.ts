import type { FastifyInstance } from 'fastify'
import type { Counter } from '../counter.js'
import { formOf, trimmed } from '../http/form-body.js'
import type { Fault } from '../look/fault.js'
import { sendLookup, sendTooMany } from './lookup-page.js'

const longest = 60

/** Wrong number and wrong code are one: nobody learns which numbers exist. */
const noMatch: Fault = { path: 'number', zh: '受理编号或者查询码不对，请对照回执再输入一次' }

/** /lookup: number and code in, a visit out. */
export const lookupRoutes = (app: FastifyInstance, counter: Counter): void => {
  app.get('/lookup', (request, reply) => sendLookup({ request, reply, counter }, []))
  app.post('/lookup', async (request, reply) => {
    const at = { request, reply, counter }
    const form = formOf(request)
    const [number, code] = [trimmed(form, 'number').slice(0, longest), trimmed(form, 'code').slice(0, longest)]
    const missing: Fault[] = [
      ...(number ? [] : [{ path: 'number', zh: '请输入受理编号' }]),
      ...(code ? [] : [{ path: 'code', zh: '请输入查询码' }]),
    ]
    if (missing.length > 0) return sendLookup(at, missing)
    const found = await counter.cabinet.lookUp({ number, code, address: request.ip, now: counter.now() })
    if (found === 'tooMany') return sendTooMany(at)
    if (found === 'no') return sendLookup(at, [noMatch])
    counter.visits.give(reply, { organ: found.organ, caseId: found.id, queryCode: null })
    return reply.redirect('/case', 303)
  })
}
