import { type CommandName, commandNames, endOf, parseCommand } from '@zhiqing/casework'
import { basisOf, calendarOf, defaultSettings, notices, type Role } from '@zhiqing/law'
import t, { type Test } from 'tap'
import { nth } from '../law/civil-days.js'
import { type Act, a, applicant, type Bench, bench, calendar, dueOf, type Place, receive, run } from './court.js'

/*
 * The office of most rows received a request in person on Monday 2025-03-03:
 * the 7th working day is 03-12, the 20th 03-31, the 21st 04-01, the 37th 04-24, the 40th 04-28.
 */

interface Row {
  readonly title: string
  readonly given: readonly Act[]
  readonly act: Act
  /** Code and article of the refusal; left out: the act is accepted. */
  readonly refused?: readonly [code: string | RegExp, article: string | RegExp]
  readonly place?: Place
  /** What else must hold after an accepted act. */
  readonly then?: (
    t: Test,
    on: Bench,
    answer: Extract<Awaited<ReturnType<Bench['act']>>, { kind: 'done' }>['answer'],
  ) => void
}

const tried = async (row: Row) => {
  const on = bench(row.place)
  await run(on, row.given)
  const before = on.snapshot()
  const outcome = await on.act(row.act).catch((error: Error) => ({ kind: 'threw', error }) as const)
  return { on, before, outcome, after: row.given.length > 0 || outcome.kind === 'done' ? on.snapshot() : '' }
}

const check = async (t: Test, rows: readonly Row[]): Promise<void> => {
  for (const row of rows) {
    const { on, before, outcome, after } = await tried(row)
    if (!row.refused) {
      if (outcome.kind !== 'done') {
        const said =
          outcome.kind === 'invalid'
            ? outcome.paths.join()
            : outcome.kind === 'threw'
              ? outcome.error.message
              : outcome.answer.refusal.code
        t.fail(`${row.title}: accepted, but got ${outcome.kind} ${said}`)
        continue
      }
      t.pass(`${row.title}: accepted`)
      row.then?.(t, on, outcome.answer)
      continue
    }
    const [code, article] = row.refused
    if (outcome.kind !== 'refused') {
      t.fail(
        `${row.title}: refused with ${code}, but got ${outcome.kind}${outcome.kind === 'threw' ? ` ${outcome.error.message}` : ''}`,
      )
      continue
    }
    const { refusal } = outcome.answer
    t.match(refusal.code, code, `${row.title}: ${code}`)
    t.match(refusal.article, article, `${row.title}: article`)
    t.match(refusal.zh, /[\u4e00-\u9fff]{4}/, `${row.title}: in Chinese words`)
    t.notMatch(refusal.zh, /[{}]|undefined|NaN/, `${row.title}: no hole in the words`)
    t.ok(Array.isArray(refusal.permitted) && Array.isArray(refusal.also), `${row.title}: permitted, also`)
    t.equal(after, before, `${row.title}: the case is as it was`)
  }
}

const accept = (title: string, given: readonly Act[], act: Act, then?: Row['then'], place?: Place): Row => ({
  title,
  given,
  act,
  ...(then && { then }),
  ...(place && { place }),
})
const refuse = (
  title: string,
  given: readonly Act[],
  act: Act,
  code: string | RegExp,
  article: string | RegExp,
  place?: Place,
): Row => ({ title, given, act, refused: [code, article], ...(place && { place }) })

const table = (title: string, rows: readonly Row[]) =>
  t.test(title, async (t) => {
    await check(t, rows)
  })

const R = '2025-03-03'
const received = [receive(R)]
const registered = [...received, a(R, 'registerRequest')]
const search = (on: string, found = true) =>
  a(on, 'recordSearch', { systems: ['县档案馆'], keywords: ['征地补偿'], people: ['李四'], found })
const searched = [...registered, search('2025-03-05')]
const third = (on: string, id = '甲', more = {}) =>
  a(on, 'consultThirdParty', { id, party: '青禾建材公司', interest: '商业秘密', ...more })
const asked = (on: string, as: 'coProducer' | 'other', id = '甲', more = {}) =>
  a(on, 'consultOrgan', { id, organ: '青禾县财政局', as, ...more })
const servedLetter = (on: string, letter: string, servedOn: string, consultation?: string) =>
  a(on, 'recordLetterService', { letter, servedOn, ...(consultation && { consultation }) })
const opinion = (on: string, id = '甲', more: Record<string, unknown> = { opinion: 'consent' }) =>
  a(on, 'recordOpinion', { id, ...more })
const correction = (on: string, more = {}) =>
  a(on, 'requestCorrection', { guidance: '可以写明文件名称、文号或者形成年份', items: ['信息名称不明确'], ...more })
const corrected = (on: string, more = {}) => a(on, 'receiveCorrection', { content: '指2023年第5批次', ...more })
const extend = (on: string, more = {}) => a(on, 'extendReply', { workingDays: 20, reason: '资料分散', ...more })
const g2 = { outcome: 'G2', items: ['征地补偿标准'], route: '邮寄', unaffected: ['甲'] }
const toSigning = (on: string) => [
  a(on, 'submitDraft', { person: '李四' }),
  a(on, 'approveDraft', { person: '王五', secrecyReviewedOn: on }),
]
const signed = (on: string, decision: object = g2, before: readonly Act[] = searched) => [
  ...before,
  a(on, 'decide', { ...decision }),
  ...toSigning(on),
  a(on, 'signReply', { person: '赵六', reason: '已逐项核对' }),
]
/** P01 on 03-06, received by the applicant on 03-12: the last day to correct is 03-26. */
const waiting = [...registered, correction('2025-03-06'), servedLetter('2025-03-12', 'P01', '2025-03-12')]
/** P04 on 03-10, received by the third party on 03-12: its last day is 04-02. */
const consulting = [...searched, third('2025-03-10'), servedLetter('2025-03-12', 'P04', '2025-03-12', '甲')]
/** All five unannounced years, no holiday in them: only the horizon matters here. */
const far = calendarOf({ notices, project: (year) => ({ year, off: [] }) })
const end = (on: Bench, settings = defaultSettings) => endOf(on.kept().current, { calendar, settings })
const lastVerb = (on: Bench) => {
  const { on: day, verb } = end(on).trace.at(-1) ?? {}
  return `${day} ${verb}`
}
const reads =
  (reply: string | null, more: Record<string, string | null | undefined> = {}): NonNullable<Row['then']> =>
  (t, _, { clock, dueDates }) => {
    t.equal(clock.dueOn, reply, `reply due ${reply}`)
    for (const [what, dueOn] of Object.entries(more)) t.equal(dueOf({ dueDates }, what), dueOn, `${what} ${dueOn}`)
  }

// ---- 补正

table('§30 补正 | told within seven working days of receipt, later only by the head of the office', [
  accept('the 6th day', registered, correction('2025-03-11')),
  accept('the 7th day', registered, correction('2025-03-12'), reads(null, { replyStrict: undefined })),
  refuse('the 8th day', registered, correction('2025-03-13'), 'correctionTooLate', /^ogi:30/),
  refuse(
    'the 8th day, the officer overrides',
    registered,
    correction('2025-03-13', { override: '申请人联系不上', by: 'officer' }),
    'notYourRole',
    /./,
  ),
  accept(
    'the 8th day, the head overrides: the original day stays the safe one',
    registered,
    correction('2025-03-13', { override: '申请人联系不上', by: 'officeHead' }),
    reads(null, { replyStrict: '2025-03-31' }),
  ),
  accept(
    'an override without a role is the head’s',
    registered,
    correction('2025-03-13', { override: '申请人联系不上' }),
    reads(null, { replyStrict: '2025-03-31' }),
  ),
  accept(
    'told late and corrected: the new day, the safe day beside it',
    [...registered, correction('2025-03-13', { override: '申请人联系不上' })],
    corrected('2025-03-20'),
    reads('2025-04-18', { reply: '2025-04-18', replyStrict: '2025-03-31' }),
  ),
  accept(
    'told late, lapsed, the lapse undone: the safe day stays',
    [
      ...registered,
      correction('2025-03-13', { override: '申请人联系不上', periodWorkingDays: 5 }),
      servedLetter('2025-03-13', 'P01', '2025-03-13'),
      a('2025-03-21', 'confirmLapse'),
    ],
    corrected('2025-03-24', { receivedOn: '2025-03-20' }),
    reads('2025-04-18', { replyStrict: '2025-03-31' }),
  ),
  accept(
    'told in time and corrected: no other day',
    [...registered, correction('2025-03-12')],
    corrected('2025-03-20'),
    reads('2025-04-18', { replyStrict: undefined }),
  ),
  refuse('once the form is accepted', [...registered, a(R, 'acceptForm')], correction('2025-03-06'), /./, /./),
  refuse('once a search was recorded', searched, correction('2025-03-06'), /./, /./),
  refuse('before registration', received, correction('2025-03-06'), 'notPermittedNow', /./),
])

table('§30 补正 | a reasonable period: 5 to 30 working days', [
  ...[-1, 0, 4, 31, 1000].map((days) =>
    refuse(
      `${days}`,
      registered,
      correction('2025-03-06', { periodWorkingDays: days }),
      'correctionPeriodUnreasonable',
      /^ogi:30/,
    ),
  ),
  ...([5, 10, 30] as const).map((days) =>
    accept(
      `${days}`,
      [...registered, correction('2025-03-06', { periodWorkingDays: days })],
      servedLetter('2025-03-07', 'P01', '2025-03-07'),
      reads(null, { correctionReply: nth('2025-03-07', days) }),
    ),
  ),
  accept(
    'left out: ten',
    [...registered, correction('2025-03-06')],
    servedLetter('2025-03-07', 'P01', '2025-03-07'),
    reads(null, { correctionReply: '2025-03-21' }),
  ),
  accept(
    'left out: the organ’s own',
    [...registered, correction('2025-03-06')],
    servedLetter('2025-03-07', 'P01', '2025-03-07'),
    reads(null, { correctionReply: nth('2025-03-07', 15) }),
    {
      settings: { correctionPeriodWorkingDays: 15 },
    },
  ),
])

const again = [...waiting, corrected('2025-03-20')]
table('§30 补正 | once; a second only by approval', [
  refuse('a second', again, correction('2025-03-24'), 'correctionOnce', /^ogi:30/),
  refuse(
    'a second, the officer overrides',
    again,
    correction('2025-03-24', { override: '仍不明确', by: 'officer' }),
    'notYourRole',
    /./,
  ),
  accept('a second, approved', again, correction('2025-03-24', { override: '仍不明确' })),
  accept('a second where the organ allows two', again, correction('2025-03-24'), undefined, {
    settings: { correctionRounds: 2 },
  }),
  refuse(
    'a third where the organ allows two',
    [...again, correction('2025-03-24'), corrected('2025-03-25')],
    correction('2025-03-26'),
    'correctionOnce',
    /^ogi:30/,
    { settings: { correctionRounds: 2 } },
  ),
  refuse('while the first is awaited', waiting, correction('2025-03-14'), 'notPermittedNow', /./),
])

table('§30 补正 | still unclear only after a correction', [
  refuse(
    'never corrected',
    [...registered, a(R, 'assignOfficer', { officer: '李四' })],
    a('2025-03-06', 'judgeStillUnclear', { unclear: '批次', reasons: '无法判断' }),
    'notCorrected',
    /^ogi:30/,
  ),
  refuse(
    'not yet looked at',
    registered,
    a('2025-03-06', 'judgeStillUnclear', { unclear: '批次' }),
    'notPermittedNow',
    /./,
  ),
  accept('corrected', again, a('2025-03-21', 'judgeStillUnclear', { unclear: '批次', reasons: '无法判断' }), (t, on) =>
    t.match(end(on), { outcome: 'N4', reportLine: '3.4.3', remedy: 'RB2' }),
  ),
])

table('§30 视为放弃 | no lapse without service, none before the last day is past, dated the day after it', [
  refuse(
    'P01 was never served',
    [...registered, correction('2025-03-06')],
    a('2025-06-30', 'confirmLapse'),
    'lapseWithoutService',
    /^ogi:30/,
  ),
  refuse('the day before the last', waiting, a('2025-03-25', 'confirmLapse'), 'lapseTooEarly', /^ogi:30/),
  refuse('the last day', waiting, a('2025-03-26', 'confirmLapse'), 'lapseTooEarly', /^ogi:30/),
  accept('the day after', waiting, a('2025-03-27', 'confirmLapse'), (t, on, { state, stage, letters }) => {
    t.same([state, stage, letters], ['abandoned', '办结', ['L15']])
    t.match(end(on), { outcome: 'X1', reportLine: '3.6.1', remedy: 'RB2', onTime: null })
    t.equal(lastVerb(on), '2025-03-27 end')
  }),
  accept('long after: still dated the day after', waiting, a('2025-05-20', 'confirmLapse'), (t, on) =>
    t.equal(lastVerb(on), '2025-03-27 end'),
  ),
  refuse('already corrected', again, a('2025-04-30', 'confirmLapse'), 'notPermittedNow', /./),
  refuse('never asked', registered, a('2025-04-30', 'confirmLapse'), 'notPermittedNow', /./),
  refuse(
    'by the calendar: it only proposes',
    waiting,
    a('2025-03-27', 'confirmLapse', { by: 'calendar' }),
    'notYourRole',
    /./,
  ),
])

const lapsed = [...waiting, a('2025-03-27', 'confirmLapse')]
table('§30, 民诉法 85 | a correction in time undoes the lapse; a late one needs good cause', [
  accept(
    'received on the last day, recorded after the lapse',
    lapsed,
    corrected('2025-04-02', { receivedOn: '2025-03-26' }),
    (t, on, answer) => {
      t.equal(answer.state, 'formReview')
      reads('2025-04-24')(t, on, answer)
      t.equal(end(on).outcome, null, 'no outcome any more')
    },
  ),
  accept(
    'posted on the last day, arrived later',
    lapsed,
    corrected('2025-04-02', { receivedOn: '2025-03-28', postedOn: '2025-03-26' }),
    reads('2025-04-27'),
  ),
  refuse(
    'received the day after the last',
    lapsed,
    corrected('2025-04-02', { receivedOn: '2025-03-27' }),
    'correctionLate',
    /^ogi:30/,
  ),
  refuse(
    'posted the day after the last',
    lapsed,
    corrected('2025-04-02', { receivedOn: '2025-03-28', postedOn: '2025-03-27' }),
    'correctionLate',
    /^ogi:30/,
  ),
  accept('late with good cause', lapsed, corrected('2025-04-02', { goodCause: true }), reads(nth('2025-04-02', 20))),
  accept('late, but nobody has confirmed the lapse', waiting, corrected('2025-04-02'), reads(nth('2025-04-02', 20))),
])

