import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createContext } from 'react'
import type { Counter } from '../counter.js'
import { readCookie, setCookie } from '../http/cookies.js'

/** How long the touch screen waits for somebody who does nothing, and how long before the end it says so. Seconds. */
export interface KioskTimes {
  readonly idleSeconds: number
  readonly warnSeconds: number
}

/** Time to read a long page in large type; the warning is three times what WCAG 2.2.1 wants at least. */
export const usualTimes: KioskTimes = { idleSeconds: 120, warnSeconds: 60 }

const cookie = 'zhiqing-kiosk'

/** Only at the door, and not by a link on a page of somebody else: that would take a person's own device for the hall's. */
const askedFor = ({ query, url, headers }: FastifyRequest): string | undefined => {
  if (url.split('?')[0] !== '/' || headers['sec-fetch-site'] === 'cross-site') return undefined
  const { kiosk } = (query as { kiosk?: unknown } | undefined) ?? {}
  return typeof kiosk === 'string' ? kiosk : undefined
}

/** Is this the touch screen in the hall? Its browser opens `/?kiosk`; `/?kiosk=off` makes it an ordinary one again. */
export const isKiosk = (request: FastifyRequest): boolean => {
  const asked = askedFor(request)
  return asked === undefined ? readCookie(request, cookie) === '1' : asked !== 'off'
}

/** For the parts of a page that leave something behind: no files to save, nothing for the browser to remember. */
export const AtKiosk = createContext(false)

/** Whoever comes by the address of the touch screen is marked as one, for a year: a restart of it changes nothing. */
export const keepKiosks = (app: FastifyInstance, { secureCookies = false }: Counter): void => {
  const year = 365 * 24 * 60 * 60
  const mark = (reply: FastifyReply, on: boolean): void =>
    setCookie(reply, cookie, on ? '1' : '', { maxAgeSeconds: on ? year : 0, secure: secureCookies })
  app.addHook('onRequest', async (request, reply) => {
    const asked = askedFor(request)
    if (asked !== undefined) mark(reply, asked !== 'off')
  })
}
