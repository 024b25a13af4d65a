import { type Day, type Role, roleNames } from '@zhiqing/law'
import * as z from 'zod'

/** Control characters except tab and line breaks, halves of characters, and marks that turn the direction of writing. */
const control = /(?![\t\n\r])\p{Cc}|\p{Surrogate}|[\u202a-\u202e\u2066-\u2069]/u
const oneLine = /^[^\r\n]*$/

/** A day that exists, as YYYY-MM-DD in Asia/Shanghai. */
export const dayField = z.iso.date({ error: '应为存在的日期，格式 YYYY-MM-DD' }) as unknown as z.ZodType<Day>

const clean = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => !control.test(text), { error: '含有不可打印的控制字符或者残缺字符' })

/** Free text of up to `most` characters; no control characters, no lone surrogates. */
export const longText = (most = 5000) => clean(most)

/** One line of text. */
export const text = (most = 200) => clean(most).regex(oneLine, { error: '不能换行' })

/** The name a caller gives to a consultation or an assistance, unique in its case. */
export const idField = z
  .string()
  .regex(/^[\p{L}\p{N}_-]{1,40}$/u, { error: '编号只能是字母、数字、汉字、下划线、连字符，最多40个字符' })

/** One mail address and nothing else: no list, no name, no line break (so no second recipient can hide in it). */
export const emailField = z
  .string()
  .max(254)
  .regex(
    /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/,
    { error: '不是一个电子邮箱地址' },
  )

/** A list of texts; how many are enough is a question of law, not of shape. */
export const texts = (most = 50) => z.array(text(500)).max(most)

const roles = Object.keys(roleNames) as [Role, ...Role[]]

/** The fields every command may carry beside its own. */
export const envelopeFields = {
  on: dayField.optional(),
  by: z.enum(roles).optional(),
  person: text(60).optional(),
}
