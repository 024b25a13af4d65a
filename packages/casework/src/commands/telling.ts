import { inChinese } from '@zhiqing/law'
import * as z from 'zod'
import { attachmentFields, attachmentsField } from '../attachment.js'
import type { Case } from '../case.js'
import { command, unless } from '../command.js'
import { dayField, longText } from '../fields.js'
import { refuse } from '../refusal.js'
import { notAfterAct } from './days.js'

/** What applicants have to tell besides what the law names. */
export const tellings = {
  notReceived: '没有收到文书',
  paid: '已经缴费',
  other: '补充情况或者材料',
} as const
export type TellingKind = keyof typeof tellings

const kinds = Object.keys(tellings) as [TellingKind, ...TellingKind[]]

const schema = z.strictObject({
  about: z.enum(kinds),
  content: longText(2000).optional(),
  paidOn: dayField.optional(),
  attachments: attachmentsField.optional(),
})

type Input = z.infer<typeof schema>

const awaitsFee = ({ fee }: Case): boolean => fee !== null && fee.paidOn === null

const isEmpty = ({ about, content, attachments = [] }: Input): boolean =>
  about === 'other' && !content?.trim() && attachments.length === 0

/**
 * 申请人告知情况: that a letter was not received (rulebook R62), that the fee is paid (R46), or a paper that was missing
 * (R18). It is filed and shown to the office; no day moves: the office checks, sends anew, or records the payment.
 */
export const tellOrgan = command<Input>({
  zh: '申请人告知情况',
  article: 'practice',
  schema,
  begins: ['ApplicantTold'],
  decide: (input, current, office) => {
    const { about, content, paidOn, attachments } = input
    const charged = current.fee?.chargedOn
    return unless(
      [
        isEmpty(input) && refuse('tellingEmpty'),
        about === 'paid' && !awaitsFee(current) && refuse('nothingToPay'),
        about === 'paid' && notAfterAct('缴费日期', paidOn, office),
        about === 'paid' &&
          paidOn !== undefined &&
          charged !== undefined &&
          paidOn < charged &&
          refuse('dayTooEarly', { field: '缴费日期', day: paidOn, what: '收费通知之日', limit: charged }),
      ],
      () => [{ type: 'ApplicantTold', about, content, paidOn, ...attachmentFields(attachments) }],
      about === 'paid'
        ? [
            {
              code: 'paymentTold',
              zh: `申请人告知已经${paidOn ? `于${inChinese(paidOn)}` : ''}缴费，请核对到账后记录缴费`,
            },
          ]
        : [],
    )
  },
})
