import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services.js'
import { approveModelCase } from './approve.js'
import { endModelCase } from './end.js'
import { listModelCases } from './list.js'
import { proposeModelCase } from './propose.js'

export { modelCsv } from './list.js'

/** 典型案例: proposed, approved or rejected, taken back, listed. */
export const modelCaseRoutes = (app: FastifyInstance, services: Services): void => {
  for (const route of [proposeModelCase, approveModelCase, endModelCase, listModelCases]) route(app, services)
}
