import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** `zhiqing simulate` as a program sees it: arguments, standard input, lines that begin with `{`, exit code. */

const program = fileURLToPath(new URL('../../../packages/cli/bin/zhiqing.mjs', import.meta.url))
const folder = new URL('../../scenarios/', import.meta.url)

export const scenarioFile = (name: string): string => fileURLToPath(new URL(`${name}.yaml`, folder))

export interface Clock {
  readonly status: string
  readonly dueOn: string | null
  readonly remainingWorkingDays: number | null
  readonly overdue: boolean
  readonly provisional: boolean
}
export interface DueRow {
  readonly what: string
  readonly dueOn: string | null
  readonly article: string
  readonly provisional: boolean
}
export interface Refusal {
  readonly code: string
  readonly article: string
  readonly zh: string
  readonly permitted: readonly string[]
  readonly also: readonly { readonly code: string; readonly article: string; readonly zh: string }[]
}
export interface StepLine {
  readonly file?: string
  readonly step: number
  readonly on: string
  readonly do: string
  readonly ok: boolean
  readonly stage: string
  readonly state: string
  readonly clock: Clock
  readonly dueDates: readonly DueRow[]
  readonly letters: readonly string[]
  readonly warnings: readonly { readonly code: string; readonly zh: string }[]
  readonly refusal?: Refusal
}
export interface EndLine {
  readonly file?: string
  readonly end: true
  readonly outcome: string | null
  readonly reportLine: string | null
  readonly remedy: string | null
  readonly onTime: boolean | null
  readonly stage: string
  readonly remedies: { readonly reconsiderationBy: string | null; readonly litigationBy: string | null }
  readonly trace: readonly {
    readonly on: string
    readonly verb: string
    readonly article: string
    readonly zh: string
  }[]
}

export const simulate = (files: readonly string[], input = '', zone = 'America/New_York') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'simulate', ...files], {
    input,
    encoding: 'utf8',
    env: { ...process.env, TZ: zone },
  })
  const lines: (StepLine | EndLine)[] = stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
  const steps = lines.filter((line): line is StepLine => !('end' in line))
  const ends = lines.filter((line): line is EndLine => 'end' in line)
  return { status, stdout, stderr, lines, steps, ends, end: ends[0] as EndLine }
}
