import { randomUUID } from 'node:crypto'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Log } from '../services.js'
import { invalid, noSuchRoute } from './answers.js'
import { schemaFaults } from './faults.js'
import { knownError } from './known-errors.js'
import { type Problem, problem, send } from './problem.js'

/** A defect: logged whole under an id, told by the id alone. */
const defect = (error: FastifyError, request: FastifyRequest, log: Log): Problem => {
  const id = randomUUID()
  log.error('defect', { id, route: request.routeOptions.url, error: error.stack ?? String(error), cause: error.cause })
  return problem('defect', 500, '系统内部错误', `请把编号 ${id} 告诉系统管理员`, { id })
}

/** A client error of the HTTP layer without words of its own here: its status, and nothing of its English. */
const other = ({ statusCode = 500 }: FastifyError): Problem | undefined =>
  statusCode >= 400 && statusCode < 500
    ? problem('badRequest', statusCode, '请求不正确', '请求不符合 HTTP 的要求')
    : undefined

const problemOf = (error: FastifyError, request: FastifyRequest, log: Log): Problem => {
  const faults = schemaFaults(error)
  if (faults) return invalid(faults)
  const known = knownError(error)
  if (known && known.status >= 500) log.error('unavailable', { code: error.code, error: error.message })
  return known ?? other(error) ?? defect(error, request, log)
}

/** Every error leaves as application/problem+json in Chinese; never a stack, never a statement (ASVS 16.5.1). */
export const answerErrors = (app: FastifyInstance, log: Log): void => {
  app.setErrorHandler((error: FastifyError, request, reply) => send(reply, problemOf(error, request, log)))
  app.setNotFoundHandler((_, reply) => send(reply, noSuchRoute))
}

/** For requests that never reach a route, e.g. `/%zz`; hooks have not run, so the headers are put on here. */
export const answerFrameworkErrors = (error: FastifyError, _: FastifyRequest, reply: FastifyReply): void => {
  reply.header('content-security-policy', "default-src 'none'").header('x-content-type-options', 'nosniff')
  send(reply, knownError(error) ?? other(error) ?? problem('defect', 500, '系统内部错误', '请稍后重试'))
}
