import type { Day } from '@zhiqing/law'
import { type Refusal, refuse } from '../refusal.js'

/** What an organ does with information that many ask for (条例 44): decides, and later says where it was published. */
export const publicationActs = {
  publish: '决定主动公开',
  decline: '决定不主动公开',
  published: '记录已经公开',
} as const
export type PublicationAct = keyof typeof publicationActs

export const publicationStates = {
  waiting: '待研判',
  toPublish: '已决定公开，待发布',
  published: '已经主动公开',
  declined: '已决定不主动公开',
} as const
export type PublicationState = keyof typeof publicationStates

/** One act upon a topic; nothing of it is ever changed, a later one stands after it. */
export interface PublicationFact {
  readonly act: PublicationAct
  readonly on: Day
  readonly by: string | null
  readonly reason: string
  /** Where it can be read, once it is published. */
  readonly place: string | null
}

const permitted: Readonly<Record<PublicationState, readonly PublicationAct[]>> = {
  waiting: ['publish', 'decline'],
  toPublish: ['published', 'decline'],
  published: [],
  declined: ['publish'],
}

const after: Readonly<Record<PublicationAct, PublicationState>> = {
  publish: 'toPublish',
  published: 'published',
  decline: 'declined',
}

/**
 * How a topic stands. What was declined waits for somebody again once it was asked for, or suggested, after that day: more
 * applicants, and somebody's suggestion, are a new reason to look (条例 44). `newsOn` is the day of the latest request or
 * suggestion, null where there is none.
 */
export const publicationState = (facts: readonly PublicationFact[], newsOn: Day | null): PublicationState => {
  const last = facts.at(-1)
  if (!last) return 'waiting'
  const state = after[last.act]
  return state === 'declined' && newsOn !== null && newsOn > last.on ? 'waiting' : state
}

export const publicationPermitted = (state: PublicationState): readonly PublicationAct[] => permitted[state]

/** What somebody wants to put down. */
export interface PublicationOrder {
  readonly act: PublicationAct
  readonly reason: string
  readonly place: string
  /** The information was looked at line by line for secrets and other people's rights (条例 17). */
  readonly reviewed: boolean
}

/** Why it cannot be put down, every reason at once. */
export const againstPublication = (state: PublicationState, { act, ...order }: PublicationOrder): Refusal[] => {
  const names = permitted[state].map((one) => publicationActs[one]).join('、') || '没有可以办理的'
  return [
    ...(permitted[state].includes(act)
      ? []
      : [
          refuse('publicationNotNow', {
            state: publicationStates[state],
            act: publicationActs[act],
            permitted: names,
          }),
        ]),
    ...(order.reason.trim() || act === 'published' ? [] : [refuse('publicationReasonMissing')]),
    ...(act !== 'publish' || order.reviewed ? [] : [refuse('publicationUnreviewed')]),
    ...(act !== 'published' || order.place.trim() ? [] : [refuse('publicationPlaceMissing')]),
  ]
}
