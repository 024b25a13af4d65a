import type { FastifyInstance } from 'fastify'
import type { Services } from './services.js'

/** One line and one count for every answer: the route's pattern, who and from where, never the address or the words. */
export const watchAnswers = (app: FastifyInstance, { log, metrics }: Services): void => {
  app.addHook('onResponse', async (request, reply) => {
    const { method, ip } = request
    const [route, status] = [request.routeOptions.url ?? 'none', reply.statusCode]
    metrics?.answered({ method, route, status, seconds: reply.elapsedTime / 1000 })
    const ms = Math.round(reply.elapsedTime)
    log.info('request', { method, route, status, ms, ip, person: request.identity?.person.id ?? null })
  })
}
