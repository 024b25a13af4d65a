import * as z from 'zod'
import { command, unless } from '../command.js'
import { longText } from '../fields.js'
import { idNumberWarnings } from '../identity.js'
import { refuse } from '../refusal.js'
import { applicantSchema } from './receive-request.js'

const schema = z.strictObject({ applicant: applicantSchema, basis: longText(1000) })

/**
 * 申请人变更: the applicant died or ceased, and an heir or successor takes the request over in writing (rulebook R101). No day
 * moves; where nobody does, a file note closes the case (X3 `applicantCeased`).
 */
export const recordSuccession = command<z.infer<typeof schema>>({
  zh: '记录申请人变更',
  article: 'practice',
  schema,
  begins: ['ApplicantSucceeded'],
  decide: ({ applicant, basis }) =>
    unless(
      [(!applicant.name.trim() || !basis.trim()) && refuse('successionIncomplete')],
      () => [{ type: 'ApplicantSucceeded', applicant, basis }],
      idNumberWarnings(applicant),
    ),
})
