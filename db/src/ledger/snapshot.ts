import type { Case } from '@zhiqing/casework'
import type { ApplicantKind } from '@zhiqing/law'
import { canonical } from './canonical.js'

type Fields = Readonly<Record<string, unknown>>

/** The parts of a case that are personal or somebody's words: a whole member, or members of each of a list. */
const personal: Partial<Record<keyof Case, true | readonly string[]>> = {
  applicant: true,
  coApplicants: true,
  information: true,
  decision: true,
  draft: true,
  approval: true,
  corrections: ['items', 'guidance', 'content'],
  consultations: ['party', 'interest', 'information', 'reasons'],
  assistances: ['question', 'findings'],
  searches: ['keywords', 'people', 'method', 'result'],
  reasons: true,
  deferral: true,
  withdrawnItems: ['items'],
  discussions: ['question', 'members', 'conclusion', 'views', 'followUpBy'],
  rounds: ['decision', 'approval'],
  /** Of a complaint: what somebody complained of, and what came of it. */
  remedies: ['about', 'result'],
  rectifications: ['record', 'evidence', 'reasons'],
  attachments: ['name'],
  tellings: ['content'],
  suggestions: ['statement'],
  chases: ['opinion'],
  supervisions: ['order', 'answer'],
}

/** A case as two documents: one that may be kept for ever, one that may be erased. */
export interface Parted {
  readonly snapshot: Fields
  readonly words: Fields
}

const pick = (from: Fields, wanted: (name: string) => boolean): Fields =>
  Object.fromEntries(Object.entries(from).filter(([name]) => wanted(name)))

/** Parts a case; {@link joined} is the inverse. */
export const parted = (current: Case): Parted => {
  const snapshot: Record<string, unknown> = {}
  const words: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(current)) {
    const rule = personal[name as keyof Case]
    if (rule === true) words[name] = value
    else if (!rule) snapshot[name] = value
    else {
      const list = value as readonly Fields[]
      snapshot[name] = list.map((one) => pick(one, (field) => !rule.includes(field)))
      words[name] = list.map((one) => pick(one, (field) => rule.includes(field)))
    }
  }
  return { snapshot, words }
}

const joinedMember = (open: unknown, words: unknown): unknown =>
  Array.isArray(open) && Array.isArray(words)
    ? open.map((one: Fields, i) => ({ ...one, ...(words[i] as Fields) }))
    : words

/** Puts the two documents together again. */
export const joined = ({ snapshot, words }: Parted): Case => {
  const all: Record<string, unknown> = { ...snapshot }
  for (const [name, value] of Object.entries(words)) all[name] = joinedMember(snapshot[name], value)
  return all as unknown as Case
}

const gone = '（已依法删除）'
const erasedMembers: Fields = { items: [], members: [], keywords: [], people: [], decision: null, approval: null }

const erasedList = (list: unknown, fields: readonly string[]): unknown =>
  (list as readonly Fields[]).map((one) => ({
    ...Object.fromEntries(fields.map((field) => [field, field in erasedMembers ? erasedMembers[field] : gone])),
    ...one,
  }))

/** What can still be shown of a case whose words were erased. */
export const withoutWords = (snapshot: Fields, kept: { kind: ApplicantKind; outcome: string | null }): Case => {
  const lists = Object.entries(personal).flatMap(([name, rule]) =>
    Array.isArray(rule) && snapshot[name] ? [[name, erasedList(snapshot[name], rule)] as const] : [],
  )
  return {
    ...snapshot,
    ...Object.fromEntries(lists),
    applicant: { kind: kept.kind, name: gone },
    coApplicants: [],
    information: { description: gone },
    decision: kept.outcome ? { outcome: kept.outcome } : null,
    draft: null,
    approval: null,
    reasons: null,
    deferral: null,
  } as unknown as Case
}

/** Do two parts say the same, whatever JSON did to them in between? */
export const sameJson = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)
