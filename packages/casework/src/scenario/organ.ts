import { type Organ, organTypes } from '@zhiqing/law'
import * as z from 'zod'

/** The organ of a scenario that names none. */
export const scenarioOrgan: Organ = {
  name: '青禾县自然资源局',
  type: 'countyDepartment',
  prefix: '青自然资',
  code: 'QHZR',
  department: '办公室',
  address: '青禾县青禾镇人民路1号',
  postcode: '000000',
  telephone: '0000-0000001',
  hours: '工作日 9:00—17:00',
  government: '青禾县人民政府',
  higherGovernment: '青禾市人民政府',
  higherDepartment: '青禾市自然资源局',
  reconsiderationOrgan: null,
  court: '青禾县人民法院',
  reviewOnlineUrl: 'https://xzfy.example.gov.cn',
  portalUrl: null,
  channels: { online: '2019-05-15', email: '2019-05-15', fax: '2019-05-15' },
}

const words = z.string().min(1).max(200)

/** What a scenario may say of its organ; the rest is the demo organ's. */
export const organSchema = z.strictObject({
  name: words,
  type: z.enum(organTypes),
  prefix: words.optional(),
  code: z
    .string()
    .regex(/^[A-Z0-9]{1,12}$/)
    .optional(),
  government: words.optional(),
  higherGovernment: words.nullable().optional(),
  higherDepartment: words.nullable().optional(),
  localGovernment: words.nullable().optional(),
  reconsiderationOrgan: words.nullable().optional(),
  court: words.nullable().optional(),
  reviewOnlineUrl: words.nullable().optional(),
})
