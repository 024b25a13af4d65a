import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { cookieName } from './identity/token.js'
import type { Services } from './services.js'

const info = {
  title: '知情：政府信息依申请公开办理接口',
  version: '1',
  description:
    '路径中的事项名称与推演脚本（zhiqing simulate）相同。日期一律为东八区的 YYYY-MM-DD。拒绝与错误一律为 application/problem+json。',
}

/** Draws the OpenAPI description from the routes' own schemas; must be called before the routes are. */
export const describeRoutes = (app: FastifyInstance, services: Services): void => {
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info,
      security: [{ bearer: [] }, { cookie: [] }],
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer' },
          cookie: { type: 'apiKey', in: 'cookie', name: cookieName(services) },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
}
