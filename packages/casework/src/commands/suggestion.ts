import * as z from 'zod'
import { command, unless } from '../command.js'
import { longText } from '../fields.js'
import { publicationReasonCodes, wasGiven } from '../publication/suggestion.js'
import { refuse } from '../refusal.js'

const schema = z.strictObject({
  reasons: z.array(z.enum(publicationReasonCodes)).max(publicationReasonCodes.length),
  statement: longText(2000).optional(),
})

/**
 * 建议主动公开 (条例 44.2; rulebook R42): whoever was given information may suggest, once a case, that it be published. Nothing
 * of the case moves and no day is set; the organ decides where it decides what many ask for.
 */
export const suggestPublication = command<z.infer<typeof schema>>({
  zh: '建议主动公开',
  article: 'ogi:44.2',
  schema,
  begins: ['PublicationSuggested'],
  offered: (current) => wasGiven(current) && !current.suggestions,
  notNow: ({ suggestions: [earlier] = [] }) =>
    earlier ? refuse('suggestedAlready', { day: earlier.on }) : refuse('suggestionNothingGiven'),
  decide: ({ reasons, statement }) =>
    unless([reasons.length === 0 && refuse('suggestionReasonMissing')], () => [
      {
        type: 'PublicationSuggested',
        reasons: publicationReasonCodes.filter((one) => reasons.includes(one)),
        ...(statement?.trim() ? { statement } : {}),
      },
    ]),
})
