import { type ClockReading, type Day, grounds, readClock, type Stage, type State, type TraceRow } from '@zhiqing/law'
import type { Case } from './case.js'
import { replyClock } from './clocks.js'
import { type DueDate, dueDates, remediesOf } from './due.js'
import type { Office } from './office.js'
import { remedyBlockOf } from './remedy-block.js'

const stages: Readonly<Record<State, Stage>> = {
  pendingConfirmation: '接收',
  received: '接收',
  registered: '登记',
  formReview: '办理',
  awaitingCorrection: '办理',
  triage: '办理',
  awaitingReasons: '办理',
  deciding: '办理',
  awaitingPayment: '办理',
  searching: '协查',
  discussing: '协查',
  drafting: '答复',
  examining: '答复',
  signing: '答复',
  issued: '答复',
  served: '办结',
  abandoned: '办结',
  withdrawn: '办结',
  archived: '归档',
}

/** Where a case stands, in the words shown to people. */
export const stageOf = (current: Case): Stage => stages[stateOf(current)]

/** The leaf state; every stored case is past `draft`. */
export const stateOf = (current: Case): State => current.at.state as State

/** The part of an answer that says where a case stands and what is due. */
export interface CaseView {
  readonly stage: Stage
  readonly state: State
  readonly clock: ClockReading
  readonly dueDates: readonly DueDate[]
}

/** Reads a case on the office's day. */
export const viewOf = (current: Case, office: Pick<Office, 'on' | 'calendar' | 'settings'>): CaseView => ({
  stage: stageOf(current),
  state: stateOf(current),
  clock: readClock(replyClock(current, office), office.on, office.calendar),
  dueDates: dueDates(current, office),
})

/** How a case ended, or stands at the end of a play (contract §3). */
export interface CaseEnd {
  readonly outcome: string | null
  readonly reportLine: string | null
  readonly remedy: string | null
  readonly onTime: boolean | null
  readonly stage: Stage
  readonly remedies: { readonly reconsiderationBy: Day | null; readonly litigationBy: Day | null }
  readonly trace: readonly TraceRow[]
  /** The round of reply, from 0; an order to reply anew begins the next (rulebook R76). */
  readonly round: number
}

/** What counts is the first decision told: a reply made anew is no second one (R98), one never sent is none (R95, A11). */
const countedDecision = ({ rounds, decision }: Case): Case['decision'] =>
  rounds.find(({ decision: made, reply }) => made && (!reply || reply.dispatchedOn))?.decision ?? decision

/** On time by the posting date for post, by the signing date for service by hand; null for X1–X3 (rulebook R60). */
const onTimeOf = (current: Case, office: Pick<Office, 'calendar'>): boolean | null => {
  const { endedOn, dueOn } = replyClock(current, office)
  if (!current.reply?.dispatchedOn || !endedOn || !dueOn || current.decision?.outcome.startsWith('X')) return null
  return endedOn <= dueOn
}

export const endOf = (current: Case, office: Pick<Office, 'calendar' | 'settings'>): CaseEnd => {
  const { decision } = current
  const counted = countedDecision(current)
  const { reconsideration, litigation } = remediesOf(current, office)
  return {
    outcome: decision?.outcome ?? null,
    reportLine: counted && !current.drill ? grounds[counted.outcome].reportLine : null,
    remedy: remedyBlockOf(current, office),
    onTime: onTimeOf(current, office),
    stage: stageOf(current),
    remedies: { reconsiderationBy: reconsideration?.due ?? null, litigationBy: litigation?.due ?? null },
    trace: replyClock(current, office).trace,
    round: current.rounds.length,
  }
}
