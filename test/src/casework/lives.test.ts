import type { CaseView } from '@zhiqing/casework'
import t from 'tap'
import { at, days, nth, plus, seeded } from '../law/civil-days.js'
import { type Act, a, type Bench, bench, receive } from './court.js'
import {
  type Asked,
  correctionLast,
  dueInForce,
  lastDay,
  type Model,
  paymentLast,
  type Reading,
  read,
  sweep,
  type Wrong,
} from './oracle.js'

/*
 * Random lives of a case, played through `handle` on a store in memory and compared after every step with the oracle.
 * A life is a seed: the printed number plays it again.
 */

const SEED = 20251121
const LIVES = 2000
const STEPS = 26

type Chance = ReturnType<typeof seeded>

/** What a generated act should come to; `unknown` where the documents leave it open. */
type Verdict = 'done' | 'refused' | 'unknown'
interface Move {
  readonly act: Act
  readonly expected: Verdict
  /** What it does to the model once it was accepted. */
  readonly apply: (model: Model) => void
}
interface Life {
  readonly chance: Chance
  readonly model: Model
  state: string
  on: string
  serial: number
  signedOn: string | null
  sentOn: string | null
}

const max = (one: string, two: string) => (one > two ? one : two)
const nextDayOf = (day: string) => plus(day, 1)

/** A day from `least` to `on`, often `on` itself. */
const backDated = ({ chance, on }: Life, least: string): string => {
  if (least > on) return on
  return chance.chance(0.5) ? on : plus(on, -chance.between(0, Math.min(at(on) - at(least), 12)))
}

const ended = (model: Model, on: string): void => {
  const { clock } = read(model, on)
  model.kept = { dueOn: clock.dueOn, provisional: clock.dueOn !== null && clock.provisional }
  model.status = 'ended'
}

// ---- one move each

const confirm = (life: Life): Move => {
  const confirmedOn = backDated(life, life.model.arrivedOn)
  return {
    act: a(life.on, 'confirmReceipt', { confirmedOn }),
    expected: 'done',
    apply: (model) => begin(model, confirmedOn),
  }
}

const begin = (model: Model, receivedOn: string): void => {
  model.receivedOn = receivedOn
  model.anchor = receivedOn
  model.strictAnchor = model.arrivedOn
  model.status = 'counting'
}

const look = (life: Life): Move => ({ act: a(life.on, 'calendarDay'), expected: 'done', apply: () => {} })

const plain =
  (name: string, fields: Record<string, unknown> = {}, apply: (model: Model) => void = () => {}) =>
  (life: Life): Move => ({ act: a(life.on, name, fields), expected: 'done', apply })

const accepts = (model: Model) => {
  model.formAccepted = true
}

const askCorrection = (life: Life): Move => {
  const { chance, model, on } = life
  const late = on > nth(model.receivedOn as string, 7)
  const override = late && chance.chance(0.7)
  const period = chance.pick([5, 5, 7, 10, 15, 30])
  return {
    act: a(on, 'requestCorrection', {
      items: ['名称'],
      periodWorkingDays: period,
      ...(override && { override: '难以联系' }),
    }),
    expected: late && !override ? 'refused' : 'done',
    apply: (model) => {
      model.correction = { requestedOn: on, late, period, servedOn: null, receivedOn: null }
      model.status = 'stopped'
    },
  }
}

const serveCorrection = (life: Life): Move => {
  const servedOn = backDated(life, life.model.correction?.requestedOn as string)
  return {
    act: a(life.on, 'recordLetterService', { letter: 'P01', servedOn }),
    expected: 'done',
    apply: ({ correction }) => {
      if (correction) correction.servedOn = servedOn
    },
  }
}

