import { type ParseArgsConfig, parseArgs } from 'node:util'

/** The caller used a command wrongly: exit 2, with the command's help. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Flags and operands of a command; an unknown flag is a UsageError in Chinese. */
export const readArgs = <T extends ParseArgsConfig['options']>(args: readonly string[], options: T) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(`参数有误：${error instanceof Error ? error.message : String(error)}`)
  }
}

/** One JSON object a line: what programs read. */
export const printLine = (row: unknown): void => {
  process.stdout.write(`${JSON.stringify(row)}\n`)
}
