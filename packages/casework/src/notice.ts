import { checkNotice, type Notice } from '@zhiqing/law'
import * as z from 'zod'
import { faultWords } from './fault-words.js'

const day = z.iso.date({ error: '应为存在的日期，格式 YYYY-MM-DD' })
const words = (most: number) => z.string().min(1).max(most)
const namedDay = z.strictObject({ date: day, name: words(50) })
const paper = { number: words(60), title: words(200), issued: day }

/** More days than a year has rests. */
const mostDays = 150
const days = z.array(namedDay).max(mostDays)
const dates = z.array(day).max(mostDays)

const amendment = z.strictObject({
  ...paper,
  off_added: days,
  off_removed: dates,
  work_added: days,
  work_removed: days,
})

/** A holiday notice as files and programs hand it in: the format of `calendar/cn-YYYY.json`. */
export const noticeSchema = z.strictObject({
  year: z.int().min(2019).max(2100),
  notice: z.strictObject(paper),
  source: z.string().max(500).optional(),
  checkedOn: day.optional(),
  amendments: z.array(amendment).max(20),
  off: days.min(1),
  work: days,
})

/** What is wrong with a notice, and where. */
export interface NoticeFault {
  readonly path: string
  readonly zh: string
}

const faultsOf = (issue: z.core.$ZodIssue): NoticeFault[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), zh: '没有这个字段' }))
    : [{ path: issue.path.join('.'), zh: faultWords(issue) ?? issue.message }]

/** Reads a notice from plain data: shape first, then what it says; every fault at once. */
export const readNotice = (
  value: unknown,
): { readonly ok: true; readonly notice: Notice } | { readonly ok: false; readonly faults: readonly NoticeFault[] } => {
  const parsed = noticeSchema.safeParse(value)
  if (!parsed.success) return { ok: false, faults: parsed.error.issues.flatMap(faultsOf) }
  const notice = parsed.data as Notice
  const faults = checkNotice(notice).map((zh) => ({ path: '', zh }))
  return faults.length > 0 ? { ok: false, faults } : { ok: true, notice }
}
