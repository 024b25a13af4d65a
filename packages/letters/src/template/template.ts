import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { letterTemplatesFolder } from '@zhiqing/templates'
import { parse } from 'yaml'
import { z } from 'zod'
import { TemplateError } from '../faults.js'
import { type Clauses, clausesUsed, clauseTag, loadClauses } from './clauses.js'
import { fileAt } from './files.js'
import { commonFile, type FrontMatter, frontMatter, splitFile, type Variable } from './front-matter.js'

/** What a variable may hold: text, a 'YYYY-MM-DD' day, a number, yes or no, a list of texts. */
export type FieldValue = string | number | boolean | readonly string[] | null
export type Fields = { readonly [name: string]: FieldValue | undefined }

/**
 * A letter's words, read and understood. `sha256` is of the file's bytes, and where it uses clauses of those bytes and
 * the clauses' own hashes: of all that its words come from.
 */
export type Template = {
  readonly code: string
  readonly kind: string
  readonly name: string
  /** Liquid; a `|` of its own breaks the printed title. */
  readonly title: string
  readonly version: string
  /** 信函格式 or 文件格式 of GB/T 9704-2012, or a form, which has no red head. */
  readonly style: 'letter' | 'document' | 'form'
  readonly variables: { readonly [name: string]: Variable }
  readonly sample: Fields
  /** The articles it may cite, in full, as its head lists them. */
  readonly cites: readonly string[]
  readonly body: string
  /** The body with its clauses in place. */
  readonly words: string
  readonly clauses: Clauses
  /** Variables of our template of this code that an organ's own does not print; values for them are let go. */
  readonly leftOut: { readonly [name: string]: Variable }
  readonly sha256: string
}

/** Folders of templates, the first that has a file wins: an organ's own folder goes before ours. */
export type Folders = readonly string[]

const ours: Folders = [letterTemplatesFolder]

/** Where letters are looked for: in an organ's own folder (its `letters`, or itself), then among ours. */
export const foldersWith = (own: string | undefined): Folders =>
  own ? [...new Set([...ownFolders(own), ...ours])] : ours

/** The folders of letters of a folder laid out like ours, or of one that has them lying open. */
export const ownFolders = (own: string): Folders => {
  const letters = join(resolve(own), 'letters')
  return existsSync(letters) ? [letters] : [resolve(own)]
}
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

/** The file of a code, of the first folder that has one. Throws TemplateError for an unknown code. */
export function mainTemplate(code: string, folders: Folders): string {
  const path = /^[A-Z]\d{2}$/.test(code) ? firstPath(`${code}.md`, folders) : undefined
  if (!path) throw new TemplateError(`没有编号为“${code}”的文书模板`)
  return path
}

function readTemplate(code: string, folders: Folders): Template {
  const path = mainTemplate(code, folders)
  const file = fileAt(path) ?? Buffer.alloc(0)
  const split = understand(path, () => splitFile(file.toString('utf8')))
  if (!split) throw new TemplateError(`模板缺少以 --- 分隔的抬头：${path}`)
  const head = understand(path, () => frontMatter.parse(split.head))
  if (head.id !== code) throw new TemplateError(`模板的 id（${head.id}）与文件名不符：${path}`)
  return buildTemplate({ path, bytes: file, head, body: split.body }, folders)
}

/** A file's parts, once its head is understood. */
export type ReadFile = {
  readonly path: string
  readonly bytes: Uint8Array
  readonly head: FrontMatter
  readonly body: string
}

const styles = { 信函: 'letter', 文件: 'document', 表单: 'form' } as const

/** Puts a template together. Throws TemplateError for a common variable or a clause that cannot be had. */
export function buildTemplate({ path, bytes, head, body }: ReadFile, folders: Folders): Template {
  const common = commonVariables(head.公共变量, folders)
  const clauses = loadClauses(folders)
  const variables = { ...common.variables, ...head.变量 }
  return {
    code: head.id,
    kind: head.kind,
    name: head.名称,
    title: head.标题,
    version: head.版本,
    style: styles[head.版式],
    variables,
    sample: { ...common.sample, ...head.样例数据 },
    cites: head.法律依据,
    body,
    words: body.replace(clauseTag, (tag, name: string) => clauses(name)?.text ?? tag),
    clauses,
    leftOut: leftOut(head.id, path, variables),
    sha256: hashOf(bytes, clausesUsed(body), clauses),
  }
}

function hashOf(bytes: Uint8Array, used: readonly string[], clauses: Clauses): string {
  const hash = createHash('sha256').update(bytes)
  for (const name of [...used].sort()) hash.update(`\n条款 ${name} ${clauses(name)?.sha256 ?? ''}`)
  return hash.digest('hex')
}

/** Ours is what the program fills; a template of ours leaves out nothing. */
function leftOut(code: string, path: string, variables: { readonly [name: string]: Variable }) {
  const own = join(letterTemplatesFolder, `${code}.md`)
  if (resolve(path) === own || !existsSync(own)) return {}
  const filled = Object.entries(loadTemplate(code).variables)
  return Object.fromEntries(filled.filter(([name]) => !Object.hasOwn(variables, name)))
}

type Common = { variables: { [name: string]: Variable }; sample: { [name: string]: FieldValue } }

/** The variables of `common.yaml` that a head names, of the first folder that has one. */
function commonVariables(names: readonly string[], folders: Folders): Common {
  const declared = declaredInCommon(folders)
  const common: Common = { variables: {}, sample: {} }
  for (const name of names) {
    const { 样例: sample, ...variable } = declared[name] ?? {}
    if (sample === undefined) throw new TemplateError(`公共变量中没有“${name}”：${folders.join('、')}`)
    common.variables[name] = variable as Variable
    common.sample[name] = sample
  }
  return common
}

/** The names a head may put under 公共变量. */
export const commonNames = (folders: Folders): string[] => Object.keys(declaredInCommon(folders))

function declaredInCommon(folders: Folders) {
  const path = firstPath('common.yaml', folders)
  return path ? understand(path, () => commonFile.parse(parse(String(fileAt(path))))).公共变量 : {}
}

const firstPath = (file: string, folders: Folders): string | undefined =>
  folders.map((folder) => join(folder, file)).find((path) => fileAt(path))

/** Any complaint of the YAML or zod reader becomes one TemplateError that names the file. */
function understand<Value>(path: string, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
    throw new TemplateError(`模板读不通：${path}\n${reason}`)
  }
}
