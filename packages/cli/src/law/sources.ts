import { checks, commandNames, commandOf, refusals } from '@zhiqing/casework'
import * as law from '@zhiqing/law'
import { loadTemplate, sampleFields, templateCodes } from '@zhiqing/letters'
import { allArrows } from '@zhiqing/workflows'
import type { Cited, NamedTest, Sources } from './coverage.js'

const merged = (rows: readonly Cited[]): Cited[] => {
  const byCode = new Map<string, Set<string>>()
  for (const { code, articles } of rows) {
    const known = byCode.get(code) ?? new Set()
    for (const article of articles) known.add(article)
    byCode.set(code, known)
  }
  return [...byCode].map(([code, articles]) => ({ code, articles: [...articles] }))
}

const transitions = (): Cited[] => merged(allArrows().map(({ meta }) => ({ code: meta.t, articles: [meta.article] })))

/** A letter rests on the arrows that make it, the outcomes it tells, and the articles its own sample cites. */
const letters = (): Cited[] => {
  const made = allArrows().flatMap(({ meta, letters: of }) =>
    of.filter(({ letter }) => letter !== 'reply').map(({ letter }) => ({ code: letter, articles: [meta.article] })),
  )
  const told = Object.values(law.grounds).map(({ letter, basis }) => ({ code: letter, articles: basis }))
  const printed = templateCodes().map((code) => ({
    code,
    articles: Object.values(sampleFields(loadTemplate(code))).flatMap((value) => law.citedIn(String(value ?? ''))),
  }))
  return merged([...printed, ...made, ...told])
}

const outcomes = (): Cited[] => [
  ...Object.entries(law.grounds).map(([code, { basis }]) => ({ code, articles: basis })),
  ...Object.entries(law.otherKinds).map(([kind, { basis }]) => ({ code: `X3 ${kind}`, articles: [basis] })),
]

interface AnyDated {
  readonly article: string
}

const isDated = (value: unknown): value is AnyDated =>
  typeof value === 'object' && value !== null && 'rows' in value && 'at' in value && 'article' in value

/** Every dated value that the room of the law shows, alone or in a group. */
const values = (): Cited[] =>
  Object.entries(law).flatMap(([name, value]) => {
    if (isDated(value)) return [{ code: name, articles: [value.article] }]
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
    return Object.entries(value).flatMap(([part, one]) =>
      isDated(one) ? [{ code: `${name}.${part}`, articles: [one.article] }] : [],
    )
  })

/** The tables of every room, as coverage wants them. */
export const sourcesHere = (tests: readonly NamedTest[]): Sources => ({
  articles: law.articles,
  rules: law.rules,
  transitions: transitions(),
  letters: letters(),
  outcomes: outcomes(),
  values: values(),
  refusals: Object.entries(refusals).map(([code, { article }]) => ({ code, articles: [article] })),
  checks: checks.map(({ code, article }) => ({ code, articles: [article] })),
  commands: commandNames.map((code) => ({ code, articles: [commandOf(code).article] })),
  tests,
})
