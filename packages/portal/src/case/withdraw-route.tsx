import type { FastifyInstance } from 'fastify'
import type { Counter } from '../counter.js'
import { formOf, trimmed } from '../http/form-body.js'
import { type At, sendPage } from '../look/send-page.js'
import { applicantMay } from './applicant-acts.js'
import { sendNotNow, sendVisitOver } from './not-now-page.js'
import { openCase } from './open-case.js'
import { run } from './run.js'

const notNow = '答复已经签发，或者这份申请已经办结，不能再撤回。'

const ask = (at: At, once: string, again = false) =>
  sendPage(at, {
    title: '您要撤回这份申请吗？',
    body: (
      <>
        {again ? <p className="notice">页面放得太久了，还没有撤回。如果确实要撤回，请再按一次。</p> : null}
        <p>撤回以后，我们不再办理这份申请，也不会答复您。</p>
        <p>撤回不能反悔；以后还需要的，可以重新申请。</p>
        <form method="post" action="/case/withdraw">
          <input type="hidden" name="once" value={once} />
          <p className="actions">
            <button type="submit" className="grave">
              确认撤回
            </button>
            <a className="button second" href="/case">
              不撤回，返回
            </a>
          </p>
        </form>
      </>
    ),
  })

/** /case/withdraw: asked first, then done. */
export const withdrawRoutes = (app: FastifyInstance, counter: Counter): void => {
  app.get('/case/withdraw', async (request, reply) => {
    const at = { request, reply, counter }
    const opened = await openCase(request, counter)
    if (!opened) return reply.redirect('/lookup', 303)
    if (!applicantMay(opened.current, 'withdrawRequest')) return sendNotNow(at, notNow)
    return ask(at, counter.once.forCase(opened.visit.caseId))
  })
  app.post('/case/withdraw', async (request, reply) => {
    const at = { request, reply, counter }
    const visit = counter.visits.read(request)
    if (!visit) return sendVisitOver(at)
    const once = trimmed(formOf(request), 'once')
    if (!counter.once.isForCase(once, visit.caseId)) return ask(at, counter.once.forCase(visit.caseId), true)
    const answer = await run({ visit, command: 'withdrawRequest', input: {}, once }, counter)
    if (answer.ok) return reply.redirect('/case/withdrawn', 303)
    return 'refusal' in answer ? sendNotNow(at, notNow, answer) : sendVisitOver(at)
  })
}