const correct = (life: Life): Move => {
  const { chance, model, on, state } = life
  const asked = model.correction?.requestedOn as string
  const receivedOn = backDated(life, asked)
  const postedOn = chance.chance(0.4)
    ? plus(receivedOn, -chance.between(0, Math.min(5, at(receivedOn) - at(asked))))
    : null
  const goodCause = chance.chance(0.2)
  const last = correctionLast(model)
  const inTime = last === null || (postedOn ?? receivedOn) <= last
  return {
    act: a(on, 'receiveCorrection', {
      content: '指2023年第5批次',
      receivedOn,
      ...(postedOn && { postedOn }),
      ...(goodCause && { goodCause }),
    }),
    expected: state === 'abandoned' && !inTime && !goodCause ? 'refused' : 'done',
    apply: (model) => {
      const { correction } = model
      if (correction) correction.receivedOn = receivedOn
      model.anchor = receivedOn
      model.extension = 0
      model.status = 'counting'
      if (correction?.late) return
      model.strictAnchor = receivedOn
      model.strictExtension = 0
    },
  }
}

const lapse = (life: Life): Move => {
  const last = life.model.fee?.awaited ? paymentLast(life.model) : correctionLast(life.model)
  return {
    act: a(life.on, 'confirmLapse'),
    expected: last !== null && life.on > last ? 'done' : 'refused',
    apply: (model) => ended(model, life.on),
  }
}

/** Counts with their sums, by hand from rulebook §7. */
const counts = [
  [{ basis: 'perRequest', monthlyCount: 10 }, 0],
  [{ basis: 'perRequest', monthlyCount: 12 }, 100],
  [{ basis: 'perRequest', monthlyCount: 35 }, 200],
  [{ basis: 'perPage', pages: 45 }, 150],
  [{ basis: 'perPage', pages: 101 }, 720],
] as const

const charge = (life: Life): Move => {
  const { chance, model, on } = life
  const [fields, amount] = chance.pick(counts)
  const due = dueInForce(model)
  const fine =
    amount > 0 &&
    model.fee === null &&
    open(model).length === 0 &&
    (model.receivedOn as string) >= '2021-01-01' &&
    due !== null &&
    on <= due
  return {
    act: a(on, 'chargeFee', { ...fields }),
    expected: fine ? 'done' : 'refused',
    apply: (model) => {
      model.formAccepted = true
      model.fee = { chargedOn: on, amount, servedOn: null, awaited: true }
      model.status = 'stopped'
    },
  }
}

const serveFee = (life: Life): Move | undefined => {
  const { fee } = life.model
  if (!fee || fee.servedOn) return undefined
  const servedOn = backDated(life, fee.chargedOn)
  return {
    act: a(life.on, 'recordLetterService', { letter: 'L06', servedOn }),
    expected: 'done',
    apply: () => {
      fee.servedOn = servedOn
    },
  }
}

const pay = (life: Life): Move | undefined => {
  const { chance, model, on, state } = life
  const { fee } = model
  if (!fee) return undefined
  const paidOn = backDated(life, fee.chargedOn)
  const short = chance.chance(0.2) ? 1 : 0
  const last = paymentLast(model)
  const late = state === 'abandoned' && last !== null && paidOn > last
  return {
    act: a(on, 'recordPayment', { paidOn, amount: fee.amount - short }),
    expected: short || late ? 'refused' : 'done',
    apply: (model) => {
      fee.awaited = false
      Object.assign(model, { anchor: paidOn, strictAnchor: paidOn, extension: 0, strictExtension: 0 })
      model.status = 'counting'
    },
  }
}

const ask = (life: Life): Move => {
  const { chance, model, on } = life
  const kind = chance.pick(['thirdParty', 'thirdParty', 'coProducer', 'other'] as const)
  life.serial += 1
  const id = `询${life.serial}`
  const dispatchedOn = backDated(life, max(model.anchor, model.receivedOn as string))
  const due = dueInForce(model)
  const fields =
    kind === 'thirdParty'
      ? { id, party: '青禾建材公司', interest: '商业秘密', dispatchedOn }
      : { id, organ: '县财政局', as: kind, dispatchedOn }
  return {
    act: a(on, kind === 'thirdParty' ? 'consultThirdParty' : 'consultOrgan', fields),
    expected: due !== null && dispatchedOn > due ? 'refused' : 'done',
    apply: (model) => {
      model.formAccepted = true
      model.asked.push({ id, kind, dispatchedOn, servedOn: null, endedOn: null, how: 'open' })
    },
  }
}

