import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Counter } from '../../counter.js'
import { formOf, trimmed } from '../../http/form-body.js'
import { sendNotFound } from '../../http/not-found.js'
import type { Fault } from '../../look/fault.js'
import { asksForLook } from '../../look/text-size.js'
import { readFields } from '../application.js'
import { type Begun, begin, keepChange } from '../begin.js'
import { faultsIn } from '../faults.js'
import { sendFiled } from '../filed-page.js'
import { sendNoDraft } from '../no-draft-page.js'
import { thingsIn } from '../several.js'
import { filesStep } from './files-step.js'
import { addressOf } from './frame.js'
import { sendSeveral } from './several-page.js'
import { questionOf } from './step-bodies.js'
import { sendStep } from './step-page.js'
import { isStep, type StepName, stepFields, stepsFor } from './steps.js'

/** Pages with fields of the request on them. */
type Plain = keyof typeof questionOf
const isPlain = (step: StepName): step is Plain => Object.hasOwn(questionOf, step)

/** Where a button leads: on, back, to the page to check, or away with the code. */
const wayFrom = (step: StepName, { at, application, back, kiosk }: Begun): string => {
  const go = trimmed(formOf(at.request), 'go')
  const organ = (at.request.params as { organ: string }).organ
  if (go === 'later') return '/draft/saved'
  const steps = stepsFor(application, kiosk)
  const i = steps.indexOf(step)
  if (go === 'prev') return addressOf(organ, steps[Math.max(0, i - 1)])
  if (back && !(step === 'what' && steps.includes('several'))) return addressOf(organ, 'check')
  return `${addressOf(organ, steps[i + 1] ?? 'check')}${back ? '?back=check' : ''}`
}

const go = (begun: Begun, step: StepName): FastifyReply => begun.at.reply.redirect(wayFrom(step, begun), 303)

/** Faults of this page alone. */
const faultsOn = async (step: StepName, { application, at }: Begun): Promise<Fault[]> =>
  (await faultsIn(application, at.counter)).filter(({ path }) => (stepFields[step] as readonly string[]).includes(path))

const checks = ({ at }: Begun): boolean => !['prev', 'later'].includes(trimmed(formOf(at.request), 'go'))

/** The form is of another draft than the one that is open now: another window began anew. */
const isOther = ({ at, open }: Begun): boolean => {
  const given = trimmed(formOf(at.request), 'once')
  return given !== '' && given !== open?.draft.once
}

const plainStep = async (begun: Begun, step: Plain) => {
  const { at, open } = begun
  const form = formOf(at.request)
  const application = readFields(form, stepFields[step], begun.application)
  const typed = { ...begun, application }
  if (asksForLook(form)) {
    const faults = 'checked' in (at.request.query as object) ? await faultsOn(step, typed) : []
    return sendStep(at, { ...typed, step, faults })
  }
  if (isOther(typed) && open) return sendStep(at, { ...typed, step, faults: [], other: true })
  const again =
    step === 'what' && thingsIn(application['information.description']).length < 2 ? { split: '' as const } : {}
  const saved = { saved: open?.draft.saved || trimmed(form, 'go') === 'later' }
  const kept = await keepChange(typed, { application, ...again, ...saved })
  if (!kept) return at.reply
  const faults = checks(begun) ? await faultsOn(step, typed) : []
  return faults.length > 0 ? sendStep(at, { ...typed, open: kept, step, faults }) : go({ ...typed, open: kept }, step)
}

const severalStep = async (begun: Begun) => {
  const { at, open } = begun
  if (!open) return sendNoDraft(at)
  const split = trimmed(formOf(at.request), 'split')
  const chosen = split === 'yes' || split === 'no'
  const asking = asksForLook(formOf(at.request))
  if (!asking && (chosen || !checks(begun))) {
    const kept = await keepChange(begun, chosen ? { split } : {})
    return kept ? go(begun, 'several') : at.reply
  }
  const told = !asking || 'checked' in (at.request.query as object)
  const faults = told && !chosen ? [{ path: 'split', zh: '请选择怎样提交' }] : []
  return sendSeveral(at, { ...begun, open, faults })
}

/** /apply/:organ/:step: one thing a page, each kept when it is left. */
export const stepRoutes = (app: FastifyInstance, counter: Counter): void => {
  app.get('/apply/:organ/:step', async (request, reply) => {
    const begun = await begin(request, reply, counter)
    if (!begun) return reply
    const { step } = request.params as { step: string }
    if (!isStep(step)) return sendNotFound(begun.at)
    if (begun.open?.draft.filed) return sendFiled(begun.at, begun.kept)
    if (isPlain(step)) return sendStep(begun.at, { ...begun, step, faults: [] })
    if (!begun.open) return sendNoDraft(begun.at)
    return step === 'several'
      ? sendSeveral(begun.at, { ...begun, open: begun.open, faults: [] })
      : filesStep.show(begun)
  })
  app.post('/apply/:organ/:step', async (request, reply) => {
    const begun = await begin(request, reply, counter)
    if (!begun) return reply
    const { step } = request.params as { step: string }
    if (!isStep(step)) return sendNotFound(begun.at)
    if (begun.open?.draft.filed) return sendFiled(begun.at, begun.kept)
    if (isPlain(step)) return plainStep(begun, step)
    if (step === 'several') return severalStep(begun)
    if (!begun.open) return sendNoDraft(begun.at)
    const kept = await keepChange(begun, trimmed(formOf(request), 'go') === 'later' ? { saved: true } : {})
    return kept ? go(begun, 'files') : reply
  })
  filesStep.routes(app, counter)
}
