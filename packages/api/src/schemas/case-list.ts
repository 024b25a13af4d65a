import { type DueKind, dueNames, stateNames } from '@zhiqing/law'
import * as z from 'zod'
import { colours } from '../view/colour.js'
import { dayOrNull, dayText, reminders, textOrNull, viewFields } from './plain.js'

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
  colour: z.enum(colours, { error: '应为 red、yellow、blue 或者 grey' }).optional().meta({
    description:
      '只列这一种期限的，期限近的在前，限于在办的和有复议诉讼期限的：red 今天到期或者已过，yellow 还剩三个工作日以内，blue 更晚，grey 没有期限',
  }),
  sort: z.enum(['newest', 'due'], { error: '应为 newest 或者 due' }).optional().meta({
    description: 'newest（默认）：新收的在前，全部案件；due：期限近的在前，只列在办的和有复议诉讼期限的',
  }),
  mine: z.enum(['true', 'false'], { error: '应为 true 或者 false' }).optional().meta({
    description: 'true：只列等登录人办理的（本人经办的、到了本人这一环节的），期限近的在前',
  }),
  q: z.string().trim().min(1, { error: '请填写要查找的字词' }).max(100).optional().meta({
    description: '编号、文号、邮件号码、申请人、申请内容中含有这些字的；两个字也可以',
  }),
})

export const limitOf = (text: string | undefined): number => (text === undefined ? limits.usual : Number(text))

export const row = z
  .object({
    id: z.string(),
    number: textOrNull,
    drill: z.boolean().optional().meta({ description: '演练：不计入任何统计' }),
    version: z.int(),
    ...viewFields,
    receivedOn: dayOrNull,
    applicant: z.string().meta({ description: '申请人；自然人只显示姓' }),
    title: textOrNull,
    description: z.string().meta({ description: '申请内容的开头' }),
    officer: textOrNull,
    next: z
      .object({
        what: z.enum(Object.keys(dueNames) as [DueKind, ...DueKind[]]),
        dueOn: dayText,
        left: z.int().meta({ description: '今天以后到期限还有几个工作日；当天为0，过了为负' }),
      })
      .nullable()
      .meta({ description: '最近的一项要办的期限；没有的为 null' }),
    colour: z.enum(colours).meta({ description: '这一期限还剩多少：见查询参数 colour' }),
    organ: z.object({ id: z.string(), name: z.string() }).meta({ description: '办理机关' }),
    reminders,
  })
  .meta({ id: 'CaseRow', description: '案件列表的一行' })

export const caseList = z.object({
  cases: z.array(row),
  next: textOrNull.meta({ description: '下一页的 after；没有下一页的为 null' }),
})

export type CaseRow = z.infer<typeof row>
export type CaseList = z.infer<typeof caseList>
