import type { ArticleRef } from '../citation.js'
import type { Day } from '../day.js'

interface Verb<Name extends string> {
  readonly verb: Name
  /** The legal day of the act, not the day it was keyed in. */
  readonly on: Day
  readonly article: ArticleRef
}

/** Runs the reply clock from a receipt (条例 31). */
export type Start = Verb<'start'>
/** Stops it: the organ waits for the applicant (条例 30, 办法 6). */
export type Hold = Verb<'hold'>
/** Gives the whole period anew from this day (条例 30, 办法 6); `workingDays` where it is another one (rulebook R76). */
export type Restart = Verb<'restart'> & { readonly workingDays?: number }
/** Days after this one are not counted while the party `key` is being asked (条例 33.3). */
export type Pause = Verb<'pause'> & { readonly key: string }
/** The last day not counted for the party `key`. An earlier `resume` of the same key wins. */
export type Resume = Verb<'resume'> & { readonly key: string }
/** Adds working days to the period (条例 33.2). */
export type Extend = Verb<'extend'> & { readonly workingDays: number }
/** Replaces the due day by one that was set and told: a delayed reply (条例 35), or the day an order to redo names. */
export type Defer = Verb<'defer'> & { readonly until: Day }
/** The reply went out, or the case closed without one. */
export type End = Verb<'end'>

/** What an act does to the reply clock. The machines say it; {@link runClock} turns it into days. */
export type ClockVerb = Start | Hold | Restart | Pause | Resume | Extend | Defer | End
export type ClockVerbName = ClockVerb['verb']
