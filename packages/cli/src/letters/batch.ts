import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  checkFields,
  type Fields,
  FieldsError,
  type Fonts,
  MissingGlyphError,
  printLetter,
  type Template,
  TemplateError,
} from '@zhiqing/letters'
import { OperatorFault } from '../operator-fault.js'
import { fileWords } from '../reading/file-words.js'
import { readJson } from '../reading/json-words.js'
import { printLine } from '../usage.js'
import { type Line, linesOf } from './lines.js'
import { openProgress } from './progress.js'

/** Letters of one code, the fields of each on a line of `data`. Without `out` they are only checked. */
export interface Batch {
  readonly template: Template
  readonly folders: readonly string[]
  readonly fonts: Fonts
  readonly data: string
  readonly out: string | undefined
  readonly json: boolean
}

/** What became of a line: the letter's file, or what is wrong with it. */
type Row =
  | {
      readonly line: number
      readonly file: string
      readonly pages: number
      readonly bytes: number
      readonly sha256: string
    }
  | { readonly line: number; readonly ok: true }
  | { readonly line: number; readonly error: string }

const orFault = <T>(folder: string, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    const words = fileWords(error)
    throw words ? new OperatorFault(`写不了 ${folder}：${words}`) : error
  }
}

/** Under another name until it is whole: who is interrupted leaves no half letter. */
const keep = (folder: string, file: string, pdf: Uint8Array): void =>
  orFault(folder, () => {
    mkdirSync(folder, { recursive: true })
    const part = join(folder, `.${file}.part`)
    writeFileSync(part, pdf)
    renameSync(part, join(folder, file))
  })

const print = async (fields: Fields, line: number, { template, folders, fonts }: Batch, out: string): Promise<Row> => {
  const { pdf, pages, sha256 } = await printLetter(template.code, fields, { fonts, folders })
  const file = `${template.code}-${String(line).padStart(5, '0')}.pdf`
  keep(out, file, pdf)
  return { line, file, pages, bytes: pdf.length, sha256 }
}

const isWordsFault = (error: unknown): error is Error =>
  [SyntaxError, FieldsError, MissingGlyphError, TemplateError].some((known) => error instanceof known)

/** One letter; a fault of its words is the line's, any other ends the batch. */
const rowOf = async ({ number: line, text }: Line, batch: Batch): Promise<Row> => {
  try {
    const fields = readJson(text) as Fields
    if (batch.out !== undefined) return await print(fields, line, batch, batch.out)
    const faults = checkFields(batch.template, fields, batch.fonts)
    return faults.length > 0 ? { line, error: faults.map(({ message }) => message).join('；') } : { line, ok: true }
  } catch (error) {
    if (!isWordsFault(error)) throw error
    return { line, error: error.message.replace(/^第1行/u, '') }
  }
}

/**
 * Prints one letter a line, in files named by code and line, so that a second run over the same lines makes the same
 * files. A line at fault is named and the others are made; exit 1 then.
 */
export const printBatch = async (batch: Batch): Promise<number> => {
  const { out, json, data } = batch
  const progress = openProgress()
  let [made, bad] = [0, 0]
  for await (const line of linesOf(data)) {
    const row = await rowOf(line, batch)
    if ('error' in row) bad += 1
    else made += 1
    if (json) printLine(row)
    else if ('error' in row) {
      progress.end()
      console.error(`第${row.line}行：${row.error}`)
    }
    progress.tell(`已${out === undefined ? '检查' : '印'}${made + bad}份`)
  }
  progress.end()
  const done = out === undefined ? `${made}份可以打印` : `${made}份已印到 ${out}`
  if (!json) console.log(`${done}${bad > 0 ? `，${bad}行有误` : ''}。`)
  return bad > 0 ? 1 : 0
}
