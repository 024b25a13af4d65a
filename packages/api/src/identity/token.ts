import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../services.js'

/** A session's token and the way it came: a cookie is sent by the browser unasked, a bearer never is. */
export interface Token {
  readonly value: string
  readonly by: 'bearer' | 'cookie'
}

type Cookies = Pick<Services, 'secureCookies'>

/** The session cookie's name; with the prefix browsers refuse it from another host or over plain http. */
export const cookieName = ({ secureCookies }: Cookies): string => (secureCookies ? '__Host-zhiqing' : 'zhiqing')

const attributes = ({ secureCookies = false }: Cookies) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: secureCookies }) as const

export const giveCookie = (reply: FastifyReply, token: string, services: Cookies): void => {
  reply.setCookie(cookieName(services), token, attributes(services))
}

const deviceCookie = ({ secureCookies }: Cookies): string =>
  secureCookies ? '__Host-zhiqing-device' : 'zhiqing-device'
const deviceSeconds = 400 * 24 * 60 * 60

/** Marks a device somebody signed in from; it opens nothing. */
export const giveDevice = (reply: FastifyReply, device: string, services: Cookies): void => {
  reply.setCookie(deviceCookie(services), device, { ...attributes(services), maxAge: deviceSeconds })
}

export const deviceOf = (request: FastifyRequest, services: Cookies): string | undefined =>
  request.cookies[deviceCookie(services)]

export const takeCookie = (reply: FastifyReply, services: Cookies): void => {
  reply.clearCookie(cookieName(services), attributes(services))
}

/** The token of a request; a bearer goes before a cookie. */
export const tokenOf = (request: FastifyRequest, services: Cookies): Token | undefined => {
  const bearer = /^Bearer ([\w.~+/=-]{1,512})$/i.exec(request.headers.authorization ?? '')?.[1]
  if (bearer) return { value: bearer, by: 'bearer' }
  const cookie = request.cookies[cookieName(services)]
  return cookie ? { value: cookie, by: 'cookie' } : undefined
}
