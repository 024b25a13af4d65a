import { assign, setup } from 'xstate'
import { type ClockParams, type LetterParams, stepper } from './step.js'

/** The facts that move one asking: of a third party, a co-making organ, another organ, or a unit that assists. */
export const consultationFacts = [
  'ThirdPartyConsulted',
  'CoProducerConsulted',
  'OrganConsulted',
  'AssistanceRequested',
  'AssistanceGiven',
  'LetterServed',
  'OpinionReceived',
  'OpinionFiled',
  'ConsultationReturned',
  'ConsultationLapsed',
] as const
export type ConsultationFact = (typeof consultationFacts)[number]

export interface ConsultationContext {
  /** What suspends: the letter's dispatch, or its service (rulebook A3). */
  readonly basis: 'dispatch' | 'service'
  /** Another organ has no period in law: its silence never ends the asking (rulebook R32). */
  readonly lapses: boolean
}

export interface ConsultationEvent {
  readonly type: ConsultationFact
  readonly basis?: 'dispatch' | 'service'
  /** OpinionFiled: it had been received by the last day, only keyed in later. */
  readonly inTime?: boolean
}

const step = stepper<'fromDispatch' | 'fromService' | 'lapses' | 'inTime', 'opened'>()

const asked = (t: string, article: 'ogi:32' | 'ogi:33.3' | 'ogi:34', zh: string) => [
  step(t, article, zh, {
    guard: 'fromDispatch',
    target: 'awaitingService',
    clock: ['pause', 'dispatchedOn'],
    tally: 'opened',
  }),
  step(t, article, zh, { target: 'awaitingService', tally: 'opened' }),
]

const answers = {
  OpinionReceived: step('T24', 'ogi:33.3', '收到意见', { target: 'answered', clock: ['resume', 'receivedOn'] }),
  ConsultationReturned: step('T24', 'ogi:33.3', '征求意见书退回', {
    target: 'returned',
    clock: ['resume', 'receivedOn'],
  }),
}
const served = step('R60', 'ogi:32', '记录征求意见书送达')
const filed = step('T24', 'ogi:32', '迟到的意见存卷')

/**
 * One run for every party asked (条例 32, 33.3, 34; rulebook R28–R33). Only a written letter to a third party or
 * another organ pauses the reply clock; assistance never does. Silence lapses for third parties and co-makers only.
 */
export const consultationMachine = setup({
  types: { context: {} as ConsultationContext, events: {} as ConsultationEvent },
  guards: {
    fromDispatch: ({ event }) => event.basis === 'dispatch',
    fromService: ({ context }) => context.basis === 'service',
    lapses: ({ context }) => context.lapses,
    inTime: ({ event }) => event.inTime === true,
  },
  actions: {
    opened: assign(({ event }) => ({ basis: event.basis ?? 'dispatch', lapses: event.type !== 'OrganConsulted' })),
    noted: () => {},
    clock: (_, _params: ClockParams) => {},
    letter: (_, _params: LetterParams) => {},
  },
}).createMachine({
  id: 'consultation',
  context: { basis: 'dispatch', lapses: true },
  initial: 'unasked',
  states: {
    unasked: {
      on: {
        ThirdPartyConsulted: asked('T22', 'ogi:32', '书面征求第三方意见'),
        CoProducerConsulted: asked('T23', 'ogi:34', '书面征求共同制作机关意见'),
        OrganConsulted: asked('T23', 'ogi:33.3', '书面征求其他机关意见'),
        AssistanceRequested: step('T18', 'practice', '发出协查', { target: 'assisting' }),
      },
    },
    assisting: { on: { AssistanceGiven: step('T19', 'practice', '协查反馈', { target: 'given' }) } },
    awaitingService: {
      on: {
        LetterServed: [
          step('R60', 'ogi:32', '征求意见书送达', {
            guard: 'fromService',
            target: 'awaitingOpinion',
            clock: ['pause', 'servedOn'],
          }),
          step('R60', 'ogi:32', '征求意见书送达', { target: 'awaitingOpinion' }),
        ],
        ...answers,
        OpinionFiled: filed,
      },
    },
    awaitingOpinion: {
      on: {
        ...answers,
        OpinionFiled: filed,
        LetterServed: [
          step('R60', 'ogi:32', '更正征求意见书送达日期', { guard: 'fromService', clock: ['pause', 'servedOn'] }),
          served,
        ],
        ConsultationLapsed: step('T24', 'ogi:32', '逾期未提出意见', {
          guard: 'lapses',
          target: 'lapsed',
          clock: ['resume', 'lapsedOn'],
        }),
      },
    },
    answered: { on: { LetterServed: served, OpinionFiled: filed } },
    lapsed: {
      on: {
        LetterServed: served,
        OpinionFiled: [
          step('T24', 'ogi:33.3', '期限内的意见补录', {
            guard: 'inTime',
            target: 'answered',
            clock: ['resume', 'receivedOn'],
          }),
          filed,
        ],
      },
    },
    returned: { on: { LetterServed: served, OpinionFiled: filed } },
    given: {},
  },
})
