import { createHash } from 'node:crypto'
import { type Answer, type Attachment, handle, parseCommand } from '@zhiqing/casework'
import type { Counter } from '../counter.js'
import type { Visit } from '../visit/visit.js'
import type { ApplicantAct } from './applicant-acts.js'

/** Something the applicant does to the case of the visit; `once` is the token of the form it was done with. */
export interface Deed {
  readonly visit: Visit
  readonly command: ApplicantAct
  readonly input: Readonly<Record<string, unknown>>
  /** What lay in the basket. A second press finds it empty, and is the same deed. */
  readonly files?: readonly Attachment[]
  readonly once: string
}

/** Does it, as the applicant, once. */
export const run = (
  { visit, command, input, files = [], once }: Deed,
  { cabinet, today }: Counter,
): Promise<Answer> => {
  const parsed = parseCommand(command, files.length > 0 ? { ...input, attachments: files } : input)
  if (!parsed.ok) throw new Error(`${command} without being checked`)
  const body = createHash('sha256')
    .update(JSON.stringify([visit.caseId, command, input]))
    .digest('hex')
  return handle(cabinet.store, {
    organ: visit.organ,
    caseId: visit.caseId,
    command,
    input: parsed.input,
    on: today(),
    actor: { role: 'applicant' },
    key: { value: once, person: `portal ${visit.caseId}`, body },
  })
}
