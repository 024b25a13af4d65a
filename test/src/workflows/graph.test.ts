import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { cite } from '@zhiqing/law'
import {
  type ConsultationEvent,
  consultationFacts,
  consultationMachine,
  consultationStart,
  drawings,
  machines,
  type RequestContext,
  type RequestEvent,
  released,
  requestFacts,
  requestMachine,
  requestStart,
  stepConsultation,
  stepRequest,
} from '@zhiqing/workflows'
import t from 'tap'
import type { AnyStateNode } from 'xstate'

/**
 * The procedure, written by hand from rulebook §3.2: from | fact | [condition] | to | article. `same` stays.
 * Conditions: `last` the last open task, `more` others open, `none`/`open` no task, one task, `post`/`hand` the way of service, `sent` already sent.
 */
const written = `
draft               | RequestArrived       |      | pendingConfirmation | ogi:31
draft               | RequestReceived      |      | received            | ogi:31
pendingConfirmation | ReceiptConfirmed     |      | received            | ogi:31
received            | RequestRegistered    |      | registered          | ogi:45
registered          | OfficerAssigned      |      | formReview          | practice
registered          | FormAccepted         |      | triage              | ogi:29
registered          | CorrectionRequested  |      | awaitingCorrection  | ogi:30
formReview          | FormAccepted         |      | triage              | ogi:29
formReview          | CorrectionRequested  |      | awaitingCorrection  | ogi:30
formReview deciding | StillUnclearJudged   |      | drafting            | ogi:30
awaitingCorrection  | CorrectionReceived   |      | formReview          | ogi:30
awaitingCorrection  | RequestAbandoned     |      | abandoned           | ogi:30
abandoned           | CorrectionReceived   |      | formReview          | ogi:30
triage searching deciding | FeeCharged     |      | awaitingPayment     | fee:6
awaitingPayment abandoned | PaymentReceived | none | deciding           | fee:6
awaitingPayment abandoned | PaymentReceived | open | searching          | fee:6
awaitingPayment     | RequestAbandoned     |      | abandoned           | fee:6
awaitingPayment     | AssistanceGiven      |      | same                | practice
triage deciding     | AssistanceRequested  |      | searching           | practice
triage deciding     | ThirdPartyConsulted  |      | searching           | ogi:32
triage deciding     | CoProducerConsulted  |      | searching           | ogi:34
triage deciding     | OrganConsulted       |      | searching           | ogi:33.3
triage deciding     | SearchRecorded       |      | deciding            | ogi:36(4)
triage deciding     | DiscussionOpened     |      | discussing          | practice
triage deciding     | OutcomeDecided       |      | drafting            | ogi:36
triage deciding searching discussing | OutcomeDecided | closes | withdrawn | practice
searching discussing | AssistanceRequested |      | same                | practice
searching discussing | ThirdPartyConsulted |      | same                | ogi:32
searching discussing | CoProducerConsulted |      | same                | ogi:34
searching discussing | OrganConsulted      |      | same                | ogi:33.3
searching discussing | SearchRecorded      |      | same                | ogi:36(4)
searching discussing | OutcomeDecided      |      | drafting            | ogi:36
searching           | DiscussionOpened     |      | discussing          | practice
searching           | AssistanceGiven      | last | deciding            | practice
searching           | AssistanceGiven      | more | searching           | practice
searching           | OpinionReceived      | last | deciding            | ogi:33.3
searching           | OpinionReceived      | more | searching           | ogi:33.3
searching           | ConsultationReturned | last | deciding            | ogi:33.3
searching           | ConsultationReturned | more | searching           | ogi:33.3
searching           | ConsultationLapsed   | last | deciding            | ogi:32
searching           | ConsultationLapsed   | more | searching           | ogi:32
discussing          | AssistanceGiven      |      | same                | practice
discussing          | OpinionReceived      |      | same                | ogi:33.3
discussing          | ConsultationReturned |      | same                | ogi:33.3
discussing          | ConsultationLapsed   |      | same                | ogi:32
discussing          | DiscussionClosed     | none | deciding            | practice
discussing          | DiscussionClosed     | open | searching           | practice
drafting            | DraftSubmitted       |      | examining           | ogi:45
drafting            | DecisionReopened     | none | deciding            | ogi:45
drafting            | DecisionReopened     | open | searching           | ogi:45
examining signing   | DraftReturned        |      | drafting            | ogi:45
examining           | DraftApproved        |      | signing             | ogi:45
signing             | ReplySigned          |      | issued              | ogi:36
issued              | ReplyDispatched      | post | issued              | ogi:33.2
issued              | ReplyDispatched      | hand | issued              | ogi:33.2
issued              | ReplyReturned        |      | same                | practice
issued              | ReplyServed          | hand | served              | ogi:33.2
issued              | ReplyServed          | sent | served              | reconsideration:20
served              | ReplyServed          |      | same                | reconsideration:20
formReview awaitingCorrection triage deciding awaitingPayment searching discussing drafting examining signing issued | OfficerAssigned | | same | practice
received registered formReview triage deciding searching discussing drafting examining signing | ReplyExtended | | same | ogi:33.2
received registered formReview awaitingCorrection triage deciding awaitingPayment searching discussing drafting examining signing | RequestWithdrawn | | withdrawn | practice
served abandoned withdrawn | CaseArchived | | archived | ogi:45
`

