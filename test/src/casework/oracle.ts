import { at, days, lastSettled, nth, plus, working } from '../law/civil-days.js'

/*
 * What the rulebook (C5–C9, R22–R35, A3, A4) says of a case, read by walking over sets of days, one day at a time. No
 * prefix sums, no arithmetic on intervals, nothing of the code under test.
 */

export interface Asked {
  readonly id: string
  readonly kind: 'thirdParty' | 'coProducer' | 'other'
  readonly dispatchedOn: string
  servedOn: string | null
  endedOn: string | null
  how: 'open' | 'opinion' | 'returned' | 'lapsed'
}
export interface Model {
  basis: 'dispatch' | 'service'
  arrivedOn: string
  receivedOn: string | null
  /** Receipt, the receipt of the correction, or the payment. */
  anchor: string
  strictAnchor: string
  extension: number
  /** As if a correction told late had not stopped anything. */
  strictExtension: number
  formAccepted: boolean
  correction: {
    requestedOn: string
    late: boolean
    period: number
    servedOn: string | null
    receivedOn: string | null
  } | null
  /** The fee once it was charged; `awaited` from the notice until it is paid (R45, R46). */
  fee: { chargedOn: string; amount: number; servedOn: string | null; awaited: boolean } | null
  asked: Asked[]
  /** `none` before receipt. */
  status: 'none' | 'counting' | 'stopped' | 'ended'
  /** The due day when it ended. */
  kept: { dueOn: string | null; provisional: boolean }
}

/** Ways to be wrong on purpose, for the planted defects. */
export interface Wrong {
  readonly working?: (day: string) => boolean
  /** Overlapping consultations added up instead of united. */
  readonly summed?: boolean
  /** The letter’s day itself excluded too. */
  readonly fromTheDay?: boolean
  /** A restart gives back only what was left. */
  readonly twentyIsNineteen?: boolean
}

interface Counted {
  readonly dueOn: string | null
  /** What is left when a consultation is open. */
  readonly left: number | null
  /** The last day that was counted. */
  readonly through: string
}

/** The excluded days and the due day of one reading. */
const count = (model: Model, reading: 'shown' | 'strict', wrong: Wrong = {}): Counted => {
  const isWorking = wrong.working ?? working
  const strict = reading === 'strict'
  const anchor = strict ? model.strictAnchor : model.anchor
  const need = (wrong.twentyIsNineteen ? 19 : 20) + (strict ? model.strictExtension : model.extension)
  const starts = (asked: Asked) => (strict || model.basis === 'service' ? asked.servedOn : asked.dispatchedOn)
  const waiting = model.asked.filter((asked) => starts(asked) !== null)
  waiting.sort((one, two) => ((starts(one) as string) < (starts(two) as string) ? -1 : 1))
  const excluded = new Set<string>()
  let wanted = need
  let open: string | null = null
  for (;;) {
    // the due day reached so far: as many working days as are needed and excluded
    let still = wanted
    let due = anchor
    while (still > 0) {
      due = plus(due, 1)
      if (isWorking(due)) still -= 1
    }
    let reached = due
    for (const day of excluded) if (day > reached) reached = day
    const next = waiting.findIndex((asked) => (starts(asked) as string) <= reached)
    if (next < 0) {
      if (open === null) return { dueOn: due, left: null, through: due }
      let counted = 0
      for (let i = at(anchor) + 1; i <= at(open); i++) {
        if (isWorking(days[i] as string) && !excluded.has(days[i] as string)) counted += 1
      }
      // the union begins where the unbroken row of excluded days that leads up to it begins
      let through = open
      while (through > anchor && excluded.has(through)) through = plus(through, -1)
      return { dueOn: null, left: need - counted, through }
    }
    const [asked] = waiting.splice(next, 1) as [Asked]
    const from = starts(asked) as string
    if (asked.endedOn === null) {
      if (open === null || from < open) open = from
      continue
    }
    for (let i = at(from) + (wrong.fromTheDay ? 0 : 1); i <= at(asked.endedOn); i++) {
      const day = days[i] as string
      if (day <= anchor) continue
      if (isWorking(day) && (wrong.summed || !excluded.has(day))) wanted += 1
      excluded.add(day)
    }
  }
}

