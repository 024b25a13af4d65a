import { type Day, gives } from '@zhiqing/law'
import type { Case } from '../case.js'
import type { Decision } from '../facts.js'
import { eachOf } from '../letters/items.js'

/** Why information that somebody got may concern everybody: the three cases of 条例 44.2 (rulebook R42). */
export const publicationReasons = {
  publicInterest: '涉及公众利益调整',
  widelyKnown: '需要公众广泛知晓',
  participation: '需要公众参与决策',
} as const
export type PublicationReason = keyof typeof publicationReasons
export const publicationReasonCodes = Object.keys(publicationReasons) as [PublicationReason, ...PublicationReason[]]

/** 建议主动公开: the applicant thinks that what was given should be published for all (条例 44.2). */
export interface PublicationSuggestion {
  readonly reasons: readonly PublicationReason[]
  readonly statement: string | null
  readonly on: Day
}

interface Replied {
  readonly decision: Decision | null
  readonly reply: { readonly dispatchedOn: Day | null } | null
}

/** G1 gives nothing: what it names is public already. */
const gave = ({ decision, reply }: Replied): boolean =>
  Boolean(reply?.dispatchedOn) &&
  decision !== null &&
  eachOf(decision).some(({ outcome }) => outcome !== 'G1' && gives(outcome))

/** A reply that gives information, wholly or in part, was sent; one that was made anew since was sent all the same. */
export const wasGiven = (current: Case): boolean => [current, ...current.rounds].some(gave)
