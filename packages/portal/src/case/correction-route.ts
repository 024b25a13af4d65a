import { parseCommand } from '@zhiqing/casework'
import type { FastifyInstance } from 'fastify'
import type { Counter } from '../counter.js'
import { formOf, trimmed } from '../http/form-body.js'
import { charactersIn } from '../http/seen-text.js'
import type { Fault } from '../look/fault.js'
import { unprintableIn } from '../look/unprintable-words.js'
import { applicantMay } from './applicant-acts.js'
import { sendCorrection } from './correction-page.js'
import { sendNotNow, sendVisitOver } from './not-now-page.js'
import { type OpenedCase, openCase } from './open-case.js'
import { run } from './run.js'

const most = 10_000

const faultsIn = async (content: string, { press }: Counter): Promise<Fault[]> => {
  if (!content.trim()) return [{ path: 'content', zh: '请写补正内容' }]
  const length = charactersIn(content)
  if (length > most) return [{ path: 'content', zh: `补正内容太长了：最多${most}个字，现在有${length}个字` }]
  const parsed = parseCommand('receiveCorrection', { content })
  if (!parsed.ok) return parsed.faults.map(({ path, zh }) => ({ path, zh: `补正内容${zh}` }))
  return unprintableIn([{ path: 'content', label: '补正内容', text: content, lines: true }], press)
}

const itemsOf = ({ current }: OpenedCase): readonly string[] => current.corrections.at(-1)?.items ?? []

/** /case/correction: what is wanted and a box to write in; sent, the reply clock starts anew. */
export const correctionRoutes = (app: FastifyInstance, counter: Counter): void => {
  app.get('/case/correction', async (request, reply) => {
    const at = { request, reply, counter }
    const opened = await openCase(request, counter)
    if (!opened) return reply.redirect('/lookup', 303)
    if (!applicantMay(opened.current, 'receiveCorrection')) return sendNotNow(at, 'receiveCorrection')
    const once = counter.once.forCase(opened.visit.caseId)
    return sendCorrection(at, { items: itemsOf(opened), once, content: '', faults: [] })
  })
  app.post('/case/correction', async (request, reply) => {
    const at = { request, reply, counter }
    const form = formOf(request)
    const content = form.get('content') ?? ''
    const opened = await openCase(request, counter)
    if (!opened) return sendVisitOver(at, content)
    const { visit } = opened
    const given = trimmed(form, 'once')
    const known = counter.once.isForCase(given, visit.caseId)
    const shown = { items: itemsOf(opened), once: known ? given : counter.once.forCase(visit.caseId), content }
    if (form.has('size')) {
      if (!applicantMay(opened.current, 'receiveCorrection'))
        return sendNotNow(at, 'receiveCorrection', { text: content })
      return sendCorrection(at, { ...shown, faults: [] })
    }
    const faults = await faultsIn(content, counter)
    if (faults.length > 0 || !known) return sendCorrection(at, { ...shown, faults, again: !known })
    const answer = await run({ visit, command: 'receiveCorrection', input: { content }, once: given }, counter)
    if (answer.ok) return reply.redirect('/case/corrected', 303)
    return 'refusal' in answer
      ? sendNotNow(at, 'receiveCorrection', { ...answer, text: content })
      : sendVisitOver(at, content)
  })
}
