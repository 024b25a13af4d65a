import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { conditionsOf } from '../commands/conditions.js'
import { type Order, type Ran, runCommand } from '../commands/run.js'
import { identityOf } from '../identity/identity.js'
import { assisting } from '../identity/roles.js'
import { invalid } from '../problem/answers.js'
import { send } from '../problem/problem.js'
import { commandAnswer } from '../schemas/command-answer.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { tag } from './etag.js'

/** The body's schema stands in the route for its description; `parseCommand` checks it and tells every fault. */
export const parsedByCasework = () => (value: unknown) => ({ value })

export const commandHeaders = z.object({
  'idempotency-key': z
    .string()
    .optional()
    .meta({ description: '同一个键再来一次，得到第一次的应答；8至128个可见 ASCII 字符' }),
  'if-match': z.string().optional().meta({ description: '案件的版本（ETag）；已有变动的以 412 拒绝' }),
})

export const commandResponses = (status: 200 | 201) => ({
  [status]: commandAnswer,
  ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 503),
})

/** Who only assists is told of the case what the task needs: its own days, and nothing of letters and parties. */
const toldToAssistant = (ran: Ran): Ran => {
  if ('problem' in ran) {
    const { permitted, also: _, ...problem } = ran.problem
    const own = Array.isArray(permitted) ? { permitted: permitted.filter((one) => assisting.includes(one)) } : {}
    return { problem: { ...problem, ...own } }
  }
  const { done } = ran
  const dueDates = done.dueDates.filter(({ what }) => what === 'assistance')
  return { done: { ...done, dueDates, letters: [], issued: [], warnings: [] } }
}

/** Runs a command and answers with where the case stands now. */
export const answerOrder = async (
  request: FastifyRequest,
  reply: FastifyReply,
  order: Pick<Order, 'organ' | 'name' | 'caseId'> & Partial<Pick<Order, 'person'>> & { readonly assists?: true },
  services: Services,
): Promise<unknown> => {
  const { conditions, faults } = conditionsOf(request.headers)
  if (faults.length > 0) return send(reply, invalid(faults))
  const { person } = identityOf(request)
  const { assists, ...rest } = order
  const whole = await runCommand({ person, ...rest, body: request.body, conditions }, services)
  const ran = assists ? toldToAssistant(whole) : whole
  if ('problem' in ran) return send(reply, ran.problem)
  tag(reply, ran.done.version)
  if (order.caseId === undefined) reply.status(201).header('location', `/api/v1/cases/${ran.done.id}`)
  return ran.done
}
