import type { FastifyInstance } from 'fastify'
import type { Counter } from '../counter.js'
import { forgetLooks } from '../look/text-size.js'

/** POST /kiosk/end: nothing of the visitor stays; the next one begins at the start. */
export const kioskRoutes = (app: FastifyInstance, counter: Counter): void => {
  app.post('/kiosk/end', async (request, reply) => {
    await counter.drafts.leave(request, reply)
    counter.visits.end(reply)
    counter.accounts.end(reply)
    forgetLooks(reply, counter)
    return reply.header('clear-site-data', '"cache", "storage"').redirect('/', 303)
  })
}
