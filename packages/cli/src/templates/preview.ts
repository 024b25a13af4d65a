import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  FieldsError,
  type Folders,
  FontError,
  type Fonts,
  loadTemplate,
  MissingGlyphError,
  openFonts,
  printLetter,
  sampleFields,
  TemplateError,
  templateCodes,
} from '@zhiqing/letters'
import { readEnvironment } from '../environment.js'
import { OperatorFault } from '../operator-fault.js'
import { fileWords } from '../reading/file-words.js'
import { printLine, UsageError } from '../usage.js'
import { shelves } from './folders.js'
import { drawFirstPage, picturesPossible } from './pictures.js'

interface Order {
  readonly out: string
  readonly codes: readonly string[]
  readonly dir?: string
  readonly pictures?: boolean
  readonly json?: boolean
}

/** A code that could not be printed, and why; null where it was. */
type Outcome = { readonly code: string; readonly pages: number | null; readonly fault: string | null }

const chosen = (codes: readonly string[], folders: Folders): readonly string[] => {
  const all = templateCodes(folders)
  const unknown = codes.filter((code) => !all.includes(code))
  if (unknown.length > 0) throw new UsageError(`没有这些文书代码：${unknown.join('、')}`)
  return codes.length > 0 ? codes : all
}

const ours = [TemplateError, FieldsError, MissingGlyphError]

const printSample = async (code: string, out: string, tools: { fonts: Fonts; folders: Folders }): Promise<Outcome> => {
  try {
    const { pdf, pages } = await printLetter(code, sampleFields(loadTemplate(code, tools.folders)), tools)
    writeFileSync(join(out, `${code}.pdf`), pdf)
    return { code, pages, fault: null }
  } catch (error) {
    if (ours.some((known) => error instanceof known)) return { code, pages: null, fault: (error as Error).message }
    const words = fileWords(error)
    throw words ? new OperatorFault(`写不了 ${out}：${words}。`) : error
  }
}

const openFolder = (out: string): void => {
  try {
    mkdirSync(out, { recursive: true })
  } catch (error) {
    const words = fileWords(error)
    throw words ? new OperatorFault(`建不了文件夹 ${out}：${words}。`) : error
  }
}

/** How far it is, on a terminal only, in one line that is written over. */
const progress = (done: number, all: number): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${done}/${all}${done === all ? '\n' : ''}`)
}

const tell = ({ code, pages, fault }: Outcome, json: boolean | undefined): void => {
  if (json) printLine({ code, pages, fault })
  else if (fault) console.error(`${code}：${fault}`)
}

/** PDFs of the samples into a folder, and pictures of their first pages; exit 1 where one cannot be printed. */
export const preview = async (order: Order): Promise<number> => {
  const { folders } = shelves(order.dir)
  const codes = chosen(order.codes, folders)
  if (order.pictures && !picturesPossible())
    throw new OperatorFault('没有找到 pdftoppm，画不了图片：请安装 poppler-utils，或者去掉 --pictures。')
  openFolder(order.out)
  const fonts = await openFonts(readEnvironment(process.env).fonts).catch((error: unknown) => {
    throw error instanceof FontError ? new OperatorFault(error.message) : error
  })
  const results: Outcome[] = []
  for (const code of codes) {
    const result = await printSample(code, order.out, { fonts, folders })
    if (order.pictures && result.fault === null) drawFirstPage(join(order.out, `${code}.pdf`))
    tell(result, order.json)
    results.push(result)
    progress(results.length, codes.length)
  }
  const printed = results.filter(({ fault }) => fault === null)
  if (!order.json) console.log(`${order.out}：${printed.length}份文书的样例`)
  return printed.length === results.length ? 0 : 1
}
