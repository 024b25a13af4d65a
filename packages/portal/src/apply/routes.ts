import { CalendarUnknown, type Due, replyPeriod } from '@zhiqing/law'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Counter } from '../counter.js'
import { formOf, trimmed } from '../http/form-body.js'
import { sendNotFound } from '../http/not-found.js'
import { adviceOn } from './advice.js'
import { newApplication, readApplication } from './application.js'
import { type CheckPage, sendCheck } from './check-page.js'
import { faultsIn } from './faults.js'
import { sendForm } from './form-page.js'
import { receiptRoute } from './receipt-route.js'
import { sendByPost, sendRefused } from './refused-page.js'
import { file } from './submit.js'
import { takesOnline } from './takes-online.js'

/** What every step of filing begins with: the organ, and the form as far as it is filled in. */
const begin = async (request: FastifyRequest, reply: FastifyReply, counter: Counter) => {
  const at = { request, reply, counter }
  const { organ: id } = request.params as { organ: string }
  const kept = await counter.cabinet.organ(id, counter.today())
  if (!kept) return { ok: false, sent: sendNotFound(at) } as const
  if (!takesOnline(kept.organ)) return { ok: false, sent: sendByPost(at, kept.organ) } as const
  const form = formOf(request)
  const given = trimmed(form, 'once')
  const once = counter.once.isFresh(given) ? given : counter.once.fresh()
  return { ok: true, at, kept, form, once, known: once === given, application: readApplication(form) } as const
}

type Begun = Extract<Awaited<ReturnType<typeof begin>>, { ok: true }>

const dueIfKnown = async ({ cabinet, today }: Counter): Promise<Due | null> => {
  const calendar = await cabinet.calendar()
  try {
    return calendar.addWorkingDays(today(), replyPeriod.at(today()))
  } catch (error) {
    if (error instanceof CalendarUnknown) return null
    throw error
  }
}

const check = async ({ at, kept, application, once }: Begun, more: Pick<CheckPage, 'again'> = {}) => {
  const due = await dueIfKnown(at.counter)
  return sendCheck(at, { kept, application, once, advice: adviceOn(application), due, ...more })
}

/** The form again when something in it is wrong; undefined when all is well. */
const mended = async ({ at, kept, application, once }: Begun) => {
  const faults = await faultsIn(application, at.counter)
  return faults.length > 0 ? sendForm(at, { kept, application, faults, once }) : undefined
}

const submit = async (begun: Begun) => {
  const { at, kept, application, once, known } = begun
  const { reply, counter } = at
  const wrong = await mended(begun)
  if (wrong) return wrong
  if (!known) return check(begun)
  const answer = await file({ organ: kept.id, application, once }, counter)
  if (answer.ok) {
    counter.visits.give(reply, { organ: kept.id, caseId: answer.id, queryCode: answer.queryCode ?? null })
    return reply.redirect('/receipt', 303)
  }
  if ('refusal' in answer) return sendRefused(at, kept.organ, answer.refusal)
  return check({ ...begun, once: counter.once.fresh() }, { again: true })
}

/** /apply/:organ and its steps: fill in, check, submit, receipt. */
export const applyRoutes = (app: FastifyInstance, counter: Counter): void => {
  app.get('/apply', (_, reply) => reply.redirect('/#organs', 303))
  app.get('/apply/:organ', async (request, reply) => {
    const begun = await begin(request, reply, counter)
    return begun.ok ? sendForm(begun.at, { ...begun, application: newApplication, faults: [] }) : begun.sent
  })
  app.post('/apply/:organ/edit', async (request, reply) => {
    const begun = await begin(request, reply, counter)
    if (!begun.ok) return begun.sent
    const checked = 'checked' in (request.query as object)
    return sendForm(begun.at, { ...begun, faults: checked ? await faultsIn(begun.application, counter) : [] })
  })
  app.post('/apply/:organ/check', async (request, reply) => {
    const begun = await begin(request, reply, counter)
    if (!begun.ok) return begun.sent
    return (await mended(begun)) ?? check(begun)
  })
  app.post('/apply/:organ/submit', async (request, reply) => {
    const begun = await begin(request, reply, counter)
    return begun.ok ? submit(begun) : begun.sent
  })
  receiptRoute(app, counter)
}
