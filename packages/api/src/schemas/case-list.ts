import { stateNames } from '@zhiqing/law'
import * as z from 'zod'
import { dayOrNull, reminders, textOrNull, viewFields } from './plain.js'

const limits = { usual: 50, most: 100 }
const states = Object.keys(stateNames) as [string, ...string[]]

/** Query of the list. Every value is a text; a parameter given twice is a list and so refused. */
export const listQuery = z.strictObject({
  after: z.string().max(200).optional().meta({ description: '上一页应答中的 next' }),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, { error: '应为1至100的整数' })
    .refine((text) => Number(text) <= limits.most, { error: '应为1至100的整数' })
    .optional()
    .meta({ description: '每页几件，1至100，默认50' }),
  state: z.enum(states).optional().meta({ description: '只列这个状态的' }),
  supervised: z.enum(['true', 'false'], { error: '应为 true 或者 false' }).optional().meta({
    description: 'true：所主管机关的案件，只对主管部门；不写的，有本机关案件的列本机关的',
  }),
  officer: z.string().max(60).optional().meta({ description: '只列这位经办人的' }),
})

export const limitOf = (text: string | undefined): number => (text === undefined ? limits.usual : Number(text))

const row = z
  .object({
    id: z.string(),
    number: textOrNull,
    version: z.int(),
    ...viewFields,
    receivedOn: dayOrNull,
    applicant: z.string().meta({ description: '申请人；自然人只显示姓' }),
    title: textOrNull,
    description: z.string().meta({ description: '申请内容的开头' }),
    officer: textOrNull,
    organ: z.object({ id: z.string(), name: z.string() }).meta({ description: '办理机关' }),
    reminders,
  })
  .meta({ id: 'CaseRow', description: '案件列表的一行' })

export const caseList = z.object({
  cases: z.array(row),
  next: textOrNull.meta({ description: '下一页的 after；没有下一页的为 null' }),
})
