import type { Calendar } from '../calendar/index.js'
import type { Day } from '../day.js'
import { earlierOf } from '../day.js'
import { type Interval, union } from './intervals.js'
import { periodOf } from './period.js'
import { type TraceRow, traceOf } from './trace.js'
import type { ClockVerb, Restart, Start } from './verbs.js'

export type ClockStatus = 'none' | 'running' | 'stopped' | 'suspended' | 'ended'

/** What the verbs of a case amount to in days. Today is no input: overdue is asked when the clock is read. */
export interface Clock {
  readonly status: ClockStatus
  /** The day the running period counts from (receipt, the correction's receipt, or the day the fee was paid). */
  readonly anchor: Day | null
  /** Working days given from the anchor, before anything lengthened them; null without one. */
  readonly period: number | null
  /** Null while stopped, and while a consultation is open: nobody can know it then (rulebook C9). */
  readonly dueOn: Day | null
  /** Working days left when the open consultation began; null unless suspended. */
  readonly remainingWhileSuspended: number | null
  /** Working days added by extension since the anchor. */
  readonly extension: number
  /** The day that was set in place of the computed one; later consultations do not move it (rulebook A7). */
  readonly deferredUntil: Day | null
  /** Working days left out because another was being asked. */
  readonly excluded: number
  readonly endedOn: Day | null
  readonly provisional: boolean
  readonly intervals: readonly Interval[]
  readonly trace: readonly TraceRow[]
}

interface Walk {
  anchor: Day | null
  period: number | null
  held: boolean
  extension: number
  deferredUntil: Day | null
  endedOn: Day | null
  asked: Map<string, Interval>
}

const begin = (walk: Walk, verb: Start | Restart): void => {
  const fresh = { held: false, extension: 0, deferredUntil: null, endedOn: null, asked: new Map() }
  Object.assign(walk, { anchor: verb.on, period: periodOf(verb), ...fresh })
}

const apply = (walk: Walk, verb: ClockVerb): void => {
  switch (verb.verb) {
    case 'start':
    case 'restart':
      begin(walk, verb)
      break
    case 'hold':
      walk.held = true
      break
    case 'pause':
      walk.asked.set(verb.key, { from: verb.on, to: null })
      break
    case 'resume':
      resume(walk, verb.key, verb.on)
      break
    case 'extend':
      walk.extension += verb.workingDays
      break
    case 'defer':
      walk.deferredUntil = verb.until
      break
    case 'end':
      walk.endedOn = verb.on
  }
}

const resume = (walk: Walk, key: string, on: Day): void => {
  const interval = walk.asked.get(key)
  if (interval) walk.asked.set(key, { from: interval.from, to: interval.to ? earlierOf(interval.to, on) : on })
}

const statusOf = (walk: Walk, suspended: boolean): ClockStatus => {
  if (!walk.anchor) return 'none'
  if (walk.endedOn) return 'ended'
  if (walk.held) return 'stopped'
  return suspended ? 'suspended' : 'running'
}

interface Reach {
  readonly dueOn: Day | null
  readonly excluded: number
  readonly remaining: number | null
  /** The last day that was counted. */
  readonly countedTo: Day
}

/** Rulebook C9: due = addWD(anchor, 20 + ext + excluded); an interval that begins after the due day so far is ignored. */
const reach = (anchor: Day, period: number, intervals: readonly Interval[], calendar: Calendar): Reach => {
  let excluded = 0
  let due = calendar.addWorkingDays(anchor, period).due
  for (const { from, to } of intervals) {
    if (from > due) break
    if (to === null) {
      const remaining = period + excluded - calendar.countWorkingDays(anchor, from)
      return { dueOn: null, excluded, remaining, countedTo: from }
    }
    excluded += calendar.countWorkingDays(from, to)
    due = calendar.addWorkingDays(anchor, period + excluded).due
  }
  return { dueOn: due, excluded, remaining: null, countedTo: due }
}

/** The state of the reply clock after these verbs (rulebook C9, C10). Throws CalendarUnknown outside the calendar. */
export const runClock = (verbs: readonly ClockVerb[], calendar: Calendar): Clock => {
  const walk: Walk = {
    anchor: null,
    period: null,
    held: false,
    extension: 0,
    deferredUntil: null,
    endedOn: null,
    asked: new Map(),
  }
  for (const verb of verbs) apply(walk, verb)
  const { anchor, period, extension, deferredUntil, endedOn } = walk
  const trace = traceOf(verbs, calendar)
  const none = {
    anchor,
    period,
    dueOn: null,
    remainingWhileSuspended: null,
    extension,
    deferredUntil,
    excluded: 0,
    endedOn,
    provisional: false,
    intervals: [],
    trace,
  }
  if (!anchor || period === null) return { ...none, status: 'none' }
  if (walk.held) return { ...none, status: statusOf(walk, false) }
  if (deferredUntil) return { ...none, status: statusOf(walk, false), dueOn: deferredUntil }
  const intervals = union([...walk.asked.values()], anchor)
  const { dueOn, excluded, remaining, countedTo } = reach(anchor, period + extension, intervals, calendar)
  return {
    status: statusOf(walk, dueOn === null),
    anchor,
    period,
    dueOn,
    remainingWhileSuspended: remaining,
    extension,
    deferredUntil,
    excluded,
    endedOn,
    provisional: (dueOn !== null || !endedOn) && calendar.isProvisional(anchor, countedTo),
    intervals,
    trace,
  }
}
