import { endOf, privateFields } from '@zhiqing/casework'
import { defaultSettings, litigationResults, reconsiderationResults } from '@zhiqing/law'
import t from 'tap'
import { type Act, a, type Bench, bench, calendar, dueOf, receive, run } from './court.js'
import { scenarioFile, simulate } from './simulate.js'

/*
 * 复议、诉讼、重新答复、投诉、更正 (rulebook R70–R80, R97, R118). Days are counted by hand on the printed notices:
 * 2025-09-28 (Sunday) and 2025-10-11, 2026-05-09 (Saturdays) are worked, 2025-10-01…08 and 2026-05-01…05 are off.
 */

const w6 = { outcome: 'W6', category: '讨论记录', reasons: '内部讨论记录，不予公开' }
const g2 = { outcome: 'G2', items: ['补偿标准'], route: '邮寄' }
const n1 = { outcome: 'N1', reasons: '经检索没有制作或者获取' }
const search = { systems: ['档案'], keywords: ['补偿'], people: ['李四'], found: false }

const signed = (on: string, decision: object): Act[] => [
  a(on, 'decide', { ...decision }),
  a(on, 'submitDraft', { person: '李四' }),
  a(on, 'approveDraft', { person: '王五', secrecyReviewedOn: on }),
  a(on, 'signReply', { person: '赵六', reason: '已逐项核对' }),
]
const sent = (on: string, servedOn: string): Act[] => [
  a(on, 'dispatchReply', { method: 'mail', mailNumber: 'EMS1' }),
  a(servedOn, 'recordService', { servedOn }),
]
const begun = (on: string): Act[] => [receive(on), a(on, 'registerRequest')]

/** Received and answered on one day, served on another. */
const replied = (on: string, servedOn: string, decision: object = w6): Act[] => [
  ...begun(on),
  a(on, 'recordSearch', search),
  ...signed(on, decision),
  ...sent(on, servedOn),
]

const on = async (acts: readonly Act[]): Promise<Bench> => {
  const table = bench()
  await run(table, acts)
  return table
}

const articleOf = (table: Bench, what: string): string | undefined =>
  table.view().dueDates.find((row) => row.what === what)?.article

interface Ended {
  readonly codes: readonly string[]
  readonly article?: string
  readonly zh?: string
}

/** What an act came to: the codes of its warnings, or of all its refusals. */
const outcomeOf = async (table: Bench, act: Act): Promise<Ended & { readonly kind: string }> => {
  const outcome = await table.act(act)
  if (outcome.kind === 'invalid') return { kind: 'invalid', codes: outcome.paths }
  if (outcome.kind === 'done') return { kind: 'done', codes: outcome.answer.warnings.map(({ code }) => code) }
  const { code, also, article, zh } = outcome.answer.refusal
  return { kind: 'refused', codes: [code, ...also.map((one) => one.code)], article, zh }
}

const current = (table: Bench) => table.kept().current
const end = (table: Bench) => endOf(current(table), { calendar, settings: defaultSettings })
const numbers = (table: Bench) => current(table).letters.filter(({ letter }) => letter.startsWith('S'))

t.test('复议法20、行诉法46 | the days that a reply leaves open (V27, V29, V30)', async (t) => {
  const v29 = await on(replied('2025-08-01', '2025-08-04'))
  t.equal(dueOf(v29.view(), 'reconsideration'), '2025-10-09', 'V29: 10-03 is off')
  t.equal(dueOf(v29.view(), 'litigation'), undefined, '复议前置：不能直接起诉')
  const v30 = await on(replied('2025-08-29', '2025-08-31', n1))
  t.equal(dueOf(v30.view(), 'litigation'), '2026-02-28', 'V30: 月末日，调休上班的周六不顺延')
  const v27 = await on(replied('2025-03-31', '2025-04-02'))
  t.equal(dueOf(v27.view(), 'reconsideration'), '2025-06-03', 'V27: 06-01、06-02 顺延')
})

t.test('复议法48、54 | the written answer: 5 or 10 working days from the copy, until it is given (V31)', async (t) => {
  const rows = [
    ['simplified', '2026-05-07', '2026-05-13', 'reconsideration:54'],
    ['ordinary', '2026-05-07', '2026-05-20', 'reconsideration:48'],
    ['simplified', '2025-09-26', '2025-10-10', 'reconsideration:54'],
    ['ordinary', '2025-09-26', '2025-10-16', 'reconsideration:48'],
  ] as const
  for (const [procedure, copy, due, article] of rows) {
    const table = await on([...replied('2025-08-01', '2025-08-04'), a(copy, 'fileReconsideration', { procedure })])
    t.equal(dueOf(table.view(), 'reconsiderationAnswer'), due, `${procedure} ${copy}`)
    t.equal(articleOf(table, 'reconsiderationAnswer'), article)
    t.equal(table.view().state, 'served', '复议不改变案件状态')
    await run(table, [a(due, 'answerReconsideration')])
    t.equal(dueOf(table.view(), 'reconsiderationAnswer'), undefined, '已经答复')
  }
})

