import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dueDates, endOf, readNotice, readScenario, remediesWithoutReply, replay } from '@zhiqing/casework'
import {
  type Day,
  defaultSettings,
  fixedReadings,
  inForce,
  isAllowed,
  notices,
  outcomes,
  remedyOf,
  type SettingSet,
  settingNames,
  settingRows,
  settingsOn,
} from '@zhiqing/law'
import t from 'tap'
import { type Act, a, type Bench, bench, calendar, dueOf, type Place, receive, run } from './court.js'

const R = '2025-03-03'
const search = a('2025-03-05', 'recordSearch', {
  systems: ['县档案馆'],
  keywords: ['征地'],
  people: ['李四'],
  found: true,
})
const searched = [receive(R), a(R, 'registerRequest'), search]
const g2 = { outcome: 'G2', items: ['征地补偿标准'], route: '邮寄' }
const told = { id: '甲', content: '征地补偿标准', reason: '标准不是商业秘密' }
const signedOn = (on: string, before: readonly Act[]) => [
  ...before,
  a(on, 'decide', before === objected ? { ...g2, overruled: [told] } : g2),
  a(on, 'submitDraft', { person: '李四' }),
  a(on, 'approveDraft', { person: '王五', secrecyReviewedOn: on }),
  a(on, 'signReply', { person: '赵六', reason: '已逐项核对' }),
]
const third = a('2025-03-10', 'consultThirdParty', { id: '甲', party: '青禾建材公司', interest: '商业秘密' })
const letterServed = (on: string, letter: string) => a(on, 'recordLetterService', { letter, servedOn: on })
/** Asked on 10 March, objected on 14 March: four working days left out, so that the reply is due on 7 April. */
const objected = [...searched, third, a('2025-03-14', 'recordOpinion', { id: '甲', opinion: 'object' })]

const played = async (place: Place, acts: readonly Act[]): Promise<Bench> => {
  const on = bench(place)
  await run(on, acts)
  return on
}
const held = async (settings: Place['settings'], acts: readonly Act[], sent: string): Promise<string | undefined> => {
  const on = await played({ ...(settings && { settings }) }, acts)
  const outcome = await on.act(a(sent, 'dispatchReply', { method: 'mail', mailNumber: 'EMS1' }))
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.answer.warnings.find(({ code }) => code === 'thirdPartyHold')?.zh
}

t.test('R29 R121 | 告知第三方后暂缓: warned of before the days are over, never beyond the due day', async (t) => {
  const march = signedOn('2025-03-17', objected)
  const hold = (thirdPartyHoldDays: number) => ({ thirdPartyHoldDays })
  t.equal(await held({}, march, '2025-03-17'), undefined, 'usually no waiting')
  t.match(await held(hold(5), march, '2025-03-21'), /5日后.*2025年3月22日/)
  t.equal(await held(hold(5), march, '2025-03-22'), undefined)
  const served = [...march, letterServed('2025-03-19', 'P06')]
  t.match(await held(hold(5), served, '2025-03-23'), /2025年3月24日/, 'from the day the third party received it')
  t.equal(await held(hold(5), served, '2025-03-24'), undefined)
  const april = signedOn('2025-04-03', objected)
  t.match(await held(hold(15), april, '2025-04-03'), /2025年4月7日/, 'on the due day at the latest')
  t.equal(await held(hold(15), april, '2025-04-07'), undefined)
  t.equal(await held(hold(15), signedOn('2025-03-17', searched), '2025-03-17'), undefined, 'nobody was overruled')
})

t.test('R32 | 其他机关: chased by the days that were set when it was asked', async (t) => {
  const ask = (as: string) => a('2025-03-10', 'consultOrgan', { id: '甲', organ: '青禾县财政局', as })
  const due = async (place: Place, as: string) => {
    const on = await played(place, [...searched, ask(as), letterServed('2025-03-12', 'P07')])
    return dueOf({ dueDates: dueDates(on.kept().current, { calendar, settings: defaultSettings }) }, 'organOpinion')
  }
  t.equal(await due({}, 'other'), '2025-04-02', '15 working days')
  t.equal(await due({ settings: { organChaseWorkingDays: 5 } }, 'other'), '2025-03-19', 'read under other settings')
  t.equal(
    await due({ settings: { organChaseWorkingDays: 5 } }, 'coProducer'),
    '2025-04-02',
    '条例第三十四条 is no setting',
  )
})

