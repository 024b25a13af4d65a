import { type Applicant, type Fact, type Filed, thirdPartyWords, withheldFromApplicant } from '@zhiqing/casework'
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

/** Codes, days and names of fields in our own words: short words stand in them by chance, long ones do not. */
const code = /^[\w:.()-]+$/
const noChance = 6

const covered = (text: string, replacements: readonly Replacement[]): string =>
  replacements.reduce(
    (left, [words, by]) =>
      code.test(text) && words.length < noChance && words !== text ? left : left.replaceAll(words, by),
    text,
  )

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

/** Letters to third parties and what quotes them (rulebook R85), and the sheet with the draft on it. */
export const withheldFromAbove = ({ current }: Pick<KeptCase, 'current'>, ledger: readonly Filed[]): Set<number> =>
  new Set([
    ...withheldFromApplicant(current, ledger).letters,
    ...current.letters.filter(({ letter }) => letter === 'L08').map(({ n }) => n),
  ])

const shown = (fact: Fact, withheld: ReadonlySet<number>): Fact => {
  if (fact.type === 'LetterIssued' && withheld.has(fact.n)) return { ...fact, fields: {} }
  return fact.type === 'DraftSubmitted' ? { ...fact, text: undefined } : fact
}

/** The ledger as the supervising organ reads it: covered, without the words of withheld letters and of drafts. */
export const ledgerFromAbove = <Row extends Filed>(kept: Pick<KeptCase, 'current'>, ledger: readonly Row[]): Row[] => {
  const [cover, withheld] = [coverFor(kept, ledger), withheldFromAbove(kept, ledger)]
  const people = (fact: Fact) => ({
    ...('applicant' in fact && fact.applicant ? { applicant: applicantForSupervisor(fact.applicant) } : {}),
    ...('coApplicants' in fact ? { coApplicants: fact.coApplicants?.map(applicantForSupervisor) ?? [] } : {}),
  })
  return ledger.map((row) => ({ ...row, fact: { ...cover(shown(row.fact, withheld)), ...people(row.fact) } }))
}
