import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import type { Services } from '../services.js'

const answer = z.object({ ok: z.boolean() })
const tags = ['运行']

/** GET /health/live: the process answers. GET /health/ready: so does the database. */
export const health = (app: FastifyInstance, { cabinet }: Services): void => {
  const live = { tags, summary: '进程在运行', description: '始终为 200。', security: [], response: { 200: answer } }
  app.get('/health/live', { schema: live }, async () => ({ ok: true }))

  const ready = {
    tags,
    summary: '可以办理业务',
    description: '数据库有应答时为 200，否则为 503。',
    security: [],
    response: { 200: answer, 503: answer },
  }
  app.get('/health/ready', { schema: ready }, async (_, reply) => {
    const ok = await cabinet.ready().catch(() => false)
    return reply.status(ok ? 200 : 503).send({ ok })
  })
}
