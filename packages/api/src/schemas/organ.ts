import { emailField } from '@zhiqing/casework'
import { channelNames, organTypes } from '@zhiqing/law'
import * as z from 'zod'
import { words } from './account.js'

const orNull = <Schema extends z.ZodType>(schema: Schema) => schema.nullable()

/** An address of the web and nothing else: it is printed, and pages link to it. */
const webAddress = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain, error: '应为网址，以 http:// 或者 https:// 开头' })
  .max(300)

const day = z.iso.date({ error: '应为存在的日期，格式 YYYY-MM-DD' })
const channels = Object.keys(channelNames) as [string, ...string[]]

export const organCode = z
  .string()
  .regex(/^[A-Z]{2,10}$/, { error: '2至10个大写字母' })
  .meta({ description: '机关代码，编入受理编号，建立后不能更改' })

const guide = z.strictObject({
  updatedOn: day.meta({ description: '指南更新的日期' }),
  categories: z.array(words(60)).max(50).meta({ description: '政府信息的分类' }),
  fax: orNull(words(40)).optional(),
  email: orNull(emailField).optional(),
})

/** Everything letters, remedies and pages print of an organ (rulebook R57–R59, 条例 12, 23). */
const fields = {
  name: words(60).meta({ description: '名称' }),
  type: z.enum(organTypes).meta({ description: '种类，决定复议机关和管辖法院' }),
  prefix: words(20).meta({ description: '文号的代字' }),
  department: words(60).meta({ description: '政府信息公开工作机构' }),
  address: words(100).meta({ description: '地址' }),
  postcode: z.string().regex(/^\d{6}$/, { error: '六位数字' }),
  telephone: words(40).meta({ description: '联系电话' }),
  hours: words(60).meta({ description: '办公时间' }),
  government: words(60).meta({ description: '本级人民政府（派出机关写设立它的人民政府）' }),
  higherGovernment: orNull(words(60)).meta({ description: '上一级人民政府' }),
  higherDepartment: orNull(words(60)).meta({ description: '上一级主管部门' }),
  localGovernment: orNull(words(60))
    .optional()
    .meta({ description: '派出机构所在地人民政府（直辖市、设区的市工作部门的派出机构填写，也可以向它申请复议）' }),
  reconsiderationOrgan: orNull(words(60)).meta({ description: '另行指定的复议机关；空的按种类推算' }),
  court: orNull(words(60)).meta({ description: '集中管辖的法院；空的写“有管辖权的人民法院”' }),
  reviewOnlineUrl: orNull(webAddress).meta({ description: '网上申请复议的网址' }),
  portalUrl: orNull(webAddress).meta({ description: '申请和查询的网址，印在回执上' }),
  waysToPay: orNull(words(500))
    .optional()
    .meta({ description: '信息处理费到哪里、怎样缴纳，印在收费通知书上；空的写通常的办法' }),
  channels: z.partialRecord(z.enum(channels), day).meta({ description: '公布的渠道和公布之日；当面、邮寄不用公布' }),
  disclosureUrl: orNull(webAddress).optional().meta({ description: '主动公开的网址' }),
  guide: guide.optional(),
}

const place = {
  supervisedBy: orNull(z.string().max(40))
    .optional()
    .meta({ description: '主管部门的机关代码，空的没有；由不属于任何机关的系统管理员设定，不填的不变' }),
  reason: words(200).meta({ description: '理由，记入安全日志' }),
}

export const newOrganBody = z.strictObject({ code: organCode, ...fields, ...place })
export const organBody = z.strictObject({ ...fields, ...place })

export const placedOrgan = z
  .object({
    code: z.string(),
    ...fields,
    guide: z.looseObject({}).optional(),
    localGovernment: z.string().nullable().optional(),
    waysToPay: z.string().nullable().optional(),
    disclosureUrl: z.string().nullable().optional(),
    reviewOnlineUrl: z.string().nullable(),
    portalUrl: z.string().nullable(),
    channels: z.record(z.string(), z.string()),
    supervisedBy: z.string().nullable(),
  })
  .meta({ id: 'PlacedOrgan', description: '一个机关的档案' })
export type PlacedOrganAnswer = z.infer<typeof placedOrgan>
