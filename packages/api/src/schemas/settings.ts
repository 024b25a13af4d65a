import * as z from 'zod'
import { dayOrNull, dayText, textOrNull } from './plain.js'

const set = z.object({
  value: z.unknown().meta({ description: '设定的值；null 为恢复默认' }),
  from: dayText.meta({ description: '自哪一天起' }),
  reason: z.string(),
  by: textOrNull,
  at: z.string().meta({ description: '设定的时刻' }),
})

export const setting = z
  .object({
    name: z.string(),
    zh: z.string(),
    rule: z.string().meta({ description: '规则编号' }),
    reading: z.string().meta({ description: '我们怎样理解这条规则' }),
    allowed: z.looseObject({ kind: z.string(), zh: z.string() }).meta({ description: '可以设为什么' }),
    usual: z.unknown().meta({ description: '默认' }),
    value: z.unknown().meta({ description: '今天有效的值' }),
    since: dayOrNull.meta({ description: '自哪一天起有效；一直是默认的为 null' }),
    history: z.array(set).meta({ description: '历次设定，先设的在前；将来才生效的也在内' }),
  })
  .meta({ id: 'Setting', description: '机关的一项设置' })

/** How the house reads what is open, where no organ sets it otherwise. */
export const fixedReading = z
  .object({
    rule: z.string().meta({ description: '规则编号' }),
    zh: z.string(),
    reading: z.string().meta({ description: '我们怎样理解这条规则' }),
    why: z.string().meta({ description: '为什么不作为设置' }),
  })
  .meta({ id: 'FixedReading', description: '一项固定的读法：法律没有写明，也不由机关设定' })

const most = 500
/** No control characters: the words are kept as they are. */
const plain = /^[^\p{Cc}\p{Surrogate}]*$/u

export const settingBody = z.strictObject({
  value: z.unknown().meta({ description: '见各项的 allowed；null 为恢复默认' }),
  from: z.iso
    .date({ error: '应为存在的日期，格式 YYYY-MM-DD' })
    .optional()
    .meta({ description: '自哪一天起；不填为今天，不能早于今天' }),
  reason: z
    .string({ error: '应为文字' })
    .max(most, { error: `最多${most}个字` })
    .regex(plain, { error: '不能换行，不能有控制字符' }),
})

export type SettingAnswer = z.infer<typeof setting>
export type FixedReadingAnswer = z.infer<typeof fixedReading>
