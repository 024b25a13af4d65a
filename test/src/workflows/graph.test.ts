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
  type RemedyEvent,
  type RequestContext,
  type RequestEvent,
  released,
  remedyFacts,
  remedyMachine,
  remedyStart,
  requestFacts,
  requestMachine,
  requestStart,
  stepConsultation,
  stepRemedy,
  stepRequest,
} from '@zhiqing/workflows'
import t from 'tap'
import type { AnyStateNode } from 'xstate'

/**
 * The procedure, written by hand from rulebook §3.2: from | fact | [condition] | to | article. `same` stays.
 * Conditions: `last` the last open task, `more` others open, `none`/`open` no task, one task, `post`/`hand` the way of service, `sent` already sent,
 * `dayNone`/`dayOpen` an order that names a day, no task or one open.
 */
const written = `
draft               | RequestArrived       |      | pendingConfirmation | ogi:31
draft               | RequestReceived      |      | received            | ogi:31
draft               | RequestSplitOff      |      | registered          | practice
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
triage deciding searching | ReasonsAsked   |      | awaitingReasons     | ogi:35
triage deciding searching | RequestSplit   |      | same                | practice
awaitingReasons     | ReasonsReceived      |      | same                | ogi:35
awaitingReasons     | ReasonsJudged        | rejected | drafting        | ogi:35
awaitingReasons     | ReasonsJudged        | none | deciding            | ogi:35
awaitingReasons     | ReasonsJudged        | open | searching           | ogi:35
searching           | DiscussionOpened     |      | discussing          | practice
searching           | AssistanceGiven      | last | deciding            | practice
searching           | AssistanceGiven      | more | searching           | practice
searching           | OpinionReceived      | last | deciding            | ogi:33.3
searching           | OpinionReceived      | more | searching           | ogi:33.3
searching           | ConsultationReturned | last | deciding            | ogi:33.3
searching           | ConsultationReturned | more | searching           | ogi:33.3
searching           | ConsultationLapsed   | last | deciding            | ogi:32
searching           | ConsultationLapsed   | more | searching           | ogi:32
awaitingReasons discussing | AssistanceGiven |      | same                | practice
awaitingReasons discussing | OpinionReceived |      | same                | ogi:33.3
awaitingReasons discussing | ConsultationReturned |      | same                | ogi:33.3
awaitingReasons discussing | ConsultationLapsed | | same               | ogi:32
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
formReview awaitingCorrection triage awaitingReasons deciding awaitingPayment searching discussing drafting examining signing issued | OfficerAssigned | | same | practice
received registered formReview triage awaitingReasons deciding searching discussing drafting examining signing | ReplyExtended | | same | ogi:33.2
formReview triage awaitingReasons deciding searching discussing drafting examining signing | ReplyDeferred | | same | ogi:35
received registered formReview awaitingCorrection triage awaitingReasons deciding awaitingPayment searching discussing drafting examining signing | RequestWithdrawn | | withdrawn | practice
issued              | RequestWithdrawn     | hand | withdrawn           | practice
received registered formReview awaitingCorrection triage awaitingReasons deciding awaitingPayment searching discussing drafting examining signing | ItemsWithdrawn | | same | practice
received registered formReview awaitingCorrection triage awaitingReasons deciding awaitingPayment searching discussing drafting examining signing issued | ApplicantSucceeded | | same | practice
served abandoned withdrawn | CaseArchived | | archived | ogi:45
issued served abandoned withdrawn archived | RedoOrdered | none | deciding | practice
issued served abandoned withdrawn archived | RedoOrdered | open | searching | practice
issued served abandoned withdrawn archived | RedoOrdered | dayNone | deciding | practice
issued served abandoned withdrawn archived | RedoOrdered | dayOpen | searching | practice
received registered formReview triage awaitingReasons deciding searching discussing drafting examining signing | RedoOrdered | | same | practice
received registered formReview triage awaitingReasons deciding searching discussing drafting examining signing | RedoOrdered | dayOpen | same | practice
issued served archived | ReplyRevised      | none | deciding            | practice
issued served archived | ReplyRevised      | open | searching           | practice
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

const contexts: Readonly<
  Record<string, { context: RequestContext; endsClock?: boolean; closes?: boolean; until?: string; accepted?: boolean }>
> = {
  dayNone: { context: { tasks: 0, sent: false }, until: '2025-09-30' },
  dayOpen: { context: { tasks: 1, sent: false }, until: '2025-09-30' },
  rejected: { context: { tasks: 0, sent: false }, accepted: false },
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

/** Facts that only file something, wherever the case stands, with what they rest on. */
const filings: Readonly<Record<string, string>> = {
  LetterIssued: 'ogi:45',
  LetterServed: 'ogi:45',
  OpinionFiled: 'ogi:32',
  ReconsiderationFiled: 'reconsideration:20.1',
  ReconsiderationAnswered: 'reconsideration:48',
  ReconsiderationDecided: 'reconsideration:75',
  LitigationFiled: 'litigation:46.1',
  LitigationAnswered: 'litigation:67',
  LitigationAppealed: 'litigation:85',
  LitigationDecided: 'litigation:81',
  ComplaintFiled: 'ogi:51',
  ComplaintClosed: 'ogi:47.1',
  RectificationFiled: 'ogi:41',
  RectificationAnswered: 'ogi:41',
  CaseChased: 'ogi:47.1',
  SupervisionOrdered: 'ogi:47.1',
  SupervisionAnswered: 'ogi:47.1',
  CalendarChanged: 'ogi:33.2',
  ApplicantTold: 'practice',
  PapersFiled: 'ogi:45',
  PublicationSuggested: 'ogi:44.2',
}
const filed = Object.keys(filings)

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

t.test('流程 | what is only filed moves nothing and touches no clock, wherever the case stands', async (t) => {
  for (const from of states) {
    for (const [fact, article] of Object.entries(filings)) {
      const context = { tasks: 1, sent: true }
      const stepped = stepRequest({ state: from, context }, { type: fact as RequestEvent['type'] })
      t.match(stepped, { state: from, context, clock: [] }, `${from} + ${fact}`)
      t.equal(articleOf(from, { type: fact as RequestEvent['type'] }, context), article, `${fact} rests on ${article}`)
    }
  }
})

t.test(
  'R76 R118 重新答复 | the period begins anew, a named day stands in its place, and the new reply is not yet sent',
  async (t) => {
    const verbs = (from: string, event: RequestEvent) => {
      const stepped = stepRequest({ state: from, context: { tasks: 0, sent: true } }, event)
      return { verbs: stepped?.clock.map(({ verb, day }) => `${verb} ${day}`), sent: stepped?.context.sent }
    }
    for (const from of ['issued', 'served', 'abandoned', 'withdrawn', 'archived', 'registered', 'drafting']) {
      const named = verbs(from, { type: 'RedoOrdered', until: '2025-09-30' })
      t.strictSame(named, { verbs: ['restart receivedOn', 'defer receivedOn'], sent: false }, `${from}, a day named`)
      const unnamed = verbs(from, { type: 'RedoOrdered', until: null })
      t.strictSame(unnamed, { verbs: ['restart receivedOn'], sent: false }, `${from}, no day named`)
    }
    for (const from of ['issued', 'served', 'archived'])
      t.strictSame(verbs(from, { type: 'ReplyRevised' }), { verbs: ['restart revisedOn'], sent: false }, from)
    const unsent = stepRequest({ state: 'issued', context: { tasks: 0, sent: false } }, { type: 'ReplyRevised' })
    t.match(unsent, { state: 'deciding', clock: [] }, 'taken back before it was sent: the period runs on')
  },
)

const remedies = `
unfiled        | ReconsiderationFiled    |          | reviewing       | reconsideration:20.1
unfiled        | LitigationFiled         |          | suing           | litigation:46.1
unfiled        | ComplaintFiled          |          | complaining     | ogi:51
reviewing      | ReconsiderationAnswered |          | reviewAnswered  | reconsideration:48
reviewing      | ReconsiderationDecided  |          | reviewed        | reconsideration:75
reviewAnswered | ReconsiderationDecided  |          | reviewed        | reconsideration:75
suing          | LitigationAnswered      |          | suitAnswered    | litigation:67
suing          | LitigationDecided       | first    | judged          | litigation:81
suitAnswered   | LitigationDecided       | first    | judged          | litigation:81
judged         | LitigationAppealed      |          | appealing       | litigation:85
judged         | LitigationDecided       | second   | concluded       | litigation:88
judged         | LitigationDecided       | remanded | suing           | litigation:89
judged         | LitigationDecided       | retrial  | concluded       | litigation:90
appealing      | LitigationDecided       | second   | concluded       | litigation:88
appealing      | LitigationDecided       | remanded | suing           | litigation:89
concluded      | LitigationDecided       | retrial  | concluded       | litigation:90
complaining    | ComplaintClosed         |          | complaintClosed | ogi:47.1
reviewed judged concluded complaintClosed | RedoOrdered | | same      | practice
`

t.test(
  '§2.10 复议、诉讼、投诉 | the remedy machine is the table written by hand; it never touches the reply clock',
  async (t) => {
    const ways = {
      '': {},
      first: { instance: 'first' },
      second: { instance: 'second' },
      remanded: { instance: 'second', remanded: true },
      retrial: { instance: 'retrial' },
    } as const
    const known = new Set<string>()
    for (const line of remedies.trim().split('\n')) {
      const [froms = '', fact = '', when = '', to = '', article = ''] = line.split('|').map((cell) => cell.trim())
      for (const from of froms.split(/\s+/)) {
        for (const way of fact === 'LitigationDecided' ? [when] : Object.keys(ways)) known.add(`${from} ${fact} ${way}`)
        const event = { type: fact, ...ways[when as keyof typeof ways] } as RemedyEvent
        const stepped = stepRemedy({ state: from, context: {} }, event)
        t.match(stepped, { state: to === 'same' ? from : to, clock: [], letters: [] }, `${from} + ${fact} ${when}`)
        const node = leaves(remedyMachine.root).find(({ key }) => key === from) as AnyStateNode
        const metas = [...node.transitions.values()].flat().filter(({ eventType }) => eventType === fact)
        t.ok(
          metas.some(({ meta }) => (meta as { article: string }).article === article),
          `${from} + ${fact} rests on ${article}`,
        )
      }
    }
    for (const { key } of leaves(remedyMachine.root)) {
      for (const type of remedyFacts) {
        for (const [way, more] of Object.entries(ways)) {
          const taken = stepRemedy({ state: key, context: {} }, { type, ...more }) !== undefined
          t.equal(
            taken,
            known.has(`${key} ${type} ${way}`),
            `${key} ${taken ? 'takes' : 'does not take'} ${type} ${way}`,
          )
        }
      }
    }
    t.equal(remedyStart.state, 'unfiled')
  },
)

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
awaitingService | OpinionFiled         | late     | awaitingService |
awaitingOpinion | OpinionFiled         | late     | awaitingOpinion |
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
  t.equal(hash(machines.remedy[1]), released.remedy[1], 'remedy v1')
  t.equal(requestStart.version, Math.max(...Object.keys(machines.request).map(Number)), 'a case begins on the newest')
  const begun = stepRequest(requestStart, { type: 'RequestArrived' })
  t.equal(begun?.version, requestStart.version, 'and stays on it')
  t.throws(() => stepRequest({ ...requestStart, version: 99 }, { type: 'RequestArrived' }), /no version 99/)
  const edited = { config: { ...machines.request[1].config, id: 'another' } }
  t.not(hash(edited), released.request[1], 'the check can fail: an edited machine has another hash')
})

t.test(
  '流程 | no timer, no child, no history in any machine; every arrow cites an article or says practice',
  async (t) => {
    for (const machine of [requestMachine, consultationMachine, remedyMachine]) {
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
