import multipart from '@fastify/multipart'
import { answerFor, cabinetOfRequest, watchWhoAsks } from '@zhiqing/api'
import type { FastifyInstance, FastifySchema } from 'fastify'
import { accountRoutes } from './account/routes.js'
import { applyRoutes } from './apply/routes.js'
import { caseRoutes } from './case/routes.js'
import { type Counter, openCounter } from './counter.js'
import { draftRoutes } from './draft/routes.js'
import { guideRoutes } from './guide/routes.js'
import { answerFailures } from './http/failures.js'
import { acceptForms } from './http/form-body.js'
import { notFoundRoute } from './http/not-found.js'
import { putPageHeaders } from './http/page-headers.js'
import { refuseOtherSites } from './http/same-origin.js'
import { keepKiosks } from './kiosk/kiosk.js'
import { kioskRoutes } from './kiosk/routes.js'
import { assetRoutes } from './look/assets.js'
import { keepLooks, textSizeRoute } from './look/text-size.js'
import { lookupRoutes } from './lookup/routes.js'
import { reportCheckRoutes } from './report-check/routes.js'
import type { PortalServices } from './services.js'
import { startRoute } from './start/route.js'
import { whyRoute } from './why/route.js'

const hidden: FastifySchema & { readonly hide: true } = { hide: true }

/** Pages are not part of what programs are told of the interface. */
const hideFromPrograms = (app: FastifyInstance): void => {
  app.addHook('onRoute', (route) => {
    route.schema = { ...route.schema, ...hidden }
  })
}

/** A visit opens one case, to the database too; without one the pages know no case at all. */
const answerForVisitor = (app: FastifyInstance, { visits }: Counter): void => {
  watchWhoAsks(app)
  app.addHook('onRequest', async (request) => {
    const visit = visits.read(request)
    if (visit) answerFor(request, { kind: 'case', organ: visit.organ, caseId: visit.caseId })
  })
}

/**
 * The pages of the applicants, to be registered on the app of the counter for programs. Hooks, body parser and error
 * pages hold for these routes alone. GET of an address nobody else answers ends at a friendly 404.
 */
export const portal =
  (services: PortalServices) =>
  async (app: FastifyInstance): Promise<void> => {
    const counter = openCounter({ ...services, cabinet: cabinetOfRequest(services.cabinet) })
    hideFromPrograms(app)
    answerForVisitor(app, counter)
    acceptForms(app)
    putPageHeaders(app)
    refuseOtherSites(app, counter)
    keepLooks(app, counter)
    keepKiosks(app, counter)
    app.register(multipart, { throwFileSizeLimit: false })
    answerFailures(app, counter)
    assetRoutes(app)
    for (const routes of [
      textSizeRoute,
      startRoute,
      applyRoutes,
      draftRoutes,
      kioskRoutes,
      guideRoutes,
      lookupRoutes,
      accountRoutes,
      caseRoutes,
      whyRoute,
      reportCheckRoutes,
      notFoundRoute,
    ])
      routes(app, counter)
  }
