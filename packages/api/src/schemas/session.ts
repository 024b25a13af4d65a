import { roleNames } from '@zhiqing/law'
import * as z from 'zod'
import { must, totpCode } from './account.js'

const roles = Object.keys(roleNames) as [string, ...string[]]

export const signInBody = z.strictObject({
  name: z.string().min(1).max(60).meta({ description: '用户名' }),
  password: z.string().min(1).max(200).meta({ description: '密码' }),
  totp: totpCode.optional(),
})

export const signInAnswer = z.object({
  token: z.string().meta({ description: '以 Authorization: Bearer 携带' }),
  person: z.object({
    name: z.string(),
    displayName: z.string(),
    organ: z.string().nullable(),
    roles: z.array(z.enum(roles)),
  }),
  must,
  endsAt: z.string().meta({ description: '登录最迟在何时失效', format: 'date-time' }),
})
