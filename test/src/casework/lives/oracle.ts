import { at, days, lastSettled, nth, plus, working } from '../../law/civil-days.js'
import { type Asked, anchorOf, isClosed, type Model, openAsked } from './model.js'

/*
 * What the rulebook (C5–C10, R22–R35, R45, R61, R70–R76, A3, A4, A7) says of a case, read by walking over sets of days,
 * one day at a time. No prefix sums, no arithmetic on intervals, nothing of the code under test.
 */

/** Ways to be wrong on purpose, for the planted defects. */
export interface Wrong {
  readonly working?: (day: string) => boolean
  /** Overlapping consultations added up instead of united. */
  readonly summed?: boolean
  /** The letter’s day itself excluded too. */
  readonly fromTheDay?: boolean
  readonly nineteen?: boolean
  /** A correction gives back only what was left. */
  readonly pausedByCorrection?: boolean
  /** A payment gives back only what was left. */
  readonly pausedByPayment?: boolean
  /** A consultation after the deferral moves the day that was told. */
  readonly deferralMoves?: boolean
  /** An order to reply anew lets the old period run on. */
  readonly redoContinues?: boolean
}

interface Span {
  readonly from: string
  readonly to: string | null
}

interface Period {
  readonly anchor: string
  readonly need: number
  readonly spans: readonly Span[]
  readonly until: string | null
  readonly untilToldOn: string
}

type Reads = 'shown' | 'strict'

const begins = ({ servedOn, dispatchedOn }: Asked, basis: Model['basis'], reads: Reads): string | null =>
  reads === 'strict' || basis === 'service' ? servedOn : dispatchedOn

/** The period in force: the last anchor that this reading (or this error) knows. */
const periodOf = (model: Model, reads: Reads, wrong: Wrong): Period => {
  const extra: Span[] = []
  let extension = 0
  let until: string | null = null
  let i = model.anchors.length - 1
  for (; ; i--) {
    const { on, cause, late, heldFrom, ...rest } = model.anchors[i] as Model['anchors'][number]
    extension += rest.extension
    until ??= rest.until
    const unknown = reads === 'strict' && late
    const paused =
      (wrong.pausedByCorrection && cause === 'correction') || (wrong.pausedByPayment && cause === 'payment')
    const overlooked = wrong.redoContinues && cause === 'redo'
    if (i === 0 || !(unknown || paused || overlooked)) break
    if (paused && !unknown && heldFrom) extra.push({ from: heldFrom, to: on })
    if (overlooked) until = null
  }
  const asked = [...model.inherited, ...model.asked].filter(({ since }) => since !== null && since >= i)
  const spans = asked.flatMap((one) => {
    const from = begins(one, model.basis, reads)
    return from === null ? [] : [{ from, to: one.endedOn }]
  })
  const anchor = model.anchors[i] as Model['anchors'][number]
  return {
    anchor: reads === 'strict' && i === 0 ? model.arrivedOn : anchor.on,
    need: (wrong.nineteen ? 19 : 20) + extension,
    spans: [...extra, ...spans],
    until,
    untilToldOn: anchor.on,
  }
}

interface Counted {
  readonly dueOn: string | null
  /** What is left when a consultation is open. */
  readonly left: number | null
  readonly anchor: string
  /** The last day that was counted. */
  readonly through: string
}

/** The excluded days and the due day of one reading. */
const count = ({ anchor, need, spans }: Period, wrong: Wrong): Counted => {
  const isWorking = wrong.working ?? working
  const waiting = spans.toSorted((one, two) => (one.from < two.from ? -1 : 1))
  const excluded = new Set<string>()
  let wanted = need
  let open: string | null = null
  for (;;) {
    // the due day reached so far: as many working days as are needed and excluded
    const due = nth(anchor, wanted, isWorking)
    let reached = due
    for (const day of excluded) if (day > reached) reached = day
    const next = waiting.findIndex(({ from }) => from <= reached)
    if (next < 0) {
      if (open === null) return { dueOn: due, left: null, anchor, through: due }
      return suspended(anchor, need, open, excluded, isWorking)
    }
    const [{ from, to }] = waiting.splice(next, 1) as [Span]
    if (to === null) {
      if (open === null || from < open) open = from
      continue
    }
    for (let i = at(from) + (wrong.fromTheDay ? 0 : 1); i <= at(to); i++) {
      const day = days[i] as string
      if (day <= anchor) continue
      if (isWorking(day) && (wrong.summed || !excluded.has(day))) wanted += 1
      excluded.add(day)
    }
  }
}

