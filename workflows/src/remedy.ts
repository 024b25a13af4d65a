import { setup } from 'xstate'
import { type ClockParams, type LetterParams, stepper } from './step.js'

/** The facts that move one remedy: a reconsideration, a suit, or a complaint to whoever supervises the organ. */
export const remedyFacts = [
  'ReconsiderationFiled',
  'ReconsiderationAnswered',
  'ReconsiderationDecided',
  'LitigationFiled',
  'LitigationAnswered',
  'LitigationDecided',
  'LitigationAppealed',
  'ComplaintFiled',
  'ComplaintClosed',
  'RedoOrdered',
] as const
export type RemedyFact = (typeof remedyFacts)[number]

/** Nothing is remembered beside the state: what was decided stands with the case. */
export type RemedyContext = Readonly<Record<never, never>>

export interface RemedyEvent {
  readonly type: RemedyFact
  /** LitigationDecided: which court spoke. */
  readonly instance?: 'first' | 'second' | 'retrial'
  /** LitigationDecided: sent back to the court of first instance (行诉法 89). */
  readonly remanded?: boolean
}

const step = stepper<'first' | 'second' | 'retrial' | 'remanded', never>()

const ordered = step('T38', 'practice', '文书责令重新答复')
const reviewed = step('R71', 'reconsideration:75', '复议机关作出决定', { target: 'reviewed' })
const answered = {
  review: step('R70', 'reconsideration:48', '提出书面答复和证据', { target: 'reviewAnswered' }),
  suit: step('R74', 'litigation:67', '提交答辩状和证据', { target: 'suitAnswered' }),
}
const judgedFirst = step('R74', 'litigation:81', '一审裁判', { guard: 'first', target: 'judged' })
const judgedSecond = [
  step('R74', 'litigation:89', '发回重审', { guard: 'remanded', target: 'suing' }),
  step('R74', 'litigation:88', '二审裁判', { guard: 'second', target: 'concluded' }),
]
const retried = step('R74', 'litigation:90', '再审裁判', { guard: 'retrial', target: 'concluded' })

/**
 * One run for every remedy (复议法, 行诉法, 条例 47.2, 51; rulebook R70–R78, T37). It never moves the reply clock: only an
 * order to reply anew does that, and it is the request that takes it. A late answer is recorded like any other.
 */
export const remedyMachine = setup({
  types: { context: {} as RemedyContext, events: {} as RemedyEvent },
  guards: {
    first: ({ event }) => event.instance === 'first',
    second: ({ event }) => event.instance === 'second',
    retrial: ({ event }) => event.instance === 'retrial',
    remanded: ({ event }) => event.instance === 'second' && event.remanded === true,
  },
  actions: {
    noted: () => {},
    clock: (_, _params: ClockParams) => {},
    letter: (_, _params: LetterParams) => {},
  },
}).createMachine({
  id: 'remedy',
  context: {},
  initial: 'unfiled',
  states: {
    unfiled: {
      on: {
        ReconsiderationFiled: step('T37', 'reconsideration:20.1', '申请行政复议', { target: 'reviewing' }),
        LitigationFiled: step('T37', 'litigation:46.1', '提起行政诉讼', { target: 'suing' }),
        ComplaintFiled: step('R78', 'ogi:51', '投诉举报', { target: 'complaining' }),
      },
    },
    reviewing: { on: { ReconsiderationAnswered: answered.review, ReconsiderationDecided: reviewed } },
    reviewAnswered: { on: { ReconsiderationDecided: reviewed } },
    reviewed: { on: { RedoOrdered: ordered } },
    suing: { on: { LitigationAnswered: answered.suit, LitigationDecided: judgedFirst } },
    suitAnswered: { on: { LitigationDecided: judgedFirst } },
    judged: {
      on: {
        LitigationAppealed: step('R74', 'litigation:85', '提起上诉', { target: 'appealing' }),
        LitigationDecided: [...judgedSecond, retried],
        RedoOrdered: ordered,
      },
    },
    appealing: { on: { LitigationDecided: judgedSecond } },
    concluded: { on: { LitigationDecided: retried, RedoOrdered: ordered } },
    complaining: { on: { ComplaintClosed: step('R78', 'ogi:47.1', '投诉处理结束', { target: 'complaintClosed' }) } },
    complaintClosed: { on: { RedoOrdered: ordered } },
  },
})