t.test('contract §3 | V31 as a scenario: the same days and the second round through `zhiqing simulate`', (t) => {
  const { status, steps, end: last } = simulate([scenarioFile('V31')])
  t.equal(status, 0)
  const step = (name: string) => steps.findLast((one) => one.do === name)
  const due = (name: string) => step(name)?.dueDates.map(({ what, dueOn, article }) => [what, dueOn, article])
  t.strictSame(due('fileReconsideration'), [
    ['reconsideration', '2026-05-11', 'reconsideration:20.1'],
    ['reconsiderationAnswer', '2026-05-13', 'reconsideration:54'],
  ])
  t.strictSame(due('orderRedo')?.[0], ['redo', '2026-06-15', 'reconsideration:64'])
  t.match(step('extendReply'), { ok: false, refusal: { code: 'redoDayFixed', article: 'ogi:33.2' } })
  t.match(last, {
    outcome: 'G2',
    reportLine: '3.3.6',
    onTime: true,
    remedies: { reconsiderationBy: '2026-08-17', litigationBy: '2026-12-17' },
  })
  t.end()
})

t.test('行诉法67 | the answer in court: 15 calendar days from the copy, rolled off a holiday', async (t) => {
  for (const [copy, due] of [
    ['2026-03-03', '2026-03-18'],
    ['2025-09-20', '2025-10-09'],
    ['2025-09-26', '2025-10-11'],
  ] as const) {
    const table = await on([...replied('2025-08-01', '2025-08-04', n1), a(copy, 'fileLitigation', { path: 'direct' })])
    t.equal(dueOf(table.view(), 'litigationAnswer'), due, copy)
    t.equal(articleOf(table, 'litigationAnswer'), 'litigation:67')
    await run(table, [a(due, 'answerLitigation')])
    t.equal(dueOf(table.view(), 'litigationAnswer'), undefined)
  }
})

t.test(
  '复议法70、行诉法34 | an answer on the last day is in time; a day later it is recorded with a warning',
  async (t) => {
    const review = [
      ...replied('2025-08-01', '2025-08-04'),
      a('2025-09-26', 'fileReconsideration', { procedure: 'simplified' }),
    ]
    const suit = [...replied('2025-08-01', '2025-08-04', n1), a('2025-09-20', 'fileLitigation', { path: 'direct' })]
    const rows = [
      [review, 'answerReconsideration', '2025-10-09', []],
      [review, 'answerReconsideration', '2025-10-10', []],
      [review, 'answerReconsideration', '2025-10-11', ['answerLate']],
      [suit, 'answerLitigation', '2025-10-08', []],
      [suit, 'answerLitigation', '2025-10-09', []],
      [suit, 'answerLitigation', '2025-10-10', ['answerLate']],
    ] as const
    for (const [given, name, day, codes] of rows) {
      t.strictSame(await outcomeOf(await on(given), a(day, name)), { kind: 'done', codes }, `${name} ${day}`)
      const late = await outcomeOf(await on(given), a('2025-10-20', name, { answeredOn: day }))
      t.strictSame(late.codes, codes, `${name}: the day of the answer counts, not that of keying it in`)
    }
  },
)

t.test(
  '复议法20、行诉法45、46 | out of time is for the review organ or the court: warned, never refused',
  async (t) => {
    const reply = replied('2025-08-01', '2025-08-04')
    const nothing = replied('2025-08-01', '2025-08-31', n1)
    const reviewed = [
      ...reply,
      a('2025-09-01', 'fileReconsideration', { procedure: 'ordinary' }),
      a('2025-09-02', 'answerReconsideration'),
      a('2026-04-17', 'decideReconsideration', { result: 'upheld' }),
    ]
    const review = (filedOn: string) => a('2026-05-20', 'fileReconsideration', { procedure: 'ordinary', filedOn })
    const suit = (filedOn: string, path = 'direct') => a('2026-05-20', 'fileLitigation', { path, filedOn })
    const rows: readonly [readonly Act[], Act, readonly string[]][] = [
      [reply, review('2025-10-08'), []],
      [reply, review('2025-10-09'), []],
      [reply, review('2025-10-10'), ['reconsiderationLate']],
      [nothing, suit('2026-02-27'), []],
      [nothing, suit('2026-02-28'), []],
      [nothing, suit('2026-03-01'), ['litigationLate']],
      [reply, suit('2025-09-01'), ['reconsiderationFirst']],
      [reviewed, suit('2026-05-05', 'afterReconsideration'), []],
      [reviewed, suit('2026-05-06', 'afterReconsideration'), []],
      [reviewed, suit('2026-05-07', 'afterReconsideration'), ['litigationLate']],
    ]
    for (const [given, act, codes] of rows) {
      const said = await outcomeOf(await on(given), act)
      t.strictSame(said, { kind: 'done', codes }, `${act.do} filed ${act.filedOn}`)
    }
  },
)

t.test('行诉法45 R72 | the 15 days to sue are told as reckoned from the organ’s own receipt', async (t) => {
  const table = await on([
    ...replied('2026-01-05', '2026-01-07'),
    a('2026-02-02', 'fileReconsideration', { procedure: 'ordinary' }),
    a('2026-02-03', 'answerReconsideration'),
    a('2026-04-17', 'decideReconsideration', { result: 'upheld' }),
  ])
  const late = await table.act(a('2026-05-07', 'fileLitigation', { path: 'afterReconsideration' }))
  t.match(late, {
    answer: {
      warnings: [{ code: 'litigationLate', zh: /本机关收到.*推算至2026年5月6日.*申请人的15日自其收到之日起算/ }],
    },
  })
})