t.test('§30 视为放弃 | the calendar proposes, a person confirms', async (t) => {
  for (const [title, given, day, warns] of [
    ['on the last day', waiting, '2025-03-26', false],
    ['the day after', waiting, '2025-03-27', true],
    ['weeks after', waiting, '2025-04-30', true],
    ['never served', [...registered, correction('2025-03-06')], '2025-06-30', false],
  ] as const) {
    const on = bench()
    await run(on, given)
    const before = on.kept().facts.length
    const answer = await run(on, [a(day, 'calendarDay')])
    t.equal(
      answer?.warnings.some(({ code }) => code === 'lapseDue') ?? false,
      warns,
      `${title}: ${warns ? 'warns' : 'is silent'}`,
    )
    t.equal(answer?.state, 'awaitingCorrection', `${title}: nothing is closed`)
    t.equal(on.kept().facts.length, before, `${title}: no fact`)
  }
})

// ---- 收费

const charge = (on: string, more: object = { basis: 'perRequest', monthlyCount: 12 }) => a(on, 'chargeFee', { ...more })
const pay = (on: string, more = {}) => a(on, 'recordPayment', { amount: 100, ...more })
const amountIs =
  (amount: number): NonNullable<Row['then']> =>
  (t, on, { state, letters, clock }) => {
    t.same([state, letters, clock.status], ['awaitingPayment', ['L06'], 'stopped'])
    t.equal(on.kept().current.fee?.amount, amount, `${amount} 元`)
  }
/** L06 on 03-20, received by the applicant on 03-21: the last day to pay is 04-21. */
const charged = [...searched, charge('2025-03-20')]
const owing = [...charged, servedLetter('2025-03-21', 'L06', '2025-03-21')]
const unpaid = [...owing, a('2025-04-22', 'confirmLapse')]

table('§42, 办法 4 收费 | by the piece: the tariff through the command', [
  ...([1, 10] as const).map((monthlyCount) =>
    refuse(
      `the ${monthlyCount}th of the month costs nothing`,
      searched,
      charge('2025-03-20', { basis: 'perRequest', monthlyCount }),
      'feeZero',
      /^ogi:42$/,
    ),
  ),
  ...(
    [
      [11, 100],
      [30, 100],
      [31, 200],
      [40, 200],
      [41, 300],
      [50, 300],
      [51, 400],
    ] as const
  ).map(([monthlyCount, amount]) =>
    accept(
      `the ${monthlyCount}th of the month costs ${amount}`,
      searched,
      charge('2025-03-20', { basis: 'perRequest', monthlyCount }),
      amountIs(amount),
    ),
  ),
])

table('§42, 办法 5 收费 | by the page: the tariff through the command', [
  ...([-1, 0, 1, 30] as const).map((pages) =>
    refuse(
      `${pages} pages cost nothing`,
      searched,
      charge('2025-03-20', { basis: 'perPage', pages }),
      'feeZero',
      /^ogi:42$/,
    ),
  ),
  ...(
    [
      [31, 10],
      [100, 700],
      [101, 720],
      [200, 2700],
      [201, 2740],
      [250, 4700],
    ] as const
  ).map(([pages, amount]) =>
    accept(
      `${pages} pages cost ${amount}`,
      searched,
      charge('2025-03-20', { basis: 'perPage', pages }),
      amountIs(amount),
    ),
  ),
  refuse(
    'who only wants to look at it on the spot wants no pages',
    [receive(R, { form: { medium: 'paper', method: 'inspection' } }), a(R, 'registerRequest'), a(R, 'acceptForm')],
    charge('2025-03-20', { basis: 'perPage', pages: 45 }),
    'feePerPageUnfit',
    /^fee:5$/,
  ),
  refuse(
    'nor who only wants to see it on the web',
    [receive(R, { form: { medium: 'electronic', method: 'online' } }), a(R, 'registerRequest'), a(R, 'acceptForm')],
    charge('2025-03-20', { basis: 'perPage', pages: 45 }),
    'feePerPageUnfit',
    /^fee:5$/,
  ),
  ...(['mail', 'email', 'pickup'] as const).map((method) =>
    accept(
      `a copy by ${method}`,
      [receive(R, { form: { medium: 'paper', method } }), a(R, 'registerRequest'), a(R, 'acceptForm')],
      charge('2025-03-20', { basis: 'perPage', pages: 45 }),
      amountIs(150),
    ),
  ),
])

table('办法 3 收费 | one basis a request, with its count; once', [
  refuse('no count', searched, charge('2025-03-20', { basis: 'perRequest' }), 'feeCountMissing', /^fee:3$/),
  refuse('no pages', searched, charge('2025-03-20', { basis: 'perPage' }), 'feeCountMissing', /^fee:3$/),
  refuse(
    'the other basis’s count',
    searched,
    charge('2025-03-20', { basis: 'perPage', monthlyCount: 12 }),
    'feeCountMissing',
    /^fee:3$/,
  ),
  refuse(
    'both: 12th of the month and 45 pages are 100 or 150, never 250',
    searched,
    charge('2025-03-20', { basis: 'perRequest', monthlyCount: 12, pages: 45 }),
    'feeBothBases',
    /^fee:3$/,
  ),
  refuse('a second while the first is awaited', owing, charge('2025-03-24'), 'feeOnce', /^fee:3$/),
  refuse('a second after it was paid', [...owing, pay('2025-04-10')], charge('2025-04-11'), 'feeOnce', /^fee:3$/),
  refuse(
    'by another than the officer',
    searched,
    charge('2025-03-20', { basis: 'perRequest', monthlyCount: 12, by: 'registrar' }),
    'notYourRole',
    /./,
  ),
])

table('办法 6 收费 | from registration to the decision, by the due day, while nobody else is asked', [
  refuse('before registration', received, charge('2025-03-20'), 'notPermittedNow', /./),
  accept('registered: the form is accepted by it', registered, charge('2025-03-20'), (t, on, answer) => {
    amountIs(100)(t, on, answer)
    t.equal(on.kept().current.formAccepted, true)
    t.equal(dueOf(answer, 'payment'), null, 'not served, no last day')
  }),
  accept('in 职责区分', [...registered, a(R, 'acceptForm')], charge('2025-03-20')),
  accept('the due day', searched, charge('2025-03-31')),
  refuse('the day after', searched, charge('2025-04-01'), 'feeAfterDue', /^fee:6$/),
  accept('extended: the new due day', [...searched, extend('2025-03-28')], charge('2025-04-28')),
  refuse(
    'extended: the day after',
    [...searched, extend('2025-03-28')],
    charge('2025-04-29'),
    'feeAfterDue',
    /^fee:6$/,
  ),
  refuse('a third party is being asked', consulting, charge('2025-03-20'), 'consultationOpen', /^ogi:33\.3$/),
  refuse(
    'while a 会商 sits',
    [...searched, a('2025-03-10', 'openDiscussion', { question: '是否收费', members: ['李四'] })],
    charge('2025-03-20'),
    'discussionOpen',
    /./,
  ),
  refuse('decided', [...searched, a('2025-03-10', 'decide', g2)], charge('2025-03-20'), 'notPermittedNow', /./),
  refuse('the correction is awaited', waiting, charge('2025-03-20'), 'notPermittedNow', /./),
  refuse(
    'received on the last day before there was a tariff',
    [receive('2020-12-31'), a('2020-12-31', 'registerRequest')],
    charge('2021-01-04'),
    'feeBeforeTariff',
    /^fee:3$/,
  ),
  accept(
    'received on its first day',
    [receive('2021-01-01'), a('2021-01-01', 'registerRequest')],
    charge('2021-01-04'),
    amountIs(100),
  ),
])

t.test('办法 3, 6 收费 | everything that refuses is told at once', async (t) => {
  const on = bench()
  await run(on, consulting)
  const outcome = await on.act(charge('2025-03-20', { basis: 'perPage', monthlyCount: 3, pages: 3 }))
  if (outcome.kind !== 'refused') return t.fail(outcome.kind)
  const { code, also, zh } = outcome.answer.refusal
  t.same([code, ...also.map((one) => one.code)], ['feeBothBases', 'feeZero', 'consultationOpen'])
  t.match(zh, '不得同时按两种标准计算')
})

table('办法 6 缴费 | in full; a new full period from the day after, extension and exclusions forgotten', [
  accept('paid: twenty days anew', owing, pay('2025-04-10'), (t, on, answer) => {
    t.equal(answer.state, 'deciding')
    reads('2025-05-12', { payment: undefined, extensionNotice: '2025-05-12', replyStrict: undefined })(t, on, answer)
    t.equal(lastVerb(on), '2025-04-10 restart')
  }),
  accept('paid before the service of L06 was recorded', charged, pay('2025-04-10'), reads('2025-05-12')),
  accept(
    'extended and asked before: nothing of it is left, and it may be extended again',
    [...consulting, opinion('2025-03-14'), extend('2025-03-17'), charge('2025-03-20'), pay('2025-04-10')],
    extend('2025-05-12'),
    reads(nth('2025-04-10', 40), { replyStrict: undefined }),
  ),
  accept(
    'told to correct late, then charged: the payment restarts the strict reading too',
    [
      ...registered,
      correction('2025-03-13', { override: '申请人联系不上' }),
      corrected('2025-03-13'),
      charge('2025-03-13'),
    ],
    pay('2025-04-10'),
    reads('2025-05-12', { replyStrict: undefined }),
  ),
  accept(
    'a unit still searches: back to where it can answer',
    [
      ...registered,
      a('2025-03-05', 'requestAssistance', { id: '协1', unit: '规划股', question: '有无' }),
      charge('2025-03-20'),
    ],
    pay('2025-04-10'),
    (t, _, { state }) => t.equal(state, 'searching'),
  ),
  accept(
    'the unit answered meanwhile: on to the decision',
    [
      ...registered,
      a('2025-03-05', 'requestAssistance', { id: '协1', unit: '规划股', question: '有无' }),
      charge('2025-03-20'),
      a('2025-03-24', 'giveAssistance', { id: '协1', findings: '有' }),
    ],
    pay('2025-04-10'),
    (t, _, { state }) => t.equal(state, 'deciding'),
  ),
  refuse('one 元 less', owing, pay('2025-04-10', { amount: 99 }), 'paymentIncomplete', /^fee:6$/),
  refuse('nothing', owing, pay('2025-04-10', { amount: 0 }), 'paymentIncomplete', /^fee:6$/),
  accept('one 元 more: paid, the rest is given back', owing, pay('2025-04-10', { amount: 101 }), (t, _, { warnings }) =>
    t.match(warnings, [{ code: 'overpaid', zh: /多缴了1元/ }]),
  ),
  refuse('tomorrow', owing, pay('2025-04-10', { paidOn: '2025-04-11' }), 'dayInFuture', /./),
  accept('on the day of the notice', owing, pay('2025-04-10', { paidOn: '2025-03-20' }), reads(nth('2025-03-20', 20))),
  refuse('the day before the notice', owing, pay('2025-04-10', { paidOn: '2025-03-19' }), 'dayTooEarly', /./),
  refuse('by the officer', owing, pay('2025-04-10', { by: 'officer' }), 'notYourRole', /./),
  refuse('never charged', searched, pay('2025-04-10'), 'notPermittedNow', /./),
  refuse('paid already', [...owing, pay('2025-04-10')], pay('2025-04-11'), 'notPermittedNow', /./),
  refuse('extended while the fee is awaited', owing, extend('2025-03-24'), 'notPermittedNow', /./),
  refuse('decided while the fee is awaited', owing, a('2025-03-24', 'decide', g2), 'notPermittedNow', /./),
  accept('paid on the last day', owing, pay('2025-04-21'), (t, on, answer) => {
    reads(nth('2025-04-21', 20))(t, on, answer)
    t.same(answer.warnings, [])
  }),
  accept('paid a day late, but nobody has confirmed the lapse', owing, pay('2025-04-22'), (t, on, answer) => {
    reads(nth('2025-04-22', 20))(t, on, answer)
    t.ok(answer.warnings.some(({ code }) => code === 'paymentLate'))
  }),
])

t.test('办法 6 缴费 | the words tell what lacks', async (t) => {
  const on = bench()
  await run(on, owing)
  const outcome = await on.act(pay('2025-04-10', { amount: 60 }))
  t.match(outcome, { kind: 'refused', answer: { refusal: { zh: /^应缴100元，只缴了60元，还差40元；/ } } })
})

table('办法 6 逾期不缴费 | no lapse without service, none before the last day is past, dated the day after it', [
  refuse('L06 was never served', charged, a('2025-06-30', 'confirmLapse'), 'paymentLapseWithoutService', /^fee:6$/),
  refuse('the day before the last', owing, a('2025-04-20', 'confirmLapse'), 'paymentLapseTooEarly', /^fee:6$/),
  refuse('the last day', owing, a('2025-04-21', 'confirmLapse'), 'paymentLapseTooEarly', /^fee:6$/),
  accept('the day after', owing, a('2025-04-22', 'confirmLapse'), (t, on, { state, stage, letters }) => {
    t.same([state, stage, letters], ['abandoned', '办结', ['L15']])
    t.match(end(on), { outcome: 'X2', reportLine: '3.6.2', remedy: 'RB2', onTime: null })
    t.equal(lastVerb(on), '2025-04-22 end')
  }),
  accept('long after: still dated the day after', owing, a('2025-06-30', 'confirmLapse'), (t, on) =>
    t.equal(lastVerb(on), '2025-04-22 end'),
  ),
  accept('its remedies run from the service of L15', unpaid, servedLetter('2025-04-25', 'L15', '2025-04-25'), (t, on) =>
    t.match(end(on).remedies, { reconsiderationBy: '2025-06-24', litigationBy: '2025-10-27' }),
  ),
  refuse(
    'by the calendar: it only proposes',
    owing,
    a('2025-04-22', 'confirmLapse', { by: 'calendar' }),
    'notYourRole',
    /./,
  ),
])

