import type { FastifyInstance } from 'fastify'
import { sendNoDraft } from '../apply/no-draft-page.js'
import { addressOf } from '../apply/steps/frame.js'
import type { Counter } from '../counter.js'
import { formOf, trimmed } from '../http/form-body.js'
import { asksForLook } from '../look/text-size.js'
import { sendCodeForm, sendDropped, sendSaved } from './draft-pages.js'

const wrong = '没有这个草稿码，或者草稿已经到期删除。请再看一遍有没有抄错'
const empty = '请输入草稿码'
const tooMany = '输入的次数太多，请一小时以后再试'

/** /draft: go on with what was begun, here or elsewhere. */
export const draftRoutes = (app: FastifyInstance, counter: Counter): void => {
  const { drafts, cabinet } = counter
  app.get('/draft', (request, reply) => sendCodeForm({ request, reply, counter }, { code: '', faults: [] }))
  app.post('/draft', async (request, reply) => {
    const at = { request, reply, counter }
    const form = formOf(request)
    const code = trimmed(form, 'code').slice(0, 40)
    if (asksForLook(form)) return sendCodeForm(at, { code, faults: [] })
    if (!code) return sendCodeForm(at, { code, faults: [{ path: 'code', zh: empty }] })
    const found = await drafts.open(request, reply, code)
    if (found === 'tooMany') return sendCodeForm(at, { code, faults: [{ path: 'code', zh: tooMany }], status: 429 })
    if (found === 'no') return sendCodeForm(at, { code, faults: [{ path: 'code', zh: wrong }] })
    return reply.redirect(addressOf(found.draft.organ), 303)
  })
  app.get('/draft/saved', async (request, reply) => {
    const open = await drafts.read(request)
    return open && !open.draft.filed ? sendSaved({ request, reply, counter }, open) : reply.redirect('/draft', 303)
  })
  app.post('/draft/later', async (request, reply) => {
    const open = await drafts.read(request)
    const kept = open && (await cabinet.organ(open.draft.organ, counter.today()))
    if (!open || !kept) return sendNoDraft({ request, reply, counter })
    await drafts.keep({ request, reply, kept }, open.code, { ...open.draft, saved: true })
    return reply.redirect('/draft/saved', 303)
  })
  app.post('/draft/drop', async (request, reply) => {
    const open = await drafts.read(request)
    if (open) await drafts.drop(reply, open.code)
    return sendDropped({ request, reply, counter })
  })
}
