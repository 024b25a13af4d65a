import { charactersIn } from '@zhiqing/api'
import { type Case, parseCommand, publicationReasonCodes } from '@zhiqing/casework'
import type { FastifyInstance } from 'fastify'
import type { Counter } from '../../counter.js'
import { formOf, trimmed } from '../../http/form-body.js'
import { DonePanel } from '../../look/done-panel.js'
import type { Fault } from '../../look/fault.js'
import { type At, sendPage } from '../../look/send-page.js'
import { asksForLook } from '../../look/text-size.js'
import { unprintableIn } from '../../look/unprintable-words.js'
import { applicantMay } from '../applicant-acts.js'
import { sendNotNow, sendVisitOver } from '../not-now-page.js'
import { openCase } from '../open-case.js'
import { run } from '../run.js'
import { mostWords, type SuggestionPage, sendSuggestion } from './suggestion-page.js'

const path = '/case/suggestion'
const command = 'suggestPublication'

const notNow = ({ suggestions }: Case): string =>
  suggestions
    ? '您已经建议过了，不用再建议一次。结果写在办理进度里。'
    : '还没有发出提供信息的答复，现在不能建议主动公开。信息提供给您以后，可以再来建议。'

const inputOf = ({ reasons, statement }: Pick<SuggestionPage, 'reasons' | 'statement'>) => ({
  reasons,
  ...(statement.trim() ? { statement } : {}),
})

const faultsOf = async (page: SuggestionPage, { press }: Counter): Promise<Fault[]> => {
  const { reasons, statement } = page
  const length = charactersIn(statement)
  const faults: Fault[] = [
    ...(reasons.length > 0 ? [] : [{ path: 'reasons', zh: '请选择为什么应当主动公开，至少选一项' }]),
    ...(length > mostWords
      ? [{ path: 'statement', zh: `您的说明太长了：最多${mostWords}个字，现在有${length}个字` }]
      : await unprintableIn([{ path: 'statement', label: '您的说明', text: statement, lines: true }], press)),
  ]
  if (faults.length > 0) return faults
  const parsed = parseCommand(command, inputOf(page))
  return parsed.ok ? [] : parsed.faults.map(({ zh }) => ({ path: 'statement', zh: `您的说明${zh}` }))
}

const post = async (at: At) => {
  const { request, reply, counter } = at
  const fields = formOf(request)
  const statement = fields.get('statement') ?? ''
  const opened = await openCase(request, counter)
  if (!opened) return sendVisitOver(at, statement)
  const { visit, current } = opened
  const given = trimmed(fields, 'once')
  const known = counter.once.isForCase(given, visit.caseId)
  const page: SuggestionPage = {
    opened,
    once: known ? given : counter.once.forCase(visit.caseId),
    reasons: publicationReasonCodes.filter((one) => fields.has(one)),
    statement,
    faults: [],
  }
  if (asksForLook(fields)) return sendSuggestion(at, page)
  const faults = await faultsOf(page, counter)
  if (faults.length > 0 || !known) return sendSuggestion(at, { ...page, faults, again: !known })
  const answer = await run({ visit, command, input: inputOf(page), once: given }, counter)
  if (answer.ok) return reply.redirect(`${path}/done`, 303)
  return 'refusal' in answer
    ? sendNotNow(at, notNow(current), { ...answer, text: statement })
    : sendVisitOver(at, statement)
}

const done = (
  <>
    <DonePanel title="已收到您的建议" stamp="收到">
      <p>我们会审核这些信息是不是属于主动公开的范围，属于的会及时公开。结果写在办理进度里。</p>
    </DonePanel>
    <p>
      <a className="button second" href="/case">
        查看办理进度
      </a>
    </p>
  </>
)

/** /case/suggestion: 建议主动公开 (条例 44.2), and that it came. */
export const suggestionRoutes = (app: FastifyInstance, counter: Counter): void => {
  app.get(path, async (request, reply) => {
    const at = { request, reply, counter }
    const opened = await openCase(request, counter)
    if (!opened) return reply.redirect('/lookup', 303)
    if (!applicantMay(opened.current, command)) return sendNotNow(at, notNow(opened.current))
    const once = counter.once.forCase(opened.visit.caseId)
    return sendSuggestion(at, { opened, once, reasons: [], statement: '', faults: [] })
  })
  app.post(path, (request, reply) => post({ request, reply, counter }))
  app.get(`${path}/done`, async (request, reply) => {
    const opened = await openCase(request, counter)
    if (!opened?.current.suggestions) return reply.redirect('/case', 303)
    return sendPage({ request, reply, counter }, { title: '已收到您的建议', heading: false, body: done })
  })
}
