import { CalendarUnknown, type Due, replyPeriod } from '@zhiqing/law'
import type { FastifyInstance } from 'fastify'
import { keepFiled } from '../account/keep-filed.js'
import type { Counter } from '../counter.js'
import { formOf } from '../http/form-body.js'
import { adviceOn } from './advice.js'
import { type Begun, begin, keepChange, newDraft } from './begin.js'
import { type CheckPage, sendCheck } from './check-page.js'
import { sendOrganChoice } from './choose-organ.js'
import { faultsIn } from './faults.js'
import { sendFiled } from './filed-page.js'
import { sendNoDraft } from './no-draft-page.js'
import { receiptRoutes } from './receipt-route.js'
import { sendRefused, sendTooManyFilings } from './refused-page.js'
import { sendResume } from './resume-page.js'
import { addressOf } from './steps/frame.js'
import { stepRoutes } from './steps/step-routes.js'
import { afterFiling, applicationsOf, fileDraft } from './submit.js'

const dueIfKnown = async ({ cabinet, today }: Counter): Promise<Due | null> => {
  const calendar = await cabinet.calendar()
  try {
    return calendar.addWorkingDays(today(), replyPeriod.at(today()))
  } catch (error) {
    if (error instanceof CalendarUnknown) return null
    throw error
  }
}

const check = async (begun: Begun, more: Pick<CheckPage, 'again'> = {}) => {
  const { at, kept, open, application, kiosk } = begun
  if (!open) return sendNoDraft(at)
  const { counter } = at
  const [due, files, faults] = await Promise.all([
    dueIfKnown(counter),
    counter.cabinet.uploads({ draft: open.code }, counter.now()),
    faultsIn(application, counter),
  ])
  return sendCheck(at, { kept, open, files, faults, kiosk, advice: adviceOn(application), due, ...more })
}

const receipt = (
  begun: Begun,
  filed: readonly { caseId: string; number: string | null; queryCode: string | null }[],
) => {
  const { at, kept } = begun
  const [first] = filed
  if (!first) throw new Error('filed nothing')
  at.counter.visits.give(at.reply, {
    organ: kept.id,
    caseId: first.caseId,
    queryCode: first.queryCode,
    ...(filed.length > 1 ? { filed } : {}),
  })
  return at.reply.redirect('/receipt', 303)
}

const submit = async (begun: Begun) => {
  const { at, kept, open, application, kiosk } = begun
  if (!open) return sendNoDraft(at)
  if (open.draft.filed) return receipt(begun, open.draft.filed)
  if (formOf(at.request).get('once') !== open.draft.once) return check(begun)
  if ((await faultsIn(application, at.counter)).length > 0) return check(begun)
  const { cabinet, now } = at.counter
  const order = { address: at.request.ip, requests: applicationsOf(open.draft).length, now: now() }
  if (!(await cabinet.admitFiling(order))) return sendTooManyFilings(at, kept.organ)
  const answer = await fileDraft(kept.id, open, at.counter)
  if (!answer.ok) {
    if ('refusal' in answer) return sendRefused(at, kept.organ, answer.refusal)
    const anew = await keepChange(begun, { once: at.counter.once.fresh() })
    return anew ? check({ ...begun, open: anew }, { again: true }) : at.reply
  }
  const { request, reply, counter } = at
  await keepFiled(at, kept.id, answer.filed)
  await counter.drafts.keep({ request, reply, kept }, open.code, afterFiling(open.draft, answer.filed, kiosk))
  return receipt(begun, answer.filed)
}

/** A new draft beside nothing; who asked is not asked again after a first one was filed. */
const anew = async (begun: Begun) => {
  const { at, kept, open } = begun
  const { counter, reply } = at
  const filed = open?.draft.filed ? open.draft.application : undefined
  if (open) await counter.drafts.drop(reply, open.code)
  if (filed) {
    const fresh = { ...newDraft(kept.id, counter.once.fresh()), application: filed }
    if (!(await keepChange({ ...begun, open: undefined }, fresh))) return reply
    return reply.redirect(addressOf(kept.id, 'what'), 303)
  }
  return reply.redirect(addressOf(kept.id, 'who'), 303)
}

/** /apply: choose the organ, then one thing a page, check, submit, receipt. */
export const applyRoutes = (app: FastifyInstance, counter: Counter): void => {
  app.get('/apply', async (request, reply) => sendOrganChoice({ request, reply, counter }))
  app.get('/apply/:organ', async (request, reply) => {
    const begun = await begin(request, reply, counter)
    if (!begun) return reply
    if (begun.open?.draft.filed) return sendFiled(begun.at, begun.kept)
    return begun.open
      ? sendResume(begun.at, begun.kept, begun.open)
      : reply.redirect(addressOf(begun.kept.id, 'who'), 303)
  })
  app.get('/apply/:organ/check', async (request, reply) => {
    const begun = await begin(request, reply, counter)
    if (!begun) return reply
    return begun.open?.draft.filed ? sendFiled(begun.at, begun.kept) : check(begun)
  })
  app.post('/apply/:organ/submit', async (request, reply) => {
    const begun = await begin(request, reply, counter)
    return begun ? submit(begun) : reply
  })
  app.post('/apply/:organ/anew', async (request, reply) => {
    const begun = await begin(request, reply, counter)
    return begun ? anew(begun) : reply
  })
  stepRoutes(app, counter)
  receiptRoutes(app, counter)
}
