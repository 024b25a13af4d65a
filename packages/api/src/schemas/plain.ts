import { dueNames, stageNames, stateNames } from '@zhiqing/law'
import * as z from 'zod'

/** A day in Asia/Shanghai. */
export const dayText = z.string().meta({ format: 'date', description: '日期，YYYY-MM-DD，东八区' })
export const dayOrNull = dayText.nullable()
export const textOrNull = z.string().nullable()
export const article = z
  .string()
  .meta({ description: '依据，如 ogi:33.2（政府信息公开条例第三十三条第二款）；practice 为惯例' })

const keysOf = <Key extends string>(names: Readonly<Record<Key, unknown>>) => Object.keys(names) as [Key, ...Key[]]

export const stage = z.enum(stageNames).meta({ description: '阶段' })
export const state = z.enum(keysOf(stateNames)).meta({ description: '状态' })

export const clock = z
  .object({
    status: z.enum(['none', 'running', 'stopped', 'suspended', 'ended']),
    dueOn: dayOrNull,
    remainingWorkingDays: z.int().nullable(),
    overdue: z.boolean(),
    provisional: z.boolean().meta({ description: '计入了尚未公布放假安排的日子' }),
  })
  .meta({ id: 'Clock', description: '答复期限的计算状态' })

export const dueDate = z
  .object({
    what: z.enum(keysOf(dueNames)),
    dueOn: dayOrNull.meta({ description: '起算文书尚未送达的为 null' }),
    article,
    provisional: z.boolean(),
    id: z.string().optional().meta({ description: '所属的征求意见或者协查' }),
  })
  .meta({ id: 'DueDate', description: '一项期限' })

/** A due day that a notice, or a step that might be done, moves. */
export const movedDue = z
  .object({
    what: z.enum(keysOf(dueNames)),
    id: z.string().optional(),
    from: dayOrNull.meta({ description: '原来的期限；原来没有的为 null' }),
    to: dayOrNull.meta({ description: '现在的期限；不再有的为 null' }),
  })
  .meta({ id: 'MovedDue', description: '变动的一项期限' })

export const traceRow = z
  .object({ on: dayText, verb: z.string(), article, zh: z.string() })
  .meta({ id: 'TraceRow', description: '期限计算的一步' })

/** What waits for somebody of the organ: chased and ordered by the supervising one. */
export const reminders = z.array(z.object({ code: z.string(), zh: z.string() })).meta({
  description: '主管部门的催办和还没有答复的督办',
})

/** The part every answer about a case has (contract §3). */
export const viewFields = { stage, state, clock, dueDates: z.array(dueDate) }
