import { viewOf } from '@zhiqing/casework'
import type { FastifyInstance } from 'fastify'
import type { Counter } from '../counter.js'
import { sendPage } from '../look/send-page.js'
import { actRoute } from './act/act-route.js'
import { acts } from './act/acts.js'
import { CasePage } from './case-page.js'
import { doneRoutes } from './done-routes.js'
import { enclosureRoute } from './enclosure-route.js'
import { letterRoute } from './letter-route.js'
import { openCase } from './open-case.js'
import { suggestionRoutes } from './suggestion/routes.js'
import { withdrawRoutes } from './withdraw-route.js'

/** /case and everything about it, for the visit's case alone: no address names a case. */
export const caseRoutes = (app: FastifyInstance, counter: Counter): void => {
  app.get('/case', async (request, reply) => {
    const opened = await openCase(request, counter)
    if (!opened) return reply.redirect('/lookup', 303)
    const { current, office, visit } = opened
    const { reports } = counter.cabinet
    const decisions = current.suggestions ? await reports.publicationsOf(visit.organ, visit.caseId) : []
    const body = (
      <CasePage opened={opened} view={viewOf(current, office)} words={counter.press.words} decisions={decisions} />
    )
    return sendPage({ request, reply, counter }, { title: '办理进度', body })
  })
  app.post('/case/leave', (_, reply) => {
    counter.visits.end(reply)
    // Who leaves a computer that others use leaves no filled-in form behind "back"; browsers heed it over https.
    return reply.header('clear-site-data', '"cache"').redirect('/', 303)
  })
  for (const routes of [withdrawRoutes, doneRoutes, suggestionRoutes, letterRoute, enclosureRoute]) routes(app, counter)
  for (const act of acts) actRoute(app, counter, act)
}
