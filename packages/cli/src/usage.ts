import { parseArgs } from 'node:util'

/** The caller used a command wrongly: exit 2, with the command's help. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

type Flags = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>

/** What the caller gave: flags by name, and operands. */
export interface GivenArgs<F extends Flags> {
  readonly values: { readonly [Name in keyof F]?: F[Name]['type'] extends 'boolean' ? boolean : string }
  readonly positionals: readonly string[]
}

/** Flags and operands of a command; an unknown flag is a UsageError in Chinese. */
export const readArgs = <const F extends Flags>(args: readonly string[], options: F): GivenArgs<F> => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true }) as unknown as GivenArgs<F>
  } catch (error) {
    throw new UsageError(`参数有误：${error instanceof Error ? error.message : String(error)}`)
  }
}

/** One JSON object a line: what programs read. */
export const printLine = (row: unknown): void => {
  process.stdout.write(`${JSON.stringify(row)}\n`)
}
