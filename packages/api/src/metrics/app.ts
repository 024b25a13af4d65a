import fastify, { type FastifyInstance } from 'fastify'
import type { Services } from '../services.js'

/** GET /metrics, for a port of its own that only operators reach (METRICS_PORT). Empty without `services.metrics`. */
export const buildMetrics = ({ metrics }: Pick<Services, 'metrics'>): FastifyInstance => {
  const app = fastify({ logger: false })
  app.get('/metrics', async (_, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').send(metrics?.text() ?? ''),
  )
  return app
}
