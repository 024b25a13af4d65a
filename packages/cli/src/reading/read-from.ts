import { readFileSync } from 'node:fs'
import { UsageError } from '../usage.js'
import { fileWords } from './file-words.js'

/** The value in a file (`-`: standard input), as `parse` reads it; a UsageError in Chinese when it cannot be read. */
export const readFrom = (file: string, parse: (text: string) => unknown): unknown => {
  try {
    return parse(readFileSync(file === '-' ? 0 : file, 'utf8'))
  } catch (error) {
    const words = error instanceof SyntaxError ? error.message : fileWords(error)
    if (!words) throw error
    throw new UsageError(`读不了 ${file === '-' ? '标准输入' : file}：${words}`)
  }
}
