import { decisionKinds, feeKind, type PublishedReport, type ReportEntries, stockKinds } from '@zhiqing/law'
import * as z from 'zod'
import { readPublishedReport } from './published-report.js'

z.config(z.locales.zhCN())

const count = z.int().min(0).nullable()
const stock = z.tuple([count, count, count])
const words = z.string().max(100_000)

/** What people enter of a yearly report, and where they took it from; every field may be left for later. */
export const entriesSchema = z.strictObject({
  table2: z
    .strictObject({
      ...Object.fromEntries(stockKinds.map((kind) => [kind, stock.optional()])),
      ...Object.fromEntries(decisionKinds.map((kind) => [kind, z.tuple([count]).optional()])),
      // 万元, and so not always whole.
      [feeKind]: z.tuple([z.number().min(0).nullable()]).optional(),
    })
    .default({}),
  parts: z
    .strictObject({ overview: words.default(''), problems: words.default(''), other: words.default('') })
    .default({ overview: '', problems: '', other: '' }),
  sources: z.record(z.string().max(60), z.string().max(500)).default({}),
  /** Last year's report, where this program did not publish it. */
  previous: z.looseObject({}).optional(),
})

type Faults = { readonly faults: readonly { readonly path: string; readonly zh: string }[] }

const previousOf = (given: unknown): { readonly previous?: PublishedReport } | Faults => {
  if (given === undefined) return {}
  const read = readPublishedReport(given)
  return 'faults' in read ? { faults: read.faults.map((zh) => ({ path: 'previous', zh })) } : { previous: read.report }
}

/** Entries as a file or a request tells them; every fault at once. Last year's figures want their source (rulebook R93). */
export const readEntries = (value: unknown): { readonly entries: ReportEntries } | Faults => {
  const read = entriesSchema.safeParse(value)
  if (!read.success)
    return { faults: read.error.issues.map(({ path, message }) => ({ path: path.join('.'), zh: message })) }
  const { previous, ...own } = read.data
  const before = previousOf(previous)
  if ('faults' in before) return before
  if (before.previous && !own.sources.previous?.trim())
    return { faults: [{ path: 'sources.previous', zh: '填写了上年报告的，请写明它的来源' }] }
  return { entries: { ...(own as ReportEntries), ...before } }
}
