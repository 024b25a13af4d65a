import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import {
  checkFields,
  editLetter,
  FieldsError,
  FontError,
  type Fonts,
  fieldsJsonSchema,
  foldersWith,
  loadTemplate,
  MissingGlyphError,
  openFonts,
  printLetter,
  sampleFields,
  type Template,
  TemplateError,
} from '@zhiqing/letters'
import type { CliCommand } from '../command.js'
import { readEnvironment } from '../environment.js'
import { printBatch } from '../letters/batch.js'
import { OperatorFault } from '../operator-fault.js'
import { fileWords } from '../reading/file-words.js'
import { readFrom } from '../reading/read-from.js'
import { readYaml } from '../reading/yaml-words.js'
import { readArgs, UsageError } from '../usage.js'

const help = `用法：
  zhiqing letter 文书代码 --data 文件 --out 文件.pdf    用给定内容打印（JSON 或 YAML，“-”为标准输入）
  zhiqing letter 文书代码 --sample --out 文件.pdf       用模板自带的样例打印
  zhiqing letter 文书代码 …… --out 文件.docx            同一份文书，供 Word、WPS 编辑的副本
  zhiqing letter 文书代码 --data 文件 --check           只检查内容，不打印
  zhiqing letter 文书代码 --data 多份.jsonl --out 文件夹 [--json]
                                                       一行一份，文件名是代码加行号；有误的行指明，其余照印
  zhiqing letter 文书代码 --fields                      输出字段的 JSON Schema

一行一份：--data 的文件名以 .jsonl 结尾，或者加 --batch（从标准输入读时）。`

type Given = Readonly<Record<string, never>>

const complain = (messages: readonly string[]): number => {
  for (const message of messages) console.error(message)
  return 1
}

const write = (out: string, bytes: Uint8Array): void => {
  try {
    writeFileSync(out, bytes)
  } catch (error) {
    const words = fileWords(error)
    throw words ? new OperatorFault(`写不了 ${out}：${words}。请先建立文件夹，或者用 --out 另指一个文件。`) : error
  }
}

/** The fonts of this machine; a configured one that cannot be used is the operator's to mend. */
const fontsHere = (): Promise<Fonts> =>
  openFonts(readEnvironment(process.env).fonts).catch((error: unknown) => {
    throw error instanceof FontError ? new OperatorFault(error.message) : error
  })

/** Where letters are found here: the organ's own before ours. */
const foldersHere = () => foldersWith(readEnvironment(process.env).templatesDir)

const print = async (code: string, fields: Given, out: string): Promise<number> => {
  const { pdf, pages, sha256 } = await printLetter(code, fields, { fonts: await fontsHere(), folders: foldersHere() })
  write(out, pdf)
  console.log(`${out}：${pages}页，${pdf.length}字节，sha256 ${sha256}`)
  return 0
}

const copy = async (code: string, fields: Given, out: string): Promise<number> => {
  const { docx } = await editLetter(code, fields, { fonts: await fontsHere(), folders: foldersHere() })
  write(out, docx)
  const sha256 = createHash('sha256').update(docx).digest('hex')
  console.log(`${out}：可编辑副本，${docx.length}字节，sha256 ${sha256}`)
  return 0
}

/** By the name of the file: a copy to be edited, or the letter. */
const writerFor = (out: string): typeof print => (extname(out).toLowerCase() === '.docx' ? copy : print)

const templateOf = (code: string) => {
  try {
    return loadTemplate(code, foldersHere())
  } catch (error) {
    if (error instanceof TemplateError) throw new UsageError(error.message)
    throw error
  }
}

type Many = { readonly data: string; readonly out?: string; readonly check?: boolean; readonly json?: boolean }

const printMany = async (template: Template, { data, out, check, json = false }: Many): Promise<number> => {
  if (!out && !check) throw new UsageError('请给出 --out 文件夹')
  const where = { folders: foldersHere(), fonts: await fontsHere() }
  return printBatch({ template, ...where, data, out: check ? undefined : out, json })
}

/** `zhiqing letter` (contract §4): one letter from its fields, or one from each line of a file. */
export const letter: CliCommand = {
  help,
  run: async (args) => {
    const { values, positionals } = readArgs(args, {
      data: { type: 'string' },
      out: { type: 'string' },
      fields: { type: 'boolean' },
      sample: { type: 'boolean' },
      check: { type: 'boolean' },
      batch: { type: 'boolean' },
      json: { type: 'boolean' },
    })
    const [code] = positionals
    if (!code) throw new UsageError('请写明文书代码，例如 P01')
    const template = templateOf(code)
    if (values.fields) {
      console.log(JSON.stringify(fieldsJsonSchema(template), null, 2))
      return 0
    }
    if (values.data && (values.batch || values.data.endsWith('.jsonl')))
      return printMany(template, { ...values, data: values.data })
    if (!values.sample && !values.data) throw new UsageError('请给出 --data 文件，或者用 --sample')
    const fields = (values.sample ? sampleFields(template) : readFrom(values.data as string, readYaml)) as Given
    const faults = checkFields(template, fields, await fontsHere())
    if (faults.length > 0) return complain(faults.map(({ message }) => message))
    if (values.check) {
      console.log('内容齐全，可以打印。')
      return 0
    }
    if (!values.out) throw new UsageError('请给出 --out 文件.pdf 或者 --out 文件.docx')
    try {
      return await writerFor(values.out)(code, fields, values.out)
    } catch (error) {
      const ours = [FieldsError, MissingGlyphError, TemplateError].some((known) => error instanceof known)
      if (ours) return complain([(error as Error).message])
      throw error
    }
  },
}
