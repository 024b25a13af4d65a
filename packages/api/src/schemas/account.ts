import { roleNames } from '@zhiqing/law'
import * as z from 'zod'

const role = z.enum(Object.keys(roleNames) as [string, ...string[]])
const when = z.string().meta({ format: 'date-time' })
/** No control characters: what is written down is one line. */
const plain = /^[^\p{Cc}\p{Surrogate}]*$/u
export const words = (most: number) =>
  z
    .string({ error: ({ input }) => (input === undefined ? '请填写' : '应为文字') })
    .min(1, { error: '请填写' })
    .max(most, { error: `最多${most}个字` })
    .regex(plain, { error: '不能换行，不能有控制字符' })

export const must = z
  .enum(['changePassword', 'enrolTotp'])
  .nullable()
  .meta({ description: '先要做的事：修改密码、绑定动态口令；做完之前其他接口不开放' })

const password = z.string().min(1).max(200)
export const totpCode = z.string().min(6).max(20).meta({ description: '六位动态口令，或者一个恢复码' })

export const accountState = z.object({
  name: z.string(),
  displayName: z.string(),
  organ: z.string().nullable(),
  roles: z.array(role),
  totp: z.boolean().meta({ description: '已经绑定动态口令' }),
  recoveryCodesLeft: z.int(),
  passwordSetAt: when,
  must,
})

export const passwordBody = z.strictObject({
  current: password.meta({ description: '现在的密码' }),
  next: password.meta({ description: '新密码' }),
})
export const renewedAnswer = z.object({
  token: z.string().meta({ description: '新的令牌；以前的全部失效' }),
  endsAt: when,
})

export const totpOfferBody = z.strictObject({ password })
export const totpOffer = z.object({
  secret: z.string().meta({ description: '种子，Base32；只在这里显示一次' }),
  uri: z.string(),
  svg: z.string().meta({ description: '同一内容的二维码，SVG' }),
})
export const totpConfirmBody = z.strictObject({ totp: totpCode })
export const totpConfirmed = renewedAnswer.extend({
  recoveryCodes: z.array(z.string()).meta({ description: '恢复码，各用一次；只在这里显示一次' }),
})

export const ownSession = z.object({
  id: z.string(),
  current: z.boolean(),
  beganAt: when,
  seenAt: when,
  endsAt: when,
  address: z.string().nullable(),
  program: z.string().nullable(),
})

export const staffRow = z
  .object({
    id: z.string(),
    organ: z.string().nullable(),
    name: z.string(),
    displayName: z.string(),
    roles: z.array(role),
    disabled: z.boolean(),
    totp: z.boolean(),
    mustChangePassword: z.boolean(),
    signOn: z.boolean().meta({ description: '已经关联统一身份认证' }),
  })
  .meta({ id: 'StaffRow', description: '一个人员' })

export const newStaffBody = z.strictObject({
  name: z
    .string({ error: '应为文字' })
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{1,39}$/u, { error: '2至40个字：文字、数字、点、横线' })
    .meta({ description: '登录用的用户名，全实例唯一' }),
  displayName: words(40).meta({ description: '姓名' }),
  organ: z.string().max(40).optional().meta({ description: '机关代码；不属于任何机关的管理员才需要填' }),
})
export const reasonBody = z.strictObject({ reason: words(200).meta({ description: '理由，记入安全日志' }) })
export const rolesBody = reasonBody.extend({ roles: z.array(role).max(14) })
export const joinBody = reasonBody.extend({
  sub: z
    .string({ error: '应为文字' })
    .regex(/^[\x20-\x7e]{1,255}$/, { error: '应为1至255个字母、数字或者符号' })
    .meta({ description: '统一身份认证平台给这个人的用户标识（sub），本系统只存它的密钥摘要' }),
})
export const oneTime = z.object({
  person: staffRow,
  password: z.string().meta({ description: '一次性密码，首次登录须修改；只在这里显示一次' }),
  until: when.meta({ description: '一次性密码到何时失效' }),
})

export const logRow = z
  .object({
    id: z.int(),
    at: when,
    organ: z.string().nullable(),
    name: z.string(),
    act: z.string(),
    actZh: z.string().meta({ description: '事项的中文名；没有中文名的是代码本身' }),
    result: z.string(),
    resultZh: z.string(),
    subject: z.string().nullable(),
    subjectZh: z.string().nullable().meta({ description: '对象，其中岗位、机关资料各栏的代码已经换成中文' }),
    caseId: z.string().nullable(),
    reason: z.string().nullable(),
    address: z.string().nullable(),
  })
  .meta({ id: 'SecurityLogRow', description: '安全日志的一行' })

export type AccountAnswer = z.infer<typeof accountState>
export type OwnSession = z.infer<typeof ownSession>
export type StaffRow = z.infer<typeof staffRow>
export type LogRow = z.infer<typeof logRow>
