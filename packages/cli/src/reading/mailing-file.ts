import type { Parcel } from '@zhiqing/casework'
import type { Organ } from '@zhiqing/law'
import * as z from 'zod'
import { UsageError } from '../usage.js'

z.config(z.locales.zhCN())

const line = z.string().trim().min(1).max(200)
const postcode = z.string().regex(/^\d{6}$/, '应为六位数字，请加引号')

const schema = z.strictObject({
  sender: z.strictObject({
    name: line,
    department: line.optional(),
    address: line,
    postcode: postcode.optional(),
    telephone: line.optional(),
  }),
  letters: z
    .array(
      z.strictObject({
        name: line,
        address: line,
        postcode: postcode.optional(),
        phone: line.optional(),
        contents: line.optional(),
        number: line.optional(),
        mailNumber: line.optional(),
      }),
    )
    .min(1)
    .max(1000),
})

export type Sender = Pick<Organ, 'name' | 'department' | 'address' | 'postcode' | 'telephone'>

/** A list of envelopes that comes from no case: the sender and each addressee. Throws UsageError with every fault. */
export const mailingFile = (value: unknown): { sender: Sender; parcels: Parcel[] } => {
  const read = schema.safeParse(value)
  if (!read.success)
    throw new UsageError(
      read.error.issues.map(({ path, message }) => `${path.join('.') || '名单'}：${message}`).join('\n'),
    )
  const { sender, letters } = read.data
  const { name, address, department = name, postcode: code = '', telephone = '' } = sender
  return {
    sender: { name, address, department, postcode: code, telephone },
    parcels: letters.map((one) => ({
      name: one.name,
      address: one.address,
      postcode: one.postcode ?? null,
      phone: one.phone ?? null,
      contents: one.contents ?? '',
      number: one.number ?? '',
      mailNumber: one.mailNumber ?? null,
    })),
  }
}