export interface Reading {
  readonly clock: {
    readonly status: string
    readonly dueOn: string | null
    readonly remainingWorkingDays: number | null
    readonly overdue: boolean
    readonly provisional: boolean
  }
  /** `what` or `what id` → day; exactly what must be open among these kinds. */
  readonly dues: Readonly<Record<string, string | null>>
}

const unsettled = (day: string | null): boolean => day !== null && day > lastSettled

/** The fifteen working days of somebody asked, from the service; null while not served (R28, R31, R32). */
export const lastDay = ({ servedOn }: Asked, isWorking = working): string | null =>
  servedOn === null ? null : nth(servedOn, 15, isWorking)

/** The last day to correct, from the service of P01 (R24, R25). */
export const correctionLast = ({ correction }: Model): string | null =>
  correction?.servedOn ? nth(correction.servedOn, correction.period) : null

/** The last day to pay, from the service of L06 (R45). */
export const paymentLast = ({ fee }: Model): string | null => (fee?.servedOn ? nth(fee.servedOn, 20) : null)

/** Ends whatever is past on this day: dated its last day, however late it is looked at (contract §2). */
export const sweep = (model: Model, on: string): void => {
  for (const asked of model.asked) {
    const last = lastDay(asked)
    if (asked.endedOn === null && asked.kind !== 'other' && last !== null && last < on) {
      asked.endedOn = last
      asked.how = 'lapsed'
    }
  }
}

export const dueInForce = (model: Model): string | null => count(model, 'shown').dueOn

export const read = (model: Model, on: string, wrong: Wrong = {}): Reading => {
  const isWorking = wrong.working ?? working
  const nothing = { dueOn: null, remainingWorkingDays: null, overdue: false, provisional: false }
  if (model.status === 'none') return { clock: { status: 'none', ...nothing }, dues: {} }
  if (model.status === 'ended') return { clock: { status: 'ended', ...nothing, ...model.kept }, dues: {} }
  const dues: Record<string, string | null> = {}
  if (!model.formAccepted && !model.correction) dues.correctionNotice = nth(model.receivedOn as string, 7, isWorking)
  for (const asked of model.asked) {
    if (asked.endedOn !== null) continue
    const what = asked.kind === 'thirdParty' ? 'thirdPartyOpinion' : 'organOpinion'
    dues[`${what} ${asked.id}`] = lastDay(asked, isWorking)
  }
  const stopped = model.status === 'stopped'
  const { dueOn, left, through } = count(model, 'shown', wrong)
  const unpaid = stopped && model.fee?.awaited === true
  if (unpaid) dues.payment = paymentLast(model)
  else if (stopped) dues.correctionReply = correctionLast(model)
  const shown = stopped ? null : dueOn
  if (shown !== null) {
    dues.reply = shown
    if (model.extension === 0) dues.extensionNotice = shown
  }
  // the strict reading stands still too, unless the correction was told late (R23, A4)
  const strict = unpaid || (stopped && !model.correction?.late) ? null : count(model, 'strict', wrong).dueOn
  if (strict !== null && (shown === null || strict < shown)) dues.replyStrict = strict
  if (stopped) return { clock: { status: 'stopped', ...nothing }, dues }
  if (dueOn === null)
    return {
      clock: {
        status: 'suspended',
        ...nothing,
        remainingWorkingDays: left,
        provisional: through > (model.anchor as string) && unsettled(through),
      },
      dues,
    }
  let remaining = 0
  const [from, to] = on < dueOn ? [on, dueOn] : [dueOn, on]
  for (let i = at(from) + 1; i <= at(to); i++) if (isWorking(days[i] as string)) remaining += on < dueOn ? 1 : -1
  const overdue = on > dueOn
  return {
    clock: { status: 'running', dueOn, remainingWorkingDays: remaining, overdue, provisional: unsettled(dueOn) },
    dues,
  }
}
