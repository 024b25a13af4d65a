import { charactersIn, type Delivery, deliveryOf } from '@zhiqing/api'
import { parseCommand } from '@zhiqing/casework'
import type { Basket } from '@zhiqing/db'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Counter } from '../../counter.js'
import { addFile } from '../../files/add.js'
import { formOf } from '../../http/form-body.js'
import { isKiosk } from '../../kiosk/kiosk.js'
import { dayTyped, isEmptyDay, typedDay, typedFrom } from '../../look/day-boxes.js'
import type { Fault } from '../../look/fault.js'
import type { At } from '../../look/send-page.js'
import { asksForLook } from '../../look/text-size.js'
import { unprintableIn } from '../../look/unprintable-words.js'
import { sendNotNow, sendVisitOver } from '../not-now-page.js'
import { type OpenedCase, openCase } from '../open-case.js'
import { run } from '../run.js'
import type { Act } from './act.js'
import { type ActPage, sendAct } from './act-page.js'

const day = 24 * 60 * 60 * 1000

const basketOf = ({ visit }: OpenedCase): Basket => ({ organ: visit.organ, caseId: visit.caseId })

/** The fields, and a file where the form brought one. */
const deliveredBy = async (request: FastifyRequest, { visits }: Counter): Promise<Delivery> =>
  request.isMultipart()
    ? deliveryOf(request, visits.read(request) !== undefined)
    : { fields: formOf(request), file: null }

const inputOf = ({ act, content, paidOn }: Pick<ActPage, 'act' | 'content' | 'paidOn'>) =>
  act.command === 'tellOrgan'
    ? {
        about: act.about,
        ...(content.trim() ? { content } : {}),
        ...(act.paid && !isEmptyDay(paidOn) ? { paidOn: dayTyped(paidOn) } : {}),
      }
    : { content }

const faultsOf = async (page: ActPage, { press }: Counter): Promise<Fault[]> => {
  const { act, content, paidOn, files } = page
  const { label, most, required, about } = act
  const length = charactersIn(content)
  const wrongDay = act.paid && !isEmptyDay(paidOn) && !dayTyped(paidOn)
  const day: Fault[] = wrongDay ? [{ path: 'year', zh: '没有这一天，请看看年、月、日写得对不对' }] : []
  if (required && !content.trim()) return [...day, { path: 'content', zh: `请写${label}` }]
  if (about === 'other' && !content.trim() && files.length === 0)
    return [...day, { path: 'content', zh: '请写一句话，或者附一份材料' }]
  if (length > most) return [...day, { path: 'content', zh: `${label}太长了：最多${most}个字，现在有${length}个字` }]
  if (day.length > 0) return day
  const parsed = parseCommand(act.command, inputOf(page))
  if (!parsed.ok) return parsed.faults.map(({ zh }) => ({ path: 'content', zh: `${label}${zh}` }))
  return unprintableIn([{ path: 'content', label, text: content, lines: true }], press)
}

/** Does it; answers where to go, or the page that says why not. */
const send = async (at: At, page: ActPage, once: string): Promise<FastifyReply> => {
  const { act, opened, content, files } = page
  const input = inputOf(page)
  const answer = await run({ visit: opened.visit, command: act.command, input, files, once }, at.counter)
  if (answer.ok) return at.reply.redirect(`/case/${act.path}/done`, 303)
  return 'refusal' in answer ? sendNotNow(at, act.notNow, { ...answer, text: content }) : sendVisitOver(at, content)
}

const post = async (at: At, act: Act): Promise<FastifyReply> => {
  const { request, counter } = at
  const { fields, file } = await deliveredBy(request, counter)
  const content = fields.get('content') ?? ''
  const opened = await openCase(request, counter)
  if (!opened) return sendVisitOver(at, content)
  const { cabinet, now } = counter
  const [basket, kiosk] = [basketOf(opened), isKiosk(request)]
  const given = (fields.get('once') ?? '').trim()
  const known = counter.once.isForCase(given, opened.visit.caseId)
  const drop = fields.get('drop')
  if (drop) await cabinet.dropUpload(basket, drop)
  const place = { basket, expiresAt: new Date(now().getTime() + day), request, counter }
  const wrong = file && !kiosk && !asksForLook(fields) ? await addFile({ fields, file }, place) : []
  const page: ActPage = {
    act,
    opened,
    kiosk,
    content,
    paidOn: typedDay((name) => fields.get(name) ?? ''),
    once: known ? given : counter.once.forCase(opened.visit.caseId),
    files: await cabinet.uploads(basket, now()),
    faults: wrong,
  }
  const onlyShown = asksForLook(fields) || drop || fields.get('go') === 'add'
  if (onlyShown && !act.may(opened.current)) return sendNotNow(at, act.notNow, { text: content })
  if (onlyShown || wrong.length > 0) return sendAct(at, page)
  const faults = await faultsOf(page, counter)
  if (faults.length > 0 || !known) return sendAct(at, { ...page, faults, again: !known })
  return send(at, page, given)
}

/** /case/{act}: the page, and what it sends. */
export const actRoute = (app: FastifyInstance, counter: Counter, act: Act): void => {
  app.get(`/case/${act.path}`, async (request, reply) => {
    const at = { request, reply, counter }
    const opened = await openCase(request, counter)
    if (!opened) return reply.redirect('/lookup', 303)
    if (!act.may(opened.current)) return sendNotNow(at, act.notNow)
    return sendAct(at, {
      act,
      opened,
      kiosk: isKiosk(request),
      once: counter.once.forCase(opened.visit.caseId),
      content: '',
      paidOn: typedFrom(counter.today()),
      files: await counter.cabinet.uploads(basketOf(opened), counter.now()),
      faults: [],
    })
  })
  app.post(`/case/${act.path}`, (request, reply) => post({ request, reply, counter }, act))
}
