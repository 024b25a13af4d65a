import * as z from 'zod'
import { article, dayOrNull, dayText, textOrNull } from './plain.js'

const words = z.string()
const list = z.array(words)
const optional = words.optional()

export const applicant = z
  .object({
    kind: words,
    name: words,
    idType: optional,
    idNumber: optional.meta({ description: '证件号码，中间以 * 遮盖' }),
    phone: optional,
    email: optional,
    address: optional,
    agent: optional,
  })
  .meta({ id: 'Applicant', description: '申请人' })

export const information = z.object({ description: words, title: optional, documentNumber: optional, period: optional })

export const form = z.object({
  medium: words,
  method: words,
  otherWay: z.boolean().optional().meta({ description: '无法按此提供时接受其他方式' }),
})

export const correction = z.object({
  items: list,
  periodWorkingDays: z.int(),
  requestedOn: dayText,
  late: z.boolean(),
  servedOn: dayOrNull,
  receivedOn: dayOrNull,
  content: textOrNull,
})

export const fee = z.object({
  basis: words,
  pages: z.int().nullable(),
  monthlyCount: z.int().nullable(),
  amount: z.int().meta({ description: '元' }),
  chargedOn: dayText,
  servedOn: dayOrNull,
  paidOn: dayOrNull,
})

export const reasons = z.object({
  months: z.int().nullable(),
  requests: z.int().nullable(),
  periodWorkingDays: z.int(),
  askedOn: dayText,
  servedOn: dayOrNull,
  receivedOn: dayOrNull,
  content: textOrNull,
  accepted: z.boolean().nullable(),
})

export const deferral = z.object({ until: dayText, reason: textOrNull, notifiedOn: dayText, formerDueOn: dayText })

export const withdrawnItems = z.object({ items: list, withdrawnOn: dayText })

export const consultation = z.object({
  id: words,
  kind: words,
  party: words,
  interest: textOrNull,
  state: words,
  dispatchedOn: dayText,
  servedOn: dayOrNull,
  endedOn: dayOrNull,
  opinion: textOrNull,
  reasons: textOrNull,
})

export const assistance = z.object({ id: words, unit: words, question: words, dueOn: dayOrNull, findings: textOrNull })

export const search = z.object({
  systems: list,
  keywords: list,
  period: textOrNull,
  people: list,
  found: z.boolean(),
  on: dayText,
})

export const discussion = z.object({ question: words, members: list, conclusion: textOrNull, on: dayText })

export const extension = z.object({
  workingDays: z.int(),
  reason: words,
  notifiedOn: dayText,
  formerDueOn: dayOrNull,
})

export const issuedLetter = z.object({
  n: z.int().meta({ description: '本案第几份文书，用于 letters/{n}.pdf' }),
  letter: words,
  documentNumber: textOrNull,
  consultation: textOrNull,
  issuedOn: dayText,
  servedOn: dayOrNull,
})

export const reply = z.object({
  signedOn: dayText,
  method: textOrNull,
  dispatchedOn: dayOrNull,
  enclosures: z.array(z.int()).optional().meta({ description: '随答复发出的材料，本案第几份' }),
  mailNumber: textOrNull,
  returnedOn: dayOrNull,
  servedOn: dayOrNull,
})

export const chase = z.object({ opinion: words, on: dayText })

export const supervision = z.object({
  id: words,
  order: words,
  article,
  orderedOn: dayText,
  dueOn: dayOrNull,
  answer: textOrNull,
  answeredOn: dayOrNull,
})

export const attachment = z.object({
  n: z.int().meta({ description: '本案第几份材料，用于 attachments/{n}' }),
  kind: words.meta({ description: '身份证明、委托书、缴费凭证、来件扫描件、意见、答复附件或者其他材料' }),
  name: words,
  mediaType: words,
  sha256: words,
  size: z.int().meta({ description: '字节' }),
  on: dayText,
  with: words.meta({ description: '随申请、补正、说明理由或者告知情况提交，或者由机关收录' }),
})

export const telling = z.object({ about: words, content: textOrNull, paidOn: dayOrNull, on: dayText })

export const suggestion = z.object({
  reasons: z
    .array(z.string())
    .meta({ description: 'publicInterest、widelyKnown、participation（条例第四十四条第二款）' }),
  statement: textOrNull,
  on: dayText,
})