const open = ({ asked }: Model) => asked.filter(({ endedOn }) => endedOn === null)

const serveAsked = (life: Life): Move | undefined => {
  const { chance, model, on } = life
  const unserved = open(model).filter(({ servedOn }) => servedOn === null)
  if (unserved.length === 0) return undefined
  const asked = chance.pick(unserved)
  const servedOn = backDated(life, asked.dispatchedOn)
  return {
    act: a(on, 'recordLetterService', {
      letter: asked.kind === 'thirdParty' ? 'P04' : 'P07',
      consultation: asked.id,
      servedOn,
    }),
    expected: 'done',
    apply: () => {
      asked.servedOn = servedOn
    },
  }
}

const answerAsked = (life: Life): Move | undefined => {
  const { chance, model, on } = life
  const answerable = model.asked.filter(({ how }) => how === 'open' || how === 'lapsed')
  if (answerable.length === 0) return undefined
  const asked = chance.pick(answerable)
  const receivedOn = backDated(life, asked.servedOn ?? asked.dispatchedOn)
  const opinion = chance.pick(['consent', 'partial', 'object'])
  return {
    act: a(on, 'recordOpinion', { id: asked.id, opinion, receivedOn, reasons: '报价' }),
    expected: 'done',
    apply: () => {
      const last = lastDay(asked)
      // an opinion after the last day is filed and reopens nothing; another organ has no last day
      if (asked.how === 'lapsed' && last !== null && receivedOn > last) return
      asked.endedOn = receivedOn
      asked.how = 'opinion'
    },
  }
}

const comeBack = (life: Life): Move | undefined => {
  const { chance, model, on } = life
  const unserved = open(model).filter(({ servedOn }) => servedOn === null)
  if (unserved.length === 0) return undefined
  const asked: Asked = chance.pick(unserved)
  const receivedOn = backDated(life, asked.dispatchedOn)
  return {
    act: a(on, 'recordOpinion', { id: asked.id, returned: true, receivedOn }),
    expected: 'done',
    apply: () => {
      asked.endedOn = receivedOn
      asked.how = 'returned'
    },
  }
}

const prolong = (life: Life): Move => {
  const { chance, model, on } = life
  const workingDays = chance.pick([0, 1, 3, 5, 10, 20, 20, 21])
  const notifiedOn = backDated(life, model.anchor)
  const stopped = model.status !== 'counting'
  const due = stopped ? null : dueInForce(model)
  const tooLate = due !== null && notifiedOn > due
  const fine = !stopped && !tooLate && workingDays >= 1 && workingDays <= 20 && model.extension === 0
  return {
    act: a(on, 'extendReply', { workingDays, reason: '资料分散', notifiedOn }),
    expected: fine ? 'done' : 'refused',
    apply: (model) => {
      model.extension = workingDays
      model.strictExtension += workingDays
    },
  }
}

const decideIt = (life: Life): Move => ({
  act: a(life.on, 'decide', { outcome: 'G2', items: ['标准'], route: '邮寄' }),
  expected: open(life.model).length > 0 ? 'refused' : 'done',
  apply: accepts,
})

const send = (life: Life): Move => {
  const { chance, on } = life
  const dispatchedOn = backDated(life, life.signedOn as string)
  const method = chance.pick(['mail', 'mail', 'direct'])
  return {
    act: a(on, 'dispatchReply', { method, dispatchedOn }),
    expected: 'done',
    apply: (model) => {
      life.sentOn = dispatchedOn
      if (method === 'mail') ended(model, on)
    },
  }
}