table('办法 6, 民诉法 85 | a payment in time undoes the lapse; a late one does not', [
  accept(
    'paid on the last day, recorded after the lapse',
    unpaid,
    pay('2025-04-25', { paidOn: '2025-04-21' }),
    (t, on, answer) => {
      t.equal(answer.state, 'deciding')
      reads(nth('2025-04-21', 20))(t, on, answer)
      t.equal(end(on).outcome, null, 'no outcome any more')
    },
  ),
  refuse('paid the day after', unpaid, pay('2025-04-25', { paidOn: '2025-04-22' }), 'paymentLate', /^fee:6$/),
  refuse(
    'in time, but only in part',
    unpaid,
    pay('2025-04-25', { paidOn: '2025-04-21', amount: 99 }),
    'paymentIncomplete',
    /^fee:6$/,
  ),
  refuse('a correction pays no fee', unpaid, corrected('2025-04-25'), 'notPermittedNow', /./),
  refuse(
    'a payment corrects no request',
    [...again, ...[charge('2025-03-24'), pay('2025-03-25')]],
    corrected('2025-03-26'),
    'notPermittedNow',
    /./,
  ),
])

t.test('办法 6 逾期不缴费 | the calendar proposes, a person confirms', async (t) => {
  for (const [title, given, day, warns] of [
    ['on the last day', owing, '2025-04-21', false],
    ['the day after', owing, '2025-04-22', true],
    ['never served', charged, '2025-06-30', false],
  ] as const) {
    const on = bench()
    await run(on, given)
    const before = on.kept().facts.length
    const answer = await run(on, [a(day, 'calendarDay')])
    const told = answer?.warnings.filter(({ code }) => code === 'lapseDue') ?? []
    t.equal(told.length > 0, warns, `${title}: ${warns ? 'warns' : 'is silent'}`)
    if (warns) t.match(told[0]?.zh, '申请人缴费期限已于2025年4月21日届满')
    t.equal(answer?.state, 'awaitingPayment', `${title}: nothing is closed`)
    t.equal(on.kept().facts.length, before, `${title}: no fact`)
  }
})

table('办法 5 收费 | pages are not paid for where the answer is only where to look', [
  accept(
    'by the page, already public: a warning',
    [...searched, charge('2025-03-20', { basis: 'perPage', pages: 31 }), pay('2025-04-10')],
    a('2025-04-11', 'decide', { outcome: 'G1', where: '县政府网站' }),
    (t, _, { warnings }) => t.ok(warnings.some(({ code }) => code === 'feePerPageUnfit')),
  ),
  accept(
    'by the piece it fits every answer',
    [...owing, pay('2025-04-10')],
    a('2025-04-11', 'decide', { outcome: 'G1', where: '县政府网站' }),
    (t, _, { warnings }) => t.notOk(warnings.some(({ code }) => code === 'feePerPageUnfit')),
  ),
])

// ---- 征求意见

table('§33.3 征求意见 | opened by a paper sent not later than the due day', [
  accept('the day before', searched, third('2025-03-28')),
  accept('the due day', searched, third('2025-03-31')),
  refuse('the day after', searched, third('2025-04-01'), 'consultationAfterDue', /^ogi:33\.3/),
  accept('sent on the due day, recorded after it', searched, third('2025-04-02', '甲', { dispatchedOn: '2025-03-31' })),
  refuse(
    'sent the day after, recorded later',
    searched,
    third('2025-04-02', '甲', { dispatchedOn: '2025-04-01' }),
    'consultationAfterDue',
    /^ogi:33\.3/,
  ),
  accept('an organ, the due day', searched, asked('2025-03-31', 'coProducer')),
  refuse('an organ, the day after', searched, asked('2025-04-01', 'coProducer'), 'consultationAfterDue', /^ogi:33\.3/),
  refuse('another organ, the day after', searched, asked('2025-04-01', 'other'), 'consultationAfterDue', /^ogi:33\.3/),
  accept(
    'while another is open, past the first due day',
    [...searched, asked('2025-03-31', 'other', '丙')],
    third('2025-04-10'),
  ),
  accept('the first act after registration accepts the form', registered, third('2025-03-04'), (t, _, { dueDates }) =>
    t.equal(dueOf({ dueDates }, 'correctionNotice'), undefined),
  ),
  refuse('the same id again', consulting, third('2025-03-14'), 'duplicateId', /./),
  refuse('before registration', received, third('2025-03-04'), 'notPermittedNow', /./),
  refuse(
    'after the decision',
    [...searched, a('2025-03-10', 'decide', g2)],
    third('2025-03-11'),
    'notPermittedNow',
    /./,
  ),
])

table('§32, §33.3 | an opinion ends the asking on its own day', [
  accept('on the day', consulting, opinion('2025-03-20'), reads('2025-04-11')),
  accept(
    'keyed in later',
    consulting,
    opinion('2025-03-28', '甲', { opinion: 'object', receivedOn: '2025-03-20' }),
    reads('2025-04-11'),
  ),
  accept('on the last day', consulting, opinion('2025-04-02'), reads('2025-04-24')),
  accept(
    'received in time, keyed in after the last day',
    consulting,
    opinion('2025-04-10', '甲', { opinion: 'consent', receivedOn: '2025-03-20' }),
    reads('2025-04-11'),
  ),
  accept(
    'late: filed, reopens nothing',
    consulting,
    opinion('2025-04-10', '甲', { opinion: 'object' }),
    (t, on, answer) => {
      reads('2025-04-24')(t, on, answer)
      t.equal(answer.clock.status, 'running')
      t.equal(on.kept().current.consultations[0]?.endedOn, '2025-04-02')
    },
  ),
  accept(
    'the letter came back: the interval ends that day',
    [...searched, third('2025-03-10')],
    opinion('2025-03-20', '甲', { returned: true, receivedOn: '2025-03-14' }),
    reads('2025-04-07', { replyStrict: '2025-03-31' }),
  ),
  refuse('nobody of that name was asked', consulting, opinion('2025-03-20', '乙'), 'unknownId', /./),
  refuse(
    'come back after the end',
    [...consulting, opinion('2025-03-20')],
    opinion('2025-03-21', '甲', { returned: true }),
    /./,
    /./,
  ),
  refuse('nobody was asked', searched, opinion('2025-03-20'), /./, /./),
])

t.test('§32 第三方 | the last day ends the asking, dated that day however late it is looked at', async (t) => {
  for (const [title, days, status, due] of [
    ['on the last day', ['2025-04-02'], 'suspended', null],
    ['the day after', ['2025-04-03'], 'running', '2025-04-24'],
    ['weeks after', ['2025-05-20'], 'running', '2025-04-24'],
    [
      'looked at every week',
      ['2025-03-20', '2025-03-27', '2025-04-02', '2025-04-09', '2025-05-20'],
      'running',
      '2025-04-24',
    ],
  ] as const) {
    const on = bench()
    await run(on, consulting)
    const answer = await run(
      on,
      days.map((day) => a(day, 'calendarDay')),
    )
    t.equal(answer?.clock.status, status, `${title}: ${status}`)
    t.equal(answer?.clock.dueOn, due, `${title}: due ${due}`)
    t.equal(
      answer?.clock.overdue,
      due !== null && (days.at(-1) as string) > due,
      `${title}: overdue by the true due day`,
    )
  }
})

t.test('contract §2 | any command ends what is past, and does so before its own act', async (t) => {
  const on = bench()
  await run(on, consulting)
  const answer = await run(on, [a('2025-04-10', 'decide', { ...g2 })])
  t.equal(answer?.state, 'drafting', 'no consultation is open any more on that day')
  t.equal(answer?.clock.dueOn, '2025-04-24')
})

t.test(
  '§32, §34 | silence of a third party is neither; silence of a co-maker is consent; another organ never lapses',
  async (t) => {
    for (const [title, ask, letter, status, silence] of [
      ['third party', third('2025-03-10'), 'P04', 'running', null],
      ['co-maker', asked('2025-03-10', 'coProducer'), 'P07', 'running', 'consent'],
      ['another organ', asked('2025-03-10', 'other'), 'P07', 'suspended', null],
    ] as const) {
      const on = bench()
      await run(on, [...searched, ask, servedLetter('2025-03-12', letter, '2025-03-12', '甲')])
      t.equal(
        dueOf(on.view(), title === 'third party' ? 'thirdPartyOpinion' : 'organOpinion'),
        '2025-04-02',
        `${title}: 15 working days from its service`,
      )
      const answer = await run(on, [a('2025-09-30', 'calendarDay')])
      t.equal(answer?.clock.status, status, `${title}: ${status}`)
      t.equal(on.kept().current.consultations[0]?.opinion, silence, `${title}: ${silence ?? 'no opinion'}`)
    }
  },
)

t.test('§32 | a letter not served starts no period: nothing lapses, the strict day keeps running', async (t) => {
  for (const ask of [third('2025-03-10'), asked('2025-03-10', 'coProducer')]) {
    const on = bench()
    const asking = await run(on, [...searched, ask])
    t.equal(asking?.dueDates.find(({ what }) => what === 'thirdPartyOpinion' || what === 'organOpinion')?.dueOn, null)
    const answer = await run(on, [a('2025-07-01', 'calendarDay')])
    t.equal(answer?.clock.status, 'suspended')
    t.match(answer?.clock, { dueOn: null, remainingWorkingDays: 15 })
  }
})

table('§33 协查 | a search asked of a unit never stops the clock', [
  accept(
    'asked',
    registered,
    a('2025-03-05', 'requestAssistance', { id: '协1', unit: '规划股', question: '有无该批次', dueOn: '2025-03-10' }),
    (t, on, answer) => {
      reads('2025-03-31', { assistance: '2025-03-10' })(t, on, answer)
      t.same([answer.clock.status, answer.stage, answer.letters], ['running', '协查', ['L05']])
    },
  ),
  accept(
    'discussed',
    searched,
    a('2025-03-06', 'openDiscussion', { question: '是否公开', members: ['李四', '王五'] }),
    (t, on, answer) => {
      reads('2025-03-31')(t, on, answer)
      t.same([answer.clock.status, answer.stage, answer.state], ['running', '协查', 'discussing'])
    },
  ),
  refuse(
    'findings nobody was asked for',
    registered,
    a('2025-03-05', 'giveAssistance', { id: '协9', findings: '无' }),
    /./,
    /./,
  ),
])

// ---- 延长

table('§33.2 延长 | 1 to 20 working days in all', [
  ...[-1, 0, 21, 40].map((days) =>
    refuse(`${days}`, registered, extend('2025-03-10', { workingDays: days }), 'extensionTooLong', /^ogi:33\.2/),
  ),
  accept(
    '1',
    registered,
    extend('2025-03-10', { workingDays: 1 }),
    reads('2025-04-01', { extensionNotice: undefined }),
  ),
  accept('20', registered, extend('2025-03-10'), reads('2025-04-28', { reply: '2025-04-28' })),
])

table('§33.2 延长 | approved by the head of the office, whoever keys it', [
  refuse(
    'the officer alone',
    registered,
    extend('2025-03-10', { by: 'officer' }),
    'extensionNotApproved',
    /^ogi:33\.2/,
  ),
  accept('the officer, approved', registered, extend('2025-03-10', { by: 'officer', approvedBy: 'officeHead' })),
  accept('the registrar, approved', registered, extend('2025-03-10', { by: 'registrar', approvedBy: 'officeHead' })),
  accept('the head', registered, extend('2025-03-10', { by: 'officeHead' })),
  refuse(
    'the supervisor',
    registered,
    extend('2025-03-10', { by: 'supervisor', approvedBy: 'officeHead' }),
    'notYourRole',
    /./,
  ),
])

table('§33.2 延长 | told on or before the due day then in force', [
  accept('the day before', registered, extend('2025-03-28')),
  accept('the due day', registered, extend('2025-03-31')),
  refuse('the day after', registered, extend('2025-04-01'), 'extensionAfterDue', /^ogi:33\.2/),
  accept(
    'told on the due day, recorded after it',
    registered,
    extend('2025-04-02', { notifiedOn: '2025-03-31' }),
    (t, on, answer) => {
      reads('2025-04-28')(t, on, answer)
      t.ok(
        answer.warnings.some(({ code }) => code === 'recordedLate'),
        'warns',
      )
      t.ok(
        end(on).trace.some((row) => row.verb === 'extend' && row.on === '2025-03-31'),
        'dated the day it was told',
      )
    },
  ),
  refuse(
    'told the day after, recorded later',
    registered,
    extend('2025-04-02', { notifiedOn: '2025-04-01' }),
    'extensionAfterDue',
    /^ogi:33\.2/,
  ),
  accept('the due day with the days of asking', [...consulting, a('2025-04-03', 'calendarDay')], extend('2025-04-24')),
  refuse(
    'the day after it',
    [...consulting, a('2025-04-03', 'calendarDay')],
    extend('2025-04-25'),
    'extensionAfterDue',
    /^ogi:33\.2/,
  ),
  accept('while a consultation is open', consulting, extend('2025-03-14'), (t, _, { clock }) =>
    t.match(clock, { status: 'suspended', dueOn: null, remainingWorkingDays: 35 }),
  ),
  accept(
    'while one is open, past the first due day',
    [...searched, asked('2025-03-10', 'other')],
    extend('2025-04-10', { workingDays: 5 }),
  ),
])

