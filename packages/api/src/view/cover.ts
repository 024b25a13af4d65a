import { type Applicant, type Case, type Fact, type Filed, thirdPartyWords } from '@zhiqing/casework'
import type { KeptCase } from '@zhiqing/db'
import { maskName } from './mask.js'

/** Covers words wherever they stand in a value. */
export type Cover = <Value>(value: Value) => Value

type Replacement = readonly [words: string, by: string]

const gone = '（从略）'
const thirdParty = '（第三方，从略）'
/** One character alone stands in too many other words. */
const shortest = 2

/** Whoever asks, as the supervising organ sees them: what kind, and for a person the surname (rulebook R85). */
export const applicantForSupervisor = (applicant: Applicant): Applicant => ({
  kind: applicant.kind,
  name: maskName(applicant),
})

const ofApplicant = (applicant: Applicant): Replacement[] => {
  const { idNumber, phone, email, address, agent } = applicant
  const hidden = [idNumber, phone, email, address].map((words): Replacement => [words ?? '', gone])
  const name: Replacement = [applicant.name, maskName(applicant)]
  return [...hidden, name, [agent ?? '', maskName({ kind: 'natural', name: agent ?? '' })]]
}

const applicantsOf = (fact: Fact): Applicant[] => [
  ...('applicant' in fact && fact.applicant ? [fact.applicant] : []),
  ...('coApplicants' in fact ? (fact.coApplicants ?? []) : []),
]

/** Codes, days and names of fields in our own words: they hold nobody's, unless they are just that. */
const code = /^[\w:.()-]+$/

const covered = (text: string, replacements: readonly Replacement[]): string =>
  code.test(text)
    ? (replacements.find(([words]) => words === text)?.[1] ?? text)
    : replacements.reduce((left, [words, by]) => left.replaceAll(words, by), text)

/** The longer words first: an address may hold a name. */
const replacing = (replacements: readonly Replacement[]): Cover => {
  const sorted = replacements
    .filter(([words, by]) => words.trim().length >= shortest && words !== by)
    .toSorted(([a], [b]) => b.length - a.length)
  const cover = (value: unknown): unknown => {
    if (typeof value === 'string') return covered(value, sorted)
    if (Array.isArray(value)) return value.map(cover)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cover(one)]))
  }
  return cover as Cover
}

/** From the case alone, for a line of a list. */
export const coverForRow = ({ applicant, coApplicants, consultations }: Case): Cover =>
  replacing([
    ...[applicant, ...coApplicants].flatMap(ofApplicant),
    ...consultations.filter(({ kind }) => kind === 'thirdParty').map(({ party }): Replacement => [party, thirdParty]),
  ])

/**
 * What the supervising organ does not need to know of a case: who asks and how to reach them, who was asked for an
 * opinion and why they objected (rulebook R85). Everybody the ledger ever named is covered, wherever the words stand.
 */
export const coverFor = ({ current }: Pick<KeptCase, 'current'>, ledger: readonly Filed[]): Cover =>
  replacing([
    ...[current.applicant, ...current.coApplicants, ...ledger.flatMap(({ fact }) => applicantsOf(fact))].flatMap(
      ofApplicant,
    ),
    ...thirdPartyWords(ledger).map((words): Replacement => [words, thirdParty]),
  ])

/** A fact as the supervising organ sees it: covered, and a draft without its text. */
export const factForSupervisor = (fact: Fact, cover: Cover): Fact => ({
  ...cover(fact),
  ...('applicant' in fact && fact.applicant ? { applicant: applicantForSupervisor(fact.applicant) } : {}),
  ...('coApplicants' in fact ? { coApplicants: fact.coApplicants?.map(applicantForSupervisor) ?? [] } : {}),
  ...(fact.type === 'DraftSubmitted' ? { text: undefined } : {}),
})