t.test('R80 | 更正: answered within the days that were set when it was filed', async (t) => {
  const file = a('2025-03-14', 'fileRectification', { id: '更', record: '面积', evidence: '证书' })
  const due = async (place: Place) => {
    const on = await played(place, [...searched, file])
    return dueOf({ dueDates: dueDates(on.kept().current, { calendar, settings: defaultSettings }) }, 'rectification')
  }
  t.equal(await due({}), '2025-04-14', '20 working days, 04-04 is off')
  t.equal(await due({ settings: { rectificationWorkingDays: 5 } }), '2025-03-21', 'read under other settings')
})

t.test('R60 | 公告送达: after the days that were set when it was published', async (t) => {
  const settings = { publicNoticeDays: 45 }
  const on = await played({ settings }, [
    ...signedOn('2025-03-28', searched),
    a('2025-03-28', 'dispatchReply', { method: 'mail', mailNumber: 'EMS1' }),
    a('2025-03-31', 'recordService', { returnedOn: '2025-03-31' }),
    a('2025-03-31', 'dispatchReply', { method: 'publicNotice' }),
  ])
  const early = await on.act(a('2025-05-20', 'recordService', { servedOn: '2025-05-14' }))
  t.match(early, {
    kind: 'refused',
    answer: { refusal: { code: 'publicNoticeRunning', zh: /满45日（2025年5月15日）/ } },
  })
  t.equal((await on.act(a('2025-05-20', 'recordService', { servedOn: '2025-05-15' }))).kind, 'done')
})

const z3 = { outcome: 'Z3', where: '新华书店', reasons: '该书公开发行，可以购买' }
t.test('A8 | the remedy a reply was signed with stays, whatever is set afterwards', async (t) => {
  const place = { settings: { remedyBlock: { Z3: 'RB0' } } } as const
  const usual = { calendar, settings: defaultSettings }
  const before = await played(place, [...searched, a('2025-03-17', 'divert', z3)])
  t.equal(endOf(before.kept().current, usual).remedy, 'RB2', 'not signed: as it would be signed now')
  const after = await played(place, [
    ...searched,
    a('2025-03-17', 'divert', z3),
    a('2025-03-17', 'submitDraft', { person: '李四' }),
    a('2025-03-17', 'approveDraft', { person: '王五' }),
    a('2025-03-17', 'signReply', { person: '赵六', reason: '已逐项核对' }),
    a('2025-03-17', 'dispatchReply', { method: 'mail', mailNumber: 'EMS1' }),
    a('2025-03-20', 'recordService', { servedOn: '2025-03-20' }),
  ])
  const end = endOf(after.kept().current, usual)
  t.match(end, { remedy: 'RB0', remedies: { reconsiderationBy: null, litigationBy: null } })
})

t.test(
  'R77 A8 | a setting reaches 36(6), 36(7), 38, 39 and no other outcome: 复议前置 is never switched off',
  async (t) => {
    // by hand from rulebook §4 and R77: the five that may be set; all that stand as they are
    const open = ['W8', 'N3', 'Z1', 'Z2', 'Z3'] as const
    const first = ['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7'] as const
    const either = ['G1', 'G2', 'N1', 'N2', 'N4', 'Z4', 'Z5', 'X1', 'X2'] as const
    const all = (block: 'RB0' | 'RB1' | 'RB2') => Object.fromEntries(outcomes.map((one) => [one, block]))
    for (const block of ['RB0', 'RB1', 'RB2'] as const) {
      for (const outcome of open) t.equal(remedyOf({ outcome }, all(block)), block, `${outcome} ${block}`)
      for (const outcome of first) t.equal(remedyOf({ outcome }, all(block)), 'RB1', `${outcome} ${block}`)
      for (const outcome of either) t.equal(remedyOf({ outcome }, all(block)), 'RB2', `${outcome} ${block}`)
      t.equal(remedyOf({ outcome: 'G3', grounds: ['W6'] }, all(block)), 'RB1', `G3 of W6 ${block}`)
      // 行政查询 withheld beside it: mixed only where the organ leaves it the choice
      const beside = block === 'RB2' ? 'RB3' : 'RB1'
      t.equal(remedyOf({ outcome: 'G3', grounds: ['W6', 'W8'] }, all(block)), beside, `G3 of W6 and W8 ${block}`)
      t.equal(remedyOf({ outcome: 'X3', kind: 'archive' }, all(block)), 'RB2', `X3 ${block}`)
    }
    const { allowed } = settingRows.remedyBlock
    for (const outcome of outcomes)
      t.equal(isAllowed(allowed, { [outcome]: 'RB2' }), (open as readonly string[]).includes(outcome), outcome)
  },
)

