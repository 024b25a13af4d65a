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
  const rendered = renderTemplate(template, fields)
  const title: Block = { kind: 'title', lines: titleLines(rendered.title) }
  const signature = { organ: textOf(fields.机关名称), date: chineseDay(textOf(fields.成文日期)) }
  const body = readMarkup(rendered.body, signature)
  if (body.some((block) => block.kind === 'signOff')) requireSignature(template)
  if (template.style === 'form') return [title, ...body]
  requireSignature(template)
  return [{ kind: 'head', organ: signature.organ, number: textOf(fields.文号) || null }, title, ...body]
}

/** The title in one line, for the document's properties. */
export const plainTitle = (template: Template, fields: Fields): string =>
  titleLines(renderTemplate(template, fields).title).join('')

/** The template's own `|` breaks the title; one inside a value does not. */
const titleLines = (title: string): string[] => title.split('|').map((line) => unwrapValues(line).trim())

const textOf = (value: Fields[string]): string => (typeof value === 'string' ? value : '')

function requireSignature(template: Template): void {
  for (const name of ['机关名称', '成文日期']) {
    if (!template.variables[name]) throw new TemplateError(`文书模板 ${template.code} 要落款，须声明“${name}”`)
  }
}