t.test('复议法29 | review and suit at once: recorded, for the other body decides, and told', async (t) => {
  const reply = replied('2025-08-01', '2025-08-04', n1)
  const review = a('2025-08-20', 'fileReconsideration', { procedure: 'ordinary' })
  const suit = a('2025-08-20', 'fileLitigation', { path: 'direct' })
  t.strictSame((await outcomeOf(await on([...reply, review]), suit)).codes, ['otherRemedyPending'])
  t.strictSame((await outcomeOf(await on([...reply, suit]), review)).codes, ['otherRemedyPending'])
  const over = [
    a('2025-08-21', 'answerReconsideration'),
    a('2025-08-25', 'decideReconsideration', { result: 'settled' }),
  ]
  t.strictSame((await outcomeOf(await on([...reply, review, ...over]), { ...suit, on: '2025-08-26' })).codes, [])
})

t.test(
  '复议法64 R76 | corrected in review, ordered anew with a day: a second reply with its own number and remedies',
  async (t) => {
    const table = await on([
      ...replied('2025-08-01', '2025-08-04'),
      a('2025-09-01', 'fileReconsideration', {
        procedure: 'simplified',
        caseNumber: '青政复〔2025〕3号',
        body: '青禾县人民政府',
      }),
      a('2025-09-05', 'answerReconsideration'),
    ])
    const decided = await outcomeOf(table, a('2025-09-19', 'decideReconsideration', { result: 'redoOrdered' }))
    t.strictSame(decided, { kind: 'done', codes: ['redoToRecord'] })
    t.equal(dueOf(table.view(), 'litigation', 'review-1'), '2025-10-09', '09-19 + 15 = 10-04，放假顺延')
    await run(table, [a('2025-09-22', 'orderRedo', { deadlineOn: '2025-10-10' })])
    t.match(table.view(), { state: 'deciding', stage: '办理', clock: { status: 'running', dueOn: '2025-10-10' } })
    t.equal(table.view().clock.remainingWorkingDays, 9, '09-23…26、28、29、30、10-09、10-10')
    t.equal(dueOf(table.view(), 'redo'), '2025-10-10')
    t.equal(articleOf(table, 'redo'), 'reconsideration:64')
    for (const what of ['reply', 'replyStrict', 'extensionNotice', 'reconsideration', 'correctionNotice'])
      t.equal(dueOf(table.view(), what), undefined, `no ${what} in the new round`)
    t.match(current(table), { decision: null, draft: null, approval: null, reply: null, signedBy: null })
    t.match(current(table).rounds, [
      {
        decision: { outcome: 'W6' },
        replyNumber: '青自然资公开答〔2025〕1号',
        reply: { servedOn: '2025-08-04' },
        redo: null,
      },
    ])
    const longer = await outcomeOf(table, a('2025-09-22', 'extendReply', { workingDays: 5, reason: '量大' }))
    t.match(longer, { kind: 'refused', codes: ['redoDayFixed'], article: 'ogi:33.2', zh: /2025年10月10日/ })
    const fee = await outcomeOf(table, a('2025-09-22', 'chargeFee', { basis: 'perPage', pages: 100 }))
    t.match(fee, { kind: 'refused', codes: ['feeInRedo'], article: 'fee:6' })
    await run(table, [...signed('2025-09-23', g2), ...sent('2025-10-10', '2025-10-13')])
    t.strictSame(
      numbers(table).map(({ letter, documentNumber }) => [letter, documentNumber]),
      [
        ['S09', '青自然资公开答〔2025〕1号'],
        ['S02', '青自然资公开答〔2025〕2号'],
      ],
      'the old letter stays, the new one has a number of its own',
    )
    t.equal(dueOf(table.view(), 'reconsideration'), '2025-12-12', '自新答复收到之日起60日：10月18、11月30、12月12')
    t.equal(dueOf(table.view(), 'litigation'), '2026-04-13', '自新答复收到之日起6个月')
    t.equal(dueOf(table.view(), 'litigation', 'review-1'), undefined, 'the way on against the old reply is replaced')
    t.match(end(table), { outcome: 'G2', reportLine: '3.3.6', remedy: 'RB2', onTime: true, round: 1 })
  },
)

t.test(
  '条例 33.2、35 R98 | a day that a paper names is neither extended nor deferred, and one 件 stays one',
  async (t) => {
    const given = [
      ...begun('2025-08-01'),
      a('2025-08-01', 'askReasons', { months: 3, requests: 120 }),
      a('2025-08-04', 'receiveReasons', { content: '研究需要' }),
      a('2025-08-04', 'judgeReasons', { accepted: true }),
      ...signed('2025-08-05', w6),
      ...sent('2025-08-05', '2025-08-07'),
    ]
    const until = { until: '2025-12-01', reason: '量大' }
    const named = await on([...given, a('2025-09-19', 'orderRedo', { deadlineOn: '2025-10-10' })])
    for (const [name, fields] of [
      ['deferReply', until],
      ['extendReply', { workingDays: 5, reason: '量大' }],
    ] as const)
      t.match(
        await outcomeOf(named, a('2025-09-22', name, { ...fields, by: 'officeHead' })),
        { codes: ['redoDayFixed'] },
        name,
      )
    const split = a('2025-09-22', 'splitRequest', { items: ['标准', '名单'], consent: true })
    t.match(await outcomeOf(named, split), { kind: 'refused', codes: ['splitInRedo'] })
    const unnamed = await on([...given, a('2025-09-19', 'orderRedo')])
    t.equal((await outcomeOf(unnamed, a('2025-09-22', 'deferReply', { ...until, by: 'officeHead' }))).kind, 'done')
    t.equal(dueOf(unnamed.view(), 'redo'), '2025-12-01')
  },
)

