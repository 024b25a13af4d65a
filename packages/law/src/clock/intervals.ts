import type { Day } from '../day.js'
import { laterOf } from '../day.js'

/** Days after `from` up to and including `to` are not counted; `to` is null while the party still is being asked. */
export interface Interval {
  readonly from: Day
  readonly to: Day | null
}

/** The union of intervals after `anchor`, in order (条例 33.3; rulebook R30: overlapping consultations count once). */
export const union = (intervals: readonly Interval[], anchor: Day): Interval[] => {
  const clipped = intervals
    .map(({ from, to }) => ({ from: laterOf(from, anchor), to }))
    .filter(({ from, to }) => to === null || to > from)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const merged: Interval[] = []
  for (const next of clipped) {
    const last = merged.at(-1)
    if (last && (last.to === null || next.from <= last.to)) merged[merged.length - 1] = join(last, next)
    else merged.push(next)
  }
  return merged
}

const join = (a: Interval, b: Interval): Interval => ({
  from: a.from,
  to: a.to === null || b.to === null ? null : laterOf(a.to, b.to),
})