interface Row {
  readonly from: string
  readonly fact: string
  readonly when: string
  readonly to: string
  readonly article: string
}

const rows: Row[] = written
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [from = '', fact = '', when = '', to = '', article = ''] = line.split('|').map((cell) => cell.trim())
    return from.split(/\s+/).map((one) => ({ from: one, fact, when, to: to === 'same' ? one : to, article }))
  })

const contexts: Readonly<Record<string, { context: RequestContext; endsClock?: boolean; closes?: boolean }>> = {
  closes: { context: { tasks: 0, sent: false }, closes: true },
  '': { context: { tasks: 1, sent: false } },
  last: { context: { tasks: 1, sent: false } },
  more: { context: { tasks: 2, sent: false } },
  none: { context: { tasks: 0, sent: false } },
  open: { context: { tasks: 1, sent: false } },
  post: { context: { tasks: 0, sent: false }, endsClock: true },
  hand: { context: { tasks: 0, sent: false }, endsClock: false },
  sent: { context: { tasks: 0, sent: true } },
}

/** Facts that only file something, wherever the case stands. */
const filed = ['LetterIssued', 'LetterServed', 'OpinionFiled', 'CalendarChanged']

const leaves = (node: AnyStateNode): AnyStateNode[] => {
  const children = Object.values(node.states)
  return children.length === 0 ? [node] : children.flatMap(leaves)
}
const states = leaves(requestMachine.root).map(({ key }) => key)

/** The article of the arrow that a fact takes from a state: looked up in the machine's own meta. */
const articleOf = (from: string, event: RequestEvent, context: RequestContext): string | undefined => {
  const node = leaves(requestMachine.root).find(({ key }) => key === from) as AnyStateNode
  const value = node.path.length === 1 ? node.key : { [node.path[0] as string]: node.key }
  const snapshot = requestMachine.resolveState({ value: value as never, context })
  const taken = (
    requestMachine as never as { getTransitionData(s: unknown, e: unknown): { meta?: { article: string } }[] }
  ).getTransitionData(snapshot, event)
  return taken[0]?.meta?.article
}

t.test(
  '流程 | the request machine is the table written by hand from the rulebook, no arrow more, no arrow less',
  async (t) => {
    for (const { from, fact, when, to, article } of rows) {
      const { context, ...more } = contexts[when] as { context: RequestContext }
      const event = { type: fact, ...more } as RequestEvent
      const stepped = stepRequest({ state: from, context }, event)
      t.equal(stepped?.state, to, `${from} + ${fact}${when ? ` (${when})` : ''} → ${to}`)
      t.equal(articleOf(from, event, context), article, `${from} + ${fact} rests on ${article}`)
    }
    for (const from of states) {
      for (const fact of requestFacts) {
        const known = filed.includes(fact) || rows.some((row) => row.from === from && row.fact === fact)
        const taken = [0, 1, 2].some((tasks) =>
          stepRequest({ state: from, context: { tasks, sent: false } }, { type: fact }),
        )
        t.equal(taken, known, `${from} ${known ? 'takes' : 'does not take'} ${fact}`)
      }
    }
  },
)

t.test('流程 | every state and every arrow is reached from the beginning', async (t) => {
  const seen = new Map<string, { state: string; context: RequestContext }>()
  const taken = new Set<string>()
  const queue = [{ state: requestStart.state, context: requestStart.context }]
  const keyOf = ({ state, context }: { state: string; context: RequestContext }) =>
    `${state}/${context.tasks}/${context.sent}`
  for (let at = queue.shift(); at; at = queue.shift()) {
    if (seen.has(keyOf(at))) continue
    seen.set(keyOf(at), at)
    for (const fact of requestFacts) {
      for (const endsClock of [true, false]) {
        const next = stepRequest(at, { type: fact, endsClock })
        if (!next || next.context.tasks > 3 || next.context.tasks < 0) continue
        taken.add(`${at.state} ${fact}`)
        queue.push({ state: next.state, context: next.context })
      }
    }
  }
  for (const state of states)
    t.ok(
      [...seen.values()].some((at) => at.state === state),
      `${state} is reached`,
    )
  for (const { from, fact } of rows) t.ok(taken.has(`${from} ${fact}`), `${from} + ${fact} is taken on some way`)
  for (const fact of requestFacts)
    t.ok(
      [...taken].some((way) => way.endsWith(` ${fact}`)),
      `${fact} happens somewhere`,
    )
})