const suspended = (
  anchor: string,
  need: number,
  open: string,
  excluded: ReadonlySet<string>,
  isWorking: (day: string) => boolean,
): Counted => {
  let counted = 0
  for (let i = at(anchor) + 1; i <= at(open); i++) {
    const day = days[i] as string
    if (isWorking(day) && !excluded.has(day)) counted += 1
  }
  // the union begins where the unbroken row of excluded days that leads up to it begins
  let through = open
  while (through > anchor && excluded.has(through)) through = plus(through, -1)
  return { dueOn: null, left: need - counted, anchor, through }
}

/** A day that was named or told stands whatever is asked afterwards (A7, R76). */
const dueOf = (model: Model, reads: Reads, wrong: Wrong): Counted => {
  const period = periodOf(model, reads, wrong)
  const { until, anchor } = period
  if (until === null) return count(period, wrong)
  return { dueOn: wrong.deferralMoves ? moved(period, until) : until, left: null, anchor, through: anchor }
}

const moved = ({ spans }: Period, until: string): string => {
  const asked = spans.reduce((sum, { from, to }) => {
    let n = sum
    for (let i = at(from) + 1; to !== null && i <= at(to); i++) if (working(days[i] as string)) n += 1
    return n
  }, 0)
  return asked > 0 ? nth(until, asked) : until
}

export interface Reading {
  readonly clock: {
    readonly status: string
    readonly dueOn: string | null
    readonly remainingWorkingDays: number | null
    readonly overdue: boolean
    readonly provisional: boolean
  }
  /** `what` or `what id` → day: everything that is open, and nothing else. */
  readonly dues: Readonly<Record<string, string | null>>
}

const unsettled = (day: string | null): boolean => day !== null && day > lastSettled

type IsWorking = (day: string) => boolean

/** The fifteen working days of somebody asked, from the service; null while not served (R28, R31, R32). */
export const lastDay = ({ servedOn }: Asked, isWorking: IsWorking = working): string | null =>
  servedOn === null ? null : nth(servedOn, 15, isWorking)

/** The last day to correct, from the service of P01 (R24, R25). */
export const correctionLast = ({ corrections }: Model): string | null => {
  const last = corrections.at(-1)
  return last?.servedOn ? nth(last.servedOn, last.period) : null
}

/** The last day to tell what to correct: the seventh working day (R22). */
export const noticeLast = ({ corrections, receivedOn }: Model): string =>
  nth(corrections.at(-1)?.receivedOn ?? (receivedOn as string), 7)

/** The last day to pay, from the service of L06 (R45). */
export const paymentLast = ({ fee }: Model): string | null => (fee?.servedOn ? nth(fee.servedOn, 20) : null)

export const reasonsLast = ({ reasons }: Model): string | null => (reasons?.servedOn ? nth(reasons.servedOn, 10) : null)

const rolled = (day: string): string => (working(day) ? day : nth(day, 1))

/** Calendar days, rolled off a day of rest (C7). */
export const calendarDays = (from: string, n: number): string => rolled(plus(from, n))

