import {
  applicantCallback,
  type Flows,
  openFlows,
  openProvider,
  type Provider,
  type ProviderSettings,
} from '@zhiqing/api'
import type { ApplicantAccount, ApplicantWords } from '@zhiqing/db'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { readCookie, setCookie } from '../http/cookies.js'
import { isKiosk } from '../kiosk/kiosk.js'
import type { PortalServices } from '../services.js'

/** The way to an account, where a provider is set. */
export interface AccountDoor {
  readonly publicUrl: string
  readonly provider: Provider
  readonly flows: Flows
  /** What of the provider's claims an account keeps. */
  wordsOf(claims: Readonly<Record<string, unknown>>): ApplicantWords
}

/** Accounts of applicants at these pages. */
export interface AccountsHere {
  /** Undefined where none is set, and at the touch screen in the hall, which is everybody's. */
  doorFor(request: FastifyRequest): AccountDoor | undefined
  /** Who is signed in, by the visitor's cookie. */
  read(request: FastifyRequest): Promise<ApplicantAccount | undefined>
  token(request: FastifyRequest): string | undefined
  give(reply: FastifyReply, session: { readonly token: string; readonly endsAt: string }): void
  end(reply: FastifyReply): void
}

const textOf = (value: unknown, most: number): string | undefined => {
  if (typeof value !== 'string') return undefined
  const text = value.replace(/\p{Cc}/gu, '').trim()
  return text !== '' && [...text].length <= most ? text : undefined
}

/** Some providers tell a number with stars in it, which is none. */
const numberOf = (value: unknown): string | undefined => {
  const text = textOf(typeof value === 'string' ? value.normalize('NFKC').toUpperCase() : value, 40)
  return text && /^[0-9A-Z()/-]+$/.test(text) ? text : undefined
}

const wordsBy =
  ({ idNumberClaim }: ProviderSettings): AccountDoor['wordsOf'] =>
  (claims) => ({
    name: textOf(claims.name, 60),
    idNumber: idNumberClaim === undefined ? undefined : numberOf(claims[idNumberClaim]),
  })

const doorOf = (services: PortalServices): AccountDoor | undefined => {
  const { signOn, now, log = { error: () => {} } } = services
  if (!signOn?.applicants) return undefined
  const { applicants: settings, publicUrl } = signOn
  const redirectUri = `${publicUrl}${applicantCallback}`
  const wanted = ['name', ...(settings.idNumberClaim === undefined ? [] : [settings.idNumberClaim])]
  const provider = openProvider({ settings, redirectUri, now, log, wanted })
  return { publicUrl, provider, flows: openFlows('applicant', services), wordsOf: wordsBy(settings) }
}

/** The session lies behind a token of 256 random bits in a cookie; the database knows its digest and when it ends. */
export const accountsHere = (services: PortalServices): AccountsHere => {
  const { cabinet, now, secureCookies = false } = services
  const door = doorOf(services)
  const name = secureCookies ? '__Host-zhiqing-account' : 'zhiqing-account'
  const put = (reply: FastifyReply, value: string, maxAgeSeconds: number): void =>
    setCookie(reply, name, value, { maxAgeSeconds, secure: secureCookies })
  const token = (request: FastifyRequest): string | undefined => {
    const value = readCookie(request, name) ?? ''
    return door && !isKiosk(request) && /^[\w-]{43}$/.test(value) ? value : undefined
  }
  return {
    doorFor: (request) => (isKiosk(request) ? undefined : door),
    token,
    read: async (request) => {
      const held = token(request)
      return held === undefined ? undefined : cabinet.applicants.session(held, now())
    },
    give: (reply, { token: fresh, endsAt }) =>
      put(reply, fresh, Math.floor((Date.parse(endsAt) - now().getTime()) / 1000)),
    end: (reply) => put(reply, '', 0),
  }
}
