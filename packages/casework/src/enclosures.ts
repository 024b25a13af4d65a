import type { FiledAttachment } from './attachment.js'
import type { Case } from './case.js'
import type { Decision } from './facts.js'

/** Bytes of files in one mail: on its way it grows by a third, and many mail servers refuse more than 20 MB. */
export const mostMailed = 15 * 1024 * 1024

/** What goes out with a reply by mail: by the numbers of the papers in the case. */
export interface Enclosed {
  readonly files: readonly number[]
  /** Too big for a mail: the applicant is told where to fetch them. */
  readonly byLink: boolean
}

const numbersOf = (reply: { readonly enclosures?: readonly number[] | undefined } | null): readonly number[] =>
  reply?.enclosures ?? []

const filed = ({ attachments = [] }: Case): FiledAttachment[] => attachments.filter(({ kind }) => kind === 'enclosure')

/** The files that went out with this reply and those of former rounds: the applicant's own by now. */
export const sentEnclosures = (current: Case): FiledAttachment[] => {
  const sent = [...current.rounds.flatMap((round) => numbersOf(round.reply)), ...numbersOf(current.reply)]
  return filed(current).filter(({ n }) => sent.includes(n))
}

/** The files that are there for the reply of this round: those that went out with a former one are not sent again. */
export const enclosuresAtHand = (current: Case): FiledAttachment[] => {
  const before = current.rounds.flatMap((round) => numbersOf(round.reply))
  return filed(current).filter(({ n }) => !before.includes(n))
}

/** Does the reply promise papers with itself (条例 40)? */
export const promisesEnclosures = (decision: Decision | null): boolean =>
  [decision, ...(decision?.parts ?? [])].some((one) => Array.isArray(one?.attachments) && one.attachments.length > 0)

/** How these files go by mail; undefined where there are none. */
export const enclosed = (current: Case, files: readonly number[]): Enclosed | undefined => {
  if (files.length === 0) return undefined
  const bytes = filed(current).reduce((sum, { n, size }) => sum + (files.includes(n) ? size : 0), 0)
  return { files, byLink: bytes > mostMailed }
}
