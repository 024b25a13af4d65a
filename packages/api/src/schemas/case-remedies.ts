import * as z from 'zod'
import { approval } from './approval.js'
import { dayOrNull, dayText, textOrNull } from './plain.js'

const words = z.string()

const decision = z.object({
  result: words,
  column: z.enum(['upheld', 'corrected', 'other', 'pending']).meta({ description: '年报表四的栏目' }),
  instance: textOrNull,
  kind: textOrNull,
  decidedOn: dayText,
  receivedOn: dayText,
})

/** A reconsideration, a suit or a complaint; fields that its kind does not have are left out. */
export const remedy = z
  .object({
    id: words,
    kind: z.enum(['reconsideration', 'litigation', 'complaint']),
    state: words,
    round: z.int(),
    filedOn: dayText,
    copyReceivedOn: dayText.optional(),
    caseNumber: textOrNull.optional(),
    answeredOn: dayOrNull.optional(),
    decisions: z.array(decision).optional(),
    procedure: words.optional(),
    body: textOrNull.optional(),
    path: words.optional(),
    court: textOrNull.optional(),
    coDefendant: z.boolean().optional(),
    appealedOn: dayOrNull.optional(),
    to: words.optional(),
    about: words.optional(),
    result: textOrNull.optional(),
    ordered: z.boolean().optional(),
    closedOn: dayOrNull.optional(),
  })
  .meta({ id: 'Remedy', description: '行政复议、行政诉讼或者投诉' })

export const redo = z
  .object({
    by: words,
    kind: words,
    remedy: textOrNull,
    article: words,
    receivedOn: dayText,
    deadlineOn: dayOrNull,
  })
  .meta({ id: 'Redo', description: '本轮重新答复的由来' })

/** A finished round of reply. */
export const round = z
  .object({
    decision: z.looseObject({ outcome: words }).nullable(),
    approval: approval.nullable(),
    signedBy: textOrNull,
    reply: z
      .object({
        ...{ signedOn: dayText, method: textOrNull, dispatchedOn: dayOrNull, servedOn: dayOrNull },
        enclosures: z.array(z.int()).optional().meta({ description: '随答复发出的材料，本案第几份' }),
      })
      .nullable(),
    lapse: z.object({ lastDay: dayText, abandonedOn: dayText }).nullable(),
    withdrawnOn: dayOrNull,
    replyNumber: textOrNull,
    redo: redo.nullable(),
  })
  .meta({ id: 'Round', description: '已经结束的一轮答复' })

export const rectification = z
  .object({
    id: words,
    record: words,
    evidence: words,
    receivedOn: dayText,
    finding: textOrNull,
    reasons: textOrNull,
    responsibleOrgan: textOrNull,
    answeredOn: dayOrNull,
  })
  .meta({ id: 'Rectification', description: '更正申请' })