const consultations = `
unasked         | ThirdPartyConsulted  | dispatch | awaitingService | pause
unasked         | ThirdPartyConsulted  | service  | awaitingService |
unasked         | CoProducerConsulted  | dispatch | awaitingService | pause
unasked         | OrganConsulted       | dispatch | awaitingService | pause
unasked         | AssistanceRequested  | dispatch | assisting       |
assisting       | AssistanceGiven      | dispatch | given           |
awaitingService | LetterServed         | dispatch | awaitingOpinion |
awaitingService | LetterServed         | service  | awaitingOpinion | pause
awaitingService | OpinionReceived      | dispatch | answered        | resume
awaitingService | ConsultationReturned | dispatch | returned        | resume
awaitingOpinion | OpinionReceived      | dispatch | answered        | resume
awaitingOpinion | ConsultationReturned | dispatch | returned        | resume
awaitingOpinion | LetterServed         | dispatch | awaitingOpinion |
awaitingOpinion | LetterServed         | service  | awaitingOpinion | pause
awaitingOpinion | ConsultationLapsed   | dispatch | lapsed          | resume
lapsed          | OpinionFiled         | inTime   | answered        | resume
lapsed          | OpinionFiled         | late     | lapsed          |
answered        | OpinionFiled         | late     | answered        |
answered        | LetterServed         | dispatch | answered        |
lapsed          | LetterServed         | dispatch | lapsed          |
returned        | LetterServed         | dispatch | returned        |
returned        | OpinionFiled         | late     | returned        |
`

t.test(
  '§32 §33 §34 征求意见 | only a written letter pauses the clock, and what ends it resumes it; 协查 does neither',
  async (t) => {
    const known = new Set<string>()
    for (const line of consultations.trim().split('\n')) {
      const [from = '', fact = '', when = '', to = '', verb = ''] = line.split('|').map((cell) => cell.trim())
      known.add(`${from} ${fact}`)
      const basis = when === 'service' ? 'service' : 'dispatch'
      const event = { type: fact, basis, inTime: when === 'inTime' } as ConsultationEvent
      const stepped = stepConsultation({ state: from, context: { basis, lapses: true } }, event)
      t.equal(stepped?.state, to, `${from} + ${fact} (${when}) → ${to}`)
      t.strictSame(
        stepped?.clock.map((one) => one.verb),
        verb ? [verb] : [],
        `${from} + ${fact} (${when}) ${verb || 'leaves the clock alone'}`,
      )
    }
    for (const { key } of leaves(consultationMachine.root)) {
      for (const fact of consultationFacts) {
        const taken =
          stepConsultation(
            { state: key, context: { basis: 'dispatch', lapses: true } },
            { type: fact, basis: 'dispatch' },
          ) !== undefined
        t.equal(taken, known.has(`${key} ${fact}`), `${key} ${taken ? 'takes' : 'does not take'} ${fact}`)
      }
    }
    t.equal(
      stepConsultation(
        { state: 'awaitingOpinion', context: { basis: 'dispatch', lapses: false } },
        { type: 'ConsultationLapsed' },
      ),
      undefined,
      '其他机关的沉默不结束征求',
    )
    const opened = stepConsultation(consultationStart, { type: 'OrganConsulted', basis: 'service' })
    t.strictSame(opened?.context, { basis: 'service', lapses: false }, '其他机关没有法定期限')
  },
)

const configOf = (machine: { config: unknown }): string =>
  JSON.stringify(machine.config, (_, value: unknown) => {
    if (typeof value === 'function') throw new Error('a machine is data: no function in its configuration')
    return value
  })
const hash = (machine: { config: unknown }): string => createHash('sha256').update(configOf(machine)).digest('hex')

t.test('版本 | a released machine is never edited: its configuration has the hash it was released with', async (t) => {
  t.equal(hash(machines.request[1]), released.request[1], 'request v1')
  t.equal(hash(machines.consultation[1]), released.consultation[1], 'consultation v1')
  const edited = { config: { ...machines.request[1].config, id: 'another' } }
  t.not(hash(edited), released.request[1], 'the check can fail: an edited machine has another hash')
})

t.test(
  '流程 | no timer, no child, no history in any machine; every arrow cites an article or says practice',
  async (t) => {
    for (const machine of [requestMachine, consultationMachine]) {
      const config = configOf(machine)
      for (const word of ['"after"', '"invoke"', '"history"', '"spawn', '"delay"', '"always"'])
        t.notOk(config.includes(word), `${machine.id} has no ${word}`)
      const nodes: AnyStateNode[] = [machine.root]
      for (const node of nodes) nodes.push(...Object.values(node.states))
      for (const node of nodes) {
        for (const transition of [...node.transitions.values()].flat()) {
          const meta = transition.meta as { t: string; article: never; zh: string } | undefined
          if (!meta) {
            t.equal(transition.target, undefined, `${node.key} forbids ${transition.eventType}`)
            continue
          }
          t.ok(
            cite(meta.article).length > 0 && meta.t && meta.zh,
            `${node.key} + ${transition.eventType}: ${meta.t} ${meta.zh}`,
          )
        }
      }
    }
  },
)

t.test('图 | the drawings are fresh', async (t) => {
  for (const { file, markdown } of drawings()) {
    t.equal(
      readFileSync(new URL(`../../../workflows/${file}`, import.meta.url), 'utf8'),
      markdown,
      `workflows/${file}: run zhiqing draw`,
    )
  }
})
