import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { letterTemplatesFolder } from '@zhiqing/templates'
import { parse } from 'yaml'
import { z } from 'zod'
import { TemplateError } from '../faults.js'
import { commonFile, frontMatter, splitFile, type Variable } from './front-matter.js'

/** What a variable may hold: text, a 'YYYY-MM-DD' day, a number, yes or no, a list of texts. */
export type FieldValue = string | number | boolean | readonly string[] | null
export type Fields = { readonly [name: string]: FieldValue | undefined }

/** A letter's words, read and understood. `sha256` is of the file's bytes. */
export type Template = {
  readonly code: string
  readonly kind: string
  readonly name: string
  /** Liquid; a `|` of its own breaks the printed title. */
  readonly title: string
  readonly version: string
  readonly style: 'letter' | 'form'
  readonly variables: { readonly [name: string]: Variable }
  readonly sample: Fields
  readonly body: string
  readonly sha256: string
}

/** Folders of templates, the first that has a file wins: an organ's own folder goes before ours. */
export type Folders = readonly string[]

const ours: Folders = [letterTemplatesFolder]
const known = new Map<string, Template>()

/** Reads a template once. Throws TemplateError, in Chinese, for an unknown code or a broken head. */
export function loadTemplate(code: string, folders: Folders = ours): Template {
  const key = [code, ...folders].join('\n')
  const template = known.get(key) ?? readTemplate(code, folders)
  known.set(key, template)
  return template
}

/** All codes there are a template for, in order. */
export function templateCodes(folders: Folders = ours): string[] {
  const files = folders.filter((folder) => existsSync(folder)).flatMap((folder) => readdirSync(folder))
  return [...new Set(files.flatMap((file) => /^([A-Z]\d{2})\.md$/.exec(file)?.[1] ?? []))].sort()
}

function readTemplate(code: string, folders: Folders): Template {
  const path = /^[A-Z]\d{2}$/.test(code) ? firstPath(`${code}.md`, folders) : undefined
  if (!path) throw new TemplateError(`没有编号为“${code}”的文书模板`)
  const file = readFileSync(path)
  const split = understand(path, () => splitFile(file.toString('utf8')))
  if (!split) throw new TemplateError(`模板缺少以 --- 分隔的抬头：${path}`)
  const head = understand(path, () => frontMatter.parse(split.head))
  if (head.id !== code) throw new TemplateError(`模板的 id（${head.id}）与文件名不符：${path}`)
  const common = commonVariables(head.公共变量, folders)
  return {
    code,
    kind: head.kind,
    name: head.名称,
    title: head.标题,
    version: head.版本,
    style: head.版式 === '信函' ? 'letter' : 'form',
    variables: { ...common.variables, ...head.变量 },
    sample: { ...common.sample, ...head.样例数据 },
    body: split.body,
    sha256: createHash('sha256').update(file).digest('hex'),
  }
}

type Common = { variables: { [name: string]: Variable }; sample: { [name: string]: FieldValue } }

function commonVariables(names: readonly string[], folders: Folders): Common {
  const path = firstPath('common.yaml', folders)
  const declared = path ? understand(path, () => commonFile.parse(parse(readFileSync(path, 'utf8')))).公共变量 : {}
  const common: Common = { variables: {}, sample: {} }
  for (const name of names) {
    const { 样例: sample, ...variable } = declared[name] ?? {}
    if (sample === undefined) throw new TemplateError(`公共变量中没有“${name}”：${path ?? folders.join('、')}`)
    common.variables[name] = variable as Variable
    common.sample[name] = sample
  }
  return common
}

const firstPath = (file: string, folders: Folders): string | undefined =>
  folders.map((folder) => join(folder, file)).find((path) => existsSync(path))

/** Any complaint of the YAML or zod reader becomes one TemplateError that names the file. */
function understand<Value>(path: string, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
    throw new TemplateError(`模板读不通：${path}\n${reason}`)
  }
}
