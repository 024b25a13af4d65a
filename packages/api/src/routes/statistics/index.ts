import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services.js'
import { monthlyChecks } from './checks.js'
import { decidePublication, hotRequests } from './hot-requests.js'
import { openData } from './open-data.js'
import { runningStatistics } from './running.js'

/** Everything that is counted while the year runs. */
export const statisticsRoutes = (app: FastifyInstance, services: Services): void => {
  for (const route of [runningStatistics, monthlyChecks, hotRequests, decidePublication, openData]) route(app, services)
}
