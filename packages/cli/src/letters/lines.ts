import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { fileWords } from '../reading/file-words.js'
import { UsageError } from '../usage.js'

/** A line that says something, by its number in the file. */
export interface Line {
  readonly number: number
  readonly text: string
}

const unreadable = (file: string, error: unknown): unknown => {
  const words = fileWords(error)
  return words ? new UsageError(`读不了 ${file}：${words}`) : error
}

async function* textsOf(file: string): AsyncIterable<string> {
  if (file === '-') return yield* createInterface({ input: process.stdin })
  const handle = await open(file).catch((error: unknown) => {
    throw unreadable(file, error)
  })
  try {
    if ((await handle.stat()).isDirectory()) throw new UsageError(`读不了 ${file}：这是文件夹，不是文件`)
    yield* handle.readLines()
  } finally {
    await handle.close()
  }
}

/** The lines of a file (`-`: standard input) one by one, blank ones left out; a UsageError when it cannot be read. */
export async function* linesOf(file: string): AsyncGenerator<Line> {
  let number = 0
  for await (const text of textsOf(file)) {
    number += 1
    const said = text.replace(/^\ufeff/u, '').trim()
    if (said) yield { number, text: said }
  }
}
