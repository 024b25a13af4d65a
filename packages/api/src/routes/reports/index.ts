import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services.js'
import { reportCells } from './cells.js'
import { checkPublished } from './check.js'
import { reportFiles } from './files.js'
import { readReport } from './read-report.js'
import { rollUp } from './roll-up.js'
import { publishReport, writeEntries } from './write-report.js'

const routes = [readReport, reportCells, writeEntries, publishReport, reportFiles, rollUp]

/** Everything under /reports, and the check of a published one. */
export const reportRoutes = (app: FastifyInstance, services: Services): void => {
  for (const route of routes) route(app, services)
  checkPublished(app)
}
