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

/** What Node says of wrong arguments, in Chinese; its own words only where they are new to us. */
const argumentWords = ({ code, message }: NodeJS.ErrnoException): string => {
  const flag = /'(-[^ '=]+)/.exec(message)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有 ${flag} 这个选项`
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `参数有误（${message}）`
  if (/does not take/.test(message)) return `选项 ${flag} 后面不跟内容`
  return /ambiguous/.test(message)
    ? `选项 ${flag} 后面没有写内容；内容以“-”开头的，请写成 ${flag}=内容`
    : `选项 ${flag} 后面没有写内容`
}

/** Flags and operands of a command; an unknown flag is a UsageError in Chinese. */
export const readArgs = <const F extends Flags>(args: readonly string[], options: F): GivenArgs<F> => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true }) as unknown as GivenArgs<F>
  } catch (error) {
    throw new UsageError(argumentWords(error as NodeJS.ErrnoException))
  }
}

/** One JSON object a line: what programs read. */
export const printLine = (row: unknown): void => {
  process.stdout.write(`${JSON.stringify(row)}\n`)
}
