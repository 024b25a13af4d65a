import {
  basisOf,
  citeAll,
  gives,
  groundWords,
  inChinese,
  isDay,
  methodNames,
  type Outcome,
  otherKinds,
} from '@zhiqing/law'
import type { Case } from '../case.js'
import type { Decision, PartDecision } from '../facts.js'
import { line } from './context.js'
import { groundDetail, lawQuoted } from './ground-detail.js'

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(line) : [])
const ended = (words: string): string => words.replace(/[。；，\s]+$/u, '')
const joined = (words: readonly unknown[]): string =>
  words
    .map((one) => ended(line(one)))
    .filter(Boolean)
    .join('，')

/** The kind of answer, before its ground: a refusal, an answer that there is nothing to give, or that nothing is done. */
const kindWords: Readonly<Record<string, string>> = { W: '不予公开', N: '无法提供', Z: '不予处理' }

/** A law of its own governs how such information is had: the applicant is sent there, nothing is refused (条例 36(7)). */
const sentThere = (part: PartDecision): string => {
  const { law, article } = lawQuoted(part)
  return `请依照${law}${article}的规定办理`
}

const verdictOf = (part: PartDecision): string => {
  const { outcome, kind } = part
  if (outcome === 'W8') return sentThere(part)
  if (outcome === 'X3') return `${groundWords.X3}${kind ? `（${otherKinds[kind].zh}）` : ''}`
  const before = kindWords[outcome[0] as string]
  return before ? `${before}（${groundWords[outcome]}）` : groundWords[outcome]
}

const told = (before: string, value: unknown): string => (line(value) ? `${before}${line(value)}` : '')

const each = (words: readonly string[]): string => [...new Set(words.map(line))].join('、')

/** Where, by which words and when it was searched (rulebook R37, §5.4 S12). */
const searched = ({ searches }: Case): string[] => {
  const last = searches.at(-1)
  if (!last) return []
  return [
    `${inChinese(last.on)}以“${each(searches.flatMap(({ keywords }) => keywords))}”为关键词检索${each(searches.flatMap(({ systems }) => systems))}`,
    last.period ? `检索的信息形成时间为${line(last.period)}` : '',
    line(last.result) || '没有检索到',
  ]
}

/** What is given, how and when; with the letter only what is attached to it (条例 36(2)). */
const timeOf = ({ availableOn, attachments }: PartDecision): string => {
  if (isDay(line(availableOn))) return `时间为${inChinese(availableOn as never)}`
  return list(attachments).length > 0 ? '随本答复书一并提供' : '自收到本答复书之日起可以获取'
}

type Detail = (part: PartDecision, current: Case) => unknown[]

/** What an item tells beside its outcome: the same that a reply on it alone would tell (rulebook §5.4). */
const details: Partial<Record<Outcome, Detail>> = {
  G1: ({ where }) => [where],
  G2: (part) => [told('信息为', list(part.items).join('、')), told('方式和途径为', part.route), timeOf(part)],
  G3: (part, { form }) => [
    told('公开', list(part.given).join('、')),
    told('方式和途径为', line(part.route) || methodNames[form.method]),
    timeOf(part),
    told('不公开', list(part.withheld).join('、')),
  ],
  N1: (_, current) => searched(current),
  N2: ({ responsibleOrgan, contact }) => [told('负责公开的机关为', responsibleOrgan), told('联系方式为', contact)],
  N3: ({ existing }) => [told('现有信息为', existing)],
  N4: ({ unclear }) => [unclear],
  Z1: ({ channelTold }) => [channelTold],
  Z2: ({ earlierNumber, earlierRepliedOn, earlierReplyNumber }) => [
    told('前次受理编号为', earlierNumber),
    isDay(line(earlierRepliedOn)) ? `已于${inChinese(earlierRepliedOn as never)}答复` : '',
    told('答复文号为', earlierReplyNumber),
  ],
  Z3: ({ where }) => [where],
  Z5: ({ earlierSupply }) => [earlierSupply],
  X3: ({ rule, where }) => [told('适用', rule), where],
}

const detailOf = (part: PartDecision, current: Case): string => {
  const { outcome } = part
  if (outcome === 'W8') return joined([part.office, part.how])
  const ground = outcome.startsWith('W')
    ? groundDetail[outcome as 'W1'](part, current)
    : details[outcome]?.(part, current)
  return joined((ground ?? []).filter(Boolean))
}

const lawOf = (part: PartDecision): string => {
  const law = citeAll(basisOf(part))
  return law ? `依据${law}` : ''
}

const about = ({ what }: PartDecision): string => `关于“${line(what)}”：`

/** What the applicant can act on stands beside the outcome: what is given, and where to turn instead. */
const toldAtOnce = (outcome: Outcome): boolean => gives(outcome) || outcome === 'W8' || outcome === 'X3'

/** One item with its outcome and, where something is given or told, what and how (rulebook R51). */
export const itemLine = (part: PartDecision, current: Case): string =>
  `${about(part)}${joined([verdictOf(part), toldAtOnce(part.outcome) ? detailOf(part, current) : ''])}`

/** What else the officer weighed and wrote down, in whole sentences (rulebook R53, R54). */
const weighed = (part: PartDecision): string => {
  const { progress, notAsked, consultation, publicInterest, rulesChecked, discretion, severability, otherWay } = part
  const said = [
    progress,
    consultation ? '' : told('没有征求第三方的意见：', notAsked),
    publicInterest,
    rulesChecked === true ? '经核查，法律、法规、规章没有规定该信息应当公开' : '',
    discretion,
    severability,
    otherWay,
  ]
  return said
    .map((one) => ended(line(one)))
    .filter(Boolean)
    .map((one) => `${one}。`)
    .join('')
}

/** Why, and under which article, item by item; what is given is told by its item alone. */
const reasonsOf = (parts: readonly PartDecision[], current: Case): string =>
  parts
    .map((part) => {
      const detail = toldAtOnce(part.outcome) ? '' : detailOf(part, current)
      return `${about(part)}${joined([detail, ended(line(part.reasons)), lawOf(part)])}。${weighed(part)}`
    })
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
  reasons: reasonsOf(parts, current),
})

/** The fields of the headline's own letter, taken from the items that ended so. */
const alikeOf = (outcome: Outcome, parts: readonly PartDecision[], current: Case): Decision => {
  const own = parts.filter((part) => part.outcome === outcome)
  const { what, ...first } = own[0] as PartDecision
  const items = own.flatMap((part) => list(part.items))
  const all = { ...first, outcome, reasons: reasonsOf(parts, current) }
  return items.length > 0 ? { ...all, items } : all
}

/** The decision that the headline's letter is written from: of one thing itself, of several their sum (rulebook R51). */
export const asWhole = (decision: Decision, current: Case): Decision => {
  const { outcome, parts } = decision
  if (!parts) return decision
  return outcome === 'G3' ? partialOf(parts, current) : alikeOf(outcome, parts, current)
}

/** Every item as decided: the parts of a decision, or the decision itself. */
export const eachOf = (decision: Decision): readonly Decision[] => decision.parts ?? [decision]