t.test('R64 | 归档: the retention of the day stands in the fact; older ledgers say nothing of it', async (t) => {
  const life = [
    ...signedOn('2025-03-17', searched),
    a('2025-03-17', 'dispatchReply', { method: 'mail', mailNumber: 'EMS1' }),
    a('2025-03-20', 'recordService', { servedOn: '2025-03-20' }),
    a('2025-03-20', 'archiveCase'),
  ]
  for (const [settings, expected] of [
    [{}, '30年'],
    [{ retention: '永久' }, '永久'],
  ] as const) {
    const { facts, current } = (await played({ settings }, life)).kept()
    t.match(facts.at(-1), { type: 'CaseArchived', retention: expected })
    t.equal(current.retention, expected)
    const older = facts.map((fact) => (fact.type === 'CaseArchived' ? { ...fact, retention: undefined } : fact))
    t.notOk('retention' in (replay(older) ?? {}))
  }
})

t.test('R73 A9 | 逾期不答复: from the day after the due day, review or court, or review first', async (t) => {
  const { current } = (await played({}, [receive(R)])).kept()
  const on = (day: string, noReplyRemedy: 'choice' | 'reconsiderationFirst' = 'choice') =>
    remediesWithoutReply(current, { on: day as Day, calendar, settings: { ...defaultSettings, noReplyRemedy } })
  t.equal(on('2025-03-31'), null, 'the due day itself')
  t.strictSame(on('2025-04-01'), { reconsiderationBy: '2025-05-30', litigationBy: '2025-09-30' })
  t.strictSame(on('2025-04-01', 'reconsiderationFirst'), { reconsiderationBy: '2025-05-30', litigationBy: null })
  const answered = await played({}, [
    ...signedOn('2025-03-31', searched),
    a('2025-03-31', 'dispatchReply', { method: 'mail', mailNumber: 'EMS1' }),
  ])
  t.equal(
    remediesWithoutReply(answered.kept().current, { on: '2025-04-01' as Day, calendar, settings: defaultSettings }),
    null,
  )
})

// ---- A6 延长

const registered = [receive(R), a(R, 'registerRequest')]
const extend = (on: string, workingDays: number) => a(on, 'extendReply', { workingDays, reason: '需要核实' })
/** A correction asked for on 6 March and received on 10 March: 20 working days from there reach 8 April (04-04 is off). */
const corrected = [
  a('2025-03-06', 'requestCorrection', { guidance: '可以写明文件名称', items: ['名称'] }),
  a('2025-03-10', 'receiveCorrection', { content: '2023年的' }),
]
/** A fee paid on 25 March: 20 working days from there reach 23 April. */
const paid = [
  a('2025-03-20', 'chargeFee', { basis: 'perPage', pages: 50 }),
  a('2025-03-21', 'recordLetterService', { letter: 'L06', servedOn: '2025-03-21' }),
  a('2025-03-25', 'recordPayment', { amount: 200 }),
]
const togetherOf = (extensionRounds: number) => ({ extensionAfterRestart: 'together', extensionRounds }) as const
const sayOf = async (settings: Place['settings'], before: readonly Act[], act: Act) => {
  const on = await played({ ...(settings && { settings }) }, before)
  const said = await on.act(act)
  if (said.kind === 'invalid') throw new Error(said.paths.join())
  const words = said.kind === 'refused' ? said.answer.refusal.zh : ''
  return { code: said.kind === 'refused' ? said.answer.refusal.code : said.kind, words, due: on.view().clock.dueOn }
}

