import * as z from 'zod'
import { article, dayOrNull, dayText, textOrNull } from '../../schemas/plain.js'
import { changedSchema } from './changed.js'

const cells = z.array(z.int().nullable())

const line = z.object({
  line: z.string().meta({ description: '表三的行，或者表四的组' }),
  zh: z.string(),
  cells: cells.meta({ description: '表三七列：六类申请人和总计；表四五列：维持、纠正、其他、尚未审结、总计' }),
})

const sheetCell = z.object({
  text: z.string(),
  across: z.int().optional(),
  down: z.int().optional(),
  head: z.boolean().optional(),
  align: z.string().optional(),
  figure: z.string().optional().meta({ description: '数字的名称：“行 列”，用来打开背后的案件' }),
})

const sheet = z
  .object({
    title: z.string(),
    widths: z.array(z.number()),
    heads: z.int().meta({ description: '表头的行数' }),
    rows: z.array(z.array(sheetCell)),
  })
  .meta({ id: 'Sheet', description: '国家统一格式的一张表，逐行逐格，合并的单元格写明跨几列、几行' })

const previous = z
  .object({
    year: z.int(),
    from: z.enum(['edition', 'entries']).meta({ description: '本系统公布的，或者人工填写的' }),
    edition: z.int().nullable(),
    publishedOn: dayOrNull,
    sha256: textOrNull,
    source: textOrNull.meta({ description: '人工填写的，写明的来源' }),
    carriedOn: cells.meta({ description: '结转下年度继续办理，七列；本年的上年结转应当与它一致' }),
  })
  .nullable()
  .meta({ description: '上年的报告；没有的为 null，不核对上年结转' })

const place = z.object({ kind: z.string(), from: z.string(), to: z.string() }).nullable()

export const edition = z.object({
  edition: z.int(),
  publishedOn: dayText,
  publishedBy: textOrNull,
  reason: textOrNull,
  sha256: z.string().meta({ description: '冻结时的 SHA-256' }),
})

const refusal = z.object({ code: z.string(), kind: z.string(), article, zh: z.string() })

export const reportSchema = z
  .object({
    organ: z.string(),
    organs: z.array(z.string()),
    kind: z
      .enum(['own', 'sum'])
      .meta({ description: 'own：本机关的；sum：连同所主管的机关的汇总，草稿和各版与本机关的分开' }),
    year: z.int(),
    title: z.string(),
    editions: z.array(edition),
    draft: z
      .object({
        openedOn: dayText,
        openedBy: textOrNull,
        entries: z.looseObject({}).meta({ description: '草稿中人工填写的部分，原样' }),
      })
      .nullable(),
    previous,
    sheets: z.object({ two: sheet, three: sheet, four: sheet }),
    table2: z.record(z.string(), z.array(z.number().nullable())),
    proposed: z.record(z.string(), z.array(z.number().nullable())).nullable().meta({
      description:
        '汇总：各机关公布（没有公布的，草稿）的表二之和，有机关没有填写的为 null；在汇总中另填的代替它。本机关的为 null',
    }),
    table3: z.array(line),
    table4: z.array(line),
    parts: z.object({ overview: z.string(), problems: z.string(), other: z.string() }),
    sources: z.record(z.string(), z.string()),
    fees: z.object({ amount: z.number(), cases: z.int() }),
    scope: textOrNull.meta({ description: '统计范围的说明：本年有哪些申请不在表中；全年都在的为 null' }),
    identities: z.array(z.object({ rule: z.string(), zh: z.string(), holds: z.boolean() })),
    findings: z.array(z.looseObject({ rule: z.string(), where: z.string(), level: z.string(), zh: z.string() })),
    against: z.array(refusal),
    changed: changedSchema,
    moved: z.array(z.object({ id: z.string(), number: textOrNull, before: place, after: place })),
    doubles: z.array(
      z.object({
        organ: z.string(),
        caseId: z.string(),
        number: textOrNull,
        group: z.string(),
        suit: textOrNull,
      }),
    ),
  })
  .meta({ id: 'YearReport', description: '一年的年度报告' })

export type YearReportAnswer = z.infer<typeof reportSchema>

export const caseBehind = z.object({
  organ: z.string(),
  name: z.string().meta({ description: '机关的名称' }),
  id: z.string(),
  number: textOrNull,
  receivedOn: dayText,
  closedOn: dayOrNull,
  state: z.string(),
  remedy: z.string().optional().meta({ description: '表四：本案中的复议、诉讼' }),
})