/** Six months: the corresponding day, or the month’s last (C7). */
export const sixMonths = (from: string): string => {
  const [year, month, date] = from.split('-').map(Number) as [number, number, number]
  const index = year * 12 + (month - 1) + 6
  const head = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-`
  const inMonth = days.slice(at(`${head}01`), at(`${head}01`) + 31).filter((day) => day.startsWith(head))
  return rolled(inMonth[Math.min(date, inMonth.length) - 1] as string)
}

/** What is past on this day: to be ended, dated its last day, however late it is looked at (contract §2). */
export const past = (model: Model, on: string): Asked[] =>
  isClosed(model)
    ? []
    : openAsked(model).filter((asked) => {
        const last = lastDay(asked)
        return asked.kind !== 'other' && last !== null && last < on
      })

export const dueInForce = (model: Model): string | null => dueOf(model, 'shown', {}).dueOn

type Dues = Record<string, string | null>

const unlive = ['pendingConfirmation', 'issued', 'served', 'abandoned', 'withdrawn', 'archived']

const handlingDues = (model: Model, isWorking: IsWorking): Dues => {
  const dues: Dues = {}
  if (unlive.includes(model.state)) return dues
  // where an instrument names the day no correction may be asked for any more (R76)
  if (!model.formAccepted && model.corrections.length === 0 && model.redo !== 'named')
    dues.correctionNotice = nth(model.receivedOn as string, 7, isWorking)
  for (const asked of openAsked(model)) {
    const what = asked.kind === 'thirdParty' ? 'thirdPartyOpinion' : 'organOpinion'
    dues[`${what} ${asked.id}`] = lastDay(asked, isWorking)
  }
  for (const { id, dueOn, open } of model.assistances) if (open && dueOn) dues[`assistance ${id}`] = dueOn
  if (model.state === 'awaitingCorrection') dues.correctionReply = correctionLast(model)
  if (model.state === 'awaitingPayment') dues.payment = paymentLast(model)
  if (model.state === 'awaitingReasons') dues.reasons = reasonsLast(model)
  return dues
}

const remedyDues = (model: Model): Dues => {
  const dues: Dues = {}
  const from = model.signedOn ? model.servedOn : model.lapseServedOn
  const block = model.decision?.block
  if (from && block && block !== 'RB0') dues.reconsideration = calendarDays(from, 60)
  if (from && (block === 'RB2' || block === 'RB3')) dues.litigation = sixMonths(from)
  for (const one of model.remedies) {
    if (one.kind === 'review' && one.state === 'open' && one.copyReceivedOn >= '2024-01-01')
      dues[`reconsiderationAnswer ${one.id}`] = nth(one.copyReceivedOn, one.simplified ? 5 : 10)
    const replaced = one.round < model.round && model.servedOn !== null
    if (one.kind === 'review' && one.state === 'over' && !one.agreed && !one.sued && !replaced)
      dues[`litigation ${one.id}`] = calendarDays(one.receivedOn as string, 15)
    if (one.kind === 'suit' && one.state === 'open' && !one.answeredOnce)
      dues[`litigationAnswer ${one.id}`] = calendarDays(one.copyReceivedOn, 15)
    if (one.kind === 'suit' && one.state === 'judged')
      dues[`appeal ${one.id}`] = calendarDays(one.receivedOn as string, one.ruling ? 10 : 15)
  }
  for (const { id, receivedOn, open } of model.rectifications)
    if (open) dues[`rectification ${id}`] = nth(receivedOn, 20)
  return dues
}

/** The reply's own days, and the strict one where it is earlier. */
const replyDues = (model: Model, shown: string | null, wrong: Wrong): Dues => {
  const dues: Dues = {}
  const { extension, deferred } = anchorOf(model)
  if (shown !== null) {
    dues[model.redo ? 'redo' : 'reply'] = shown
    if (extension === 0 && !deferred && !model.redo) dues.extensionNotice = shown
  }
  // the strict reading stands still too, unless the correction was told late (R23, A4)
  const strict = model.held && !model.held.late ? null : dueOf(model, 'strict', wrong).dueOn
  if (strict !== null && (shown === null || strict < shown)) dues.replyStrict = strict
  return dues
}

const remaining = (on: string, dueOn: string, isWorking: IsWorking): number => {
  let n = 0
  const [from, to] = on < dueOn ? [on, dueOn] : [dueOn, on]
  for (let i = at(from) + 1; i <= at(to); i++) if (isWorking(days[i] as string)) n += on < dueOn ? 1 : -1
  return n
}

const nothing = { dueOn: null, remainingWorkingDays: null, overdue: false, provisional: false }

export const read = (model: Model, on: string, wrong: Wrong = {}): Reading => {
  const isWorking = wrong.working ?? working
  if (model.receivedOn === null) return { clock: { status: 'none', ...nothing }, dues: {} }
  const beside = { ...handlingDues(model, isWorking), ...remedyDues(model) }
  const counted = dueOf(model, 'shown', wrong)
  const { dueOn, left, anchor, through } = counted
  const provisional = through > anchor && unsettled(through)
  if (model.endedOn !== null) {
    const kept = model.held ? nothing : { ...nothing, dueOn, provisional: dueOn !== null && provisional }
    return { clock: { status: 'ended', ...kept }, dues: beside }
  }
  const shown = model.held ? null : dueOn
  const dues = { ...beside, ...replyDues(model, shown, wrong) }
  if (model.held) return { clock: { status: 'stopped', ...nothing }, dues }
  if (dueOn === null)
    return { clock: { status: 'suspended', ...nothing, remainingWorkingDays: left, provisional }, dues }
  const remainingWorkingDays = remaining(on, dueOn, isWorking)
  return { clock: { status: 'running', dueOn, remainingWorkingDays, overdue: on > dueOn, provisional }, dues }
}