/** By hand: 20 more from 8 April, with 04-27 worked and 05-01 to 05-05 off, reach 8 May; 15 reach 28 April. */
const afterRestart: readonly [what: string, settings: Place['settings'], before: Act[], act: Act, says: object][] = [
  [
    'anew: a whole extension again',
    {},
    [extend('2025-03-05', 5), ...corrected],
    extend('2025-03-11', 20),
    { code: 'done', due: '2025-05-08' },
  ],
  [
    'together: none again',
    togetherOf(1),
    [extend('2025-03-05', 5), ...corrected],
    extend('2025-03-11', 1),
    { code: 'extendedBefore', words: /前后已经延长过5个工作日.*2025年4月8日/ },
  ],
  [
    'together, not extended before: once',
    togetherOf(1),
    corrected,
    extend('2025-03-11', 20),
    { code: 'done', due: '2025-05-08' },
  ],
  [
    'together, twice: what the first left',
    togetherOf(2),
    [extend('2025-03-05', 5), ...corrected],
    extend('2025-03-11', 15),
    { code: 'done', due: '2025-04-28' },
  ],
  [
    'together, twice: a day more',
    togetherOf(2),
    [extend('2025-03-05', 5), ...corrected],
    extend('2025-03-11', 16),
    { code: 'extensionTooLong', words: /请改填1至15$/ },
  ],
  [
    'together, twice, all taken',
    togetherOf(2),
    [extend('2025-03-05', 20), ...corrected],
    extend('2025-03-11', 1),
    { code: 'extensionUsedUp', words: /满20个工作日/ },
  ],
  [
    'anew after a payment',
    {},
    [search, extend('2025-03-10', 5), ...paid],
    extend('2025-03-26', 1),
    { code: 'done', due: '2025-04-24' },
  ],
  [
    'together after a payment',
    togetherOf(1),
    [search, extend('2025-03-10', 5), ...paid],
    extend('2025-03-26', 1),
    { code: 'extendedBefore' },
  ],
]

t.test('A6 | after a correction or a payment: extended anew, or together with what was before', async (t) => {
  for (const [what, settings, before, act, says] of afterRestart)
    t.match(await sayOf(settings, [...registered, ...before], act), says, what)
  const sent = [
    ...signedOn('2025-03-17', [...registered, search, extend('2025-03-10', 5)]),
    a('2025-03-17', 'dispatchReply', { method: 'mail', mailNumber: 'EMS1' }),
    a('2025-03-20', 'recordService', { servedOn: '2025-03-20' }),
    a('2025-03-24', 'orderRedo'),
  ]
  t.match(await sayOf(togetherOf(1), sent, extend('2025-03-25', 1)), { code: 'done' }, 'an order is another round')
})

t.test('A6 | what was extended under one reading stands under the other; only what is offered changes', async (t) => {
  const { current } = (await played({}, [...registered, extend('2025-03-05', 5), ...corrected])).kept()
  const read = (more: Place['settings']) => ({
    dueDates: dueDates(current, { calendar, settings: { ...defaultSettings, ...more } }),
  })
  for (const [settings, notice] of [
    [{}, '2025-04-08'],
    [togetherOf(1), undefined],
    [togetherOf(2), '2025-04-08'],
  ] as const) {
    t.equal(dueOf(read(settings), 'reply'), '2025-04-08')
    t.equal(dueOf(read(settings), 'extensionNotice'), notice, JSON.stringify(settings))
  }
})

t.test('§35 A6 | 延迟答复 is for what no extension reaches: one that was taken already reaches nothing', async (t) => {
  const reasons = [
    a('2025-03-11', 'askReasons', { months: 6, requests: 132 }),
    a('2025-03-12', 'receiveReasons', { content: '撰写论文需要' }),
    a('2025-03-12', 'judgeReasons', { accepted: true }),
  ]
  for (const [extensionAfterRestart, until, codes] of [
    ['anew', '2025-05-08', ['deferralWithinExtension']],
    ['anew', '2025-05-09', []],
    ['together', '2025-04-28', ['deferralWithinExtension']],
    ['together', '2025-04-29', []],
  ] as const) {
    const on = await played({ settings: { extensionAfterRestart } }, [
      ...registered,
      extend('2025-03-05', 5),
      ...corrected,
      ...reasons,
    ])
    const said = await on.act(a('2025-03-13', 'deferReply', { until }))
    if (said.kind !== 'done') throw new Error(JSON.stringify(said))
    t.strictSame(
      said.answer.warnings.map(({ code }) => code),
      codes,
      `${extensionAfterRestart} ${until}`,
    )
  }
})