const serve = (life: Life): Move => ({
  act: a(life.on, 'recordService', { servedOn: backDated(life, life.sentOn as string) }),
  expected: 'done',
  apply: (model) => {
    if (model.status !== 'ended') ended(model, life.on)
  },
})

const withdraw = (life: Life): Move => ({
  act: a(life.on, 'withdrawRequest'),
  expected: 'done',
  apply: (model) => ended(model, life.on),
})

const search = plain(
  'recordSearch',
  { systems: ['县档案馆'], keywords: ['征地'], people: ['李四'], found: true },
  accepts,
)

const assist = (life: Life): Move => {
  life.serial += 1
  return plain('requestAssistance', { id: `协${life.serial}`, unit: '规划股', question: '有无' }, accepts)(life)
}

type Chooser = (life: Life) => Move | undefined
const handling: readonly (readonly [number, Chooser])[] = [
  [5, ask],
  [6, serveAsked],
  [5, answerAsked],
  [1, comeBack],
  [2, prolong],
  [3, look],
  [1, search],
  [0.5, assist],
  [1.5, charge],
  [1, decideIt],
  [0.1, withdraw],
]
const moves: Readonly<Record<string, readonly (readonly [number, Chooser])[]>> = {
  pendingConfirmation: [
    [3, confirm],
    [1, look],
  ],
  received: [
    [6, plain('registerRequest')],
    [1, prolong],
    [1, look],
    [0.1, withdraw],
  ],
  registered: [
    [5, askCorrection],
    [1, plain('assignOfficer', { officer: '李四' })],
    [3, plain('acceptForm', {}, accepts)],
    [3, ask],
    [0.5, charge],
    [1, prolong],
    [1, look],
  ],
  formReview: [
    [3, plain('acceptForm', {}, accepts)],
    [3, ask],
    [1, prolong],
    [1, look],
    [2, askAgainOrNot],
  ],
  awaitingCorrection: [
    [5, serveCorrectionOnce],
    [4, correct],
    [3, lapse],
    [2, look],
    [1, prolong],
    [0.1, withdraw],
  ],
  awaitingPayment: [
    [5, serveFee],
    [4, pay],
    [3, lapse],
    [2, look],
    [1, prolong],
    [0.1, withdraw],
  ],
  abandoned: [
    [6, undo],
    [1, look],
  ],
  triage: handling,
  searching: handling,
  deciding: handling,
  drafting: [
    [5, plain('submitDraft', { person: '李四' })],
    [0.7, plain('reopenDecision', { reason: '结论有误' })],
    [1, prolong],
    [1, look],
    [0.5, answerAsked],
    [0.1, withdraw],
  ],
  examining: [
    [5, plain('approveDraft', { person: '王五' })],
    [2, plain('returnDraft', { opinion: '请核对', person: '王五' })],
    [1, look],
  ],
  signing: [
    [5, plain('signReply', { person: '赵六' })],
    [0.7, plain('returnDraft', { opinion: '请核对', by: 'signatory', person: '赵六' })],
    [1, look],
  ],
  issued: [
    [5, sendOrServe],
    [1, look],
  ],
  served: [],
}

/** What undoes a lapse: the payment for want of which it lapsed, or the correction. */
function undo(life: Life): Move | undefined {
  return life.model.fee?.awaited ? pay(life) : correct(life)
}
function askAgainOrNot(life: Life): Move | undefined {
  return life.model.correction ? undefined : askCorrection(life)
}
function serveCorrectionOnce(life: Life): Move | undefined {
  return life.model.correction?.servedOn ? undefined : serveCorrection(life)
}
function sendOrServe(life: Life): Move {
  return life.sentOn ? serve(life) : send(life)
}

const choose = (life: Life): Move | undefined => {
  const open = moves[life.state] ?? []
  if (open.length === 0) return undefined
  for (let tries = 0; tries < 4; tries++) {
    let left = life.chance.next() * open.reduce((sum, [weight]) => sum + weight, 0)
    const [, move] = open.find(([weight]) => {
      left -= weight
      return left <= 0
    }) ?? [0, look]
    const chosen = move(life)
    if (chosen) return chosen
  }
  return look(life)
}