/** 33.2 caps the days of a period, not how often they are taken: the number is a setting (R35). */
const twice = { settings: { extensionRounds: 2 } } as const
table('§33.2 延长 | once a period; again after a restart; never while stopped', [
  refuse(
    'a second',
    [...registered, extend('2025-03-10', { workingDays: 5 })],
    extend('2025-03-12', { workingDays: 5 }),
    'alreadyExtended',
    'practice',
  ),
  accept(
    'a second where the organ sets two: the days add up to the twenty of the law',
    [...registered, extend('2025-03-10', { workingDays: 5 })],
    extend('2025-03-12', { workingDays: 15 }),
    reads(nth(R, 40)),
    twice,
  ),
  refuse(
    'the twenty-first day of the second',
    [...registered, extend('2025-03-10', { workingDays: 5 })],
    extend('2025-03-12', { workingDays: 16 }),
    'extensionTooLong',
    /^ogi:33\.2/,
    twice,
  ),
  refuse(
    'a second when the first took all twenty',
    [...registered, extend('2025-03-10', { workingDays: 20 })],
    extend('2025-03-12', { workingDays: 1 }),
    'extensionUsedUp',
    /^ogi:33\.2/,
    twice,
  ),
  accept(
    'a second told on the day that the first reached: 5 working days after 03-31',
    [...registered, extend('2025-03-10', { workingDays: 5 })],
    extend('2025-04-08', { workingDays: 5 }),
    reads(nth(R, 30)),
    twice,
  ),
  refuse(
    'the day after it',
    [...registered, extend('2025-03-10', { workingDays: 5 })],
    extend('2025-04-09', { workingDays: 5 }),
    'extensionAfterDue',
    /^ogi:33\.2/,
    twice,
  ),
  refuse(
    'a third where the organ sets two',
    [...registered, extend('2025-03-10', { workingDays: 5 }), extend('2025-03-12', { workingDays: 5 })],
    extend('2025-03-13', { workingDays: 5 }),
    'alreadyExtended',
    'practice',
    twice,
  ),
  refuse('while awaiting the correction', waiting, extend('2025-03-14'), /^(clockNotRunning|notPermittedNow)$/, /./),
  accept(
    'again after the restart',
    [...registered, extend('2025-03-05'), correction('2025-03-06'), corrected('2025-03-10')],
    extend('2025-03-11'),
    reads(nth('2025-03-10', 40)),
  ),
  accept(
    'the restart forgets the extension',
    [...registered, extend('2025-03-05'), correction('2025-03-06')],
    corrected('2025-03-10'),
    reads(nth('2025-03-10', 20)),
  ),
  refuse('before receipt is confirmed', [receive(R, { channel: 'ordinaryMail' })], extend(R), /./, /./),
  refuse(
    'after the reply was served',
    [
      ...signed('2025-03-12'),
      a('2025-03-13', 'dispatchReply', { method: 'mail' }),
      a('2025-03-17', 'recordService', { servedOn: '2025-03-16' }),
    ],
    extend('2025-03-18'),
    'replySigned',
    /^ogi:33\.2/,
  ),
  refuse(
    'after the reply was signed, though the period still runs',
    signed('2025-03-12'),
    extend('2025-03-13'),
    'replySigned',
    /^ogi:33\.2/,
  ),
  refuse(
    'after the reply went out',
    [...signed('2025-03-12'), a('2025-03-13', 'dispatchReply', { method: 'mail' })],
    extend('2025-03-14'),
    'replySigned',
    /^ogi:33\.2/,
  ),
  accept(
    'before it is signed',
    [...searched, a('2025-03-10', 'decide', g2), ...toSigning('2025-03-10')],
    extend('2025-03-11'),
  ),
])

table('§33.2, R55 延长 | the head does not consent to an extension of a case that is the head’s own', [
  refuse(
    'the head handles the case',
    [...registered, a(R, 'assignOfficer', { officer: '赵主任' })],
    extend('2025-03-10', { by: 'officeHead', person: '赵主任' }),
    'approverIsDrafter',
    /^ogi:45/,
  ),
  refuse(
    'the head drafted the reply',
    [...searched, a('2025-03-10', 'decide', g2), a('2025-03-10', 'submitDraft', { person: '赵主任' })],
    extend('2025-03-11', { by: 'officeHead', person: '赵主任' }),
    'approverIsDrafter',
    /^ogi:45/,
  ),
  accept(
    'another handles it',
    [...registered, a(R, 'assignOfficer', { officer: '李四' })],
    extend('2025-03-10', { by: 'officeHead', person: '赵主任' }),
    (t, on) =>
      t.match(on.kept().facts.at(-2), { type: 'ReplyExtended', approvedBy: 'officeHead', person: '赵主任' }, 'kept'),
  ),
])

// ---- outcomes

const decided: readonly (readonly [
  outcome: string,
  fields: Readonly<Record<string, unknown>>,
  letter: string,
  remedy: string,
  line: string,
])[] = [
  ['G1', { where: '县政府网站公报2023年第3期' }, 'S01', 'RB2', '3.1'],
  ['G2', { items: ['征地补偿标准'], route: '邮寄', unaffected: ['甲'] }, 'S02', 'RB2', '3.1'],
  [
    'G3',
    { given: ['标准'], withheld: ['请示稿'], grounds: ['W6'], unaffected: ['甲'], reasons: '过程性信息' },
    'S03',
    'RB1',
    '3.2',
  ],
  [
    'W1',
    { classification: '秘密', secrecyPeriod: '10年', neutralTitle: '某批次材料', reasons: '已定密' },
    'S04',
    'RB1',
    '3.3.1',
  ],
  ['W2', { law: '统计法', article: '第九条', reasons: '法律禁止公开' }, 'S05', 'RB1', '3.3.2'],
  ['W3', { interest: '社会稳定', harm: '可能引发冲突', reasons: '三安全一稳定' }, 'S06', 'RB1', '3.3.3'],
  ['W4', { consultation: '甲', reasons: '第三方不同意且理由成立' }, 'S07', 'RB1', '3.3.4'],
  ['W5', { category: '内部工作流程', reasons: '内部事务' }, 'S08', 'RB1', '3.3.5'],
  ['W6', { category: '请示报告', reasons: '过程性信息' }, 'S09', 'RB1', '3.3.6'],
  ['W7', { file: '执法案卷某号', reasons: '行政执法案卷' }, 'S10', 'RB1', '3.3.7'],
  ['N1', { reasons: '经检索没有制作' }, 'S12', 'RB2', '3.4.1'],
  ['N3', { reasons: '需要加工分析' }, 'S14', 'RB2', '3.4.2'],
]
const diverted: typeof decided = [
  [
    'W8',
    { law: '不动产登记暂行条例', office: '县不动产登记中心', how: '持证件查询', reasons: '行政查询事项' },
    'S11',
    'RB2',
    '3.3.8',
  ],
  ['N2', { reasons: '由县财政局制作' }, 'S13', 'RB2', '3.4.1'],
  ['Z1', { channelTold: '县信访局', reasons: '信访诉求' }, 'S16', 'RB2', '3.5.1'],
  [
    'Z2',
    { earlierNumber: 'QHZR202400001', earlierRepliedOn: '2024-12-30', reasons: '重复申请' },
    'S17',
    'RB2',
    '3.5.2',
  ],
  ['Z3', { where: '新华书店', reasons: '公开出版物' }, 'S18', 'RB2', '3.5.3'],
  ['Z5', { earlierSupply: '2024年已提供', reasons: '确认已获取信息' }, 'S20', 'RB2', '3.5.5'],
  ...['notGovernmentInformation', 'archive', 'partyAffairs', 'publicUtility', 'consultation'].map(
    (kind) => ['X3', { kind, reasons: '不属于本条例调整范围' }, 'S21', 'RB2', '3.6.3'] as const,
  ),
]
/** A filed search and a closed asking: every outcome has what it needs. */
const ready = [...searched, third('2025-03-06'), opinion('2025-03-10', '甲', { opinion: 'object', reasons: '报价' })]
const triage = [...registered, a('2025-03-04', 'acceptForm')]
const all = [
  ...decided.map((row) => ['decide', ready, ...row] as const),
  ...diverted.map((row) => ['divert', triage, ...row] as const),
]

const inParts = { outcome: 'G3', given: ['甲'], withheld: ['乙'], unaffected: ['甲'] }
/** Below, on and above the closed lists of article 14: what is refused, and with what code. */
const lists: readonly (readonly [string, Readonly<Record<string, unknown>>, string | null])[] = [
  ['one of the four', { outcome: 'W3', interest: '公共安全', harm: '可能被用于破坏' }, null],
  ['two of the four', { outcome: 'W3', interest: '国家安全、社会稳定', harm: '可能被用于破坏' }, null],
  ['two, in a sentence', { outcome: 'W3', interest: '公共安全和经济安全', harm: '可能被用于破坏' }, null],
  ['a fifth', { outcome: 'W3', interest: '机关形象', harm: '引起议论' }, 'interestUnlisted'],
  [
    'one of the four and a fifth',
    { outcome: 'W3', interest: '公共安全、工作秩序', harm: '引起议论' },
    'interestUnlisted',
  ],
  ['a law', { outcome: 'W2', law: '统计法', article: '第九条' }, null],
  ['perhaps a regulation', { outcome: 'W2', law: '统计调查证管理办法', article: '第九条' }, null],
  ['a county’s paper', { outcome: 'W2', law: '青禾县内部资料管理办法', article: '第三条' }, 'lawTooLow'],
  ['a part, a fifth interest', { ...inParts, grounds: ['W3'], interest: '机关形象' }, 'interestUnlisted'],
  ['a part, a province’s law', { ...inParts, grounds: ['W2'], law: '江苏省某某条例' }, 'lawTooLow'],
  ['a part on another ground', { ...inParts, grounds: ['W5'], law: '江苏省某某条例' }, null],
]

t.test('条例14条 | four interests and laws or administrative regulations: the lists are closed', async (t) => {
  for (const [title, fields, code] of lists) {
    const on = bench()
    await run(on, ready)
    const answer = await on.act(a('2025-03-12', 'decide', { reasons: '理由', ...fields }))
    t.match(
      answer,
      code ? { kind: 'refused', answer: { refusal: { code, article: 'ogi:14' } } } : { kind: 'done' },
      title,
    )
  }
  const on = bench()
  await run(on, ready)
  t.match(
    await on.act(
      a('2025-03-12', 'decide', {
        items: [
          { what: '甲', outcome: 'G2', items: ['甲'], route: '邮寄', unaffected: ['甲'] },
          { what: '乙', outcome: 'W2', law: '青禾县内部资料管理办法', article: '第三条', reasons: '理由' },
        ],
      }),
    ),
    { kind: 'refused', answer: { refusal: { code: 'lawTooLow', zh: /^第2项：/ } } },
    'one of several items',
  )
})

t.test('条例36条(7) | a query is governed by a law or an administrative regulation, not by a local rule', async (t) => {
  for (const [law, code] of [
    ['不动产登记暂行条例', null],
    ['青禾县档案查询办法', 'lawTooLow'],
  ] as const) {
    const on = bench()
    await run(on, triage)
    const fields = { outcome: 'W8', law, office: '县不动产登记中心', how: '持证件查询', reasons: '行政查询事项' }
    const answer = await on.act(a('2025-03-12', 'divert', fields))
    t.match(answer, code ? { kind: 'refused', answer: { refusal: { code } } } : { kind: 'done' }, law)
  }
})

t.test('§4 结论 | each outcome has its letter, its remedy and its line of the yearly report', async (t) => {
  for (const [command, given, outcome, fields, letter, remedy, line] of all) {
    const name = `${outcome} ${fields.kind ?? ''}`
    const on = bench()
    await run(on, given)
    const answer = await run(on, [
      a('2025-03-12', command, { outcome, ...fields }),
      ...toSigning('2025-03-12'),
      a('2025-03-13', 'signReply', { person: '赵六', reason: '已逐项核对' }),
    ])
    t.ok(answer?.letters.includes(letter), `${name}: ${letter}`)
    t.match(end(on), { outcome, reportLine: line, remedy, onTime: null }, `${name}: ${line} ${remedy}`)
    await run(on, [
      a('2025-03-31', 'dispatchReply', { method: 'mail' }),
      a('2025-04-03', 'recordService', { servedOn: '2025-04-02' }),
    ])
    t.equal(end(on).onTime, outcome === 'X3' ? null : true, `${name}: onTime`)
    t.match(
      end(on).remedies,
      { reconsiderationBy: '2025-06-03', litigationBy: remedy === 'RB2' ? '2025-10-09' : null },
      `${name}: remedies from the day of service`,
    )
  }
})

const inPart = { outcome: 'G3', given: ['甲'], withheld: ['乙'], unaffected: ['甲'], reasons: '理由' }
/** What each ground must say of itself (contract §2, rulebook R53). */
const ofGround: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  W1: { classification: '秘密', secrecyPeriod: '10年', neutralTitle: '某批次材料' },
  W2: { law: '统计法', article: '第九条' },
  W3: { interest: '社会稳定', harm: '可能引发冲突' },
  W4: { consultation: '甲' },
  W5: { category: '内部工作流程' },
  W6: { category: '请示报告' },
  W7: { file: '执法案卷某号' },
  W8: { law: '不动产登记暂行条例', office: '县不动产登记中心', how: '持证件查询' },
}
/** The Chinese names of those fields, as the refusal tells them. */
const namesOfGround: Readonly<Record<string, readonly string[]>> = {
  W1: ['密级', '保密期限', '信息名称（中性表述）'],
  W2: ['禁止公开的法律、行政法规', '条款'],
  W3: ['涉及的安全或者稳定（国家安全、公共安全、经济安全、社会稳定）', '可能造成的危害'],
  W5: ['内部事务的类别'],
  W6: ['过程性信息的类别'],
  W7: ['执法案卷'],
  W8: ['专门规定', '查询机构', '查询办法'],
}

table('§37, R53 | a ground in part takes what it takes alone, and an asking that never was is none', [
  ...Object.entries(ofGround).map(([ground, own]) =>
    accept(`${ground} with it`, ready, a('2025-03-12', 'decide', { ...inPart, ...own, grounds: [ground] })),
  ),
  refuse(
    'W4, an asking is named that never was',
    ready,
    a('2025-03-12', 'decide', { ...inPart, grounds: ['W4'], consultation: '乙' }),
    'consultationMissing',
    'ogi:32',
  ),
  refuse(
    'W4 while it is open',
    consulting,
    a('2025-03-14', 'decide', { ...inPart, grounds: ['W4'], consultation: '甲' }),
    'consultationOpen',
    /^ogi:33/,
  ),
])

t.test(
  '§37, R53 | what the grounds in part leave unsaid, and a third party nobody asked, are told and bar nothing',
  async (t) => {
    const warningsOf = async (given: readonly Act[], fields: object) => {
      const on = bench()
      await run(on, given)
      const got = await on.act(a('2025-03-12', 'decide', { ...inPart, ...fields }))
      if (got.kind !== 'done') throw new Error(`${got.kind}: ${JSON.stringify(fields)}`)
      return got.answer.warnings
    }
    for (const [ground, names] of Object.entries(namesOfGround)) {
      const [warning] = await warningsOf(ready, { grounds: [ground] })
      t.equal(warning?.code, 'groundDetailMissing', ground)
      for (const name of names) t.match(warning?.zh, name, `${ground}: ${name}`)
      t.same(await warningsOf(ready, { ...ofGround[ground], grounds: [ground] }), [], `${ground} said`)
    }
    const unasked = [{ code: 'thirdPartyNotAsked' }]
    t.match(await warningsOf(searched, { grounds: ['W4'] }), unasked)
    const organOnly = [...searched, asked('2025-03-06', 'other', '丙'), opinion('2025-03-10', '丙')]
    t.match(await warningsOf(organOnly, { grounds: ['W4'] }), unasked, 'an organ is no third party')
    t.same(await warningsOf(ready, { grounds: ['W4'] }), [], 'asked and closed')
  },
)

