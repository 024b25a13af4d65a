import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../services.js'
import type { Beginning } from './provider.js'

/** What waits in the browser while its owner is at the provider. */
export interface Away extends Beginning {
  readonly kind: 'away'
  /** Where to go on afterwards: a path of ours. */
  readonly to: string
  /** The session this browser held when it left; a strict cookie does not come back with it. */
  readonly before: string | undefined
}

/** The provider has spoken; the one-time code is still to come. */
export interface HalfIn {
  readonly kind: 'halfIn'
  readonly issuer: string
  readonly sub: string
  readonly to: string
  readonly before: string | undefined
}

type Flow = Away | HalfIn

/** One way through the provider at a time, in the browser that began it. */
export interface Flows {
  give(reply: FastifyReply, flow: Flow): void
  read<Kind extends Flow['kind']>(request: FastifyRequest, kind: Kind): Extract<Flow, { kind: Kind }> | undefined
  /** It is used up, whatever came of it. */
  end(reply: FastifyReply): void
}

const seconds = 10 * 60

const valueIn = ({ headers }: FastifyRequest, name: string): string =>
  headers.cookie
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? ''

/**
 * Sealed in a cookie for ten minutes, with the keys of the house: nobody can make one up, any process of ours can read it,
 * and who comes back with another browser's state is refused. It is the one cookie of ours that is not strict: the way back
 * comes from another site.
 */
export const openFlows = (
  who: 'staff' | 'applicant',
  { cabinet, now, secureCookies = false }: Pick<Services, 'cabinet' | 'now' | 'secureCookies'>,
): Flows => {
  const name = `${secureCookies ? '__Host-' : ''}zhiqing-sign-on-${who}`
  const put = (reply: FastifyReply, value: string, maxAge: number): void => {
    const line = `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secureCookies ? '; Secure' : ''}`
    reply.header('set-cookie', line)
  }
  return {
    give: (reply, flow) => {
      const sealed = { flow, endsAt: now().getTime() + seconds * 1000 }
      put(reply, cabinet.signOns.seal(who, JSON.stringify(sealed)), seconds)
    },
    read: (request, kind) => {
      const text = cabinet.signOns.open(who, valueIn(request, name))
      if (text === undefined) return undefined
      const { flow, endsAt } = JSON.parse(text) as { flow: Flow; endsAt: number }
      return flow.kind === kind && endsAt > now().getTime() ? (flow as never) : undefined
    },
    end: (reply) => put(reply, '', 0),
  }
}