/** The next day: today, some days on, or just about a day on which something ends. */
const advance = (life: Life): string => {
  const { chance, model, on } = life
  if (chance.chance(0.3)) return on
  if (chance.chance(0.35) && model.status !== 'none') {
    const ends = [
      model.status === 'counting' ? dueInForce(model) : null,
      correctionLast(model),
      paymentLast(model),
      model.receivedOn && nth(model.receivedOn, 7),
      ...model.asked.map((asked) => lastDay(asked)),
    ].filter((day): day is string => Boolean(day) && (day as string) >= on)
    if (ends.length > 0) return max(on, plus(chance.pick(ends), chance.between(-1, 1)))
  }
  return plus(on, chance.chance(0.9) ? chance.between(1, 5) : chance.between(6, 30))
}

// ---- playing

const kinds = [
  'correctionNotice',
  'correctionReply',
  'reply',
  'replyStrict',
  'extensionNotice',
  'thirdPartyOpinion',
  'organOpinion',
  'payment',
]

const readingOf = ({ clock, dueDates }: CaseView): Reading => ({
  clock: {
    status: clock.status,
    dueOn: clock.dueOn,
    remainingWorkingDays: clock.remainingWorkingDays,
    overdue: clock.overdue,
    provisional: clock.provisional,
  },
  dues: Object.fromEntries(
    dueDates
      .filter(({ what }) => kinds.includes(what))
      .map(({ what, dueOn, id }) => [what.endsWith('Opinion') ? `${what} ${id}` : what, dueOn]),
  ),
})

// minutes on a machine that does other things too
t.setTimeout(240_000)

const sorted = (record: Readonly<Record<string, unknown>>) => JSON.stringify(Object.entries(record).sort())

/** Field → what differs; nothing when they agree. */
const differences = (found: Reading, wanted: Reading): Readonly<Record<string, string>> => {
  const unlike: Record<string, string> = {}
  for (const key of ['status', 'dueOn', 'remainingWorkingDays', 'overdue', 'provisional'] as const) {
    // the contract keeps only the due day of an ended clock
    if (wanted.clock.status === 'ended' && key === 'remainingWorkingDays') continue
    if (found.clock[key] !== wanted.clock[key]) unlike[`clock.${key}`] = `${found.clock[key]}, not ${wanted.clock[key]}`
  }
  for (const kind of kinds) {
    const of = ({ dues }: Reading) =>
      Object.fromEntries(Object.entries(dues).filter(([what]) => what.split(' ')[0] === kind))
    if (wanted.clock.status === 'ended') continue
    if (sorted(of(found)) !== sorted(of(wanted))) unlike[kind] = `${sorted(of(found))}, not ${sorted(of(wanted))}`
  }
  return unlike
}

/** The 条例 as revised in 2019; older requests are another rule set (rulebook A18). */
const firstRule = '2019-05-15'

const firstDay = (chance: Chance): string =>
  chance.chance(0.12)
    ? plus('2026-09-15', chance.between(0, 95))
    : (days[chance.between(at(firstRule) + 4, at('2026-09-15'))] as string)

const channels = ['inPerson', 'registeredMail', 'ordinaryMail', 'online', 'email', 'fax', 'oral'] as const

const born = async (on: Bench, life: Life): Promise<CaseView | undefined> => {
  const { chance, model } = life
  const channel = chance.pick(channels)
  const earlier = plus(life.on, -chance.between(0, 4))
  const fields: Record<string, unknown> = { channel }
  let received: string | null = life.on
  let arrived = life.on
  if (channel === 'registeredMail' && chance.chance(0.6)) {
    fields.signedForOn = earlier
    received = arrived = earlier
  }
  if ((channel === 'online' || channel === 'email') && chance.chance(0.6)) {
    fields.submittedOn = earlier
    received = arrived = earlier
  }
  if (channel === 'ordinaryMail' || channel === 'fax') {
    if (chance.chance(0.3)) fields.confirmedOn = life.on
    else received = null
  }
  model.arrivedOn = arrived
  if (received) begin(model, received)
  const outcome = await on.act(receive(life.on, fields))
  if (outcome.kind !== 'done') return undefined
  life.state = outcome.answer.state
  return outcome.answer
}

