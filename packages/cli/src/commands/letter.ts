import { readFileSync, writeFileSync } from 'node:fs'
import {
  checkFields,
  FieldsError,
  fieldsJsonSchema,
  loadTemplate,
  MissingGlyphError,
  openFonts,
  printLetter,
  sampleFields,
  TemplateError,
} from '@zhiqing/letters'
import { parse } from 'yaml'
import { readEnvironment } from '../environment.js'
import type { CliCommand } from '../index.js'
import { readArgs, UsageError } from '../usage.js'

const help = `用法：
  zhiqing letter 文书代码 --data 文件 --out 文件.pdf    用给定内容打印（JSON 或 YAML，“-”为标准输入）
  zhiqing letter 文书代码 --sample --out 文件.pdf       用模板自带的样例打印
  zhiqing letter 文书代码 --data 文件 --check           只检查内容，不打印
  zhiqing letter 文书代码 --fields                      输出字段的 JSON Schema`

type Fields = Readonly<Record<string, never>>

const readFields = (file: string): unknown => {
  try {
    return parse(readFileSync(file === '-' ? 0 : file, 'utf8'))
  } catch (error) {
    throw new UsageError(`读不了 ${file}：${error instanceof Error ? error.message.split('\n')[0] : error}`)
  }
}

const complain = (messages: readonly string[]): number => {
  for (const message of messages) console.error(message)
  return 1
}

const print = async (code: string, fields: Fields, out: string): Promise<number> => {
  const fonts = await openFonts(readEnvironment(process.env).fonts)
  const { pdf, pages, sha256 } = await printLetter(code, fields, { fonts })
  writeFileSync(out, pdf)
  console.log(`${out}：${pages}页，${pdf.length}字节，sha256 ${sha256}`)
  return 0
}

const templateOf = (code: string) => {
  try {
    return loadTemplate(code)
  } catch (error) {
    if (error instanceof TemplateError) throw new UsageError(error.message)
    throw error
  }
}

/** `zhiqing letter` (contract §4): one letter from its fields. */
export const letter: CliCommand = {
  help,
  run: async (args) => {
    const { values, positionals } = readArgs(args, {
      data: { type: 'string' },
      out: { type: 'string' },
      fields: { type: 'boolean' },
      sample: { type: 'boolean' },
      check: { type: 'boolean' },
      json: { type: 'boolean' },
    })
    const [code] = positionals
    if (!code) throw new UsageError('请写明文书代码，例如 P01')
    const template = templateOf(code)
    if (values.fields) {
      console.log(JSON.stringify(fieldsJsonSchema(template), null, 2))
      return 0
    }
    if (!values.sample && !values.data) throw new UsageError('请给出 --data 文件，或者用 --sample')
    const fields = (values.sample ? sampleFields(template) : readFields(values.data as string)) as Fields
    const faults = checkFields(template, fields, await openFonts(readEnvironment(process.env).fonts))
    if (faults.length > 0) return complain(faults.map(({ message }) => message))
    if (values.check) {
      console.log('内容齐全，可以打印。')
      return 0
    }
    if (!values.out) throw new UsageError('请给出 --out 文件.pdf')
    try {
      return await print(code, fields, values.out)
    } catch (error) {
      if (error instanceof FieldsError || error instanceof MissingGlyphError) return complain([error.message])
      throw error
    }
  },
}
