import cookie from '@fastify/cookie'
import fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { acceptJson } from './body.js'
import { describeRoutes } from './describe.js'
import { putSecurityHeaders } from './headers.js'
import { cabinetOfRequest, watchWhoAsks } from './identity/acting.js'
import { answerErrors } from './problem/error-handler.js'
import { answerBrokenRequests, answerFrameworkErrors } from './problem/framework.js'
import { health } from './routes/health.js'
import type { Services } from './services.js'
import { versionOne } from './version-1.js'
import { watchAnswers } from './watch.js'

const megabyte = 1024 * 1024
/** A photograph of ten megabytes over an old telephone's line; heads come at once, whatever follows them. */
const requestTimeoutMs = 300_000
const headersTimeoutMs = 30_000

/**
 * The counter for programs: HTTP ↔ command. Not listening yet; pages may be registered on it before it does.
 * Everything thrown while answering leaves as a problem in Chinese.
 */
export const buildApi = (given: Services): FastifyInstance => {
  const services = { ...given, cabinet: cabinetOfRequest(given.cabinet) }
  const { trustedProxies = [], secureCookies = false, log } = services
  const app = fastify({
    logger: false,
    bodyLimit: megabyte,
    requestTimeout: requestTimeoutMs,
    http: { headersTimeout: headersTimeoutMs },
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    frameworkErrors: answerFrameworkErrors as never,
    clientErrorHandler: answerBrokenRequests as never,
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.decorateRequest('identity', null)
  watchWhoAsks(app)
  acceptJson(app)
  putSecurityHeaders(app, secureCookies)
  app.register(cookie)
  describeRoutes(app, services)
  watchAnswers(app, services)
  answerErrors(app, log)
  app.register(async (scope) => health(scope, services))
  app.register(versionOne(services), { prefix: '/api/v1' })
  return app
}
