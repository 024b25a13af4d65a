import { type FigureTwo, formats, kindsTwo, type PublishedReport, type ReportEntries } from '@zhiqing/law'
import * as z from 'zod'
import { readPublishedReport } from './published-report.js'

z.config(z.locales.zhCN())

/** 万元 are not always whole; what grew or shrank may be below nought. */
const figures: Readonly<Record<FigureTwo, z.ZodType<number | null>>> = {
  count: z.int().min(0).nullable(),
  change: z.int().nullable(),
  money: z.number().min(0).nullable(),
}

type Row = readonly FigureTwo[]
const tuple = (row: Row) => z.tuple(row.map((is) => figures[is]) as [z.ZodType<number | null>])

/** A kind has the figures of one form or of the other; which of them, the year tells when the report is published. */
const kinds = (): Record<string, z.ZodType> => {
  const rows = new Map<string, Row[]>()
  for (const { kind, figures: row } of formats.flatMap(kindsTwo))
    if (!rows.get(kind)?.some((one) => one.join() === row.join())) rows.set(kind, [...(rows.get(kind) ?? []), row])
  const schemaOf = ([first = [], other]: readonly Row[]) =>
    other ? z.union([tuple(first), tuple(other)]) : tuple(first)
  return Object.fromEntries([...rows].map(([kind, own]) => [kind, schemaOf(own.toReversed()).optional()]))
}

const words = z.string().max(100_000)

/** What people enter of a yearly report, and where they took it from; every field may be left for later. */
export const entriesSchema = z.strictObject({
  table2: z.strictObject(kinds()).default({}),
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
