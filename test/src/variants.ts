import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { composeLetter, type Fields, foldersWith, loadTemplate, sampleFields, type Template } from '@zhiqing/letters'

/*
 * The fields that take a letter through every branch of its words. A copy of the words with a mark of its own in each
 * branch tells which branches some fields reach; a condition must be seen both met and not met.
 */

const templates = new URL('../../templates/', import.meta.url).pathname
const opens = /\{%-? *(?:if|unless|elsif|else|when|for)\b[^%]*%\}/g
/** Tags whose branch may be left out: with no `else`, not being there is the other way. */
const mark = (n: number): string => `〈支${n}〉`

/** The words with a mark after each tag that opens a branch; `marks` grows by what was put in. */
const marked = (text: string, marks: string[], where: string): string => {
  const cut = text.indexOf('\n---', 3)
  const body = text.slice(cut).replace(opens, (tag) => {
    marks.push(`${where}: ${tag}`)
    return tag + mark(marks.length - 1)
  })
  return text.slice(0, cut) + body
}

/** A folder like ours with a mark in every branch; which tag each mark stands after. */
export const markedWords = (folder: string): string[] => {
  const marks: string[] = []
  for (const kind of ['letters', 'clauses']) {
    mkdirSync(join(folder, kind), { recursive: true })
    for (const file of readdirSync(join(templates, kind)).filter((name) => /\.(md|yaml)$/.test(name))) {
      const text = readFileSync(join(templates, kind, file), 'utf8')
      writeFileSync(join(folder, kind, file), file.endsWith('.md') ? marked(text, marks, file) : text)
    }
  }
  return marks
}

/** Branches that these fields reach, by number. */
export const reached = (code: string, fields: Fields, folder: string): Set<number> => {
  const blocks = JSON.stringify(composeLetter(loadTemplate(code, foldersWith(folder)), fields))
  return new Set([...blocks.matchAll(/〈支(\d+)〉/g)].map(([, n]) => Number(n)))
}

const citation = '《中华人民共和国政府信息公开条例》第三十六条第（一）项'

/** A value that is found nowhere else in the letter. */
const filler = (name: string, kind: Template['variables'][string]['类型'], place: number): Fields[string] => {
  const values = {
    文本: `补填的${name}`,
    长文: `补填的一段${name}`,
    日期: `2024-${String(1 + (place % 12)).padStart(2, '0')}-${String(1 + (place % 28)).padStart(2, '0')}`,
    数字: 700 + place,
    是否: true,
    列表: [`补填的${name}一`, `补填的${name}二`],
    引用: [citation],
  }
  return values[kind]
}

const emptied = ({ variables, sample }: Template): Fields =>
  Object.fromEntries(
    Object.entries(sample).map(([name, value]) => {
      if (variables[name]?.可空) return [name, null]
      return [name, Array.isArray(value) ? value.slice(0, 1) : value]
    }),
  )

const filled = ({ variables, sample }: Template): Fields =>
  Object.fromEntries(
    Object.entries(variables).map(([name, { 类型: kind }], place) => {
      const value = sample[name]
      if (value === null || value === undefined || value === '') return [name, filler(name, kind, place)]
      const short = Array.isArray(value) && value.length < 2 && kind === '列表'
      return [name, short ? [...value, `补填的另一项${name}`] : value]
    }),
  )

/** Every value that the words compare a variable with. */
const choices = (template: Template): [string, string][] => {
  const equal = [...template.words.matchAll(/(\p{Script=Han}+) *== *['"]([^'"]+)['"]/gu)]
  const cases = [...template.words.matchAll(/\{% *case (\p{Script=Han}+) *%\}([\s\S]*?)\{% *endcase/gu)]
  return [
    ...equal.map(([, name = '', value = '']): [string, string] => [name, value]),
    ...cases.flatMap(([, name = '', inside = '']) =>
      [...inside.matchAll(/when *['"]([^'"]+)['"]/g)].map(([, value = '']): [string, string] => [name, value]),
    ),
    ...[...equal, ...cases].map(([, name = '']): [string, string] => [name, '别的']),
  ]
}

const candidates = (template: Template): Fields[] => {
  const sample = sampleFields(template)
  const [none, all] = [emptied(template), filled(template)]
  const nullable = Object.keys(template.variables).filter((name) => template.variables[name]?.可空)
  const booleans = Object.keys(template.variables).filter((name) => template.variables[name]?.类型 === '是否')
  const bases = [sample, all, none]
  return [
    ...bases,
    ...booleans.flatMap((name) => bases.map((base) => ({ ...base, [name]: base[name] !== true }))),
    ...choices(template).flatMap(([name, value]) => bases.map((base) => ({ ...base, [name]: value }))),
    ...nullable.flatMap((name) => [
      { ...all, [name]: null },
      { ...none, [name]: all[name] },
    ]),
  ]
}

export interface Variant {
  readonly code: string
  readonly fields: Fields
  readonly sample: boolean
}

/** The sample of a letter, and as many other fields as it takes to see each branch entered and passed by. */
export const variantsOf = (
  code: string,
  folder: string,
): { variants: Variant[]; seen: ReadonlyMap<number, Set<boolean>> } => {
  const template = loadTemplate(code)
  const tried = candidates(template).map((fields) => ({ fields, met: reached(code, fields, folder) }))
  const branches = [...new Set(tried.flatMap(({ met }) => [...met]))]
  const seen = new Map(branches.map((branch) => [branch, new Set<boolean>()]))
  const variants: Variant[] = []
  for (const [i, { fields, met }] of tried.entries()) {
    const fresh = branches.filter((branch) => !seen.get(branch)?.has(met.has(branch)))
    for (const branch of fresh) seen.get(branch)?.add(met.has(branch))
    if (i === 0 || fresh.length > 0) variants.push({ code, fields, sample: i === 0 })
  }
  return { variants, seen }
}