interface Tally {
  readonly accepted: Map<string, number>
  readonly refused: Map<string, number>
  readonly seen: Map<string, number>
  /** Field → the first differences, each with the life that shows it. */
  readonly unlike: Map<string, string[]>
  readonly verdicts: string[]
  readonly moved: string[]
  readonly thrown: string[]
  steps: number
}
const tally = (): Tally => ({
  accepted: new Map(),
  refused: new Map(),
  seen: new Map(),
  unlike: new Map(),
  verdicts: [],
  moved: [],
  thrown: [],
  steps: 0,
})
const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)

const note = (book: Tally, seed: number, acts: readonly Act[], view: CaseView, wanted: Reading): void => {
  book.steps += 1
  add(book.seen, wanted.clock.status)
  if (wanted.clock.overdue) add(book.seen, 'overdue')
  if (wanted.clock.provisional) add(book.seen, 'provisional')
  if (wanted.dues.replyStrict) add(book.seen, 'strict day shown')
  for (const [field, text] of Object.entries(differences(readingOf(view), wanted))) {
    const list = book.unlike.get(field) ?? []
    list.push(`life ${seed} step ${acts.length}: ${text} | ${acts.map((act) => JSON.stringify(act)).join(' ')}`)
    book.unlike.set(field, list)
  }
}

const live = async (seed: number, book: Tally, wrong: Wrong = {}): Promise<void> => {
  const chance = seeded(seed)
  const basis = chance.chance(0.25) ? 'service' : 'dispatch'
  const on = bench({ settings: { suspensionBasis: basis } })
  const start = firstDay(chance)
  const model: Model = {
    basis,
    arrivedOn: start,
    receivedOn: null,
    anchor: start,
    strictAnchor: start,
    extension: 0,
    strictExtension: 0,
    formAccepted: false,
    correction: null,
    fee: null,
    asked: [],
    status: 'none',
    kept: { dueOn: null, provisional: false },
  }
  const life: Life = { chance, model, state: '', on: start, serial: 0, signedOn: null, sentOn: null }
  const acts: Act[] = [receive(start)]
  const first = await born(on, life)
  if (!first) return void book.verdicts.push(`life ${seed}: not received`)
  add(book.accepted, 'receiveRequest')
  note(book, seed, acts, first, read(model, life.on, wrong))
  for (let step = 0; step < STEPS; step++) {
    life.on = advance(life)
    if (life.on > '2027-08-31') return
    // what a command ends first is ended before the move is thought out
    const wereOpen = open(model).length
    sweep(model, life.on)
    if (open(model).length < wereOpen) add(book.seen, 'ended by its last day')
    const move = choose(life)
    if (!move) return
    acts.push(move.act)
    const before = on.kept().facts.length
    let outcome: Awaited<ReturnType<Bench['act']>>
    try {
      outcome = await on.act(move.act)
    } catch (error) {
      book.thrown.push(
        `life ${seed}: ${(error as Error).message} | ${acts.map((act) => JSON.stringify(act)).join(' ')}`,
      )
      return
    }
    const came = outcome.kind === 'done' ? 'done' : 'refused'
    if (move.expected !== 'unknown' && came !== move.expected) {
      const said = outcome.kind === 'refused' ? outcome.answer.refusal.code : outcome.kind
      book.verdicts.push(
        `life ${seed}: ${said}, not ${move.expected} | ${acts.map((act) => JSON.stringify(act)).join(' ')}`,
      )
      return
    }
    if (outcome.kind !== 'done') {
      add(book.refused, move.act.do)
      if (on.kept().facts.length !== before) book.moved.push(`life ${seed}: ${JSON.stringify(move.act)}`)
      acts.pop()
      continue
    }
    add(book.accepted, move.act.do)
    move.apply(model)
    life.state = outcome.answer.state
    if (move.act.do === 'signReply') life.signedOn = life.on
    note(book, seed, acts, outcome.answer, read(model, life.on, wrong))
  }
}

