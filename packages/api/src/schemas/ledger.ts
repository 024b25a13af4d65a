import * as z from 'zod'
import { article, dayOrNull, dayText, dueDate, textOrNull, traceRow } from './plain.js'

/** The ledger of a case: facts in order, each with the hash of the chain up to it. */
export const ledger = z.object({
  facts: z.array(
    z.object({
      version: z.int(),
      fact: z.looseObject({ type: z.string(), on: dayText, role: z.string() }),
      zh: z.string().meta({ description: '这一条是什么' }),
      details: z.array(z.object({ name: z.string(), zh: z.string() })).meta({ description: '各栏的中文名和内容' }),
      recordedAt: z.string(),
      hash: z.string().meta({ description: '到这一条为止的散列链，SHA-256，十六进制' }),
      erased: z.boolean().meta({ description: '文字已依法删除，摘要仍在' }),
    }),
  ),
})

const countedDay = z.object({
  on: dayText,
  counted: z.int().nullable().meta({ description: '第几个工作日；不计入的为 null' }),
  why: z.enum(['working', 'rest', 'consultation']),
  name: textOrNull,
  article,
  provisional: z.boolean(),
})

const status = z.string()

export const traceAnswer = z.object({
  status,
  anchor: dayOrNull,
  dueOn: dayOrNull,
  trace: z.array(traceRow),
  days: z.array(countedDay).meta({ description: '从起算日的次日到期限届满日，逐日说明' }),
  dueDates: z.array(dueDate),
  strict: z
    .object({ status, dueOn: dayOrNull, provisional: z.boolean(), trace: z.array(traceRow) })
    .meta({ description: '从严计算' }),
})

export type Ledger = z.infer<typeof ledger>
export type TraceAnswer = z.infer<typeof traceAnswer>
