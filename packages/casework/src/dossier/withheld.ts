import type { Case } from '../case.js'
import type { Fact, FactOf } from '../facts.js'
import { type Filed, isFiled } from './filed.js'
import { signingOf } from './signing.js'

/** What a copy for the applicant leaves out: letters and files by their number in the case, facts by their version. */
export interface Withheld {
  readonly letters: ReadonlySet<number>
  readonly facts: ReadonlySet<number>
  readonly files: ReadonlySet<number>
}

export const nothingWithheld: Withheld = { letters: new Set(), facts: new Set(), files: new Set() }

/** Letters to third parties and other organs (rulebook R85). */
const toOthers = ['P04', 'P06', 'P07']
/** What the applicant got, or wrote: never left out for a name that stands in it. */
const ownLetter = /^(P0[1235]|L0[236]|L1[235]|S\d\d)$/
const ownFacts: readonly Fact['type'][] = ['RequestArrived', 'RequestReceived', 'CorrectionReceived']

/** Names of third parties and the reasons anybody gave for an opinion: words that mark what quotes them. */
export const thirdPartyWords = (facts: readonly Filed[]): string[] =>
  facts
    .flatMap(({ fact }) => {
      if (fact.type === 'ThirdPartyConsulted') return [fact.party]
      return fact.type === 'OpinionReceived' || fact.type === 'OpinionFiled' ? [fact.reasons ?? ''] : []
    })
    .map((words) => words.trim())
    .filter((words) => words.length > 1)

const quotes = (value: unknown, marks: readonly string[]): boolean => {
  if (typeof value === 'string') return marks.some((mark) => value.includes(mark))
  return typeof value === 'object' && value !== null && Object.values(value).some((one) => quotes(one, marks))
}

/** Facts of a consultation carry its id, or name it as the consultation they belong to. */
const belongsTo = (fact: Fact, ids: ReadonlySet<string>): boolean => {
  const { id, consultation } = fact as { readonly id?: string; readonly consultation?: string }
  return (id !== undefined && ids.has(id)) || consultation !== undefined
}

/**
 * What third parties and other organs said or were told, and every inner paper that quotes them: need-to-know, and not
 * the applicant's to know (条例 15, 32; rulebook R85).
 */
export const withheldFromApplicant = ({ consultations, attachments = [] }: Case, facts: readonly Filed[]): Withheld => {
  const ids = new Set(consultations.map(({ id }) => id))
  const marks = thirdPartyWords(facts)
  const said = ({ n, fields }: FactOf<'LetterIssued'>) => ({ ...fields, ...signingOf(facts, n) })
  const left = facts
    .filter(isFiled('LetterIssued'))
    .filter(({ fact }) => toOthers.includes(fact.letter) || (!ownLetter.test(fact.letter) && quotes(said(fact), marks)))
  const letters = new Set(left.map(({ fact }) => fact.n))
  const ofLetter = (fact: Fact): boolean =>
    (fact.type === 'LetterIssued' || fact.type === 'LetterServed') && letters.has(fact.n)
  const files = attachments.filter(({ kind }) => kind === 'opinion')
  const ofFile = (fact: Fact): boolean =>
    fact.type === 'PapersFiled' && (fact.attachments ?? []).some(({ kind }) => kind === 'opinion')
  const own = (fact: Fact): boolean =>
    ownFacts.includes(fact.type) || (fact.type === 'LetterIssued' && ownLetter.test(fact.letter))
  const out = facts.filter(
    ({ fact }) => belongsTo(fact, ids) || ofLetter(fact) || ofFile(fact) || (!own(fact) && quotes(fact, marks)),
  )
  return { letters, facts: new Set(out.map(({ version }) => version)), files: new Set(files.map(({ n }) => n)) }
}
