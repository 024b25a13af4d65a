import { type FormRow, formats, forms, type PublishedReport, remedyGroups } from '@zhiqing/law'
import * as z from 'zod'

z.config(z.locales.zhCN())

const cell = z.int().min(0).nullable()
const lines = [...new Set(formats.flatMap((format) => forms[format].rows.map(({ line }: FormRow) => line)))] as [
  string,
  ...string[],
]
/** 表二: made, abolished, in force, as a row of three or by name; or one figure, 万元 with their fractions. */
const stock = z.union([
  z.array(z.number().nullable()).min(1).max(3),
  z
    .looseObject({ made: cell.optional(), abolished: cell.optional(), inForce: cell.optional() })
    .transform(({ made = null, abolished = null, inForce = null }) => [made, abolished, inForce]),
])

const tables = {
  organ: z.string().optional(),
  year: z.int().min(2008).max(2100),
  format: z.enum(formats),
  table3: z.partialRecord(
    z.enum(lines),
    z.array(cell).length(7, '应有7个数，依次为六类申请人和总计；没有填写的写 null'),
  ),
  table4: z
    .partialRecord(z.enum(remedyGroups), z.array(cell).length(5, '应有5个数，依次为维持、纠正、其他、尚未审结、总计'))
    .default({}),
  table2: z.record(z.string(), z.union([stock, z.number(), z.null()])).optional(),
  narrative: z.string().max(1_000_000).optional(),
}

/** What a report that this program built has besides; the check needs none of it. */
const ours = {
  title: z.string().optional(),
  parts: z.record(z.string(), z.string()).optional(),
  sources: z.record(z.string(), z.string()).optional(),
  fees: z.object({ amount: z.number(), cases: z.number() }).optional(),
  scope: z.string().optional(),
  edition: z.int().min(0).optional(),
  publishedOn: z.string().nullable().optional(),
  reason: z.string().optional(),
}

/** What a number grew or shrank by stands in the form of 2019 alone; elsewhere nothing is below nought. */
const belowNought = ({ format, table2 }: { format: string; table2?: Record<string, unknown> | undefined }): string[] =>
  Object.entries(format === '2019' ? {} : (table2 ?? {})).flatMap(([kind, cells]) =>
    [cells].flat().some((one) => typeof one === 'number' && one < 0) ? [kind] : [],
  )

const schema = z
  .strictObject({ ...tables, ...ours, previous: z.looseObject(tables).optional() })
  .superRefine((read, context) => {
    for (const kind of belowNought(read))
      context.addIssue({ code: 'custom', path: ['table2', kind], message: '不能是负数' })
  })

type Given = z.infer<typeof schema>

const onlyStocks = (table2: Given['table2']): PublishedReport['table2'] =>
  table2 &&
  Object.fromEntries(Object.entries(table2).flatMap(([kind, cells]) => (Array.isArray(cells) ? [[kind, cells]] : [])))

const reportOf = ({
  organ,
  year,
  format,
  table3,
  table4,
  table2,
  narrative,
  scope,
}: Pick<Given, keyof typeof tables> & { readonly scope?: string | undefined }): PublishedReport => ({
  ...{ year, format, table3, table4, narrative },
  organ: organ ?? '',
  table2: onlyStocks(table2),
  ...(scope ? { scope } : {}),
})

/** A published report as a file tells it (contract §4); every fault of the file at once. */
export const readPublishedReport = (
  value: unknown,
): { readonly report: PublishedReport } | { readonly faults: readonly string[] } => {
  const read = schema.safeParse(value)
  if (!read.success)
    return { faults: read.error.issues.map(({ path, message }) => `${path.join('.') || '文件'}：${message}`) }
  const { previous, ...own } = read.data
  return { report: { ...reportOf(own), previous: previous && reportOf(previous) } }
}