t.test('§37, R56 | a partial reply is reviewed first only where a ground of 14–16 withholds', async (t) => {
  for (const [grounds, remedy] of [
    [['W5'], 'RB1'],
    [['W1'], 'RB1'],
    [['W4', 'W8'], 'RB3'],
    [['W8', 'W5', 'W6'], 'RB3'],
    [['W8'], 'RB2'],
  ] as const) {
    const own = Object.assign({}, ...grounds.map((ground) => ofGround[ground]))
    const on = bench()
    await run(on, [...ready, a('2025-03-12', 'decide', { ...inPart, ...own, grounds })])
    t.equal(end(on).remedy, remedy, grounds.join())
  }
})

t.test('§36–§39 | what a decision lacks is refused, all of it at once', async (t) => {
  for (const [command, given, outcome, fields] of all) {
    if (outcome === 'X3' && fields.kind !== 'archive') continue
    const on = bench()
    await run(on, given)
    const before = on.snapshot()
    const words = async (left: Record<string, unknown>) => {
      const got = await on.act(a('2025-03-12', command, { outcome, ...left }))
      if (got.kind !== 'refused') return `${got.kind}`
      return (
        [got.answer.refusal, ...got.answer.refusal.also].find(({ code }) => code === 'decisionIncomplete')?.zh ?? ''
      )
    }
    const named: string[] = []
    for (const gone of Object.keys(fields)) {
      const zh = await words(Object.fromEntries(Object.entries(fields).filter(([key]) => key !== gone)))
      const label = /还缺少：(.+?)；/.exec(zh)?.[1] ?? /缺少[：:]?([^；;]+)/.exec(zh)?.[1]
      // W4 without its asking is told as such
      if (!label && outcome === 'W4' && gone === 'consultation') continue
      // nor does a reply lack the name of a party that is not overruled: it is refused for itself
      if (!label && gone === 'unaffected') continue
      t.ok(label, `${outcome} without ${gone} is refused: ${zh}`)
      if (label) named.push(label)
    }
    const nothing = await words({})
    for (const label of named) t.match(nothing, label, `${outcome} with nothing names ${label}`)
    for (const blank of [' ', '']) {
      const last = Object.keys(fields).find(
        (key) =>
          typeof fields[key] === 'string' && key !== 'kind' && key !== 'earlierRepliedOn' && key !== 'consultation',
      )
      if (last) t.match(await words({ ...fields, [last]: blank }), /缺少/, `${outcome}: a blank ${last} is nothing`)
    }
    t.equal(on.snapshot(), before, `${outcome}: the case is as it was`)
  }
})

table('R53, T29 | N1 needs a filed search, W4 a closed asking, no decision while one is open', [
  refuse(
    'N1 without a search',
    triage,
    a('2025-03-12', 'decide', { outcome: 'N1', reasons: '没有' }),
    'searchMissing',
    'ogi:36(4)',
  ),
  accept(
    'N1 with a search',
    [...triage, search('2025-03-10', false)],
    a('2025-03-12', 'decide', { outcome: 'N1', reasons: '没有' }),
  ),
  refuse(
    'W4, nobody was asked',
    searched,
    a('2025-03-12', 'decide', { outcome: 'W4', consultation: '甲', reasons: '不同意' }),
    'consultationMissing',
    /^ogi:(32|15)/,
  ),
  refuse(
    'W4, nobody was asked and the reason for it is said: article 32 asks all the same',
    searched,
    a('2025-03-12', 'decide', { outcome: 'W4', notAsked: '该公司已于2022年注销', reasons: '属于商业秘密' }),
    'thirdPartyUnasked',
    'ogi:32',
  ),
  refuse(
    'the same of one item',
    searched,
    a('2025-03-12', 'decide', {
      items: [{ what: '底稿', outcome: 'W4', notAsked: '该公司已于2022年注销', reasons: '属于商业秘密' }],
    }),
    'thirdPartyUnasked',
    'ogi:32',
  ),
  accept(
    'the same where the organ’s setting allows it: article 32 is not cited',
    searched,
    a('2025-03-12', 'decide', { outcome: 'W4', notAsked: '该公司已于2022年注销', reasons: '属于商业秘密' }),
    (t, on) => t.strictSame(basisOf(on.kept().current.decision as never), ['ogi:15', 'ogi:36(3)']),
    { settings: { thirdPartyUnasked: 'withReason' } },
  ),
  refuse(
    'not even then without a word why',
    searched,
    a('2025-03-12', 'decide', { outcome: 'W4', notAsked: ' ', reasons: '属于商业秘密' }),
    'decisionIncomplete',
    'ogi:36',
    { settings: { thirdPartyUnasked: 'withReason' } },
  ),
  refuse(
    'W4 on another asking',
    ready,
    a('2025-03-12', 'decide', { outcome: 'W4', consultation: '乙', reasons: '不同意' }),
    'consultationMissing',
    /^ogi:(32|15)/,
  ),
  refuse(
    'W4 while it is open',
    consulting,
    a('2025-03-14', 'decide', { outcome: 'W4', consultation: '甲', reasons: '不同意' }),
    'consultationOpen',
    /^ogi:33/,
  ),
  accept(
    'W4 after silence',
    consulting,
    a('2025-04-03', 'decide', { outcome: 'W4', consultation: '甲', reasons: '不同意' }),
  ),
  refuse(
    'W4 on the last day of the asking',
    consulting,
    a('2025-04-02', 'decide', { outcome: 'W4', consultation: '甲', reasons: '不同意' }),
    'consultationOpen',
    /^ogi:33/,
  ),
  refuse('G2 while one is open', consulting, a('2025-03-14', 'decide', g2), 'consultationOpen', /^ogi:33/),
  refuse(
    'G2 while one of two is open',
    [...consulting, asked('2025-03-13', 'other', '乙'), opinion('2025-03-14')],
    a('2025-03-17', 'decide', g2),
    'consultationOpen',
    /^ogi:33/,
  ),
  accept('G2 when none is', [...consulting, opinion('2025-03-14')], a('2025-03-17', 'decide', g2)),
])

table('contract §2 | an outcome only by its own command', [
  ...diverted
    .filter(([code]) => code !== 'X3')
    .map(([outcome, fields]) =>
      refuse(
        `decide ${outcome}`,
        ready,
        a('2025-03-12', 'decide', { outcome, ...fields }),
        'wrongCommandForOutcome',
        /./,
      ),
    ),
  ...decided.map(([outcome, fields]) =>
    refuse(
      `divert ${outcome}`,
      ready,
      a('2025-03-12', 'divert', { outcome, ...fields }),
      'wrongCommandForOutcome',
      /./,
    ),
  ),
  ...(['N4', 'Z4', 'X1', 'X2'] as const).map((outcome) =>
    refuse(
      `decide ${outcome}`,
      ready,
      a('2025-03-12', 'decide', { outcome, reasons: '理由' }),
      'wrongCommandForOutcome',
      /./,
    ),
  ),
])

// ---- roles

const ok: Readonly<Record<string, readonly [given: readonly Act[], act: Act]>> = {
  receiveRequest: [[], receive(R)],
  confirmReceipt: [[receive(R, { channel: 'ordinaryMail' })], a(R, 'confirmReceipt')],
  registerRequest: [received, a(R, 'registerRequest')],
  assignOfficer: [registered, a(R, 'assignOfficer', { officer: '李四' })],
  requestCorrection: [registered, correction('2025-03-06')],
  receiveCorrection: [waiting, corrected('2025-03-14')],
  acceptForm: [registered, a('2025-03-06', 'acceptForm')],
  judgeStillUnclear: [again, a('2025-03-21', 'judgeStillUnclear', { unclear: '批次', reasons: '无法判断' })],
  confirmLapse: [waiting, a('2025-03-27', 'confirmLapse')],
  requestAssistance: [
    registered,
    a('2025-03-05', 'requestAssistance', { id: '协1', unit: '规划股', question: '有无' }),
  ],
  giveAssistance: [
    [...registered, a('2025-03-05', 'requestAssistance', { id: '协1', unit: '规划股', question: '有无' })],
    a('2025-03-06', 'giveAssistance', { id: '协1', findings: '有' }),
  ],
  recordSearch: [registered, search('2025-03-05')],
  openDiscussion: [searched, a('2025-03-06', 'openDiscussion', { question: '是否公开', members: ['李四'] })],
  closeDiscussion: [
    [...searched, a('2025-03-06', 'openDiscussion', { question: '是否公开', members: ['李四'] })],
    a('2025-03-07', 'closeDiscussion', { conclusion: '公开' }),
  ],
  consultThirdParty: [searched, third('2025-03-10')],
  consultOrgan: [searched, asked('2025-03-10', 'other')],
  recordOpinion: [consulting, opinion('2025-03-20')],
  extendReply: [registered, extend('2025-03-10')],
  divert: [triage, a('2025-03-12', 'divert', { outcome: 'N2', reasons: '由财政局制作' })],
  decide: [ready, a('2025-03-12', 'decide', g2)],
  submitDraft: [[...ready, a('2025-03-12', 'decide', g2)], a('2025-03-12', 'submitDraft', { person: '李四' })],
  returnDraft: [
    [...ready, a('2025-03-12', 'decide', g2), a('2025-03-12', 'submitDraft', { person: '李四' })],
    a('2025-03-12', 'returnDraft', { opinion: '理由不足', person: '王五' }),
  ],
  approveDraft: [
    [...ready, a('2025-03-12', 'decide', g2), a('2025-03-12', 'submitDraft', { person: '李四' })],
    a('2025-03-12', 'approveDraft', { person: '王五', secrecyReviewedOn: '2025-03-12' }),
  ],
  reopenDecision: [
    [...ready, a('2025-03-12', 'decide', g2)],
    a('2025-03-12', 'reopenDecision', { reason: '结论有误' }),
  ],
  signReply: [
    [...ready, a('2025-03-12', 'decide', g2), ...toSigning('2025-03-12')],
    a('2025-03-13', 'signReply', { person: '赵六', reason: '已逐项核对' }),
  ],
  dispatchReply: [signed('2025-03-12'), a('2025-03-13', 'dispatchReply', { method: 'mail' })],
  recordLetterService: [[...registered, correction('2025-03-06')], servedLetter('2025-03-12', 'P01', '2025-03-12')],
  recordService: [
    [...signed('2025-03-12'), a('2025-03-13', 'dispatchReply', { method: 'mail' })],
    a('2025-03-17', 'recordService', { servedOn: '2025-03-16' }),
  ],
  withdrawRequest: [registered, a('2025-03-05', 'withdrawRequest')],
  archiveCase: [
    [
      ...signed('2025-03-12'),
      a('2025-03-13', 'dispatchReply', { method: 'mail' }),
      a('2025-03-17', 'recordService', { servedOn: '2025-03-16' }),
    ],
    a('2025-03-18', 'archiveCase'),
  ],
  calendarDay: [registered, a('2025-03-05', 'calendarDay')],
  suggestPublication: [
    [...signed('2025-03-12'), a('2025-03-13', 'dispatchReply', { method: 'mail' })],
    a('2025-03-20', 'suggestPublication', { reasons: ['widelyKnown'] }),
  ],
}

t.test('contract §2 | every command: open to its usual role, closed to those who only look', async (t) => {
  for (const [name, [given, act]] of Object.entries(ok)) {
    await check(t, [
      accept(`${name} by its usual role`, given, act),
      ...(['statistician', 'supervisor', 'auditAdmin', 'securityAdmin', 'remedyClerk'] satisfies Role[]).map((by) =>
        refuse(`${name} by ${by}`, given, { ...act, by }, 'notYourRole', /./),
      ),
    ])
  }
  const untried = commandNames.filter((name) => !(name in ok))
  t.comment(`commands without a row here: ${untried.join(' ') || 'none'}`)
})

/** Handled by 周经办, drafted by 李四 in their place. */
const draftedBy = [
  receive(R),
  a(R, 'registerRequest'),
  search('2025-03-05'),
  a('2025-03-05', 'assignOfficer', { officer: '周经办' }),
  a('2025-03-12', 'decide', g2),
  a('2025-03-12', 'submitDraft', { person: '李四' }),
]
table('R55 | drafting, examining and signing are three roles', [
  ...(
    [
      ['registerRequest', 'applicant'],
      ['requestCorrection', 'applicant'],
      ['decide', 'applicant'],
      ['decide', 'registrar'],
      ['decide', 'assistant'],
      ['decide', 'legalReviewer'],
      ['approveDraft', 'officer'],
      ['approveDraft', 'registrar'],
      ['approveDraft', 'applicant'],
      ['returnDraft', 'officer'],
      ['signReply', 'officer'],
      ['signReply', 'legalReviewer'],
      ['signReply', 'registrar'],
      ['confirmLapse', 'applicant'],
      ['consultThirdParty', 'assistant'],
      ['archiveCase', 'applicant'],
      ['recordOpinion', 'applicant'],
    ] as const
  ).map(([name, by]) =>
    refuse(`${name} by ${by}`, ok[name]?.[0] ?? [], { ...(ok[name]?.[1] as Act), by }, 'notYourRole', /./),
  ),
  refuse('in person by the applicant: staff key it in', [], receive(R, { by: 'applicant' }), 'notYourRole', /./),
  accept('online by the applicant', [], receive(R, { channel: 'online', by: 'applicant' })),
  accept('online, nobody named', [], receive(R, { channel: 'online' })),
  refuse(
    'who drafted does not approve',
    ok.approveDraft?.[0] ?? [],
    a('2025-03-12', 'approveDraft', { person: '李四' }),
    'approverIsDrafter',
    /^ogi:45/,
  ),
  ...(['approveDraft', 'signReply'] as const).flatMap((name) =>
    (['李四', '周经办'] as const).map((person) =>
      refuse(
        `${name} by ${person}, who ${person === '李四' ? 'drafted' : 'handles the case and left the drafting to another'}`,
        name === 'approveDraft'
          ? draftedBy
          : [...draftedBy, a('2025-03-12', 'approveDraft', { person: '王五', secrecyReviewedOn: '2025-03-12' })],
        a('2025-03-12', name, { person }),
        'approverIsDrafter',
        /^ogi:45/,
      ),
    ),
  ),
  accept(
    'by others',
    [...draftedBy, a('2025-03-12', 'approveDraft', { person: '王五', secrecyReviewedOn: '2025-03-12' })],
    a('2025-03-12', 'signReply', { person: '赵六', reason: '已逐项核对' }),
  ),
  accept(
    'a returned draft comes back to the drafter',
    ok.returnDraft?.[0] ?? [],
    ok.returnDraft?.[1] as Act,
    (t, _, { state }) => t.equal(state, 'drafting'),
  ),
])

