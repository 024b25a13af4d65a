import { randomUUID } from 'node:crypto'
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify'
import type { Log } from '../services.js'
import { invalid, noSuchRoute } from './answers.js'
import { schemaFaults } from './faults.js'
import { clientError } from './framework.js'
import { knownError } from './known-errors.js'
import { type Problem, problem, send } from './problem.js'

/** A defect: logged whole under an id, told by the id alone. */
const defect = (error: FastifyError, request: FastifyRequest, log: Log): Problem => {
  const id = randomUUID()
  log.error('defect', { id, route: request.routeOptions.url, error: error.stack ?? String(error), cause: error.cause })
  return problem('defect', 500, '系统内部错误', `请把编号 ${id} 告诉系统管理员`, { id })
}

const problemOf = (error: FastifyError, request: FastifyRequest, log: Log): Problem => {
  const faults = schemaFaults(error)
  if (faults) return invalid(faults)
  const known = knownError(error)
  if (known && known.status >= 500) log.error('unavailable', { code: error.code, error: error.message })
  return known ?? clientError(error) ?? defect(error, request, log)
}

/** Every error leaves as application/problem+json in Chinese; never a stack, never a statement (ASVS 16.5.1). */
export const answerErrors = (app: FastifyInstance, log: Log): void => {
  app.setErrorHandler((error: FastifyError, request, reply) => send(reply, problemOf(error, request, log)))
  app.setNotFoundHandler((_, reply) => send(reply, noSuchRoute))
}
