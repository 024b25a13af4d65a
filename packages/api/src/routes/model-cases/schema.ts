import { type ModelSummary, summaryWords } from '@zhiqing/casework'
import type { ModelCase } from '@zhiqing/db'
import * as z from 'zod'
import { dayOrNull, dayText, textOrNull } from '../../schemas/plain.js'

const summary = z
  .object({
    kind: z.string(),
    channel: z.string(),
    receivedIn: z.string().meta({ description: '收到的月份' }),
    outcome: z.string(),
    basis: z.array(z.string()),
    days: z.int().meta({ description: '收到至办结的自然日' }),
    corrected: z.boolean(),
    extended: z.boolean(),
    thirdParties: z.int(),
    remedies: z.array(z.object({ group: z.string(), column: z.string() })),
  })
  .meta({ description: '由字段生成，没有任何人写的话' })

export const modelCase = z
  .object({
    organ: z.string(),
    name: z.string().meta({ description: '机关的名称' }),
    id: z.string(),
    caseId: textOrNull.meta({ description: '背后的案件；只对本机关能看案件的人' }),
    summary,
    zh: z.string().meta({ description: '摘要的文字' }),
    story: textOrNull.meta({ description: '案情，推荐人改写并确认过' }),
    point: textOrNull.meta({ description: '典型意义' }),
    proposedOn: dayText,
    approvedOn: dayOrNull.meta({ description: '没有审核的为 null' }),
    ended: z
      .object({ act: z.enum(['withdrawn', 'rejected']), reason: z.string(), on: dayText })
      .nullable()
      .meta({
        description: '审核以后撤回的（withdrawn）、没有审核通过退回的（rejected），只对本机关；案情、典型意义已经删除',
      }),
  })
  .meta({ id: 'ModelCase', description: '典型案例' })
export type ModelCaseAnswer = z.infer<typeof modelCase>

/** Who works in the organ may go back to the case; nobody else learns which it was. */
export const modelView = (one: ModelCase, own: boolean, nameOf: (organ: string) => string): ModelCaseAnswer => ({
  organ: one.organ,
  name: nameOf(one.organ),
  id: one.id,
  caseId: own ? one.caseId : null,
  summary: { ...one.summary, basis: [...one.summary.basis], remedies: [...one.summary.remedies] },
  zh: summaryWords(one.summary as ModelSummary),
  story: one.story,
  point: one.point,
  proposedOn: one.proposedOn,
  approvedOn: one.approvedOn,
  ended: own ? one.ended : null,
})
