import type { FastifyInstance } from 'fastify'
import * as z from 'zod'

const schema = {
  tags: ['运行'],
  summary: '接口说明',
  description: '本说明，OpenAPI 3.1，由各事项的格式定义生成。',
  security: [],
  response: { 200: z.unknown() },
}

/** GET /openapi.json */
export const openapi = (app: FastifyInstance): void => {
  app.get('/openapi.json', { schema }, async () => app.swagger())
}