table('R52 | 补正后仍不明确 is judged in the organ’s own words, all of them or not at all', [
  refuse('no words', again, a('2025-03-21', 'judgeStillUnclear'), 'decisionIncomplete', 'ogi:36'),
  refuse(
    'blank words',
    again,
    a('2025-03-21', 'judgeStillUnclear', { unclear: ' ', reasons: '无法判断' }),
    'decisionIncomplete',
    'ogi:36',
  ),
  refuse(
    'no reasons',
    again,
    a('2025-03-21', 'judgeStillUnclear', { unclear: '批次' }),
    'decisionIncomplete',
    'ogi:36',
  ),
  refuse(
    'what is unclear, not said',
    again,
    a('2025-03-21', 'judgeStillUnclear', { reasons: '无法判断' }),
    'decisionIncomplete',
    'ogi:36',
  ),
  accept('both', again, a('2025-03-21', 'judgeStillUnclear', { unclear: '批次', reasons: '无法判断' })),
])

table('R23, R35, R37 | a blank is no reason and no search', [
  refuse('an override without words', registered, correction('2025-03-13', { override: ' ' }), /./, /./),
  refuse('an extension without a reason', registered, extend('2025-03-10', { reason: ' ' }), /./, /./),
  refuse(
    'a search of nothing, for nothing, by nobody',
    registered,
    a('2025-03-05', 'recordSearch', { systems: [], keywords: [], people: [], found: false }),
    /./,
    /./,
  ),
])

table('contract §2 | X3 of an applicant who ceased is decided, not diverted', [
  accept(
    'decide',
    searched,
    a('2025-03-12', 'decide', { outcome: 'X3', kind: 'applicantCeased', reasons: '申请人死亡' }),
    (t, on) => t.match(end(on), { outcome: 'X3', reportLine: '3.6.3', remedy: 'RB0' }),
  ),
])

// ---- a refusal is a value: nothing that people key in may throw

t.test('contract §2 | the service of a letter recorded again, or after the end, never throws', async (t) => {
  const back = [...searched, third('2025-03-10'), opinion('2025-03-12', '甲', { returned: true })]
  for (const [title, given, act] of [
    ['P04 a second time', consulting, servedLetter('2025-03-13', 'P04', '2025-03-13', '甲')],
    [
      'P04 after the opinion',
      [...consulting, opinion('2025-03-14')],
      servedLetter('2025-03-17', 'P04', '2025-03-12', '甲'),
    ],
    ['P04 after it came back', back, servedLetter('2025-03-17', 'P04', '2025-03-12', '甲')],
    [
      'P04 after the last day',
      [...consulting, a('2025-04-10', 'calendarDay')],
      servedLetter('2025-04-10', 'P04', '2025-03-12', '甲'),
    ],
    [
      'P07 a second time',
      [...searched, asked('2025-03-10', 'other'), servedLetter('2025-03-12', 'P07', '2025-03-12', '甲')],
      servedLetter('2025-03-13', 'P07', '2025-03-13', '甲'),
    ],
    ['P01 a second time', waiting, servedLetter('2025-03-13', 'P01', '2025-03-13')],
    ['P01 after the lapse', lapsed, servedLetter('2025-04-10', 'P01', '2025-03-13')],
  ] as const) {
    const { outcome, before, after } = await tried({ title, given, act })
    t.not(outcome.kind, 'threw', `${title}: ${outcome.kind === 'threw' ? outcome.error.message : outcome.kind}`)
    if (outcome.kind === 'refused') t.equal(after, before, `${title}: the case is as it was`)
  }
})

t.test('C4, A18 | days outside the calendar or before the 条例 of 2019 are refused, never thrown', async (t) => {
  const replied = (day: string) => [
    receive(day),
    a(day, 'registerRequest'),
    search(day),
    a(day, 'decide', g2),
    ...toSigning(day),
    a(day, 'signReply', { person: '赵六', reason: '已逐项核对' }),
    a(day, 'dispatchReply', { method: 'mail' }),
  ]
  for (const [title, given, act, refusedOnly] of [
    ['received before the calendar', [], receive('2018-12-31'), true],
    ['received before 2019-05-15', [], receive('2019-05-14'), true],
    [
      'signed for before 2019-05-15',
      [],
      receive('2019-05-20', { channel: 'registeredMail', signedForOn: '2019-05-14' }),
      true,
    ],
    ['received where the due day is beyond 2031', [], receive('2031-12-20'), true],
    ['received beyond 2031', [], receive('2032-01-05'), true],
    ['looked at beyond 2031', [receive('2031-11-24')], a('2032-01-05', 'calendarDay'), false],
    ['withdrawn beyond 2031', [receive('2031-11-24')], a('2032-01-05', 'withdrawRequest'), false],
    [
      'an extension beyond 2031',
      [receive('2031-11-24'), a('2031-11-24', 'registerRequest')],
      extend('2031-11-25'),
      true,
    ],
    [
      'served where six months end beyond 2031',
      replied('2031-08-01'),
      a('2031-08-05', 'recordService', { servedOn: '2031-08-05' }),
      false,
    ],
  ] as const) {
    const { outcome } = await tried({ title, given, act, place: { calendar: far } })
    if (refusedOnly) t.equal(outcome.kind, 'refused', `${title}: refused`)
    else t.not(outcome.kind, 'threw', `${title}: ${outcome.kind === 'threw' ? outcome.error.message : outcome.kind}`)
  }
})

t.test('contract §2 | permitted says what the door says: in every state, for every command', async (t) => {
  const later = '2025-06-30'
  const shut = [
    ...['notPermittedNow', 'replySigned', 'alreadyExtended', 'replyAlreadySent'],
    ...['suggestionNothingGiven', 'suggestedAlready'],
  ]
  const extended = { 'anything, once extended': [[...registered, extend('2025-03-10')]] } as const
  for (const [name, [given]] of Object.entries({ ...ok, ...extended })) {
    const on = bench()
    const answer = await run(on, given)
    if (!answer) continue
    const wrong: string[] = []
    for (const [other, [, act]] of Object.entries(ok)) {
      if (other === 'receiveRequest') continue
      const fresh = bench()
      await run(fresh, given)
      const outcome = await fresh
        .act({ ...act, on: later })
        .catch((error: Error) => ({ kind: 'threw', error }) as const)
      const closed = outcome.kind === 'refused' && shut.includes(outcome.answer.refusal.code)
      const offered = answer.permitted.includes(other as (typeof answer.permitted)[number])
      if (closed === offered) wrong.push(`${other} ${offered ? 'offered, refused' : 'not offered, taken'}`)
    }
    t.same(wrong, [], `before ${name}: ${answer.state}`)
  }
})

// ---- days

table('contract §2 | no day of an act lies in the future of its record', [
  ...(
    [
      ['signedForOn', [], receive('2025-03-03', { channel: 'registeredMail' })],
      ['submittedOn', [], receive('2025-03-03', { channel: 'online' })],
      ['submittedOn', [], receive('2025-03-03', { channel: 'email' })],
      ['confirmedOn', [], receive('2025-03-03', { channel: 'ordinaryMail' })],
      ['confirmedOn', [receive(R, { channel: 'ordinaryMail' })], a('2025-03-03', 'confirmReceipt')],
      [
        'servedOn',
        [...registered, correction('2025-03-06')],
        a('2025-03-10', 'recordLetterService', { letter: 'P01' }),
      ],
      ['receivedOn', waiting, corrected('2025-03-14')],
      ['postedOn', waiting, corrected('2025-03-14')],
      ['dispatchedOn', searched, third('2025-03-10')],
      ['dispatchedOn', searched, asked('2025-03-10', 'other')],
      ['receivedOn', consulting, opinion('2025-03-14')],
      ['notifiedOn', registered, extend('2025-03-10')],
      ['dispatchedOn', signed('2025-03-12'), a('2025-03-13', 'dispatchReply', { method: 'mail' })],
      [
        'servedOn',
        [...signed('2025-03-12'), a('2025-03-13', 'dispatchReply', { method: 'mail' })],
        a('2025-03-17', 'recordService'),
      ],
    ] as const
  ).flatMap(([field, given, act]) => [
    refuse(`${act.do} ${field} tomorrow`, given, { ...act, [field]: nth(act.on, 1) }, 'dayInFuture', /./),
    accept(`${act.do} ${field} today`, given, { ...act, [field]: act.on }),
  ]),
])

table('contract §2 | the day of the record never falls', [
  refuse('the day before', [...registered, extend('2025-03-10')], a('2025-03-09', 'acceptForm'), 'dayOutOfOrder', /./),
  accept('the same day', [...registered, extend('2025-03-10')], a('2025-03-10', 'acceptForm')),
  refuse('withdrawn before it was received', received, a('2025-03-02', 'withdrawRequest'), 'dayOutOfOrder', /./),
])

// ---- 接收

const starts =
  (on: string, reply: string, more: Record<string, string | undefined> = {}): NonNullable<Row['then']> =>
  (t, bench, answer) => {
    t.match(end(bench).trace[0], { on, verb: 'start', article: /^ogi:31/ }, `starts ${on}`)
    reads(reply, { reply, replyStrict: undefined, ...more })(t, bench, answer)
  }
table('§31 接收 | the day of receipt, by the way the request came', [
  accept('in person: the day it was handed in', [], receive(R), starts(R, '2025-03-31')),
  accept('in person on a day off: that day', [], receive('2025-03-01'), starts('2025-03-01', '2025-03-28')),
  accept(
    'spoken: the day it was written down and confirmed',
    [],
    receive(R, { channel: 'oral' }),
    starts(R, '2025-03-31'),
  ),
  accept(
    'registered mail: the day the organ signed',
    [],
    receive('2025-03-05', { channel: 'registeredMail', signedForOn: R }),
    starts(R, '2025-03-31'),
  ),
  accept(
    'registered mail, no other day named',
    [],
    receive('2025-03-05', { channel: 'registeredMail' }),
    starts('2025-03-05', '2025-04-02'),
  ),
  accept(
    'online: the day it was submitted',
    [],
    receive(R, { channel: 'online', submittedOn: '2025-03-01' }),
    starts('2025-03-01', '2025-03-28'),
  ),
  accept(
    'online: a later confirmation changes nothing',
    [],
    receive('2025-03-05', { channel: 'online', submittedOn: '2025-03-01', confirmedOn: '2025-03-05' }),
    starts('2025-03-01', '2025-03-28'),
  ),
  accept(
    'e-mail: the day it arrived',
    [],
    receive(R, { channel: 'email', submittedOn: '2025-02-28' }),
    starts('2025-02-28', '2025-03-28'),
  ),
  accept(
    'online, with a published note: the day confirmed, the strict day beside',
    [],
    receive('2025-03-05', { channel: 'online', submittedOn: '2025-03-01', confirmedOn: '2025-03-05' }),
    starts('2025-03-05', '2025-04-02', { replyStrict: '2025-03-28' }),
    { settings: { autoConfirmOnline: false } },
  ),
  accept(
    'ordinary mail confirmed the same day',
    [],
    receive(R, { channel: 'ordinaryMail', confirmedOn: R }),
    starts(R, '2025-03-31'),
  ),
  accept('fax confirmed the same day', [], receive(R, { channel: 'fax', confirmedOn: R }), starts(R, '2025-03-31')),
  ...(['ordinaryMail', 'fax'] as const).flatMap((channel) => [
    accept(
      `${channel} not yet confirmed: no clock, no number`,
      [],
      receive(R, { channel }),
      (t, _, { state, stage, clock, number, letters, dueDates }) => {
        t.same([state, stage, clock.status, clock.dueOn, number], ['pendingConfirmation', '接收', 'none', null, null])
        t.notOk(letters.includes('L03'))
        t.same(dueDates, [])
      },
    ),
    refuse(
      `${channel} not yet confirmed: cannot be registered`,
      [receive(R, { channel })],
      a(R, 'registerRequest'),
      'notPermittedNow',
      /./,
    ),
    accept(
      `${channel} confirmed two days later: that day, the strict day from arrival, a warning`,
      [receive(R, { channel })],
      a('2025-03-05', 'confirmReceipt'),
      (t, on, answer) => {
        starts('2025-03-05', '2025-04-02', { replyStrict: '2025-03-31' })(t, on, answer)
        t.ok(answer.letters.includes('L03'), 'L03 at confirmation')
        t.ok(answer.number, 'number at confirmation')
        t.ok(answer.warnings.length > 0, 'warns: not the same day')
      },
    ),
    accept(
      `${channel} confirmed the same day, keyed in later`,
      [receive(R, { channel })],
      a('2025-03-05', 'confirmReceipt', { confirmedOn: R }),
      starts(R, '2025-03-31'),
    ),
  ]),
])

t.test(
  '§31, contract §3 | the trace names the item of article 31: handed in (一), posted (二), by internet (三)',
  async (t) => {
    for (const [channel, article] of [
      ['inPerson', 'ogi:31(1)'],
      ['registeredMail', 'ogi:31(2)'],
      ['ordinaryMail', 'ogi:31(2)'],
      ['online', 'ogi:31(3)'],
    ] as const) {
      const on = bench()
      await run(on, [receive(R, { channel, ...(channel === 'ordinaryMail' && { confirmedOn: R }) })])
      t.equal(end(on).trace[0]?.article, article, channel)
    }
  },
)