const show = (map: ReadonlyMap<string, number>) =>
  [...map]
    .sort()
    .map(([key, n]) => `${key} ${n}`)
    .join(', ')

t.test(`C9 | ${LIVES} random lives: clock and due days as walked day by day`, async (t) => {
  const book = tally()
  for (let i = 0; i < LIVES; i++) await live(SEED + i, book)
  t.comment(`seeds ${SEED}…${SEED + LIVES - 1}; ${book.steps} accepted steps`)
  t.comment(`accepted: ${show(book.accepted)}`)
  t.comment(`refused: ${show(book.refused)}`)
  t.comment(`seen: ${show(book.seen)}`)
  t.same(book.thrown.slice(0, 2), [], 'nothing throws')
  t.same(book.verdicts.slice(0, 2), [], `accepted and refused as the rulebook says (${book.verdicts.length} not)`)
  t.same(book.moved.slice(0, 2), [], 'a refused act leaves the case as it was')
  for (const field of [
    'clock.status',
    'clock.dueOn',
    'clock.remainingWorkingDays',
    'clock.overdue',
    'clock.provisional',
    ...kinds,
  ]) {
    const unlike = book.unlike.get(field) ?? []
    t.same(
      unlike.sort((one, two) => one.length - two.length).slice(0, 2),
      [],
      `${field}: the same in every step (${unlike.length} differ)`,
    )
  }
  t.ok(book.steps > 12_000, `${book.steps} accepted steps`)
  for (const name of [
    'confirmReceipt',
    'requestCorrection',
    'receiveCorrection',
    'confirmLapse',
    'chargeFee',
    'recordPayment',
    'consultThirdParty',
    'consultOrgan',
    'recordLetterService',
    'recordOpinion',
    'extendReply',
    'dispatchReply',
    'recordService',
    'withdrawRequest',
  ]) {
    t.ok((book.accepted.get(name) ?? 0) > 40, `${name} accepted ${book.accepted.get(name)} times`)
  }
  for (const name of [
    'requestCorrection',
    'receiveCorrection',
    'confirmLapse',
    'chargeFee',
    'recordPayment',
    'consultThirdParty',
    'extendReply',
    'decide',
  ]) {
    t.ok((book.refused.get(name) ?? 0) > 5, `${name} refused ${book.refused.get(name)} times`)
  }
  for (const what of [
    'none',
    'running',
    'stopped',
    'suspended',
    'ended',
    'overdue',
    'provisional',
    'strict day shown',
    'ended by its last day',
  ]) {
    t.ok((book.seen.get(what) ?? 0) > 40, `${what}: ${book.seen.get(what)} times`)
  }
})

t.test('planted defect | an oracle that is wrong in one thing disagrees', async (t) => {
  for (const [title, wrong] of [
    ['overlapping consultations added up', { summed: true }],
    ['the day of the letter excluded too', { fromTheDay: true }],
    ['nineteen working days', { twentyIsNineteen: true }],
    ['make-up days forgotten', { working: (day: string) => (at(day) + 1) % 7 < 5 }],
  ] as const) {
    const book = tally()
    for (let i = 0; i < 120; i++) await live(SEED + i, book, wrong)
    const seen = (book.unlike.get('clock.dueOn') ?? []).length
    t.ok(seen > 3, `${title}: ${seen} due days differ`)
  }
  t.equal(nextDayOf('2024-02-28'), '2024-02-29')
})
