import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Counter } from '../counter.js'
import { readCookie, setCookie } from '../http/cookies.js'

const cookie = 'zhiqing-kiosk'

const asked = ({ query }: FastifyRequest): boolean => 'kiosk' in ((query as object | undefined) ?? {})

/** Is this the touch screen in the hall? Its browser opens `/?kiosk`, and stays one until that browser is closed. */
export const isKiosk = (request: FastifyRequest): boolean => asked(request) || readCookie(request, cookie) === '1'

const mark = (reply: FastifyReply, { secureCookies = false }: Counter): void =>
  setCookie(reply, cookie, '1', { maxAgeSeconds: undefined, secure: secureCookies })

/** Whoever comes by the address of the touch screen is marked as one. */
export const keepKiosks = (app: FastifyInstance, counter: Counter): void => {
  app.addHook('onRequest', async (request, reply) => {
    if (asked(request)) mark(reply, counter)
  })
}