table('T1, R17 | what article 29 asks for and is missing is a warning, never a bar', [
  accept(
    'no identity, no contact',
    [],
    receive(R, { applicant: { kind: 'natural', name: '张三' } }),
    (t, _, { warnings }) => t.ok(warnings.length > 0, 'warns'),
  ),
  accept('joint applicants: one case', [], receive(R, { coApplicants: [{ ...applicant, name: '李红' }] })),
])

// ---- 送达

const inTime =
  (onTime: boolean | null): NonNullable<Row['then']> =>
  (t, on) =>
    t.equal(end(on).onTime, onTime, `onTime ${onTime}`)
const electronic = [
  receive(R, { form: { medium: 'electronic', method: 'email' } }),
  a(R, 'registerRequest'),
  search('2025-03-05'),
]
const ready28 = signed('2025-03-28')
const sent = (method: string, on: string) => [...ready28, a(on, 'dispatchReply', { method })]
const cameBack = [...sent('mail', '2025-03-28'), a('2025-04-08', 'recordService', { returnedOn: '2025-04-07' })]
/** Thirty days from 8 April end on 8 May. */
const noticed = [...cameBack, a('2025-04-08', 'dispatchReply', { method: 'publicNotice' })]
const { phone: _, address: __, ...nobody } = applicant
const nowhere = (known: object): readonly Act[] => [
  receive(R, { applicant: { ...nobody, ...known } }),
  a(R, 'registerRequest'),
  search('2025-03-05'),
]
table('R60 送达 | in time: posted, or signed for, on or before the due day', [
  accept('signed, not yet sent', ready28.slice(0, -1), ready28.at(-1) as Act, inTime(null)),
  accept('posted on the due day', ready28, a('2025-03-31', 'dispatchReply', { method: 'mail' }), inTime(true)),
  accept(
    'posted on the due day, recorded after',
    ready28,
    a('2025-04-02', 'dispatchReply', { method: 'mail', dispatchedOn: '2025-03-31' }),
    (t, on, answer) => {
      inTime(true)(t, on, answer)
      t.equal(lastVerb(on), '2025-03-31 end')
    },
  ),
  accept('posted the day after', ready28, a('2025-04-01', 'dispatchReply', { method: 'mail' }), inTime(false)),
  ...(['direct', 'entrusted'] as const).flatMap((method) => [
    accept(
      `${method}: handed over, not yet signed for`,
      ready28,
      a('2025-03-31', 'dispatchReply', { method }),
      (t, on, answer) => {
        inTime(null)(t, on, answer)
        t.equal(answer.clock.status, 'running', 'the clock runs until it is signed for')
      },
    ),
    accept(
      `${method}: signed for on the due day`,
      sent(method, '2025-03-28'),
      a('2025-03-31', 'recordService', { servedOn: '2025-03-31' }),
      inTime(true),
    ),
    accept(
      `${method}: signed for the day after`,
      sent(method, '2025-03-28'),
      a('2025-04-01', 'recordService', { servedOn: '2025-04-01' }),
      inTime(false),
    ),
    accept(
      `${method}: signed for in time, recorded late`,
      sent(method, '2025-03-28'),
      a('2025-04-03', 'recordService', { servedOn: '2025-03-31' }),
      inTime(true),
    ),
  ]),
  accept(
    'electronic: chosen, arrives the same day',
    signed('2025-03-28', g2, electronic),
    a('2025-03-31', 'dispatchReply', { method: 'electronic' }),
    (t, on, answer) => {
      inTime(true)(t, on, answer)
      t.equal(end(on).remedies.reconsiderationBy, '2025-05-30', 'served on the day it was sent')
    },
  ),
  refuse(
    'electronic: not chosen',
    ready28,
    a('2025-03-31', 'dispatchReply', { method: 'electronic' }),
    'electronicNotChosen',
    /./,
  ),
  refuse(
    'electronic: no address to apply for review online',
    signed('2025-03-28', g2, electronic),
    a('2025-03-31', 'dispatchReply', { method: 'electronic' }),
    'reviewOnlineUrlMissing',
    /^reconsideration:22/,
    {
      organ: { reviewOnlineUrl: null },
    },
  ),
  accept(
    'mail needs no such address',
    signed('2025-03-28', g2, electronic),
    a('2025-03-31', 'dispatchReply', { method: 'mail' }),
    inTime(true),
    { organ: { reviewOnlineUrl: null } },
  ),
  refuse(
    'public notice while an address stands on file that nobody tried',
    ready28,
    a('2025-03-31', 'dispatchReply', { method: 'publicNotice' }),
    'publicNoticeTooSoon',
    'practice',
  ),
  refuse(
    'public notice while only a telephone is known',
    signed('2025-03-28', g2, nowhere({ phone: '13800000000' })),
    a('2025-03-31', 'dispatchReply', { method: 'publicNotice' }),
    'publicNoticeTooSoon',
    'practice',
  ),
  accept(
    'public notice: in time by its publication, where no way to reach the applicant is known',
    signed('2025-03-28', g2, nowhere({})),
    a('2025-03-31', 'dispatchReply', { method: 'publicNotice' }),
    inTime(true),
  ),
  accept(
    'public notice the day after the due day',
    signed('2025-03-28', g2, nowhere({})),
    a('2025-04-01', 'dispatchReply', { method: 'publicNotice' }),
    inTime(false),
  ),
  accept(
    'public notice once the letter came back: the first posting stays in time',
    cameBack,
    a('2025-04-08', 'dispatchReply', { method: 'publicNotice' }),
    inTime(true),
  ),
  accept(
    'left in place with neither witness nor number',
    ready28,
    a('2025-03-31', 'dispatchReply', { method: 'leftInPlace' }),
    (t, _, { warnings }) =>
      t.same(
        warnings.map(({ code }) => code),
        ['witnessMissing', 'mailNumberMissing'],
      ),
  ),
  accept(
    'left in place before a witness, and posted the same day',
    ready28,
    a('2025-03-31', 'dispatchReply', {
      method: 'leftInPlace',
      witness: '青禾镇东湾村村委会张主任',
      mailNumber: 'EMS1',
    }),
    (t, on, { warnings }) => {
      t.same(warnings, [])
      t.match(on.kept().facts.at(-1), { type: 'ReplyDispatched', witness: '青禾镇东湾村村委会张主任' })
    },
  ),
  refuse(
    'public notice: served before 30 days',
    noticed,
    a('2025-05-08', 'recordService', { servedOn: '2025-05-07' }),
    'publicNoticeRunning',
    /./,
  ),
  accept(
    'public notice: served after 30 days',
    noticed,
    a('2025-05-08', 'recordService', { servedOn: '2025-05-08' }),
    // sixty days after 05-08
    (t, on) => t.equal(end(on).remedies.reconsiderationBy, '2025-07-07'),
  ),
  accept(
    'came back and posted again after the due day: the first posting counts',
    [...sent('mail', '2025-03-28'), a('2025-04-08', 'recordService', { returnedOn: '2025-04-07' })],
    a('2025-04-10', 'dispatchReply', { method: 'mail' }),
    inTime(true),
  ),
  refuse(
    'before it is signed',
    ready28.slice(0, -1),
    a('2025-03-31', 'dispatchReply', { method: 'mail' }),
    'notPermittedNow',
    /./,
  ),
  refuse('served before it was sent', ready28, a('2025-03-31', 'recordService', { servedOn: '2025-03-31' }), /./, /./),
])

const back = [...sent('mail', '2025-03-28'), a('2025-04-08', 'recordService', { returnedOn: '2025-04-07' })]
table('R62 退回 | a reply is sent once; again only after it came back', [
  refuse(
    'sent and on its way',
    sent('mail', '2025-03-28'),
    a('2025-03-31', 'dispatchReply', { method: 'mail' }),
    'replyAlreadySent',
    /^ogi:33\.2/,
  ),
  accept('came back: still not served', sent('mail', '2025-03-28'), back.at(-1) as Act, (t, on, answer) => {
    t.same([answer.state, answer.permitted.includes('dispatchReply')], ['issued', true])
    t.notOk(answer.permitted.includes('recordService'), 'nothing is on its way')
    t.equal(end(on).onTime, true, 'the first posting was in time')
    t.equal(end(on).remedies.reconsiderationBy, null, 'no remedy runs')
  }),
  accept(
    'sent by hand after it came back',
    back,
    a('2025-04-08', 'dispatchReply', { method: 'direct' }),
    (t, _, answer) => t.notOk(answer.permitted.includes('dispatchReply'), 'and not a third time'),
  ),
  refuse(
    'sent again before it came back',
    back,
    a('2025-04-08', 'dispatchReply', { method: 'mail', dispatchedOn: '2025-04-06' }),
    'dayTooEarly',
    /./,
  ),
  refuse(
    'came back before it was sent',
    sent('mail', '2025-03-28'),
    a('2025-04-08', 'recordService', { returnedOn: '2025-03-27' }),
    'dayTooEarly',
    /./,
  ),
  refuse(
    'came back tomorrow',
    sent('mail', '2025-03-28'),
    a('2025-04-08', 'recordService', { returnedOn: '2025-04-09' }),
    'dayInFuture',
    /./,
  ),
  refuse(
    'came back after the applicant had it',
    [...sent('mail', '2025-03-28'), a('2025-04-02', 'recordService', { servedOn: '2025-04-01' })],
    a('2025-04-08', 'recordService', { returnedOn: '2025-04-07' }),
    'replyServed',
    /./,
  ),
])

const drafting = [...ready, a('2025-03-12', 'decide', g2)]
const examining = [...drafting, a('2025-03-12', 'submitDraft', { person: '李四' })]
const signing = [...examining, a('2025-03-12', 'approveDraft', { person: '王五', secrecyReviewedOn: '2025-03-12' })]
const reopen = (on: string, more = {}) => a(on, 'reopenDecision', { reason: '适用条款有误', ...more })

table('R55 退回 | a draft may be sent back until it is signed, and a wrong decision be taken anew', [
  accept('by the reviewer', examining, a('2025-03-12', 'returnDraft', { opinion: '理由不足' }), (t, _, { state }) =>
    t.equal(state, 'drafting'),
  ),
  accept(
    'by the signatory, who will not sign',
    signing,
    a('2025-03-13', 'returnDraft', { opinion: '请再核对', by: 'signatory', person: '赵六' }),
    (t, on, { state }) => {
      t.equal(state, 'drafting')
      t.equal(on.kept().current.approval, null, 'the approval is gone')
    },
  ),
  accept(
    'by the reviewer while it waits for the signature',
    signing,
    a('2025-03-13', 'returnDraft', { opinion: '请再核对', person: '王五' }),
  ),
  refuse('nothing is drafted', ready, reopen('2025-03-12'), 'notPermittedNow', /./),
  refuse('while it is examined', examining, reopen('2025-03-12'), 'notPermittedNow', /./),
  refuse('once signed', signed('2025-03-12'), reopen('2025-03-13'), 'notPermittedNow', /./),
  refuse('without a reason', drafting, reopen('2025-03-12', { reason: ' ' }), 'reopenReasonMissing', 'ogi:45'),
  refuse('by the reviewer', drafting, reopen('2025-03-12', { by: 'legalReviewer' }), 'notYourRole', /./),
  accept('by the officer', drafting, reopen('2025-03-12'), (t, on, { state, clock, permitted, letters }) => {
    t.same([state, clock.dueOn, letters], ['deciding', '2025-04-02', []], 'the clock runs on, no letter')
    t.same([on.kept().current.decision, end(on).outcome], [null, null], 'no outcome any more')
    for (const name of [
      'decide',
      'divert',
      'recordSearch',
      'consultThirdParty',
      'consultOrgan',
      'openDiscussion',
    ] as const)
      t.ok(permitted.includes(name), name)
    t.notOk(permitted.includes('judgeStillUnclear'), 'nothing was ever corrected')
  }),
  accept(
    'returned, reopened, decided otherwise: the letter is that of the new outcome',
    [
      ...examining,
      a('2025-03-13', 'returnDraft', { opinion: '应当不予公开', person: '王五' }),
      reopen('2025-03-13'),
      a('2025-03-13', 'decide', { outcome: 'W4', consultation: '甲', reasons: '第三方不同意且理由成立' }),
      ...toSigning('2025-03-14'),
    ],
    a('2025-03-14', 'signReply', { person: '赵六', reason: '已逐项核对' }),
    (t, on, { letters }) => {
      t.same(letters, ['S07'])
      t.match(end(on), { outcome: 'W4', remedy: 'RB1', reportLine: '3.3.4' })
    },
  ),
  accept(
    'with a unit still searching: its findings can still come',
    [
      ...searched,
      a('2025-03-06', 'requestAssistance', { id: '协1', unit: '规划股', question: '有无' }),
      a('2025-03-10', 'decide', g2),
      reopen('2025-03-11'),
    ],
    a('2025-03-12', 'giveAssistance', { id: '协1', findings: '有' }),
    (t, _, { state }) => t.equal(state, 'deciding'),
  ),
  accept(
    '补正后仍不明确, judged with a slip of the pen, can be judged again',
    [...again, a('2025-03-21', 'judgeStillUnclear', { unclear: '批次', reasons: '无法判断' }), reopen('2025-03-21')],
    a('2025-03-21', 'judgeStillUnclear', { unclear: '所指批次', reasons: '无法判断' }),
    (t, on) => t.match(end(on), { outcome: 'N4', reportLine: '3.4.3' }),
  ),
])

t.test('contract §2 | permitted leaves out what is used up: an extension once made, a reply once sent', async (t) => {
  for (const [title, given, name, offered] of [
    ['nothing extended', registered, 'extendReply', true],
    ['extended by one day', [...registered, extend('2025-03-10', { workingDays: 1 })], 'extendReply', false],
    [
      'extended, then a correction begins a new period',
      [...registered, extend('2025-03-05'), correction('2025-03-06'), corrected('2025-03-10')],
      'extendReply',
      true,
    ],
    ['signed', signed('2025-03-12'), 'extendReply', false],
    ['signed: to be sent', signed('2025-03-12'), 'dispatchReply', true],
    ['sent', sent('mail', '2025-03-28'), 'dispatchReply', false],
    ['came back', back, 'dispatchReply', true],
  ] as const) {
    const answer = await run(bench(), given)
    t.equal(answer?.permitted.includes(name), offered, `${title}: ${name} ${offered ? 'offered' : 'left out'}`)
  }
})

