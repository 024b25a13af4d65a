import { doAct, isProblem } from '../acts/do-act.ts'
import type { Schema } from '../acts/schema.ts'
import { bodyOf } from '../acts/values.ts'
import type { CommandAnswer } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'

/** What came of entering a request: received, and registered where that could follow at once. */
export interface Entered {
  readonly received: CommandAnswer
  readonly registered: CommandAnswer | undefined
  /** Received, but not registered. */
  readonly problem?: Problem | undefined
}

export const isEntered = (answer: Entered | Problem): answer is Entered => 'received' in answer

type Values = Record<string, unknown>

/** Days that belong to another channel than the one chosen are not sent. */
const ofChannel = (values: Values): Values => {
  const { channel } = values
  const own: Readonly<Record<string, readonly string[]>> = {
    registeredMail: ['signedForOn'],
    email: ['submittedOn'],
    fax: ['confirmedOn'],
    ordinaryMail: ['confirmedOn'],
  }
  const kept = own[String(channel)] ?? []
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name]) => !['signedForOn', 'submittedOn', 'confirmedOn'].includes(name) || kept.includes(name),
    ),
  )
}

const register = async (received: CommandAnswer, officer: unknown): Promise<Entered> => {
  if (!received.permitted.includes('registerRequest')) return { received, registered: undefined }
  const { id, version } = received
  const body = typeof officer === 'string' && officer ? { officer } : {}
  const registered = await doAct({ id, version, command: 'registerRequest', body })
  return isProblem(registered) ? { received, registered: undefined, problem: registered } : { received, registered }
}

/** Receives and registers in one go; `key` stands for this press of the button. */
export const receive = async (values: Values, schema: Schema, key: string): Promise<Entered | Problem> => {
  const { officer, ...request } = ofChannel(values)
  const asked = await ask<CommandAnswer>('/cases', {
    method: 'POST',
    body: bodyOf(request, schema),
    headers: { 'idempotency-key': key },
  })
  return asked.ok ? register(asked.answer, officer) : asked.problem
}
