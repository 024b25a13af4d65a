import type { CommandAnswer } from '../api/answers.ts'
import { ask, newKey } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'

interface Act {
  readonly id: string
  readonly version: number
  readonly command: string
  readonly body: object
  /** Stays the same while the same press of a button is sent again. */
  readonly key?: string
}

/** Runs a command on a case as it was seen: a stale screen is told, a press repeated is done once. */
export const doAct = async ({ id, version, command, body, key = newKey() }: Act): Promise<CommandAnswer | Problem> => {
  const asked = await ask<CommandAnswer>(`/cases/${id}/commands/${command}`, {
    method: 'POST',
    body,
    headers: { 'idempotency-key': key, 'if-match': `"${version}"` },
  })
  return asked.ok ? asked.answer : asked.problem
}

export const isProblem = (answer: CommandAnswer | Problem): answer is Problem => 'status' in answer && 'title' in answer