t.test('R60 R76 | the named day is met by posting on it, missed the day after', async (t) => {
  for (const [day, onTime] of [
    ['2025-10-09', true],
    ['2025-10-10', true],
    ['2025-10-11', false],
  ] as const) {
    const table = await on([
      ...replied('2025-08-01', '2025-08-04'),
      a('2025-09-19', 'orderRedo', { deadlineOn: '2025-10-10' }),
      ...signed('2025-09-23', g2),
      a(day, 'dispatchReply', { method: 'mail', mailNumber: 'EMS2' }),
    ])
    t.equal(end(table).onTime, onTime, day)
  }
})

t.test(
  'R76 | without a day in the paper, 20 working days run from its receipt; the period may then be extended once',
  async (t) => {
    const table = await on([
      ...replied('2025-08-01', '2025-08-04'),
      a('2025-09-01', 'fileReconsideration', { procedure: 'simplified' }),
      a('2025-09-05', 'answerReconsideration'),
      a('2025-09-19', 'decideReconsideration', { result: 'revoked' }),
    ])
    const ordered = await outcomeOf(table, a('2025-09-22', 'orderRedo'))
    t.strictSame(ordered, { kind: 'done', codes: ['redoDayUnnamed'] })
    t.equal(dueOf(table.view(), 'redo'), '2025-10-23', '自09-19收到决定书起20个工作日')
    t.equal(dueOf(table.view(), 'extensionNotice'), undefined)
    await run(table, [a('2025-10-23', 'extendReply', { workingDays: 1, reason: '需要核实' })])
    t.equal(dueOf(table.view(), 'redo'), '2025-10-24')
    t.equal(current(table).rounds[0]?.verbs, 2, 'start and end belong to the first round')
  },
)

t.test('R76 T38 | ordered anew from wherever a case ended; an order says what it rests on', async (t) => {
  const waiting = [
    ...begun('2025-03-03'),
    a('2025-03-04', 'requestCorrection', { guidance: '可以写明文件名称、文号或者形成年份', items: ['名称'] }),
  ]
  const lapsed = [
    ...waiting,
    a('2025-03-05', 'recordLetterService', { letter: 'P01', servedOn: '2025-03-05' }),
    a('2025-03-31', 'confirmLapse'),
  ]
  const rows: readonly [string, readonly Act[], string][] = [
    ['issued', [...begun('2025-08-01'), ...signed('2025-08-01', g2)], 'deciding'],
    ['served', replied('2025-08-01', '2025-08-04'), 'deciding'],
    ['abandoned', lapsed, 'deciding'],
    ['withdrawn', [...begun('2025-08-01'), a('2025-08-01', 'withdrawRequest')], 'deciding'],
    ['archived', [...replied('2025-08-01', '2025-08-04'), a('2025-08-05', 'archiveCase')], 'deciding'],
    [
      'served with a 协查 still open',
      [
        ...begun('2025-08-01'),
        a('2025-08-01', 'requestAssistance', { id: '协1', unit: '规划股', question: '有无' }),
        ...signed('2025-08-01', g2),
        ...sent('2025-08-01', '2025-08-04'),
      ],
      'searching',
    ],
  ]
  for (const [from, given, to] of rows) {
    const table = await on(given)
    const said = await outcomeOf(table, a('2025-09-01', 'orderRedo', { deadlineOn: '2025-09-12' }))
    t.strictSame(said, { kind: 'done', codes: ['remedyNotRecorded'] }, from)
    t.match(table.view(), { state: to, clock: { status: 'running', dueOn: '2025-09-12', overdue: false } }, from)
    t.equal(dueOf(table.view(), 'replyStrict'), undefined, `${from}: nothing of the first period is left`)
    t.match(current(table), { decision: null, lapse: null, withdrawnOn: null }, from)
  }
  const awaiting = await outcomeOf(await on(waiting), a('2025-04-01', 'orderRedo', { deadlineOn: '2025-04-10' }))
  t.strictSame(awaiting.codes, ['notPermittedNow'], 'while the applicant is waited for')
})

t.test('R23 R76 | a correction told late leaves no trace in the strict reading of a new round', async (t) => {
  const lapsed = [
    ...begun('2025-03-03'),
    a('2025-03-14', 'requestCorrection', {
      guidance: '可以写明文件名称、文号或者形成年份',
      items: ['名称'],
      override: '难以联系',
    }),
    a('2025-03-17', 'recordLetterService', { letter: 'P01', servedOn: '2025-03-17' }),
    a('2025-04-10', 'confirmLapse'),
  ]
  for (const [fields, due] of [
    [{ deadlineOn: '2025-04-30' }, '2025-04-30'],
    [{}, '2025-05-14'], // 04-15…30 thirteen days with the worked Sunday 04-27, then 05-06…14 seven
  ] as const) {
    const table = await on([...lapsed, a('2025-04-14', 'orderRedo', fields)])
    t.equal(dueOf(table.view(), 'redo'), due)
    t.equal(dueOf(table.view(), 'replyStrict'), undefined, 'not the first period, due 2025-03-31')
  }
})

