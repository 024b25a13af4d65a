import type { WithholdingGround } from '@zhiqing/law'
import type { Case, Consultation } from '../case.js'
import type { Decision } from '../facts.js'
import { line } from './context.js'

/** A law's title in its brackets, once; an article named in one breath with it stays outside of them. */
const titled = /^《?([^《》]+?)》?(第[零〇一二三四五六七八九十百千\d]+条.*)?$/u

/** The law and the article of a decision, each where it belongs: 《…》 and 第…条. */
export const lawQuoted = ({ law, article }: Pick<Decision, string>): { law: string; article: string } => {
  const words = line(law)
  const [, title, behind = ''] = titled.exec(words) ?? []
  return {
    law: title ? `《${title.trim()}》` : words,
    article: line(article) || behind.trim(),
  }
}

const opinions = { object: '不同意公开', partial: '部分同意公开', consent: '同意公开' } as const

/** A partial reply that names no asking rests on all those of third parties. */
export const askedParties = ({ consultations }: Case, id: unknown): Consultation[] =>
  consultations.filter((one) => (id ? one.id === id : one.kind === 'thirdParty'))

const answerOf = ({ opinion, at }: Consultation): string => {
  if (opinion) return opinions[opinion]
  return at.state === 'returned' ? '因征求意见书未能送达，没有提出意见' : '逾期未提出意见'
}

/** What was answered, each answer once. */
const answersOf = (current: Case, id: unknown): string[] => {
  const all = [...new Set(askedParties(current, id).map(answerOf))]
  return all.length > 0 ? all : ['逾期未提出意见']
}

export const thirdPartyAnswer = (current: Case, id: unknown): string => answersOf(current, id).join('、')

/** Who answered what, without a name: third parties that answered differently are told apart as some and some. */
export const thirdPartyTold = (current: Case, id: unknown): string => {
  const all = answersOf(current, id)
  return all.map((answer) => `${all.length > 1 ? '部分第三方' : '第三方'}${answer}`).join('，')
}

const lawCited = (decision: Pick<Decision, string>): string => {
  const { law, article } = lawQuoted(decision)
  return `${law}${article}`
}

const told = (before: string, value: unknown): string | undefined => (value ? `${before}${line(value)}` : undefined)

/**
 * What a partial reply tells of each ground beside its name: the same that a refusal on it tells (rulebook R53, §5.4),
 * as far as the decision says it; the rest stands in its reasons.
 */
export const groundDetail: Readonly<
  Record<WithholdingGround, (decision: Omit<Decision, 'outcome'>, current: Case) => unknown[]>
> = {
  W1: ({ neutralTitle, classification, secrecyPeriod }) => [
    neutralTitle,
    told('密级为', classification),
    told('保密期限为', secrecyPeriod),
  ],
  W2: (decision) => [decision.law && lawCited(decision)],
  W3: ({ interest, harm }) => [interest, harm],
  W4: ({ consultation }, current) => [
    askedParties(current, consultation).length > 0 && `已书面征求第三方意见，${thirdPartyTold(current, consultation)}`,
  ],
  W5: ({ category }) => [category],
  W6: ({ category }) => [category],
  W7: ({ file }) => [file],
  W8: (decision) => [decision.law && lawCited(decision), decision.office, decision.how],
}
