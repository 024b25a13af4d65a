import { basisOf, cite, gives, grounds, inChinese, isDay, type Outcome, otherKinds } from '@zhiqing/law'
import type { Case } from '../case.js'
import type { Decision, PartDecision } from '../facts.js'
import { line } from './context.js'
import { groundDetail } from './ground-detail.js'

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(line) : [])
const ended = (words: string): string => words.replace(/[。；，\s]+$/u, '')
const joined = (words: readonly unknown[]): string =>
  words
    .map((one) => ended(line(one)))
    .filter(Boolean)
    .join('，')

/** The kind of answer, before its ground: a refusal, an answer that there is nothing to give, or that nothing is done. */
const kindWords: Readonly<Record<string, string>> = { W: '不予公开', N: '无法提供', Z: '不予处理' }

const verdictOf = ({ outcome, kind }: PartDecision): string => {
  if (outcome === 'X3') return kind ? otherKinds[kind].zh : grounds.X3.zh
  const before = kindWords[outcome[0] as string]
  return before ? `${before}（${grounds[outcome].zh}）` : grounds[outcome].zh
}

const told = (before: string, value: unknown): string => (line(value) ? `${before}${line(value)}` : '')

const searched = ({ searches }: Case): string => {
  const systems = [...new Set(searches.flatMap((one) => one.systems.map(line)))]
  return systems.length > 0 ? `经检索${systems.join('、')}，没有检索到` : ''
}

type Detail = (part: PartDecision, current: Case) => unknown[]

/** What an item tells beside its outcome: the same that a reply on it alone would tell (rulebook §5.4). */
const details: Partial<Record<Outcome, Detail>> = {
  G1: ({ where }) => [where],
  G2: ({ items, route, availableOn }) => [
    list(items).join('、'),
    route,
    isDay(line(availableOn)) ? `${inChinese(availableOn as never)}起可以获取` : '',
  ],
  G3: ({ given, withheld }) => [told('公开', list(given).join('、')), told('不公开', list(withheld).join('、'))],
  N1: (_, current) => [searched(current)],
  N2: ({ responsibleOrgan, contact }) => [told('负责公开的机关为', responsibleOrgan), told('联系方式为', contact)],
  N3: ({ existing }) => [told('现有信息为', existing)],
  N4: ({ unclear }) => [unclear],
  Z1: ({ channelTold }) => [channelTold],
  Z2: ({ earlierNumber }) => [told('前次受理编号为', earlierNumber)],
  Z3: ({ where }) => [where],
  Z5: ({ earlierSupply }) => [earlierSupply],
}

const detailOf = (part: PartDecision, current: Case): string => {
  const { outcome } = part
  const ground = outcome.startsWith('W')
    ? groundDetail[outcome as 'W1'](part, current)
    : details[outcome]?.(part, current)
  return joined((ground ?? []).filter(Boolean))
}

const lawOf = (part: PartDecision): string => {
  const refs = basisOf(part).filter((ref) => ref !== 'practice')
  return refs.length > 0 ? `依据${refs.map(cite).join('、')}` : ''
}

/** One item with its outcome, what belongs to it, its reasons and its law (rulebook R51): 关于“……”：……。 */
export const itemLine = (part: PartDecision, current: Case): string =>
  `关于“${line(part.what)}”：${joined([verdictOf(part), detailOf(part, current), ended(line(part.reasons)), lawOf(part)])}`

/** Why an item is not given, with its law, as the list of a partial reply prints it. */
const withheldLine = (part: PartDecision, current: Case): string =>
  `${line(part.what)}：${joined([verdictOf(part), detailOf(part, current), lawOf(part)])}`

const reasonsOf = (parts: readonly PartDecision[]): string =>
  parts
    .filter(({ reasons }) => line(reasons))
    .map(({ what, reasons }) => `关于“${line(what)}”：${ended(line(reasons))}。`)
    .join('\n')

const givenBy = (part: PartDecision): string[] => (part.outcome === 'G3' ? list(part.given) : [line(part.what)])
const withheldBy = (part: PartDecision): string[] => {
  if (part.outcome === 'G3') return list(part.withheld)
  return gives(part.outcome) ? [] : [line(part.what)]
}

const partialOf = (parts: readonly PartDecision[], current: Case): Decision => ({
  outcome: 'G3',
  given: parts.filter(({ outcome }) => gives(outcome)).flatMap(givenBy),
  withheld: parts.flatMap(withheldBy),
  grounds: [],
  withheldLines: parts.filter((part) => withheldBy(part).length > 0).map((part) => withheldLine(part, current)),
  reasons: reasonsOf(parts),
})

/** The fields of the headline's own letter, taken from the items that ended so. */
const alikeOf = (outcome: Outcome, parts: readonly PartDecision[]): Decision => {
  const own = parts.filter((part) => part.outcome === outcome)
  const { what, ...first } = own[0] as PartDecision
  const items = own.flatMap((part) => list(part.items))
  const all = { ...first, outcome, reasons: reasonsOf(parts) }
  return items.length > 0 ? { ...all, items } : all
}

/** The decision that the headline's letter is written from: of one thing itself, of several their sum (rulebook R51). */
export const asWhole = (decision: Decision, current: Case): Decision => {
  const { outcome, parts } = decision
  if (!parts) return decision
  return outcome === 'G3' ? partialOf(parts, current) : alikeOf(outcome, parts)
}

/** Every item as decided: the parts of a decision, or the decision itself. */
export const eachOf = (decision: Decision): readonly Decision[] => decision.parts ?? [decision]