t.test(
  '行诉法26、45、85 R75 R97 | a suit after review: both before the court, instance by instance, the last result counts',
  async (t) => {
    const reviewed = (result: string) => [
      ...replied('2026-01-05', '2026-01-07'),
      a('2026-02-02', 'fileReconsideration', { procedure: 'ordinary' }),
      a('2026-02-03', 'answerReconsideration'),
      a('2026-04-17', 'decideReconsideration', { result }),
    ]
    const file = a('2026-05-06', 'fileLitigation', { path: 'afterReconsideration', court: '青禾县人民法院' })
    const coDefendant = async (result: string, fields: object = {}) => {
      const table = await on([...reviewed(result), { ...file, ...fields }])
      const [, suit] = current(table).remedies
      return suit?.kind === 'litigation' && suit.coDefendant
    }
    t.equal(await coDefendant('upheld'), true)
    t.equal(await coDefendant('claimDismissed'), true)
    t.equal(await coDefendant('notAccepted'), false)
    t.equal(await coDefendant('illegal', { coDefendant: true }), true, 'the clerk says so: 确认程序违法视为维持')

    for (const [result, fields, codes] of [
      ['illegal', {}, ['coDefendantUnsure']],
      ['illegal', { coDefendant: true }, []],
      ['illegal', { coDefendant: false }, []],
      ['upheld', {}, []],
      ['revoked', {}, []],
    ] as const)
      t.strictSame(
        (await outcomeOf(await on(reviewed(result)), { ...file, ...fields })).codes,
        codes,
        `行诉解释22.3 R75: ${result} ${JSON.stringify(fields)}`,
      )

    const before = await on(reviewed('upheld'))
    t.equal(dueOf(before.view(), 'litigation', 'review-1'), '2026-05-06', '05-02 falls into Labour Day')
    const table = await on([...reviewed('upheld'), file])
    t.equal(dueOf(table.view(), 'litigation', 'review-1'), undefined, 'sued')
    t.equal(dueOf(table.view(), 'litigationAnswer', 'suit-1'), '2026-05-21')
    const early = await outcomeOf(table, a('2026-05-20', 'decideLitigation', { result: 'revoked', instance: 'second' }))
    t.match(early, { kind: 'refused', codes: ['instanceOutOfOrder'] })
    await run(table, [
      a('2026-05-20', 'answerLitigation'),
      a('2026-07-01', 'decideLitigation', { result: 'claimDismissed', instance: 'first' }),
    ])
    t.equal(dueOf(table.view(), 'appeal', 'suit-1'), '2026-07-16', '判决15日')
    await run(table, [a('2026-07-10', 'fileLitigation', { path: 'afterReconsideration', instance: 'second' })])
    t.equal(dueOf(table.view(), 'appeal'), undefined)
    await run(table, [a('2026-09-01', 'decideLitigation', { result: 'remanded', instance: 'second' })])
    t.match(current(table).remedies[1], {
      at: { state: 'suing' },
      decisions: [{ column: 'upheld' }, { column: 'pending', kind: 'ruling' }],
    })
    t.equal(dueOf(table.view(), 'litigationAnswer'), undefined, 'answered before')
    await run(table, [
      a('2026-10-12', 'decideLitigation', { result: 'revoked', instance: 'first' }),
      a('2026-11-02', 'decideLitigation', { result: 'appealDismissed', instance: 'second' }),
    ])
    t.match(current(table).remedies[1], { decisions: [{}, {}, {}, { column: 'corrected' }] })
    t.match(await outcomeOf(table, a('2026-11-03', 'orderRedo', { deadlineOn: '2026-11-20' })), {
      kind: 'done',
      codes: [],
    })
    t.equal(articleOf(table, 'redo'), 'litigation:70')

    const dismissed = await on([
      ...reviewed('upheld'),
      file,
      a('2026-07-01', 'decideLitigation', { result: 'suitDismissed', instance: 'first' }),
    ])
    t.equal(dueOf(dismissed.view(), 'appeal'), '2026-07-13', '裁定10日，07-11是周六')
  },
)

