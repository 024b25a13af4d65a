import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services.js'
import { hotRequests, monthlyChecks } from './checks.js'
import { openData } from './open-data.js'
import { runningStatistics } from './running.js'

/** Everything that is counted while the year runs. */
export const statisticsRoutes = (app: FastifyInstance, services: Services): void => {
  for (const route of [runningStatistics, monthlyChecks, hotRequests, openData]) route(app, services)
}
