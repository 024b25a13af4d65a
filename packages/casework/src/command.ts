import type { ArticleRef, Role } from '@zhiqing/law'
import type { RequestFact } from '@zhiqing/workflows'
import type * as z from 'zod'
import type { Case } from './case.js'
import type { FactData, FactType } from './facts.js'
import type { Office } from './office.js'
import type { Refusal, Warning } from './refusal.js'

/** A fact as a command makes it; day, role and person are put on by {@link decide}. */
export type NewFact = { readonly [T in FactType]: { readonly type: T } & FactData[T] }[FactType]

/** What a command comes to: facts, or refusals (then nothing happens); warnings either way. */
export interface Verdict {
  readonly facts: readonly NewFact[]
  readonly refusals: readonly Refusal[]
  readonly warnings: readonly Warning[]
  /** The first fact of every case that begins beside this one (rulebook T39). */
  readonly children?: readonly NewFact[] | undefined
}

/** Facts only. */
export const done = (facts: readonly NewFact[], warnings: readonly Warning[] = []): Verdict => ({
  facts,
  refusals: [],
  warnings,
})

/** Facts unless something refuses; every refusal at once. */
export const unless = (
  refusals: readonly (Refusal | false | undefined | null)[],
  facts: () => readonly NewFact[],
  warnings: readonly Warning[] = [],
): Verdict => {
  const found = refusals.filter((one): one is Refusal => Boolean(one))
  return found.length > 0 ? { facts: [], refusals: found, warnings: [] } : { facts: facts(), refusals: [], warnings }
}

/** One thing people do: its words, its fields, and what it comes to; whose it is stands in `rights.ts`. One file a command. */
export interface Command<Input> {
  readonly zh: string
  readonly article: ArticleRef
  /** Shape only; every limit of the law is a refusal. */
  readonly schema: z.ZodType<Input>
  /** Names another usual role for this input, e.g. the office head for an override. */
  readonly usual?: (input: Input) => Role
  /** The only roles of the table that may with this input, e.g. the head for an override. */
  readonly only?: (input: Input) => readonly Role[] | undefined
  /** The command is open where the machine takes one of these facts. */
  readonly begins: readonly RequestFact[]
  /** Narrows where the command makes sense, e.g. an opinion where somebody was asked. */
  readonly offered?: (current: Case, office: Pick<Office, 'settings'>) => boolean
  /** Why it is not open now, in words of its own; left out, the state and what is open instead are told. */
  readonly notNow?: (current: Case, office: Pick<Office, 'calendar' | 'settings'>) => Refusal | undefined
  /** The first act after registration accepts the form (contract §2). */
  readonly acceptsForm?: boolean
  readonly decide: (input: Input, current: Case, office: Office) => Verdict
}

/** Declares a command with its input inferred from the schema. */
export const command = <Input>(spec: Command<Input>): Command<Input> => spec
