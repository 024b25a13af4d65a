import { deliveryOf } from '@zhiqing/api'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Counter } from '../../counter.js'
import { addFile } from '../../files/add.js'
import { formOf, trimmed } from '../../http/form-body.js'
import type { Fault } from '../../look/fault.js'
import { type Begun, begin } from '../begin.js'
import { sendNoDraft } from '../no-draft-page.js'
import { sendFiles } from './files-page.js'
import { addressOf } from './frame.js'

const show = async (begun: Begun, faults: readonly Fault[] = []): Promise<FastifyReply> => {
  const { at, open, kept, back } = begun
  if (!open) return sendNoDraft(at)
  const files = await at.counter.cabinet.uploads({ draft: open.code }, at.counter.now())
  return sendFiles(at, { kept, open, files, faults, back })
}

const home = ({ kept, back }: Begun): string => `${addressOf(kept.id, 'files')}${back ? '?back=check' : ''}`

/** /apply/:organ/files/add and /drop. Not on the touch screen of the hall: its files are nobody's. */
const routes = (app: FastifyInstance, counter: Counter): void => {
  app.post('/apply/:organ/files/add', async (request, reply) => {
    const begun = await begin(request, reply, counter)
    if (!begun) return reply
    const { open, kiosk } = begun
    if (!open || kiosk || open.draft.filed) return sendNoDraft(begun.at)
    if (!request.isMultipart()) return show(begun, [{ path: 'file', zh: '还没有选文件' }])
    const delivery = await deliveryOf(request)
    const place = { basket: { draft: open.code }, expiresAt: open.expiresAt, request, counter }
    const faults = await addFile(delivery, place)
    return faults.length > 0 ? show(begun, faults) : reply.redirect(home(begun), 303)
  })
  app.post('/apply/:organ/files/drop', async (request, reply) => {
    const begun = await begin(request, reply, counter)
    if (!begun) return reply
    if (!begun.open) return sendNoDraft(begun.at)
    await counter.cabinet.dropUpload({ draft: begun.open.code }, trimmed(formOf(request), 'file'))
    return reply.redirect(home(begun), 303)
  })
}

export const filesStep = { show, routes }
