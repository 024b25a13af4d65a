import { labelSheets } from '@zhiqing/letters'
import * as z from 'zod'

const line = (most: number) =>
  z
    .string()
    .max(most, { error: `最长${most}字` })
    .regex(/^[^\r\n]*$/, { error: '不能换行' })

const sheets = Object.keys(labelSheets) as [keyof typeof labelSheets, ...(keyof typeof labelSheets)[]]

/** What POST /mailings takes. */
export const mailingBody = z.strictObject({
  paper: z.enum(['labels', 'ems']).meta({ description: 'labels：标签；ems：邮政特快专递邮寄单，每件一页' }),
  letters: z
    .array(
      z.strictObject({
        case: z.string().max(60).meta({ description: '案件的 id' }),
        letter: z.int().min(1).max(9999).optional().meta({ description: '本案第几份文书；不填为最近送出的一份' }),
        to: z.int().min(1).max(200).optional().meta({ description: '第几个收件人；不填为全部' }),
        name: line(200).optional().meta({ description: '收件人，改写本案所记的' }),
        address: line(200).optional().meta({ description: '收件地址；第三方、其他机关的案件里没有，须填' }),
        postcode: z
          .string()
          .regex(/^\d{6}$/, { error: '应为六位数字' })
          .optional(),
        phone: line(60).optional(),
      }),
    )
    .min(1)
    .max(100),
  sheet: z.enum(sheets).optional().meta({ description: '标签纸：2x4（每张8格，不填为此）或者 2x7（每张14格）' }),
  skip: z.int().min(0).max(50).optional().meta({ description: '第一张标签纸已经用掉的格数' }),
})
export type MailingBody = z.infer<typeof mailingBody>
