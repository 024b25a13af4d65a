import { type Article, type Rule, wholeArticle } from '@zhiqing/law'

/** Something of the product and the articles that it rests on. */
export interface Cited {
  readonly code: string
  readonly articles: readonly string[]
}

/** A test by its title, with the articles and rules that the title names. */
export interface NamedTest extends Cited {
  readonly rules: readonly string[]
}

/** The kinds of things that answer an article or a rule. */
export const kinds = ['transitions', 'letters', 'refusals', 'checks', 'outcomes', 'values', 'commands'] as const
export type Kind = (typeof kinds)[number]
export type Tables = Readonly<Record<Kind, readonly Cited[]>>

/** Everything coverage is computed from; nothing is read here. */
export interface Sources extends Tables {
  readonly articles: readonly Article[]
  readonly rules: readonly Rule[]
  readonly tests: readonly NamedTest[]
}

type Found = Readonly<Record<Kind, readonly string[]>>

export interface ArticleRow extends Found {
  readonly article: string
  readonly title: string
  readonly sense: string
  readonly rules: readonly string[]
  readonly tests: readonly string[]
  /** Why nothing of it is coded; null where something is. */
  readonly whyNot: string | null
}

export interface RuleRow {
  readonly rule: string
  readonly articles: readonly string[]
  readonly sense: string
  /** Names that the tables really carry, and places in the source. */
  readonly coded: readonly string[]
  readonly tests: readonly string[]
  readonly whyNot: string | null
}

/** An article or a rule without an answer: neither coded nor explained. */
export interface Gap {
  readonly gap: string
  readonly zh: string
}

export interface Coverage {
  readonly articles: readonly ArticleRow[]
  readonly rules: readonly RuleRow[]
  readonly gaps: readonly Gap[]
}

/** Articles that must be there whoever cites them: chapter four of the 条例 and the whole of the fee measures. */
export const required: readonly string[] = [
  ...Array.from({ length: 19 }, (_, i) => `ogi:${27 + i}`),
  ...Array.from({ length: 8 }, (_, i) => `fee:${1 + i}`),
]

const unique = (words: readonly string[]): string[] => [...new Set(words)]

const citing = (table: readonly Cited[], article: string): string[] =>
  unique(table.filter(({ articles }) => articles.some((ref) => wholeArticle(ref) === article)).map(({ code }) => code))

const namedBy = (rule: Rule): readonly (readonly [Kind, readonly string[] | undefined])[] => [
  ['transitions', rule.steps],
  ['letters', rule.letters],
  ['commands', rule.commands],
  ['outcomes', rule.outcomes],
  ['refusals', rule.refusals],
  ['checks', rule.checks],
]

const ruleRow = (rule: Rule, sources: Sources): RuleRow => {
  const carried = namedBy(rule).flatMap(([kind, names = []]) =>
    names.filter((name) => sources[kind].some(({ code }) => code === name)),
  )
  const coded = [...carried, ...(rule.where ?? [])]
  const tests = sources.tests.filter(({ rules }) => rules.includes(rule.rule)).map(({ code }) => code)
  const whyNot = coded.length > 0 ? null : (rule.whyNot ?? null)
  return { rule: rule.rule, articles: rule.articles, sense: rule.zh, coded, tests, whyNot }
}

/** An article that nothing rests on is explained by itself, or else by the rules that rest on it. */
const reasonOf = (article: Article, rules: readonly RuleRow[]): string | null =>
  article.whyNot ?? (rules.flatMap(({ rule, whyNot }) => (whyNot ? `${rule}：${whyNot}` : [])).join('；') || null)

const articleRow = (article: Article, rules: readonly RuleRow[], sources: Sources): ArticleRow => {
  const found = Object.fromEntries(kinds.map((kind) => [kind, citing(sources[kind], article.ref)])) as Record<
    Kind,
    string[]
  >
  const own = rules.filter(({ articles }) => articles.some((ref) => wholeArticle(ref) === article.ref))
  const coded = kinds.some((kind) => found[kind].length > 0) || own.some((rule) => rule.coded.length > 0)
  const tests = [...citing(sources.tests, article.ref), ...own.flatMap((rule) => rule.tests)]
  return {
    article: article.ref,
    title: article.title,
    sense: article.says,
    rules: own.map(({ rule }) => rule),
    ...found,
    tests: unique(tests),
    whyNot: coded ? null : reasonOf(article, own),
  }
}

const answered = (row: ArticleRow): boolean =>
  row.whyNot !== null || kinds.some((kind) => row[kind].length > 0) || row.rules.length > 0

const unknown = (sources: Sources): Gap[] => {
  const known = new Set(sources.articles.map(({ ref }) => wholeArticle(ref)))
  const cited = [...kinds.flatMap((kind) => sources[kind]), ...sources.rules.map((one) => ({ ...one, code: one.rule }))]
  const missing = required.filter((article) => !known.has(article))
  const gaps = cited.flatMap(({ code, articles }) =>
    articles
      .filter((ref) => ref !== 'practice' && !known.has(wholeArticle(ref)))
      .map((ref) => ({ gap: ref, zh: `${code} 依据 ${ref}，条文表中没有这一条` })),
  )
  return [...missing.map((gap) => ({ gap, zh: `条文表中没有 ${gap}` })), ...gaps]
}

/** Each article and rule with what answers it, and those that nothing answers. Pure: the same tables, the same answer. */
export const coverageOf = (sources: Sources): Coverage => {
  const rules = sources.rules.map((rule) => ruleRow(rule, sources))
  const articles = sources.articles.map((article) => articleRow(article, rules, sources))
  const openRules = rules.filter(({ coded, whyNot }) => coded.length === 0 && whyNot === null)
  const openArticles = articles.filter((row) => !answered(row))
  const gaps = [
    ...unknown(sources),
    ...openArticles.map(({ article }) => ({ gap: article, zh: `${article} 没有编码，也没有说明为什么没有` })),
    ...openRules.map(({ rule }) => ({ gap: rule, zh: `${rule} 没有编码，也没有说明为什么没有` })),
  ]
  return { articles, rules, gaps }
}
