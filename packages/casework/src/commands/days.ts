import type { Day } from '@zhiqing/law'
import type { Office } from '../office.js'
import { type Refusal, refuse } from '../refusal.js'

/** A named day may differ from the day of keying it in, but never lie after it. */
export const notAfterAct = (field: string, day: Day | undefined, { on }: Pick<Office, 'on'>): Refusal | undefined =>
  day !== undefined && day > on ? refuse('dayInFuture', { field, day, on }) : undefined

/** A day that cannot lie before another, e.g. service before the letter was issued. */
export const notBefore = (field: string, day: Day | undefined, what: string, limit: Day | null): Refusal | undefined =>
  day !== undefined && limit !== null && day < limit ? refuse('dayTooEarly', { field, day, what, limit }) : undefined