t.test('contract §2 | the words of a refusal and of a fault are Chinese, with days as people write them', async (t) => {
  const on = bench()
  await run(on, [...ready, extend('2025-03-11')])
  const refused = async (act: Act) => {
    const got = await on.act(act)
    return got.kind === 'refused' ? got.answer.refusal.zh : got.kind
  }
  // due 2025-04-02 after an asking of 03-06…03-10 (2 working days), twenty more: 2025-04-30
  t.equal(
    await refused(extend('2025-03-12')),
    '本次答复期限已经延长过20个工作日，达到本机关设置的次数，不能再次延长；请在2025年4月30日（含当日）以前答复',
  )
  t.equal(
    await refused(a('2025-03-12', 'decide', { outcome: 'Z1', channelTold: '县信访局', reasons: '诉求' })),
    '结论Z1（信访举报投诉类申请）应当通过“按职责区分处理”作出',
  )
  t.equal(
    await refused(a('2025-03-12', 'decide', { outcome: 'N4', reasons: '不明' })),
    '结论N4（补正后申请内容仍不明确）应当通过“判定补正后仍不明确”作出',
  )
  t.equal(
    await refused(a('2025-03-10', 'decide', g2)),
    '办理日期（2025年3月10日）早于上一步的日期（2025年3月11日），请按先后顺序记录；实际发生的日期请填在相应的日期栏',
  )
  const faults = (name: CommandName, body: object) => {
    const parsed = parseCommand(name, body)
    return parsed.ok ? [] : parsed.faults.map(({ zh }) => zh)
  }
  const [outcome = ''] = faults('decide', { outcome: 'W9' })
  t.match(outcome, /^应为下列之一：已主动公开（G1）、予以公开（G2）、部分公开（G3）/)
  t.same(faults('dispatchReply', { method: 'pigeon' }), [
    '应为下列之一：邮寄送达（mail）、直接送达（direct）、委托送达（entrusted）、电子送达（electronic）、留置送达（leftInPlace）、公告送达（publicNotice）',
  ])
  t.same(faults('recordOpinion', { id: '甲', opinion: 'yes' }), [
    '应为下列之一：同意公开（consent）、部分同意公开（partial）、不同意公开（object）',
  ])
  t.same(faults('chargeFee', { basis: 'both' }), ['应为下列之一：按件计收（perRequest）、按量计收（perPage）'])
  t.same(faults('extendReply', { workingDays: '二十' }), ['应为数字', '没有填写'])
  t.same(faults('recordService', {}), ['送达日期和退回日期应当填写且只填写一项'])
})

table('T35, R104 撤回 | until the reply is sent', [
  ...(
    [
      ['received', received],
      ['registered', registered],
      ['awaiting the correction', waiting],
      ['awaiting the payment', charged],
      ['while a third party is asked', consulting],
      ['decided', [...searched, a('2025-03-10', 'decide', g2)]],
      ['examined', [...searched, a('2025-03-10', 'decide', g2), a('2025-03-10', 'submitDraft', { person: '李四' })]],
      ['approved', [...searched, a('2025-03-10', 'decide', g2), ...toSigning('2025-03-10')]],
      ['signed, not yet sent', signed('2025-03-12')],
    ] as const
  ).map(([title, given]) =>
    accept(title, given, a('2025-03-20', 'withdrawRequest'), (t, on, { state, stage, letters, clock }) => {
      t.same([state, stage, letters, clock.status], ['withdrawn', '办结', ['L15'], 'ended'])
      t.match(end(on), { outcome: 'X3', reportLine: '3.6.3', remedy: 'RB0', onTime: null })
    }),
  ),
  refuse(
    'some items once the reply to all is signed',
    signed('2025-03-12'),
    a('2025-03-20', 'withdrawRequest', { items: ['附件'] }),
    'withdrawnSomeSigned',
    'practice',
  ),
  accept(
    'signed: the reply that was never sent is none, and takes its remedy with it',
    signed('2025-03-12', { outcome: 'W6', category: '过程稿', reasons: '方案尚未定稿' }),
    a('2025-03-12', 'withdrawRequest'),
    (t, on) => {
      t.equal(on.kept().current.reply, null)
      t.match(end(on), { remedy: 'RB0', remedies: { reconsiderationBy: null, litigationBy: null } })
    },
  ),
  refuse(
    'handed over for service by hand',
    [...signed('2025-03-12'), a('2025-03-13', 'dispatchReply', { method: 'direct' })],
    a('2025-03-13', 'withdrawRequest'),
    'notPermittedNow',
    /./,
  ),
  refuse(
    'sent, and come back',
    [
      ...signed('2025-03-12'),
      a('2025-03-13', 'dispatchReply', { method: 'mail' }),
      a('2025-03-18', 'recordService', { returnedOn: '2025-03-18' }),
    ],
    a('2025-03-20', 'withdrawRequest'),
    'notPermittedNow',
    /./,
  ),
  refuse(
    'sent',
    [...signed('2025-03-12'), a('2025-03-13', 'dispatchReply', { method: 'mail' })],
    a('2025-03-20', 'withdrawRequest'),
    'notPermittedNow',
    /./,
  ),
  refuse('lapsed', lapsed, a('2025-04-20', 'withdrawRequest'), 'notPermittedNow', /./),
  refuse(
    'withdrawn already',
    [...registered, a('2025-03-05', 'withdrawRequest')],
    a('2025-03-20', 'withdrawRequest'),
    'notPermittedNow',
    /./,
  ),
])

table('T40 | an overdue case can still be answered; no act is left without an outcome', [
  accept('decided after the due day', searched, a('2025-05-20', 'decide', g2), (t, _, { clock }) =>
    t.equal(clock.overdue, true),
  ),
  refuse('archived while open', registered, a('2025-03-20', 'archiveCase'), 'notPermittedNow', /./),
  refuse(
    'archived before service',
    [...signed('2025-03-12'), a('2025-03-13', 'dispatchReply', { method: 'mail' })],
    a('2025-03-20', 'archiveCase'),
    'notPermittedNow',
    /./,
  ),
  accept('archived after a lapse', lapsed, a('2025-04-20', 'archiveCase'), (t, on) => t.equal(end(on).outcome, 'X1')),
  accept(
    'archived after a withdrawal',
    [...registered, a('2025-03-05', 'withdrawRequest')],
    a('2025-03-20', 'archiveCase'),
  ),
])

// ---- letters

t.test('contract §2 | the letters of each step; P05 once a suspension', async (t) => {
  const on = bench()
  for (const [act, letters] of [
    [receive(R), ['L03']],
    [a(R, 'registerRequest'), ['L02']],
    [a(R, 'assignOfficer', { officer: '李四' }), []],
    [correction('2025-03-04'), ['P01']],
    [servedLetter('2025-03-05', 'P01', '2025-03-05'), []],
    [corrected('2025-03-06'), []],
    [a('2025-03-06', 'acceptForm'), []],
    [a('2025-03-06', 'requestAssistance', { id: '协1', unit: '规划股', question: '有无' }), ['L05']],
    [a('2025-03-07', 'giveAssistance', { id: '协1', findings: '有' }), []],
    [search('2025-03-07'), ['L11']],
    [a('2025-03-07', 'openDiscussion', { question: '是否公开', members: ['李四'] }), []],
    [a('2025-03-10', 'closeDiscussion', { conclusion: '征求意见' }), ['L10']],
    [third('2025-03-10', '甲'), ['P04', 'P05']],
    [third('2025-03-11', '乙'), ['P04']],
    [asked('2025-03-11', 'coProducer', '丙'), ['P07']],
    [asked('2025-03-12', 'other', '丁'), ['P07']],
    [opinion('2025-03-13', '甲', { opinion: 'object', reasons: '报价' }), []],
    [opinion('2025-03-13', '乙'), []],
    [opinion('2025-03-14', '丙'), []],
    [opinion('2025-03-17', '丁'), []],
    [asked('2025-03-18', 'coProducer', '戊'), ['P07', 'P05']],
    [opinion('2025-03-19', '戊'), []],
    [charge('2025-03-19'), ['L06']],
    [pay('2025-03-19'), []],
    [extend('2025-03-20'), ['P03']],
    [
      a('2025-03-21', 'decide', {
        ...g2,
        overruled: [{ id: '甲', content: '征地补偿标准', reason: '标准不是报价' }],
      }),
      [],
    ],
    [a('2025-03-21', 'submitDraft', { person: '李四' }), []],
    [a('2025-03-21', 'returnDraft', { opinion: '请核对', person: '王五' }), []],
    [a('2025-03-24', 'submitDraft', { person: '李四' }), []],
    [a('2025-03-24', 'approveDraft', { person: '王五', secrecyReviewedOn: '2025-03-24' }), ['L08']],
    [a('2025-03-24', 'signReply', { person: '赵六', reason: '已逐项核对' }), ['S02', 'P06']],
    [a('2025-03-25', 'dispatchReply', { method: 'mail' }), []],
    [a('2025-03-28', 'recordService', { servedOn: '2025-03-27' }), []],
    [a('2025-03-28', 'archiveCase'), []],
  ] as const) {
    const answer = await run(on, [act])
    t.same([...(answer?.letters ?? [])].sort(), [...letters].sort(), `${act.do}: ${letters.join(' ') || 'none'}`)
  }
})

t.test('R29 | P06 goes to a third party that objected and whose information is disclosed, to no other', async (t) => {
  for (const [title, said, decision, expected] of [
    [
      'objected, disclosed',
      'object',
      { ...g2, unaffected: [], overruled: [{ id: '甲', content: '征地补偿标准', reason: '标准不是报价' }] },
      true,
    ],
    ['objected to something else', 'object', g2, false],
    ['objected, withheld', 'object', { outcome: 'W4', consultation: '甲', reasons: '理由成立' }, false],
    ['agreed, disclosed', 'consent', g2, false],
  ] as const) {
    const on = bench()
    const answer = await run(on, [
      ...searched,
      third('2025-03-10'),
      opinion('2025-03-12', '甲', { opinion: said, reasons: '报价' }),
      a('2025-03-13', 'decide', decision),
      ...toSigning('2025-03-13'),
      a('2025-03-14', 'signReply', { person: '赵六', reason: '已逐项核对' }),
    ])
    t.equal(answer?.letters.includes('P06'), expected, title)
  }
})

t.test('contract §2 | every outgoing letter has its number, none twice', async (t) => {
  const on = bench()
  await run(on, [
    ...consulting,
    asked('2025-03-13', 'other', '乙'),
    opinion('2025-03-14'),
    opinion('2025-03-17', '乙'),
    a('2025-03-18', 'decide', g2),
    ...toSigning('2025-03-18'),
    a('2025-03-19', 'signReply', { person: '赵六', reason: '已逐项核对' }),
  ])
  const out = on.kept().current.letters.filter(({ letter }) => /^[PS]/.test(letter))
  t.same(
    out.map(({ letter }) => letter),
    ['P04', 'P05', 'P07', 'S02'],
  )
  t.ok(
    out.every(({ documentNumber }) => /〔2025〕/.test(documentNumber ?? '')),
    out.map(({ documentNumber }) => documentNumber).join(' '),
  )
  t.equal(new Set(out.map(({ documentNumber }) => documentNumber)).size, out.length)
})

// ---- strict days

table('R30 | the strict reading beside: from the consultee’s service to its opinion', [
  accept(
    'sent 03-10, served 03-12, answered 03-20: excluded 8, strictly 6',
    consulting,
    opinion('2025-03-20'),
    reads('2025-04-11', { reply: '2025-04-11', replyStrict: '2025-04-09' }),
  ),
  accept(
    'never served: strictly nothing is excluded',
    [...searched, third('2025-03-10')],
    opinion('2025-03-20'),
    reads('2025-04-11', { replyStrict: '2025-03-31' }),
  ),
  accept(
    'served on the day it was sent: no other day',
    [...searched, third('2025-03-10'), servedLetter('2025-03-10', 'P04', '2025-03-10', '甲')],
    opinion('2025-03-20'),
    reads('2025-04-11', { replyStrict: undefined }),
  ),
  accept(
    'where the organ counts from service: one day',
    consulting,
    opinion('2025-03-20'),
    reads('2025-04-09', { replyStrict: undefined }),
    {
      settings: { suspensionBasis: 'service' },
    },
  ),
])

// ---- shape

t.test(
  'contract §2 | shape is invalid, not refused: an unknown field, a type, a day that does not exist',
  async (t) => {
    const on = bench()
    await run(on, registered)
    const before = on.snapshot()
    for (const [title, act] of [
      ['an unknown field', a('2025-03-05', 'acceptForm', { colour: '红' })],
      ['30 February', correction('2025-02-30')],
      ['a day with a time', correction('2025-03-05T00:00:00Z')],
      ['text for a number', extend('2025-03-05', { workingDays: '20' })],
      ['half a day', extend('2025-03-05', { workingDays: 1.5 })],
      ['no items at all', a('2025-03-05', 'requestCorrection', {})],
      ['an unknown role', a('2025-03-05', 'acceptForm', { by: 'king' })],
      ['an opinion that does not exist', opinion('2025-03-05', '甲', { opinion: 'perhaps' })],
      ['approved by somebody else', extend('2025-03-05', { approvedBy: 'officer' })],
    ] as const) {
      t.equal((await on.act(act)).kind, 'invalid', title)
    }
    t.equal(on.snapshot(), before)
  },
)

// ---- could these checks fail?

t.test('planted defect | a guard that is missing, a wrong code and a case that moved are seen', async (t) => {
  const judged = async (row: Row) => {
    const { outcome, before, after } = await tried(row)
    if (!row.refused) return outcome.kind === 'done'
    return outcome.kind === 'refused' && outcome.answer.refusal.code === row.refused[0] && before === after
  }
  t.equal(await judged(refuse('told too late', registered, extend('2025-04-01'), 'extensionAfterDue', /./)), true)
  t.equal(
    await judged(refuse('a limit one day off', registered, extend('2025-03-31'), 'extensionAfterDue', /./)),
    false,
    'the guard misses',
  )
  t.equal(
    await judged(refuse('another code', registered, extend('2025-04-01'), 'extensionTooLong', /./)),
    false,
    'the code is wrong',
  )
  t.equal(await judged(accept('refused after all', registered, extend('2025-04-01'))), false, 'the guard is too strict')
  const on = bench()
  await run(on, registered)
  const before = on.snapshot()
  await run(on, [a('2025-03-05', 'acceptForm')])
  t.not(on.snapshot(), before, 'a fact more is seen in the snapshot')
})