t.test('R76 | 重新答复 without a day in the paper: the period that was set when the order came', async (t) => {
  const sent = [
    ...signedOn('2025-03-17', searched),
    a('2025-03-17', 'dispatchReply', { method: 'mail', mailNumber: 'EMS1' }),
    a('2025-03-20', 'recordService', { servedOn: '2025-03-20' }),
  ]
  const usual = { calendar, settings: defaultSettings }
  const ordered = async (settings: Place['settings'], input: Record<string, unknown> = {}) => {
    const on = await played({ ...(settings && { settings }) }, sent)
    const said = await on.act(a('2025-03-24', 'orderRedo', input))
    if (said.kind !== 'done') throw new Error(JSON.stringify(said))
    const { current } = on.kept()
    const words = said.answer.warnings.find(({ code }) => code === 'redoDayUnnamed')?.zh ?? ''
    const { trace } = endOf(current, usual)
    return { on, words, due: dueOf({ dueDates: dueDates(current, usual) }, 'redo'), trace: trace.at(-1)?.zh }
  }
  // by hand from 24 March: 5 days to 31 March, 20 to 22 April (04-04 off)
  t.match(await ordered({}), { due: '2025-04-22', words: /20个工作日/, trace: /20个工作日/ })
  const five = await ordered({ redoWorkingDays: 5 })
  t.match(
    five,
    { due: '2025-03-31', words: /5个工作日/, trace: /自次日起重新计算答复期限5个工作日/ },
    'read under other settings',
  )
  await run(five.on, [extend('2025-03-31', 2)])
  t.equal(dueOf(five.on.view(), 'redo'), '2025-04-02', 'extended from there')
  const named = await ordered({ redoWorkingDays: 5 }, { deadlineOn: '2025-04-30' })
  t.match(named, { due: '2025-04-30', words: '' }, 'what the paper names is no setting')
  const older = (await ordered({ redoWorkingDays: 5 })).on
    .kept()
    .facts.map((fact) => (fact.type === 'RedoOrdered' ? { ...fact, periodWorkingDays: undefined } : fact))
  const folded = replay(older)
  t.equal(folded && dueOf({ dueDates: dueDates(folded, usual) }, 'redo'), '2025-04-22', 'older ledgers: 条例 33.2')
})

/** Where each ambiguity of the rulebook (§9) is a setting; written by hand from it. */
const ambiguitySettings = {
  A2: 'autoConfirmOnline',
  A3: 'suspensionBasis',
  A5: 'correctionRounds',
  A6: 'extensionAfterRestart',
  A8: 'remedyBlock',
  A9: 'noReplyRemedy',
  A16: 'thirdPartyHoldDays',
} as const

t.test('§9 | each ambiguity of the rulebook is a setting, or a reading told with why it is none', async (t) => {
  const house = fileURLToPath(new URL('../../../', import.meta.url))
  const settable = Object.keys(ambiguitySettings)
  const fixed = fixedReadings.map(({ rule }) => rule)
  const all = Array.from({ length: 18 }, (_, i) => `A${i + 1}`)
  t.strictSame([...settable, ...fixed.filter((rule) => rule.startsWith('A'))].toSorted(), all.toSorted(), 'each once')
  t.ok(fixed.includes('C4') && fixed.includes('R24'))
  for (const name of Object.values(ambiguitySettings)) t.ok(settingNames.includes(name), name)
  for (const { rule, zh, reading, why, where } of fixedReadings) {
    t.match({ zh, reading, why }, { zh: /[一-龥]{4}/, reading: /[一-龥]{8}/, why: /[一-龥]{8}/ }, rule)
    t.notMatch(`${reading}${why}`, /。$/, 'a stop is put behind it where it is told')
    const [path = '', word = ''] = where.split('#')
    t.ok(word && existsSync(join(house, path)) && readFileSync(join(house, path), 'utf8').includes(word), where)
  }
  // what the readings say in figures is what the program does: the calendar's last day, the range of article 30
  const lastYear = Math.max(...notices.map(({ year }) => year))
  t.equal(calendar.last, `${lastYear + 5}-12-31`)
  t.match(fixedReadings.find(({ rule }) => rule === 'C4')?.reading, /之后第5年的12月31日/)
  t.match(fixedReadings.find(({ rule }) => rule === 'R24')?.reading, /5至30个工作日/)
})

