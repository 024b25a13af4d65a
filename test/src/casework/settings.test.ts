import { dueDates, endOf, readNotice, readScenario, remediesWithoutReply, replay } from '@zhiqing/casework'
import {
  type Day,
  defaultSettings,
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
