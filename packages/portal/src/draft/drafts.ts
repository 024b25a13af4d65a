import type { KeptOrgan } from '@zhiqing/db'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { newApplication } from '../apply/application.js'
import { fieldNames } from '../apply/form-fields.js'
import { readCookie, setCookie } from '../http/cookies.js'
import { isKiosk } from '../kiosk/kiosk.js'
import type { PortalServices } from '../services.js'
import type { Draft, OpenDraft } from './draft.js'

const day = 24 * 60 * 60 * 1000
/** At the hall's screen nobody comes back tomorrow, unless he asked to. Milliseconds. */
const kioskLife = 30 * 60 * 1000
/** What is left of a filed one leads to the receipt for as long as a visit lasts. */
const filedLife = 60 * 60 * 1000

export interface Drafts {
  /** The draft that the visitor's cookie names. */
  read(request: FastifyRequest): Promise<OpenDraft | undefined>
  /** Keeps it, and gives a new one its code. `tooMany`: this address has begun too many. */
  keep(
    at: Pick<Kept, 'request' | 'reply' | 'kept'>,
    code: string | undefined,
    draft: Draft,
  ): Promise<OpenDraft | 'tooMany'>
  /** By a code that somebody typed; his cookie names it from now on. */
  open(request: FastifyRequest, reply: FastifyReply, code: string): Promise<OpenDraft | 'no' | 'tooMany'>
  /** Forgotten by this browser; the draft itself goes too, unless it was kept for later. */
  leave(request: FastifyRequest, reply: FastifyReply): Promise<void>
  /** Forgotten by this browser; whoever has its code goes on with it elsewhere. */
  forget(reply: FastifyReply): void
  /** Thrown away with its files. */
  drop(reply: FastifyReply, code: string): Promise<void>
}

interface Kept {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly kept: Pick<KeptOrgan, 'settings'>
}

/** A draft of an older program may lack a field. */
const whole = (words: Readonly<Record<string, unknown>>): Draft => {
  const draft = words as unknown as Draft
  const application = Object.fromEntries(
    fieldNames.map((name) => [name, draft.application?.[name] ?? newApplication[name]]),
  ) as Draft['application']
  return { ...draft, application }
}

export const drafts = ({ cabinet, now, secureCookies = false }: PortalServices): Drafts => {
  const name = secureCookies ? '__Host-zhiqing-draft' : 'zhiqing-draft'
  const put = (request: FastifyRequest, reply: FastifyReply, code: string, until: Date): void => {
    const seconds = Math.floor((until.getTime() - now().getTime()) / 1000)
    setCookie(reply, name, code, { maxAgeSeconds: isKiosk(request) ? undefined : seconds, secure: secureCookies })
  }
  const end = (reply: FastifyReply): void => setCookie(reply, name, '', { maxAgeSeconds: 0, secure: secureCookies })
  const lifeOf = ({ filed, saved }: Draft, { request, kept }: Kept): number => {
    if (filed) return filedLife
    return isKiosk(request) && !saved ? kioskLife : kept.settings.draftKeepDays * day
  }
  const codeOf = (request: FastifyRequest): string | undefined => {
    const code = readCookie(request, name)
    return code && /^[\dA-Z]{13}$/.test(code) ? code : undefined
  }
  const read = async (request: FastifyRequest): Promise<OpenDraft | undefined> => {
    const code = codeOf(request)
    const found = code && (await cabinet.draft(code, now()))
    return code && found ? { code, draft: whole(found.words), expiresAt: found.expiresAt } : undefined
  }
  return {
    read,
    keep: async (at, code, draft) => {
      const { request, reply } = at
      const expiresAt = new Date(now().getTime() + lifeOf(draft, at))
      const words = { ...draft }
      const known = code !== undefined && (await cabinet.keepDraft(code, { words, expiresAt }, now()))
      const made = known ? { code } : await cabinet.newDraft({ words, expiresAt, address: request.ip, now: now() })
      if (made === 'tooMany') return made
      put(request, reply, made.code, expiresAt)
      return { code: made.code, draft, expiresAt }
    },
    open: async (request, reply, typed) => {
      const code = typed
        .normalize('NFKC')
        .toUpperCase()
        .replace(/[^0-9A-Z]/g, '')
        .replaceAll('O', '0')
        .replace(/[IL]/g, '1')
      const found = await cabinet.openDraft({ code, address: request.ip, now: now() })
      if (typeof found === 'string') return found
      put(request, reply, code, found.expiresAt)
      return { code, draft: whole(found.words), expiresAt: found.expiresAt }
    },
    leave: async (request, reply) => {
      const found = await read(request)
      if (found && !found.draft.saved) await cabinet.dropDraft(found.code)
      end(reply)
    },
    forget: end,
    drop: async (reply, code) => {
      await cabinet.dropDraft(code)
      end(reply)
    },
  }
}
