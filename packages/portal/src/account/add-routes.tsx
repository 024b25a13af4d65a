import { answerFor } from '@zhiqing/api'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Counter } from '../counter.js'
import { formOf } from '../http/form-body.js'
import { sendNotFound } from '../http/not-found.js'
import { asksForLook } from '../look/text-size.js'
import { sendLookup, sendTooMany } from '../lookup/lookup-page.js'
import { again, missing, noMatch, typedIn } from '../lookup/typed.js'

const form = {
  title: '把以前的申请加到我的申请',
  action: '/account/add',
  button: '加进来',
} as const

/** /account/add: number and code show that a case is one's own, as they do for everybody. */
export const addRoutes = (app: FastifyInstance, counter: Counter): void => {
  const { accounts, cabinet, now } = counter
  const blank = { number: '', code: '', faults: [], form }
  app.get('/account/add', async (request, reply) => {
    const at = { request, reply, counter }
    if (!accounts.doorFor(request)) return sendNotFound(at)
    return (await accounts.read(request)) ? sendLookup(at, blank) : reply.redirect('/account', 303)
  })
  app.post('/account/add', async (request: FastifyRequest, reply) => {
    const at = { request, reply, counter }
    if (!accounts.doorFor(request)) return sendNotFound(at)
    const account = await accounts.read(request)
    if (!account) return reply.redirect('/account', 303)
    const typed = typedIn(request)
    if (asksForLook(formOf(request))) return sendLookup(at, { ...again(typed, request), form })
    const faults = missing(typed)
    if (faults.length > 0) return sendLookup(at, { ...typed, faults, form })
    const found = await cabinet.lookUp({ ...typed, address: request.ip, now: now() })
    if (found === 'tooMany') return sendTooMany(at)
    if (found === 'no') return sendLookup(at, { ...typed, ...noMatch, form })
    const of = { organ: found.organ, caseId: found.id, account: account.id }
    answerFor(request, { kind: 'case', ...of })
    await cabinet.applicants.addCase({ ...of, now: now() })
    return reply.redirect('/account', 303)
  })
}
