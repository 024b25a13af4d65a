import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FiledCase } from '../draft/draft.js'
import { readCookie, setCookie } from '../http/cookies.js'
import { isKiosk } from '../kiosk/kiosk.js'
import type { PortalServices } from '../services.js'
import { makeSeal } from './seal.js'

/** Leave to see one case: given by a right look-up, or to who has just filed it. */
export interface Visit {
  readonly organ: string
  readonly caseId: string
  /** Only right after filing, for the receipt page; told nowhere else. */
  readonly queryCode: string | null
  /** Filed together, this one among them; only right after filing. */
  readonly filed?: readonly FiledCase[] | undefined
}

export interface Visits {
  give(reply: FastifyReply, visit: Visit): void
  read(request: FastifyRequest): Visit | undefined
  end(reply: FastifyReply): void
}

const visitSeconds = 60 * 60
/** At the touch screen in the hall. */
const kioskSeconds = 10 * 60

interface Sealed extends Visit {
  readonly endsAt: number
}

/**
 * The visit lies sealed in a cookie, for an hour. The key is made anew by every process: after a restart, or at another
 * process, people look their case up again and nothing else is lost.
 */
export const visits = ({ now, secureCookies = false }: Pick<PortalServices, 'now' | 'secureCookies'>): Visits => {
  const name = secureCookies ? '__Host-zhiqing-case' : 'zhiqing-case'
  const { seal, open } = makeSeal()
  const put = (reply: FastifyReply, value: string, maxAgeSeconds: number): void =>
    setCookie(reply, name, value, { maxAgeSeconds, secure: secureCookies })
  return {
    give: (reply, visit) => {
      const seconds = isKiosk(reply.request) ? kioskSeconds : visitSeconds
      const sealed: Sealed = { ...visit, endsAt: now().getTime() + seconds * 1000 }
      put(reply, seal(JSON.stringify(sealed)), seconds)
    },
    read: (request) => {
      const text = open(readCookie(request, name) ?? '')
      if (text === undefined) return undefined
      const { endsAt, ...visit } = JSON.parse(text) as Sealed
      return endsAt > now().getTime() ? visit : undefined
    },
    end: (reply) => put(reply, '', 0),
  }
}
