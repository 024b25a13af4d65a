import { viewOf } from '@zhiqing/casework'
import type { FastifyInstance } from 'fastify'
import type { Counter } from '../counter.js'
import { DonePanel } from '../look/done-panel.js'
import { sendPage } from '../look/send-page.js'
import type { Act } from './act/act.js'
import { acts } from './act/acts.js'
import { dueWords } from './due-words.js'
import { Letters } from './letters.js'
import { type OpenedCase, openCase } from './open-case.js'

const backToCase = (
  <p>
    <a className="button second" href="/case">
      查看办理进度
    </a>
  </p>
)

const wasDone = ({ current }: OpenedCase, { command, about }: Act): boolean => {
  if (command === 'receiveCorrection') return Boolean(current.corrections.at(-1)?.receivedOn)
  if (command === 'receiveReasons') return Boolean(current.reasons?.receivedOn)
  return current.tellings?.some((one) => one.about === about) ?? false
}

/** The confirmations of what the applicant did; shown only when it is so. */
export const doneRoutes = (app: FastifyInstance, counter: Counter): void => {
  app.get('/case/withdrawn', async (request, reply) => {
    const opened = await openCase(request, counter)
    if (!opened?.current.withdrawnOn) return reply.redirect('/case', 303)
    const body = (
      <>
        <DonePanel title="申请已经撤回" stamp="撤回">
          <p>我们不再办理这份申请。以后需要的时候，可以重新申请。</p>
        </DonePanel>
        <Letters current={opened.current} words={counter.press.words} />
        {backToCase}
      </>
    )
    return sendPage({ request, reply, counter }, { title: '申请已经撤回', heading: false, body })
  })
  for (const act of acts)
    app.get(`/case/${act.path}/done`, async (request, reply) => {
      const opened = await openCase(request, counter)
      if (!opened || !wasDone(opened, act)) return reply.redirect('/case', 303)
      const { headline, more } = dueWords(opened, viewOf(opened.current, opened.office))
      const body = (
        <>
          <DonePanel title={act.done.title} stamp={act.done.stamp}>
            <p>{act.done.words}</p>
            <p>
              <strong>{headline}</strong>
            </p>
            {more.map((one) => (
              <p key={one}>{one}</p>
            ))}
          </DonePanel>
          {backToCase}
        </>
      )
      return sendPage({ request, reply, counter }, { title: act.done.title, heading: false, body })
    })
}
