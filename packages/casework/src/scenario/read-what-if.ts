import type { Day, Notice } from '@zhiqing/law'
import * as z from 'zod'
import { faultWords } from '../fault-words.js'
import { noticeSchema, readNotice } from '../notice.js'
import { type Fault, isCommandName, parseCommand } from '../parse.js'
import type { WhatIfEvent } from '../what-if.js'

const dayField = z.iso.date({ error: '应为存在的日期，格式 YYYY-MM-DD' })

/** A handful of steps is asked about, not a life. */
const mostEvents = 50

/** What may be asked; each event is read by its own command's schema. */
export const whatIfSchema = z.strictObject({
  events: z.array(z.looseObject({ on: dayField.optional(), do: z.string() })).max(mostEvents),
  notice: noticeSchema.optional(),
  asOf: dayField.optional(),
})

type Read =
  | {
      readonly ok: true
      readonly events: readonly WhatIfEvent[]
      readonly notice: Notice | undefined
      readonly asOf: Day | undefined
    }
  | { readonly ok: false; readonly faults: readonly Fault[] }

type Given = { readonly do: string; readonly on?: string | undefined; readonly [field: string]: unknown }

const eventOf = ({ do: name, ...body }: Given, i: number): { event: WhatIfEvent } | { faults: Fault[] } => {
  const at = (field: string): string => ['events', i, field].filter((one) => one !== '').join('.')
  if (!isCommandName(name)) return { faults: [{ path: at('do'), zh: `没有“${name}”这个动作` }] }
  const parsed = parseCommand(name, body)
  if (!parsed.ok) return { faults: parsed.faults.map(({ path, zh }) => ({ path: at(path), zh })) }
  const { on, by, person, input } = parsed
  return { event: { on, do: name, by, person, input } }
}

const issueFaults = (issue: z.core.$ZodIssue): Fault[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), zh: '没有这个字段' }))
    : [{ path: issue.path.join('.'), zh: faultWords(issue) ?? issue.message }]

/** Reads a question from plain data; every fault at once, with its path. */
export const readWhatIf = (value: unknown): Read => {
  const parsed = whatIfSchema.safeParse(value)
  if (!parsed.success) return { ok: false, faults: parsed.error.issues.flatMap(issueFaults) }
  const read = parsed.data.events.map(eventOf)
  const notice = parsed.data.notice === undefined ? undefined : readNotice(parsed.data.notice)
  const faults = [
    ...read.flatMap((one) => ('faults' in one ? one.faults : [])),
    ...(notice && !notice.ok ? notice.faults.map(({ zh }) => ({ path: 'notice', zh })) : []),
  ]
  if (faults.length > 0) return { ok: false, faults }
  return {
    ok: true,
    events: read.flatMap((one) => ('event' in one ? one.event : [])),
    notice: notice?.ok ? notice.notice : undefined,
    asOf: parsed.data.asOf as Day | undefined,
  }
}
