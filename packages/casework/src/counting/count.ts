import { type ApplicantKind, type Day, grounds, type Outcome } from '@zhiqing/law'
import type { Case } from '../case.js'
import type { Fact, FactOf } from '../facts.js'
import { countedRemedies } from './count-remedies.js'
import type { Closing, Counted } from './counted.js'

/** The ledger of a case whose words were erased still tells the day, and no outcome: {@link countedWithoutWords}. */
const closing = ({ decision, rounds }: Pick<Case, 'decision' | 'rounds'>, closedOn: Day): Closing | null => {
  if (decision === null) return null
  const outcome = (decision as typeof decision | undefined)?.outcome as Outcome
  return { outcome, line: grounds[outcome]?.reportLine, closedOn, round: rounds.length }
}

const closedAs = (before: Case, outcome: 'X1' | 'X2' | 'X3', closedOn: Day): Closing | null =>
  closing({ ...before, decision: { outcome } }, closedOn)

/** A lapse that is undone never was: the case goes on (rulebook R25, R47, T9, T27). */
const goesOn = ({ lapse, rounds, counted }: Case): Closing | null =>
  lapse && counted.closing?.round === rounds.length ? null : counted.closing

/** Taken back before it reached the applicant: nobody was told anything (rulebook R118). */
const takenBack = ({ at, rounds, counted }: Case): Closing | null =>
  !at.context.sent && counted.closing?.round === rounds.length ? null : counted.closing

/** The first closing stands: a reply made anew, by order or by the organ itself, is no second 件 (rulebook R98). */
const closingAfter = (before: Case, fact: Fact): Closing | null => {
  const { closing: already } = before.counted
  switch (fact.type) {
    case 'CorrectionReceived':
    case 'PaymentReceived':
      return goesOn(before)
    case 'ReplyRevised':
      return takenBack(before)
    case 'ReplyDispatched':
      return already ?? closing(before, fact.dispatchedOn)
    case 'RequestAbandoned':
      return already ?? closedAs(before, fact.outcome, fact.abandonedOn)
    case 'RequestWithdrawn':
      return already ?? closedAs(before, 'X3', fact.withdrawnOn)
    case 'OutcomeDecided':
      return already ?? (fact.closes ? closedAs(before, 'X3', fact.decidedOn) : null)
    default:
      return already
  }
}

/** What is counted of a case when it begins; one split off takes along what was done to it before (rulebook R96, T39). */
export const countedFirst = (fact: FactOf<'RequestArrived' | 'RequestReceived' | 'RequestSplitOff'>): Counted => {
  const { corrections, extension } = fact.type === 'RequestSplitOff' ? fact : { corrections: [], extension: null }
  return {
    kind: (fact.applicant as typeof fact.applicant | undefined)?.kind ?? 'other',
    closing: null,
    corrected: corrections.length > 0,
    extended: extension !== null,
    remedies: [],
  }
}

/** What is counted of a case after a fact; `after` is the case with the fact put down in it. */
export const countedAfter = (before: Case, fact: Fact, after: Pick<Case, 'remedies'>): Counted => ({
  kind: before.counted.kind,
  closing: closingAfter(before, fact),
  corrected: before.counted.corrected || fact.type === 'CorrectionRequested',
  extended: before.counted.extended || fact.type === 'ReplyExtended',
  remedies: countedRemedies(before.counted.remedies, fact, after),
})

/** Put together again where the ledger's words were erased: who filed and the outcome are kept beside it. */
export const countedWithoutWords = (
  { counted }: Pick<Case, 'counted'>,
  kept: { readonly kind: ApplicantKind; readonly outcome: Outcome | null },
): Counted => {
  const { closing: told } = counted
  const outcome = told?.outcome ?? kept.outcome
  const filled = told && outcome ? { ...told, outcome, line: grounds[outcome].reportLine } : null
  return { ...counted, kind: kept.kind, closing: filled }
}