t.test(
  '行诉解释66、R73 | no reply at all: reviewed before any reply, ordered to perform, the work goes on where it stands',
  async (t) => {
    const overdue = begun('2025-03-03') // due 2025-03-31
    const review = (filedOn: string) => a('2025-06-10', 'fileReconsideration', { procedure: 'simplified', filedOn })
    for (const [day, codes] of [
      ['2025-03-31', ['replyNotDue']],
      ['2025-04-01', []],
      ['2025-05-30', []],
      ['2025-05-31', ['reconsiderationLate']],
    ] as const)
      t.strictSame((await outcomeOf(await on(overdue), review(day))).codes, codes, day)
    for (const [day, codes] of [
      ['2025-09-30', []],
      ['2025-10-01', ['litigationLate']],
    ] as const) {
      const suit = a('2025-10-20', 'fileLitigation', { path: 'direct', filedOn: day })
      t.strictSame((await outcomeOf(await on(overdue), suit)).codes, codes, day)
    }
    // A9: where the organ reads the law so, silence goes to review first; no period to sue directly can then be over
    for (const day of ['2025-09-30', '2025-10-01']) {
      const first = bench({ settings: { noReplyRemedy: 'reconsiderationFirst' } })
      await run(first, overdue)
      const suit = a('2025-10-20', 'fileLitigation', { path: 'direct', filedOn: day })
      t.strictSame((await outcomeOf(first, suit)).codes, ['reconsiderationFirst'], `A9 ${day}`)
    }
    const performed = [
      a('2025-04-15', 'fileReconsideration', { procedure: 'simplified' }),
      a('2025-04-18', 'answerReconsideration'),
      a('2025-05-06', 'decideReconsideration', { result: 'performOrdered' }),
    ]
    const unrecorded = await outcomeOf(await on(overdue), a('2025-04-15', 'orderRedo', { deadlineOn: '2025-05-30' }))
    t.match(unrecorded, { kind: 'refused', codes: ['redoNotRecorded'] }, 'nobody lengthens his own period')
    const table = await on([...overdue, ...performed, a('2025-05-06', 'orderRedo', { deadlineOn: '2025-05-20' })])
    t.match(table.view(), { state: 'registered', clock: { status: 'running', dueOn: '2025-05-20', overdue: false } })
    t.equal(articleOf(table, 'redo'), 'reconsideration:66')
    t.match(current(table).redo, { kind: 'perform', remedy: 'review-1' })
    t.equal(
      (await outcomeOf(table, a('2025-05-07', 'orderRedo', { deadlineOn: '2025-06-30' }))).kind,
      'refused',
      'carried out once',
    )
    await run(table, [...signed('2025-05-19', g2), ...sent('2025-05-20', '2025-05-22')])
    t.match(
      end(table),
      { outcome: 'G2', reportLine: '3.1', onTime: true, round: 1 },
      'the only reply is the one that counts',
    )

    const drafted = await on([...overdue, a('2025-04-10', 'decide', g2), ...performed, a('2025-05-06', 'orderRedo')])
    t.match(current(drafted), { at: { state: 'drafting' }, decision: { outcome: 'G2' } }, 'what was decided goes on')
    t.match(current(drafted).rounds, [{ decision: null, reply: null, replyNumber: null }])
    t.equal(dueOf(drafted.view(), 'redo'), '2025-06-04', '05-07…30 十八个，06-03、06-04')
  },
)

t.test(
  'R118 自行纠错 | the organ takes its reply back and gives another on the same case; whoever reviews is told',
  async (t) => {
    const served = replied('2025-08-01', '2025-08-04')
    const revise = a('2025-09-19', 'reviseReply', { reason: '适用条款错误' })
    const table = await on([...served, { ...revise, by: 'officeHead' }])
    t.equal(table.view().state, 'deciding')
    t.equal(dueOf(table.view(), 'redo'), '2025-10-23')
    t.match(current(table).redo, { by: 'organ', deadlineOn: null })
    t.match(end(table), { outcome: null, reportLine: '3.3.6', round: 1 }, 'no second 件')
    await run(table, [...signed('2025-09-23', g2), ...sent('2025-09-24', '2025-09-26')])
    t.equal(numbers(table).at(-1)?.documentNumber, '青自然资公开答〔2025〕2号')
    t.equal(dueOf(table.view(), 'reconsideration'), '2025-11-25', '自新答复起60日')
    await run(table, [{ ...revise, on: '2025-10-09' }])
    t.equal(end(table).round, 2, 'as often as it is wrong')
    const reviewing = await on([...served, a('2025-09-01', 'fileReconsideration', { procedure: 'simplified' })])
    t.strictSame(await outcomeOf(reviewing, revise), { kind: 'done', codes: ['tellReviewBody'] })
    t.strictSame((await outcomeOf(await on(served), { ...revise, reason: ' ' })).codes, ['reviseReasonMissing'])
    t.strictSame((await outcomeOf(await on(served), { ...revise, by: 'officer' })).codes, ['notYourRole'])
    t.strictSame(
      (await outcomeOf(await on(begun('2025-08-01')), revise)).codes,
      ['notPermittedNow'],
      'nothing to take back',
    )
  },
)

t.test('条例 47、51 R78 投诉 | linked to the case; an order to correct may begin a new round', async (t) => {
  const filed = [
    ...replied('2025-08-01', '2025-08-04'),
    a('2025-08-20', 'fileComplaint', { id: '诉1', to: 'competentDepartment', about: '答复内容与申请不符' }),
  ]
  const table = await on(filed)
  t.match(current(table).remedies, [{ kind: 'complaint', at: { state: 'complaining' }, filedOn: '2025-08-20' }])
  const unordered = await outcomeOf(table, a('2025-08-21', 'orderRedo', { remedy: '诉1', deadlineOn: '2025-09-01' }))
  t.strictSame(unordered.codes, ['redoWithoutDecision'])
  const closed = await outcomeOf(
    table,
    a('2025-09-01', 'closeComplaint', { id: '诉1', result: '责令改正', ordered: true }),
  )
  t.strictSame(closed, { kind: 'done', codes: ['redoToRecord'] })
  await run(table, [a('2025-09-02', 'orderRedo', { remedy: '诉1', deadlineOn: '2025-09-12' })])
  t.equal(articleOf(table, 'redo'), 'ogi:47.1')
  const dull = await on([...filed, a('2025-09-01', 'closeComplaint', { id: '诉1', result: '未发现问题' })])
  t.strictSame((await outcomeOf(dull, a('2025-09-02', 'orderRedo', { remedy: '诉1' }))).codes, ['redoWithoutDecision'])
  t.strictSame(
    (await outcomeOf(await on(filed), a('2025-09-01', 'closeComplaint', { id: '诉1', result: ' ' }))).codes,
    ['complaintResultMissing'],
  )
})

