import type { KeptOrgan } from '@zhiqing/db'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Counter } from '../counter.js'
import type { Draft, OpenDraft } from '../draft/draft.js'
import { formOf, trimmed } from '../http/form-body.js'
import { sendNotFound } from '../http/not-found.js'
import { isKiosk } from '../kiosk/kiosk.js'
import type { At } from '../look/send-page.js'
import { type Application, applicationOf, newApplication } from './application.js'
import { sendByPost, sendTooManyDrafts } from './refused-page.js'
import { takesOnline } from './takes-online.js'

/** What every page of filing begins with. */
export interface Begun {
  readonly at: At
  readonly kept: KeptOrgan
  readonly open: OpenDraft | undefined
  readonly application: Application
  readonly kiosk: boolean
  /** Came from the page to check. */
  readonly back: boolean
}

const comesBack = (request: FastifyRequest): boolean =>
  trimmed(formOf(request), 'back') === 'check' || (request.query as { back?: unknown }).back === 'check'

/** The organ and the visitor's draft; or what was sent instead, where there is no filing here. */
export const begin = async (
  request: FastifyRequest,
  reply: FastifyReply,
  counter: Counter,
): Promise<Begun | undefined> => {
  const at = { request, reply, counter }
  const { organ: id } = request.params as { organ: string }
  const kept = await counter.cabinet.organ(id, counter.today())
  if (!kept) {
    sendNotFound(at)
    return undefined
  }
  if (!takesOnline(kept.organ)) {
    sendByPost(at, kept.organ)
    return undefined
  }
  const open = await counter.drafts.read(request)
  const application = open?.draft.application ?? applicationOf(await counter.accounts.read(request))
  return { at, kept, open, application, kiosk: isKiosk(request), back: comesBack(request) }
}

/** A draft before a word is typed. */
export const newDraft = (organ: string, once: string): Draft => ({
  organ,
  application: newApplication,
  split: '',
  once,
  saved: false,
  filed: null,
})

/** Keeps what changed; undefined, with a page sent, where this address has begun too many. */
export const keepChange = async ({ at, kept, open }: Begun, change: Partial<Draft>): Promise<OpenDraft | undefined> => {
  const { request, reply, counter } = at
  const before = open?.draft ?? newDraft(kept.id, counter.once.fresh())
  const answer = await counter.drafts.keep({ request, reply, kept }, open?.code, {
    ...before,
    organ: kept.id,
    ...change,
  })
  if (answer !== 'tooMany') return answer
  sendTooManyDrafts(at)
  return undefined
}
