import { AsyncLocalStorage } from 'node:async_hooks'
import { type Acting, anybody, type Cabinet } from '@zhiqing/db'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** For whom a request is answered: anybody, until it is known better. */
interface Answering {
  acting: Acting
}

declare module 'fastify' {
  interface FastifyRequest {
    answering: Answering | null
  }
}

const here = new AsyncLocalStorage<Answering>()

/** Asked before anybody is known, and alike for everybody. */
const atTheDoor: ReadonlySet<string | symbol> = new Set([
  'session',
  'signIn',
  'signOut',
  'signOns',
  'lookUp',
  'ready',
  'as',
])

/**
 * The cabinet as whoever asks may see it, whichever route looks into it: no route has to think of it, and one that forgets
 * its own check finds nothing. Outside of a request it is anybody's.
 */
export const cabinetOfRequest = (cabinet: Cabinet): Cabinet => {
  const views = new WeakMap<Acting, Cabinet>()
  const viewFor = (acting: Acting): Cabinet => {
    const known = views.get(acting) ?? cabinet.as(acting)
    views.set(acting, known)
    return known
  }
  const viewNow = (): Cabinet => viewFor(here.getStore()?.acting ?? anybody)
  return new Proxy(cabinet, { get: (_, name) => Reflect.get(atTheDoor.has(name) ? cabinet : viewNow(), name) })
}

/** From here on the request is answered for this one. */
export const answerFor = (request: FastifyRequest, acting: Acting): void => {
  if (!request.answering) throw new Error('nobody watches for whom this request is answered')
  request.answering.acting = acting
}

/** Keeps the one who asks beside the request; a second time after the body was read, which loses what runs along. */
export const watchWhoAsks = (app: FastifyInstance): void => {
  if (app.hasRequestDecorator('answering')) return
  app.decorateRequest('answering', null)
  app.addHook('onRequest', (request, _, done) => {
    request.answering = { acting: anybody }
    here.run(request.answering, done)
  })
  app.addHook('preValidation', (request, _, done) => {
    here.run(request.answering ?? { acting: anybody }, done)
  })
}
