/*
 * What the oracle knows of a case: only what people did and on which days, kept as plain data. Written from the rulebook
 * (§1, §2, §3); nothing of the code under test.
 */

export interface Asked {
  readonly id: string
  readonly kind: 'thirdParty' | 'coProducer' | 'other'
  readonly dispatchedOn: string
  servedOn: string | null
  endedOn: string | null
  how: 'open' | 'opinion' | 'returned' | 'lapsed'
  objected: boolean
  /** The anchor in whose period the time of asking began; what was asked before it is cleared (T9, T27, T38). */
  since: number | null
}

/** A day from which a period of 20 working days runs (C9), and what happened to that period. */
export interface Anchor {
  readonly on: string
  readonly cause: 'receipt' | 'correction' | 'payment' | 'redo'
  /** When the clock had been stopped. */
  readonly heldFrom: string | null
  /** A correction told after the seventh working day: the strict reading does not know it (R23). */
  readonly late: boolean
  extension: number
  /** The day that stands in place of the counted one: Art 35, or the instrument's own (R34, R76). */
  until: string | null
  deferred: boolean
}

export interface Correction {
  readonly requestedOn: string
  readonly late: boolean
  readonly period: number
  servedOn: string | null
  receivedOn: string | null
}

export interface Heard {
  readonly id: string
  readonly kind: 'review' | 'suit' | 'complaint'
  readonly round: number
  readonly filedOn: string
  readonly copyReceivedOn: string
  readonly simplified: boolean
  readonly after: boolean
  state: 'open' | 'answered' | 'judged' | 'appealing' | 'over'
  answeredOnce: boolean
  corrects: boolean
  agreed: boolean
  sued: boolean
  carriedOut: boolean
  decidedOn: string | null
  receivedOn: string | null
  ruling: boolean
}

export interface Decided {
  readonly outcome: string
  readonly block: 'RB0' | 'RB1' | 'RB2' | 'RB3'
  readonly letter: string | null
  readonly discloses: boolean
}

export interface Model {
  basis: 'dispatch' | 'service'
  electronic: boolean
  state: string
  arrivedOn: string
  receivedOn: string | null
  anchors: Anchor[]
  held: { from: string; cause: 'correction' | 'payment'; late: boolean } | null
  endedOn: string | null
  formAccepted: boolean
  corrections: Correction[]
  /** The fee once it was charged; `awaited` from the notice until it is paid (R45, R46). */
  fee: { chargedOn: string; amount: number; servedOn: string | null; awaited: boolean } | null
  reasons: { askedOn: string; servedOn: string | null; given: boolean; accepted: boolean | null } | null
  asked: Asked[]
  /** Askings of the case this one was split from: their time counts, nothing more is done with them (T39). */
  inherited: Asked[]
  assistances: { readonly id: string; readonly dueOn: string | null; open: boolean }[]
  searched: boolean
  decision: Decided | null
  signedOn: string | null
  sent: { on: string; method: string } | null
  sentInTime: boolean
  returnedOn: string | null
  servedOn: string | null
  lapse: 'X1' | 'X2' | null
  lapseServedOn: string | null
  withdrawn: boolean
  round: number
  redo: 'named' | 'unnamed' | null
  remedies: Heard[]
  rectifications: { readonly id: string; readonly receivedOn: string; open: boolean }[]
  /** A reply that gives information was sent at some time (R42). */
  given: boolean
  suggested: boolean
}

export const unborn = (arrivedOn: string, basis: Model['basis'], electronic: boolean): Model => ({
  basis,
  electronic,
  state: 'pendingConfirmation',
  arrivedOn,
  receivedOn: null,
  anchors: [],
  held: null,
  endedOn: null,
  formAccepted: false,
  corrections: [],
  fee: null,
  reasons: null,
  asked: [],
  inherited: [],
  assistances: [],
  searched: false,
  decision: null,
  signedOn: null,
  sent: null,
  sentInTime: false,
  returnedOn: null,
  servedOn: null,
  lapse: null,
  lapseServedOn: null,
  withdrawn: false,
  round: 0,
  redo: null,
  remedies: [],
  rectifications: [],
  given: false,
  suggested: false,
})

/** A case split off has its parent's clock and corrections, and nothing else of it (T39). */
export const childOf = (parent: Model): Model => {
  const { anchors, corrections, asked, inherited } = structuredClone(parent)
  const { basis, electronic, arrivedOn, receivedOn } = parent
  const born = unborn(arrivedOn, basis, electronic)
  return { ...born, state: 'registered', receivedOn, anchors, corrections, inherited: [...inherited, ...asked] }
}

export const anchorOf = ({ anchors }: Model): Anchor => anchors.at(-1) as Anchor

/** The whole period runs anew from this day; extension and deferral belonged to the old one (T9, T27, T38). */
export const restart = (model: Model, on: string, cause: Anchor['cause'], until: string | null = null): void => {
  const { held } = model
  const late = cause === 'correction' && held !== null && held.late
  model.anchors.push({ on, cause, heldFrom: held?.from ?? null, late, extension: 0, until, deferred: false })
  model.held = null
  model.endedOn = null
}

export const openAsked = ({ asked }: Model): Asked[] => asked.filter(({ endedOn }) => endedOn === null)

export const openTasks = (model: Model): number =>
  openAsked(model).length + model.assistances.filter(({ open }) => open).length

/** 协查 as long as a task is open, else 办理 (T19, T24). */
export const byTasks = (model: Model): void => {
  model.state = openTasks(model) > 0 ? 'searching' : 'deciding'
}

export const closedStates = ['served', 'abandoned', 'withdrawn', 'archived']
export const isClosed = ({ state }: Model): boolean => closedStates.includes(state)
