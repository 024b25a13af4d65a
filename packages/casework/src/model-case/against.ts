import type { Case } from '../case.js'
import type { Applicant } from '../facts.js'
import { type Refusal, refuse } from '../refusal.js'
import { kindsOfNumbers } from '../risks/pii.js'
import { modelSummary } from './summary.js'

/** What a person adds to the summary: the story and what there is to learn, in words of their own. */
export interface ModelWords {
  readonly story?: string | undefined
  readonly point?: string | undefined
  /** Whoever proposes it answers for the words: nobody can be told from them. */
  readonly confirmed?: boolean | undefined
}

const telling = ({ name, idNumber, phone, email, address, agent }: Applicant): string[] =>
  [name, idNumber, phone, email, address, agent].flatMap((word) =>
    word && word.trim().length > 1 ? [word.trim()] : [],
  )

/** Names of whoever stands in the case that occur in the words, and kinds of numbers that tell a person. */
const toldIn = (text: string, { applicant, coApplicants, consultations, number }: Case): string[] => {
  const named = [
    ...[applicant, ...coApplicants].flatMap(telling),
    ...consultations.map(({ party }) => party.trim()).filter((party) => party.length > 1),
    ...(number ? [number] : []),
  ]
  return [...new Set([...named.filter((word) => text.includes(word)), ...kindsOfNumbers(text)])]
}

/** The request's own words, as long as a sentence, are nobody's to publish: they are told anew. */
const least = 16
const copies = (text: string, { information }: Case): boolean => {
  const asked = [...information.description.replace(/\s/gu, '')]
  const told = text.replace(/\s/gu, '')
  return asked.some((_, i) => i + least <= asked.length && told.includes(asked.slice(i, i + least).join('')))
}

/** Why a case cannot be proposed as a model with these words; every reason at once. */
export const againstModel = (current: Case, { story = '', point = '', confirmed = false }: ModelWords): Refusal[] => {
  const text = `${story}\n${point}`
  const told = toldIn(text, current)
  return [
    ...(current.drill ? [refuse('modelCaseDrill')] : []),
    ...(modelSummary(current) ? [] : [refuse('modelCaseOpen')]),
    ...(text.trim() !== '' && !confirmed ? [refuse('modelCaseUnconfirmed')] : []),
    ...(told.length > 0 ? [refuse('modelCaseTells', { what: told.join('、') })] : []),
    ...(copies(text, current) ? [refuse('modelCaseCopies', { least: String(least) })] : []),
  ]
}

/** Why a model case cannot be taken back or rejected with this reason, which is kept when the words are gone. */
export const againstEnding = (current: Case, reason: string): Refusal[] => {
  const told = toldIn(reason, current)
  return [
    ...(reason.trim() === '' ? [refuse('modelCaseReasonMissing')] : []),
    ...(told.length > 0 ? [refuse('modelCaseReasonTells', { what: told.join('、') })] : []),
  ]
}

/** How a model case ended, in a word. */
export const endedWords = { withdrawn: '撤回', rejected: '退回' } as const

/** Who approves a model case is not who proposed it. */
export const againstApproving = (proposedBy: string, by: string): Refusal[] =>
  proposedBy === by ? [refuse('modelCaseOwn')] : []
