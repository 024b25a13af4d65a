import { grounds, otherKinds } from '@zhiqing/law'
import type { LetterCode, LetterParams } from '@zhiqing/workflows'
import type { Case } from '../case.js'
import type { Fact } from '../facts.js'
import type { Fields, LetterContext, ReplyContext } from './context.js'
import { markedDrill } from './drill.js'
import { feeNotice } from './fee-notice.js'
import * as notices from './notices.js'
import { overruledParties } from './overruled.js'
import { deferralNotice, reasonsNotice } from './reasons.js'
import { rectificationNotice } from './rectification.js'
import { reply } from './replies.js'
import * as sheets from './sheets.js'

/** A letter to be written: its code, and the consultation or assistance it is about. */
export interface WantedLetter {
  readonly letter: LetterCode
  readonly about?: string | undefined
}

const idOf = (fact: Fact): string | undefined => ('id' in fact ? fact.id : undefined)

const replyLetter = ({ decision }: Case): WantedLetter[] => {
  if (!decision) throw new Error('a reply before a decision')
  const letter =
    decision.outcome === 'X3' && decision.kind ? otherKinds[decision.kind].letter : grounds[decision.outcome].letter
  return letter ? [{ letter }] : []
}

/** A third party that objected must be told when its information is given out all the same (条例 32). */
const overruled = (current: Case): WantedLetter[] =>
  current.decision ? overruledParties(current.decision, current).map(({ id }) => ({ letter: 'P06', about: id })) : []

/** The applicant is told once a suspension, not once a letter (contract §2); a day that was set is not suspended (A7, R76). */
const suspensionBegins = ({ consultations, deferral, redo }: Case): boolean =>
  deferral === null && !redo?.deadlineOn && consultations.filter(({ endedOn }) => endedOn === null).length === 1

/** The letters a machine's step means in this case. */
export const wantedLetters = ({ letter, when }: LetterParams, current: Case, fact: Fact): WantedLetter[] => {
  if (letter === 'reply') return replyLetter(current)
  if (when === 'objectionOverruled') return overruled(current)
  if (when === 'suspensionBegins' && !suspensionBegins(current)) return []
  return [{ letter, about: idOf(fact) }]
}

const writers: Partial<Record<LetterCode, (context: LetterContext) => Fields>> = {
  P01: notices.correctionNotice,
  P02: reasonsNotice,
  P03: notices.extensionNotice,
  P04: notices.thirdPartyLetter,
  P05: notices.consultationNotice,
  P06: notices.thirdPartyDisclosureNotice,
  P07: notices.organLetter,
  L02: sheets.registrationSheet,
  L03: notices.receipt,
  L05: notices.assistanceLetter,
  L06: feeNotice,
  L08: sheets.approvalSheet,
  L10: sheets.discussionMinutes,
  L11: sheets.searchSheet,
  L12: deferralNotice,
  L13: rectificationNotice,
  L15: notices.closingNotice,
}

/** The fields of a letter, frozen on the day it is made. */
export const writeLetter = (letter: LetterCode, context: LetterContext): Fields => (writers[letter] ?? reply)(context)

/** States in which a reply is decided and not yet signed. */
const unsigned = ['drafting', 'examining', 'signing']

/** A letter that nobody has signed. */
export interface DraftLetter {
  readonly letter: LetterCode
  readonly fields: Fields
}

/**
 * The reply as it would read if it were signed today: what the reviewer and the signatory answer for. It takes no number
 * and leaves no trace. Null before a decision, once it is signed, and for an outcome that is told by no letter.
 */
export const draftLetter = (current: Case, office: ReplyContext['office']): DraftLetter | null => {
  if (!unsigned.includes(current.at.state) || !current.decision) return null
  const [wanted] = replyLetter(current)
  if (!wanted) return null
  return { letter: wanted.letter, fields: markedDrill(reply({ current, office, documentNumber: '待编号' }), current) }
}

/** Fields of a letter that are secret: the store seals them, they stand neither in the ledger nor in clear. */
export const secretFields = ({ letter }: WantedLetter, queryCode: string): Fields | null =>
  letter === 'L03' ? { 查询码: queryCode } : null

export type { Fields, LetterContext, ReplyContext } from './context.js'
export { markedDrill } from './drill.js'
