import { noticeKindNames } from '@zhiqing/casework'
import { dueNames, handInStages } from '@zhiqing/law'
import * as z from 'zod'
import { dayText, movedDue, state, textOrNull } from './plain.js'

const keysOf = <Key extends string>(names: Readonly<Record<Key, unknown>>) => Object.keys(names) as [Key, ...Key[]]

export const noticeKind = z.enum(noticeKindNames as [(typeof noticeKindNames)[number], ...typeof noticeKindNames])
const isNew = z.boolean().meta({ description: '上次看过以后才有的' })

const news = z.object({
  caseId: z.string(),
  version: z.int().meta({ description: '台账的第几行' }),
  kind: noticeKind,
  zh: z.string(),
  number: textOrNull,
  state: state.meta({ description: '案件现在的状态' }),
  at: z.string().meta({ format: 'date-time', description: '记入台账的时刻' }),
  on: dayText,
  isNew,
  moved: z.array(movedDue).meta({ description: '放假安排变动的期限' }),
})

const day = z.object({
  caseId: z.string(),
  number: textOrNull,
  what: z.enum(keysOf(dueNames)),
  on: dayText,
  kind: z.enum(['dueSoon', 'overdue']),
  zh: z.string(),
  isNew,
})

const report = z.object({
  organ: z.string(),
  name: z.string(),
  year: z.int(),
  by: dayText.meta({ description: '内部期限' }),
  stage: z.enum(keysOf(handInStages)),
  zh: z.string(),
  isNew,
})

export const noticesAnswer = z
  .object({
    news: z.array(news),
    next: textOrNull.meta({ description: '下一页，作为 after' }),
    days: z.array(day).meta({ description: '将至和已过的期限，近的在前' }),
    reports: z.array(report).meta({ description: '还没有公布的年度报告' }),
    through: z.string().meta({ description: '看过以后原样交回 POST /notices/read' }),
  })
  .meta({ id: 'Notices', description: '与登录人有关的新情况' })
export type NoticesAnswer = z.infer<typeof noticesAnswer>

export const unreadAnswer = z.object({
  unread: z.int().meta({ description: '没有看过的件数，最多数到100' }),
})
export type UnreadAnswer = z.infer<typeof unreadAnswer>

export const noticesQuery = z.strictObject({
  after: z.string().max(200).optional(),
  limit: z
    .string()
    .regex(/^(?:[1-9]|[1-9]\d|100)$/, { error: '应为1至100的整数' })
    .optional(),
})

export const readBody = z.strictObject({
  through: z.string().max(200).meta({ description: 'GET /notices 的 through' }),
})