t.test('设置 | one table: rule, reading and label for each; the usual value is allowed; limits hold', async (t) => {
  for (const name of settingNames) {
    const { zh, rule, reading, allowed, usual } = settingRows[name]
    t.match({ zh, rule, reading }, { zh: /[一-龥]/, rule: /^(?:[RA]|条例)\d+$/, reading: /[一-龥]{6}/ }, name)
    t.ok(isAllowed(allowed, usual), `${name}: the usual value`)
    for (const odd of [null, undefined, '', 'x', -1, 1.5, [], Number.NaN])
      t.notOk(isAllowed(allowed, odd), `${name} ${odd}`)
    if (allowed.kind === 'days')
      for (const [value, ok] of [
        [allowed.least - 1, false],
        [allowed.least, true],
        [allowed.most, true],
        [allowed.most + 1, false],
      ] as const)
        t.equal(isAllowed(allowed, value), ok, `${name} ${value}`)
  }
  t.ok(isAllowed(settingRows.remedyBlock.allowed, { W8: 'RB1', Z2: 'RB0' }))
  for (const [name, value, ok] of [
    ['reportHandInDay', '01-01', true],
    ['reportHandInDay', '01-26', true],
    ['reportHandInDay', '01-31', true],
    ['reportHandInDay', '02-01', false],
    ['reportHandInDay', '1-26', false],
    ['reportHandInDay', '01-32', false],
    ['reportHandInDay', 126, false],
    ['reportGovernmentDay', '02-28', true],
    ['reportGovernmentDay', '02-29', false],
    ['reportGovernmentDay', '03-31', true],
    ['reportGovernmentDay', '04-01', false],
  ] as const)
    t.equal(isAllowed(settingRows[name].allowed, value), ok, `${name} ${value}`)
  const read = (settings: object) => readScenario({ settings, events: [receive(R)] }).ok
  t.ok(
    read({
      retention: '永久',
      thirdPartyHoldDays: 3,
      noReplyRemedy: 'reconsiderationFirst',
      remedyBlock: { W8: 'RB1' },
    }),
  )
  for (const bad of [
    { retention: '20年' },
    { thirdPartyHoldDays: 16 },
    { remedyBlock: { W9: 'RB1' } },
    { holdDays: 3 },
    { reportHandInDay: '02-01' },
    { extensionAfterRestart: 'never' },
    { redoWorkingDays: 21 },
    { redoWorkingDays: 0 },
  ])
    t.notOk(read(bad), JSON.stringify(bad))
})

t.test('设置 | the one in force: from its day on, of one day the last, null the usual one again', async (t) => {
  const set = (from: string, value: unknown): SettingSet => ({
    name: 'correctionRounds',
    value,
    from: from as Day,
    reason: '-',
    by: null,
    at: '',
  })
  const sets = [set('2025-03-10', 2), set('2025-03-05', 3), set('2025-03-10', 4), set('2025-03-20', null)]
  for (const [day, rounds] of [
    ['2025-03-04', 1],
    ['2025-03-05', 3],
    ['2025-03-09', 3],
    ['2025-03-10', 4],
    ['2025-03-19', 4],
    ['2025-03-20', 1],
  ] as const)
    t.equal(settingsOn(sets, day as Day).correctionRounds, rounds, day)
  t.equal(inForce(sets, 'retention', '2025-03-20' as Day), undefined)
})

t.test('放假安排 | every notice shipped, amended ones too, is a notice that may be imported', async (t) => {
  for (const notice of notices) t.match(readNotice(JSON.parse(JSON.stringify(notice))), { ok: true }, `${notice.year}`)
  const broken = { ...notices[0], off: [{ date: '2019-02-30', name: '春节' }], more: 1 }
  const read = readNotice(broken)
  t.strictSame(read.ok ? [] : read.faults.map(({ path }) => path), ['off.0.date', 'more'])
})
