import { TemplateError } from '../faults.js'
import type { Block } from './block.js'
import { requireFields } from './check.js'
import { chineseDay } from './chinese-day.js'
import { renderTemplate } from './liquid.js'
import { unwrapValues } from './marks.js'
import { readMarkup } from './markup.js'
import type { Fields, Template } from './template.js'

/** Words and fields to blocks. Throws FieldsError with every fault, TemplateError when the words themselves are wrong. */
export function composeLetter(template: Template, fields: Fields): Block[] {
  requireFields(template, fields)
  const title: Block = { kind: 'title', lines: titleLines(renderTemplate(template, 'title', fields)) }
  const signature = { organ: textOf(fields.机关名称), date: chineseDay(textOf(fields.成文日期)) }
  const body = readMarkup(renderTemplate(template, 'body', fields), signature)
  if (body.some((block) => block.kind === 'signOff')) requireSignature(template)
  if (template.style === 'form') return [title, ...body]
  requireSignature(template)
  const format = formatOf(template, fields)
  const head: Block = { kind: 'head', organ: signature.organ, number: textOf(fields.文号) || null, format }
  return [head, title, ...(format === 'document' ? withImprint(body, fields, signature) : body)]
}

/** The organ's choice, which stands in the letter's own fields, before the template's. */
const formatOf = (template: Template, { 版式: chosen }: Fields): 'letter' | 'document' => {
  if (chosen === '文件' || chosen === '信函') return chosen === '文件' ? 'document' : 'letter'
  return template.style === 'document' ? 'document' : 'letter'
}

/** 版记 of 文件格式: printed by the organ's office on the day of the letter (GB/T 9704-2012 7.4.3). */
function withImprint(
  body: readonly Block[],
  fields: Fields,
  { organ, date }: { organ: string; date: string },
): Block[] {
  const copies = body.find((block) => block.kind === 'imprint')?.copies ?? null
  const office = textOf(fields.印发机关) || textOf(fields.联系部门)
  const by = office.startsWith(organ) ? office : `${organ}${office}`
  return [...body.filter((block) => block.kind !== 'imprint'), { kind: 'imprint', copies, printed: { by, on: date } }]
}

/** The title in one line, for the document's properties. */
export const plainTitle = (template: Template, fields: Fields): string =>
  titleLines(renderTemplate(template, 'title', fields)).join('')

/** The template's own `|` breaks the title; one inside a value does not. */
const titleLines = (title: string): string[] => title.split('|').map((line) => unwrapValues(line).trim())

const textOf = (value: Fields[string]): string => (typeof value === 'string' ? value : '')

function requireSignature(template: Template): void {
  for (const name of ['机关名称', '成文日期']) {
    if (!template.variables[name]) throw new TemplateError(`文书模板 ${template.code} 要落款，须声明“${name}”`)
  }
}