t.test(
  '条例 41 R80 更正 | a procedure of its own: evidence, 20 working days inside, L13 with its remedies',
  async (t) => {
    const file = a('2025-09-26', 'fileRectification', { id: '更1', record: '面积记为2.1亩', evidence: '经营权证' })
    const given = [...replied('2025-08-01', '2025-08-04', g2), file]
    const table = await on(given)
    t.equal(dueOf(table.view(), 'rectification', '更1'), '2025-10-30')
    t.equal(articleOf(table, 'rectification'), 'ogi:41')
    const before = end(table)
    const answer = (fields: object, day = '2025-10-30') =>
      a(day, 'answerRectification', { id: '更1', reasons: '录入错误', ...fields })
    const outcome = await table.act(answer({ finding: 'corrected' }))
    t.match(outcome, { kind: 'done', answer: { letters: ['L13'], warnings: [], state: 'served' } })
    t.equal(dueOf(table.view(), 'rectification'), undefined)
    t.match(current(table).letters.at(-1), { letter: 'L13', documentNumber: /^青自然资公开告〔2025〕\d+号$/ })
    t.strictSame(end(table), before, 'R98: nothing of the request changes')
    const rows: readonly [Act, readonly string[]][] = [
      [answer({ finding: 'refused', reasons: ' ' }), ['rectificationReasonMissing']],
      [answer({ finding: 'otherOrgan' }), ['responsibleOrganMissing']],
      [answer({ finding: 'otherOrgan', responsibleOrgan: '青禾县农业农村局' }), []],
      [answer({ finding: 'refused' }, '2025-10-31'), ['rectificationLate']],
      [answer({ finding: 'refused', id: '更2' }), ['unknownId']],
      [{ ...file, on: '2025-10-09' }, ['duplicateId']],
      [{ ...file, id: '更2', evidence: ' ' }, ['rectificationEvidenceMissing']],
    ]
    for (const [act, codes] of rows)
      t.strictSame((await outcomeOf(await on(given), act)).codes, codes, JSON.stringify(act))
  },
)

t.test('contract §2 | what is refused, all at once, with its article; nothing changes', async (t) => {
  const reply = replied('2025-08-01', '2025-08-04', n1)
  const review = a('2025-08-20', 'fileReconsideration', { procedure: 'ordinary' })
  const two = [...reply, review, { ...review, id: 'b' }]
  const judged = [
    ...reply,
    a('2025-08-20', 'fileLitigation', { path: 'direct' }),
    a('2025-10-20', 'decideLitigation', { result: 'claimDismissed', instance: 'first' }),
  ]
  const rows: readonly [readonly Act[], Act, readonly string[], string][] = [
    [reply, a('2025-08-20', 'answerReconsideration'), ['remedyMissing'], 'practice'],
    [reply, a('2025-08-20', 'decideReconsideration', { result: 'upheld' }), ['remedyMissing'], 'practice'],
    [reply, a('2025-08-20', 'answerLitigation'), ['remedyMissing'], 'practice'],
    [
      reply,
      a('2025-08-20', 'decideLitigation', { result: 'revoked', instance: 'first' }),
      ['remedyMissing'],
      'practice',
    ],
    [[receive('2025-08-01')], review, ['notPermittedNow'], 'ogi:45'],
    [two, a('2025-08-21', 'answerReconsideration'), ['remedyAmbiguous'], 'practice'],
    [two, a('2025-08-21', 'answerReconsideration', { id: 'c' }), ['unknownId'], 'practice'],
    [[...reply, review], { ...review, id: 'review-1' }, ['duplicateId'], 'practice'],
    [
      [...reply, review],
      a('2025-08-21', 'decideReconsideration', { result: '维持', receivedOn: '2025-08-22', decidedOn: '2025-08-19' }),
      ['resultUnknown', 'dayInFuture', 'dayTooEarly'],
      'practice',
    ],
    [
      [...reply, review],
      a('2025-08-21', 'decideReconsideration', { result: 'toString' }),
      ['resultUnknown'],
      'practice',
    ],
    [
      [...reply, review],
      a('2025-08-21', 'answerReconsideration', { answeredOn: '2025-08-19' }),
      ['dayTooEarly'],
      'practice',
    ],
    [
      reply,
      { ...review, filedOn: '2025-07-31', copyReceivedOn: '2025-08-21' },
      ['dayInFuture', 'dayTooEarly'],
      'practice',
    ],
    [reply, a('2025-08-20', 'fileLitigation', { path: 'afterReconsideration' }), ['reviewNotDecided'], 'litigation:45'],
    [
      judged,
      a('2025-10-21', 'fileLitigation', { path: 'afterReconsideration', instance: 'second' }),
      ['suitPathDiffers'],
      'litigation:85',
    ],
    [
      judged,
      a('2025-10-21', 'decideLitigation', { result: 'claimDismissed', instance: 'first' }),
      ['instanceOutOfOrder'],
      'litigation:85',
    ],
    [
      judged,
      a('2025-10-21', 'decideLitigation', { result: 'remanded', instance: 'retrial' }),
      ['resultUnfit'],
      'litigation:89',
    ],
    [judged, a('2025-10-21', 'orderRedo', { remedy: 'suit-1' }), ['redoWithoutDecision'], 'practice'],
    [judged, a('2025-10-21', 'orderRedo', { remedy: 'x' }), ['unknownId'], 'practice'],
    [reply, a('2025-10-21', 'orderRedo', { deadlineOn: '2025-10-20' }), ['dayTooEarly'], 'practice'],
    [reply, { ...review, by: 'officer' }, ['notYourRole'], 'ogi:45'],
  ]
  for (const [given, act, codes, article] of rows) {
    const table = await on(given)
    const before = table.snapshot()
    const { codes: said, ...refused } = await outcomeOf(table, act)
    t.match(refused, { kind: 'refused', article, zh: /[一-龥]/ }, JSON.stringify(act))
    t.strictSame(said, codes, 'all of them, and no other')
    t.equal(table.snapshot(), before, 'nothing changed')
  }
})

