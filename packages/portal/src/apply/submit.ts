import { createHash } from 'node:crypto'
import { type Answer, handle, parseCommand } from '@zhiqing/casework'
import type { Counter } from '../counter.js'
import { type Application, toInput } from './application.js'

/** One application to be filed with an organ; `once` makes sure that it is filed once. */
export interface Filing {
  readonly organ: string
  readonly application: Application
  readonly once: string
}

/** Files it: the very command every other counter uses. The application has passed `faultsIn`. */
export const file = ({ organ, application, once }: Filing, { cabinet, today }: Counter): Promise<Answer> => {
  const input = toInput(application)
  const parsed = parseCommand('receiveRequest', input)
  if (!parsed.ok) throw new Error('filed without being checked')
  const body = createHash('sha256')
    .update(JSON.stringify([organ, input]))
    .digest('hex')
  return handle(cabinet.store, {
    organ,
    command: 'receiveRequest',
    input: parsed.input,
    on: today(),
    actor: { role: 'applicant' },
    key: { value: once, person: 'portal', body },
  })
}
