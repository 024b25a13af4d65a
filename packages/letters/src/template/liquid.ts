import { type Context, type Emitter, Liquid, type Template as LiquidNode } from 'liquidjs'
import { TemplateError } from '../faults.js'
import { chineseDay } from './chinese-day.js'
import { asSentence, inGroups, joinCitations } from './filters.js'
import { signOffMark, wrapValue } from './marks.js'
import type { Fields, Template } from './template.js'

const engine = openEngine()
const parsed = new WeakMap<Template, { title: LiquidNode[]; body: LiquidNode[] }>()

/** The title and the body with the values in place, each value wrapped. Throws TemplateError for words that do not parse or name an unknown variable. */
export function renderTemplate(template: Template, fields: Fields): { title: string; body: string } {
  const scope = Object.fromEntries(Object.keys(template.variables).map((name) => [name, presentValue(fields[name])]))
  return withCode(template, () => {
    const words = parsed.get(template) ?? parseWords(template)
    return { title: render(words.title, scope), body: render(words.body, scope) }
  })
}

/** The names the words use: for the lint that holds them against the declared ones. Tags count as their variables. */
export function usedVariables(template: Template): Set<string> {
  const { title, body } = withCode(template, () => parseWords(template))
  const letterhead = template.style === 'letter' ? ['机关名称', '成文日期'] : []
  return new Set([
    ...engine.globalVariablesSync([...title, ...body]),
    ...letterhead,
    ...(/\{%-?\s*救济告知/.test(template.body) ? ['救济告知'] : []),
    ...(/\{%-?\s*落款/.test(template.body) ? ['机关名称', '成文日期'] : []),
    ...(template.style === 'letter' && template.variables.文号 ? ['文号'] : []),
  ])
}

const render = (nodes: LiquidNode[], scope: Fields): string => engine.renderSync(nodes, scope)

/** Liquid counts an empty text as true: an absent, empty or blank value is null, so that `{% if %}` reads as staff expect. */
const presentValue = (value: Fields[string]): Fields[string] =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value

function parseWords(template: Template): { title: LiquidNode[]; body: LiquidNode[] } {
  if (/\|\s*raw\b/.test(template.title + template.body)) throw new Error('不能使用 raw：值会被当成结构')
  const words = { title: engine.parse(template.title), body: engine.parse(template.body) }
  parsed.set(template, words)
  return words
}

function openEngine(): Liquid {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    templates: {},
    outputEscape: escapeValue,
    renderLimit: 1000,
    memoryLimit: 1e7,
  })
  liquid.registerFilter('日期', (day: unknown) => (typeof day === 'string' ? chineseDay(day) : day))
  liquid.registerFilter('顿号', (items: unknown) => (Array.isArray(items) ? items.join('、') : items))
  liquid.registerFilter('引注', (refs: unknown) => (Array.isArray(refs) ? joinCitations(refs.map(String)) : refs))
  liquid.registerFilter('句', (words: unknown) => (typeof words === 'string' ? asSentence(words) : words))
  liquid.registerFilter('分组', (code: unknown) => (typeof code === 'string' ? inGroups(code) : code))
  liquid.registerTag('落款', {
    parse: () => undefined,
    render(_context: Context, emitter: Emitter) {
      emitter.write(`\n\n${signOffMark}\n\n`)
    },
  })
  liquid.registerTag('救济告知', {
    parse: () => undefined,
    render(context: Context, emitter: Emitter) {
      const paragraphs = context.getSync(['救济告知']) as readonly string[] | null
      emitter.write(`\n\n${(paragraphs ?? []).map(wrapValue).join('\n\n')}\n\n`)
    },
  })
  return liquid
}

/** Numbers go in bare, so that `{{ forloop.index }}. ` may open a list line; a list must say how it is joined. */
function escapeValue(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return wrapValue(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  throw new Error('列表不能直接写出，请用 {% for %} 或“| 顿号”')
}

function withCode<Value>(template: Template, work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    if (error instanceof TemplateError) throw error
    throw new TemplateError(`文书模板 ${template.code} 有误：${error instanceof Error ? error.message : String(error)}`)
  }
}