t.test('contract §2 | the remedy clerk keeps the ledger, and nobody else', async (t) => {
  const served = replied('2025-08-01', '2025-08-04', n1)
  const review = a('2025-08-20', 'fileReconsideration', { procedure: 'ordinary' })
  const suit = a('2025-08-20', 'fileLitigation', { path: 'direct' })
  const complaint = a('2025-08-20', 'fileComplaint', { id: '诉1', to: 'superior', about: '逾期' })
  const rectification = a('2025-08-20', 'fileRectification', { id: '更1', record: '面积', evidence: '证书' })
  const rows: readonly [readonly Act[], Act][] = [
    [served, review],
    [[...served, review], a('2025-08-21', 'answerReconsideration')],
    [[...served, review], a('2025-08-21', 'decideReconsideration', { result: 'upheld' })],
    [served, suit],
    [[...served, suit], a('2025-08-21', 'answerLitigation')],
    [[...served, suit], a('2025-08-21', 'decideLitigation', { result: 'withdrawn', instance: 'first' })],
    [served, complaint],
    [[...served, complaint], a('2025-08-21', 'closeComplaint', { id: '诉1', result: '不成立' })],
    [served, a('2025-08-21', 'orderRedo')],
    [served, a('2025-08-21', 'reviseReply', { reason: '有误' })],
    [served, rectification],
    [
      [...served, rectification],
      a('2025-08-21', 'answerRectification', { id: '更1', finding: 'corrected', reasons: '属实' }),
    ],
  ]
  for (const [given, act] of rows) {
    t.equal((await outcomeOf(await on(given), act)).kind, 'done', `${act.do} by its usual role`)
    for (const by of ['applicant', 'legalReviewer', 'signatory', 'supervisor', 'statistician', 'auditAdmin'] as const)
      t.strictSame((await outcomeOf(await on(given), { ...act, by })).codes, ['notYourRole'], `${act.do} by ${by}`)
  }
})

t.test('行诉法85 | a judgment that corrects may be carried out before it is final, with a warning', async (t) => {
  const judged = [
    ...replied('2025-08-01', '2025-08-04', n1),
    a('2025-08-20', 'fileLitigation', { path: 'direct' }),
    a('2025-11-03', 'decideLitigation', { result: 'disclosureOrdered', instance: 'first' }),
  ]
  for (const [day, codes] of [
    ['2025-11-18', ['judgmentNotFinal']],
    ['2025-11-19', []],
  ] as const) {
    const table = await on(judged)
    t.strictSame((await outcomeOf(table, a(day, 'orderRedo', { deadlineOn: '2025-12-01' }))).codes, codes, day)
    t.match(current(table).redo, { kind: 'disclose', article: 'litigation:72', receivedOn: '2025-11-03' })
  }
})

t.test('R97 | results and their columns of table four, from the rulebook', async (t) => {
  const columns: Record<string, string> = {
    upheld: '维持 驳回行政复议请求 驳回诉讼请求',
    corrected:
      '变更 撤销 部分撤销 撤销并责令重新作出 撤销并判决重新作出 确认违法 确认无效 责令限期履行 判决限期履行 判决公开 判决给付',
    other: '终止 终结诉讼 撤诉 和解后撤回 调解 驳回行政复议申请 驳回起诉 不予受理 不予立案',
    pending: '发回重审',
    asBefore: '驳回上诉，维持原判 撤回上诉',
  }
  for (const { zh, column } of [...Object.values(reconsiderationResults), ...Object.values(litigationResults)])
    if (!zh.includes('没有记明')) t.ok(columns[column]?.split(' ').includes(zh), `${zh} → ${column}`)
})

t.test('复议法（1999） | a copy received before 2024 is history: filed, without a day of this law', async (t) => {
  const old = [
    ...replied('2023-10-09', '2023-10-10'),
    a('2023-12-29', 'fileReconsideration', { procedure: 'ordinary' }),
  ]
  t.equal(dueOf((await on(old)).view(), 'reconsiderationAnswer'), undefined)
  t.strictSame((await outcomeOf(await on(old), a('2024-01-20', 'answerReconsideration'))).codes, [])
})

t.test('个人信息保护法47 | what people say in complaints and rectifications is erasable', async (t) => {
  t.strictSame(privateFields.ComplaintFiled, ['about'])
  t.strictSame(privateFields.RectificationFiled, ['record', 'evidence'])
  t.strictSame(privateFields.RectificationAnswered, ['reasons'])
  t.strictSame(privateFields.ReplyRevised, ['reason'])
})
