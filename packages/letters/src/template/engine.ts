import { analyzeSync, type Context, type Emitter, Liquid, type Template as LiquidNode } from 'liquidjs'
import { chineseDay } from './chinese-day.js'
import { clauseTagFor } from './clause-tag.js'
import type { Clauses } from './clauses.js'
import { asSentence, inGroups, joinCitations } from './filters.js'
import { signOffMark, wrapValue } from './marks.js'

/** All that words may be built with; whatever else Liquid has (include, raw, capture …) is refused by name. */
export const tagsAllowed = ['if', 'unless', 'case', 'for', 'break', 'assign', 'comment', '落款', '救济告知', '条款']
export const filtersAllowed = [
  '日期',
  '顿号',
  '引注',
  '句',
  '分组',
  'default',
  'size',
  'first',
  'last',
  'plus',
  'minus',
]

/**
 * Far above any real letter: objects counted, which stops endless loops at once and everywhere alike; characters of a
 * template; and milliseconds by the clock for what neither counts, long enough for a machine that is busy with others.
 */
const limits = { memoryLimit: 1e6, parseLimit: 200_000, renderLimit: 5_000 }

const engines = new WeakMap<Clauses, Liquid>()

/** The engine that knows these clauses. It has no file system: words cannot read files. */
export function engineOf(clauses: Clauses): Liquid {
  const engine = engines.get(clauses) ?? openEngine(clauses)
  engines.set(clauses, engine)
  return engine
}

/** Where words name a variable that is not their own: name → places (row and column from 1 in the text, or in the clause `file`). */
export type Place = { readonly row: number; readonly col: number; readonly file?: string | undefined }
export function allVariables(nodes: LiquidNode[]): Map<string, Place[]> {
  const { globals } = analyzeSync(nodes)
  return new Map(Object.entries(globals).map(([name, uses]) => [name, uses.map(({ location }) => location)]))
}

function openEngine(clauses: Clauses): Liquid {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    templates: {},
    outputEscape: escapeValue,
    ...limits,
  })
  registerFilters(liquid)
  registerTags(liquid)
  liquid.registerTag('条款', clauseTagFor(clauses))
  keepOnly(liquid.tags, tagsAllowed)
  keepOnly(liquid.filters, filtersAllowed)
  return liquid
}

function keepOnly(registry: { [name: string]: unknown }, allowed: readonly string[]): void {
  for (const name of Object.keys(registry)) if (!allowed.includes(name)) delete registry[name]
}

function registerFilters(liquid: Liquid): void {
  liquid.registerFilter('日期', (day: unknown) => (typeof day === 'string' ? chineseDay(day) : day))
  liquid.registerFilter('顿号', (items: unknown) => (Array.isArray(items) ? items.join('、') : items))
  liquid.registerFilter('引注', (refs: unknown) => (Array.isArray(refs) ? joinCitations(refs.map(String)) : refs))
  liquid.registerFilter('句', (words: unknown) => (typeof words === 'string' ? asSentence(words) : words))
  liquid.registerFilter('分组', (code: unknown) => (typeof code === 'string' ? inGroups(code) : code))
}

function registerTags(liquid: Liquid): void {
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
}

/** Numbers go in bare, so that `{{ forloop.index }}. ` may open a list line; a list must say how it is joined. */
function escapeValue(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return wrapValue(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  throw new Error('列表不能直接写出，请用 {% for %} 或“| 顿号”')
}

const ends = /^(?:end|else|elsif|when)/

const chinese: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
  [/undefined filter: ([^,\s]+)/, (name) => `没有“${name}”这个过滤器，可用的有：${filtersAllowed.join('、')}`],
  [/tag "([^"]*)" not found/, (name) => unknownTag(name ?? '')],
  [/tag (\{%.*%\}) not closed/s, (tag) => `“${tag}”没有结束标签`],
  [/tag "?(\{%[^"]*)"? not closed/s, (tag) => `“${first(tag)}”没有用 %} 收尾`],
  [/output "?(\{\{[^"]*)"? not closed/s, (output) => `“${first(output)}”没有用 }} 收尾`],
  [/undefined variable: ([^,\s]+)/, (name) => `用到了“${name}”，但没有声明`],
  [/(?:template render|render) limit exceeded/, () => '写出文书的时间超过五秒，请检查循环'],
  [/memory (?:alloc )?limit exceeded/, () => '写出文书用的内存超过上限，请检查循环'],
  [/parse length limit exceeded/, () => `模板超过${limits.parseLimit}字`],
  [/(?:illegal|invalid) tag(?: syntax)?[:,]? ?(.*)/s, (tag) => `标签写法不对：${first(tag)}`],
  [/(?:invalid value expression|unexpected token|illegal value)[:,]? ?(.*)/s, (rest) => `写法不对：${first(rest)}`],
]

const first = (text = ''): string =>
  text
    .split('\n')[0]
    ?.replace(/, line:\d+.*$/, '')
    .slice(0, 40) ?? ''

const unknownTag = (name: string): string =>
  ends.test(name) ? `“{% ${name} %}”没有对应的开头` : `没有“${name}”这个标签，可用的有：${tagsAllowed.join('、')}`

/** What Liquid complains of, in Chinese; its own words only where they are new to us. */
export function inChinese(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  for (const [pattern, say] of chinese) {
    const found = pattern.exec(message)
    if (found) return say(...found.slice(1))
  }
  return message
}
