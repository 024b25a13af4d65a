import { type SessionPerson, staffActing } from '@zhiqing/db'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { mustFirst } from '../problem/account.js'
import { crossSite, noIdentity } from '../problem/answers.js'
import { type Problem, send } from '../problem/problem.js'
import type { Services } from '../services.js'
import { answerFor } from './acting.js'
import { isStaff } from './roles.js'
import { siteOf } from './same-site.js'
import { tokenOf } from './token.js'

/** Who asks, once known, and with which session. */
export interface Identity {
  readonly person: SessionPerson
  readonly token: string
}

declare module 'fastify' {
  interface FastifyRequest {
    identity: Identity | null
  }
}

/** The identity of a request that has passed {@link requireIdentity}. */
export const identityOf = (request: FastifyRequest): Identity => {
  if (!request.identity) throw new Error('a closed route without an identity')
  return request.identity
}

const reads = new Set(['GET', 'HEAD'])

/** What is open to who must still change a password or enrol a second factor. */
const ownAccount = /^\/api\/v1\/(account|sessions)(\/|$)/

/** Finds out who asks; a problem when nobody does, or when a page from elsewhere lets the browser ask. */
const identify = async (
  request: FastifyRequest,
  services: Services,
): Promise<{ readonly identity: Identity } | { readonly problem: Problem }> => {
  const token = tokenOf(request, services)
  const person = token && (await services.cabinet.session(token.value, services.now()))
  if (!person || !isStaff(person)) return { problem: noIdentity }
  if (token.by === 'cookie' && !reads.has(request.method) && siteOf(request) !== 'same') return { problem: crossSite }
  if (person.must && !ownAccount.test(request.routeOptions.url ?? '')) return { problem: mustFirst(person.must) }
  return { identity: { person, token: token.value } }
}

/** Closes every route of this scope to those who have not signed in. */
export const requireIdentity = (app: FastifyInstance, services: Services): void => {
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const found = await identify(request, services)
    if ('problem' in found) {
      if (found.problem.status === 401) reply.header('www-authenticate', 'Bearer')
      return send(reply, found.problem)
    }
    request.identity = found.identity
    answerFor(request, staffActing(found.identity.person))
  })
}
