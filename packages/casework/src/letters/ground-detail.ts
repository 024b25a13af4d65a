import type { WithholdingGround } from '@zhiqing/law'
import type { Case, Consultation } from '../case.js'
import type { Decision } from '../facts.js'
import { line } from './context.js'

/** A law's title in its brackets, once. */
export const quoted = (title: unknown): string => {
  const words = line(title)
  return words.startsWith('《') ? words : `《${words}》`
}

const opinions = { object: '不同意公开', partial: '部分同意公开', consent: '同意公开' } as const

/** A partial reply that names no asking rests on all those of third parties. */
export const askedParties = ({ consultations }: Case, id: unknown): Consultation[] =>
  consultations.filter((one) => (id ? one.id === id : one.kind === 'thirdParty'))

const answerOf = ({ opinion, at }: Consultation): string => {
  if (opinion) return opinions[opinion]
  return at.state === 'returned' ? '未能送达，没有意见' : '逾期未提出意见'
}

export const thirdPartyAnswer = (current: Case, id: unknown): string =>
  [...new Set(askedParties(current, id).map(answerOf))].join('、') || '逾期未提出意见'

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
  W2: ({ law, article }) => [law && `${quoted(law)}${article ? line(article) : ''}`],
  W3: ({ interest, harm }) => [interest, harm],
  W4: ({ consultation }, current) => [
    askedParties(current, consultation).length > 0 &&
      `已书面征求第三方意见，第三方${thirdPartyAnswer(current, consultation)}`,
  ],
  W5: ({ category }) => [category],
  W6: ({ category }) => [category],
  W7: ({ file }) => [file],
  W8: ({ law, office, how }) => [law && quoted(law), office, how],
}
