import type { Day, Role } from '@zhiqing/law'
import * as z from 'zod'
import { type CommandName, commandNames, commandOf } from './commands/index.js'
import { faultWords } from './fault-words.js'
import { envelopeFields } from './fields.js'

z.config(z.locales.zhCN())

/** A fault of form: where in the input, and what is wrong, in Chinese. */
export interface Fault {
  readonly path: string
  readonly zh: string
}

/** A well-formed command: its own fields apart from those every command has. */
export interface Parsed {
  readonly ok: true
  readonly input: unknown
  readonly on: Day | undefined
  readonly by: Role | undefined
  readonly person: string | undefined
}

export type Parse = Parsed | { readonly ok: false; readonly faults: readonly Fault[] }

export const isCommandName = (name: string): name is CommandName => (commandNames as string[]).includes(name)

const envelope = z.object(envelopeFields)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type Issue = z.core.$ZodIssue

const depth = (issues: readonly Issue[]): number => Math.max(0, ...issues.map(({ path }) => path.length))

/** Of several shapes a command may take, the one that was meant: the fewest faults, and those deepest inside. */
const meant = (shapes: readonly (readonly Issue[])[]): readonly Issue[] =>
  shapes.toSorted((a, b) => a.length - b.length || depth(b) - depth(a))[0] ?? []

const wordsOf = (issue: Issue): Fault[] => {
  const at = issue.path.map(String)
  if (issue.code === 'invalid_union' && issue.errors.length > 0)
    return meant(issue.errors)
      .flatMap(wordsOf)
      .map(({ path, zh }) => ({ path: [...at, path].filter(Boolean).join('.'), zh }))
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...at, key].join('.'), zh: '没有这个字段' }))
  return [{ path: at.join('.'), zh: faultWords(issue) ?? issue.message }]
}

const faultsOf = (error: z.ZodError | undefined): Fault[] => error?.issues.flatMap(wordsOf) ?? []

/** Checks shape only, every fault at once: unknown fields, types, days that exist, lengths (contract §2). */
export const parseCommand = (name: CommandName, body: unknown): Parse => {
  if (!isRecord(body)) return { ok: false, faults: [{ path: '', zh: '应为一个对象' }] }
  const { on, by, person, ...own } = body
  const outer = envelope.safeParse({ on, by, person })
  const inner = commandOf(name).schema.safeParse(own)
  if (!outer.success || !inner.success)
    return { ok: false, faults: [...faultsOf(outer.error), ...faultsOf(inner.error)] }
  return { ok: true, input: inner.data, on: outer.data.on, by: outer.data.by, person: outer.data.person }
}
