import type { Template as LiquidNode } from 'liquidjs'
import { TemplateError } from '../faults.js'
import { allVariables, engineOf, inChinese } from './engine.js'
import type { Fields, Template } from './template.js'

const parsed = new WeakMap<Template, { title: LiquidNode[]; body: LiquidNode[] }>()

/** The title or the body with the values in place, each value wrapped. Throws TemplateError for words that do not parse or name an unknown variable. */
export function renderTemplate(template: Template, part: 'title' | 'body', fields: Fields): string {
  const scope = Object.fromEntries(Object.keys(template.variables).map((name) => [name, presentValue(fields[name])]))
  return withCode(template, () => {
    const words = parsed.get(template) ?? parseWords(template)
    return engineOf(template.clauses).renderSync(words[part], scope)
  })
}

/** The names the words use: for the check that holds them against the declared ones. Tags count as their variables. */
export function usedVariables(template: Template): Set<string> {
  const { title, body } = withCode(template, () => parseWords(template))
  return new Set([...allVariables([...title, ...body]).keys(), ...impliedVariables(template)])
}

/** What the letterhead, the signature and the remedy print, though no `{{ }}` names it. */
export const impliedVariables = ({ style, variables, words }: Template): string[] => [
  ...(style !== 'form' ? ['机关名称', '成文日期'] : []),
  ...(/\{%-?\s*救济告知/.test(words) ? ['救济告知'] : []),
  ...(/\{%-?\s*落款/.test(words) ? ['机关名称', '成文日期'] : []),
  ...(style !== 'form' && variables.文号 ? ['文号'] : []),
]

/** Liquid counts an empty text as true: an absent, empty or blank value is null, so that `{% if %}` reads as staff expect. */
const presentValue = (value: Fields[string]): Fields[string] =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value

function parseWords(template: Template): { title: LiquidNode[]; body: LiquidNode[] } {
  const engine = engineOf(template.clauses)
  const words = { title: engine.parse(template.title), body: engine.parse(template.body) }
  parsed.set(template, words)
  return words
}

function withCode<Value>(template: Template, work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    if (error instanceof TemplateError) throw error
    throw new TemplateError(`文书模板 ${template.code} 有误：${inChinese(error)}`)
  }
}
