import { remedyOf } from '@zhiqing/law'
import t from 'tap'
import { nth } from '../law/civil-days.js'
import { type Act, a, applicant, bench, dueOf, type Outcome, type Place, receive, run } from './court.js'

/*
 * Situations beyond the main road: article 35, requests of several things, splitting, partial withdrawal, another applicant,
 * papers handed over by others. Days are written by hand, or counted one by one by civil-days.
 */

const registered = [receive('2025-03-03'), a('2025-03-03', 'registerRequest')]
const begun = async (acts: readonly Act[] = [], place: Place = {}) => {
  const court = bench(place)
  await run(court, [...registered, ...acts])
  return court
}

const codesOf = (outcome: Outcome): string[] =>
  outcome.kind === 'refused'
    ? [outcome.answer.refusal.code, ...outcome.answer.refusal.also.map(({ code }) => code)]
    : []
const warningsOf = (outcome: Outcome): string[] =>
  outcome.kind === 'done' ? outcome.answer.warnings.map(({ code }) => code) : []

const asked = a('2025-03-05', 'askReasons', { months: 6, requests: 132 })
const accepted = [asked, a('2025-03-13', 'judgeReasons', { accepted: true })]

t.test('§35 说明理由 | asking stops no clock; the days to answer run from the service of P02', async (t) => {
  const court = await begun()
  const outcome = await court.act(asked)
  t.equal(outcome.kind, 'done')
  t.match(court.view(), { state: 'awaitingReasons', stage: '办理', clock: { status: 'running', dueOn: '2025-03-31' } })
  t.equal(dueOf(court.view(), 'reasons'), null, 'not served, no day')
  t.strictSame(
    court
      .kept()
      .current.letters.map(({ letter }) => letter)
      .slice(-1),
    ['P02'],
  )
  await run(court, [a('2025-03-07', 'recordLetterService', { letter: 'P02', servedOn: '2025-03-06' })])
  t.equal(dueOf(court.view(), 'reasons'), '2025-03-20', 'ten working days after 03-06')
  t.equal(dueOf(court.view(), 'reasons'), nth('2025-03-06', 10), 'counted one by one')
  await run(court, [a('2025-03-10', 'receiveReasons', { content: '撰写论文需要' })])
  t.match(court.kept().current.reasons, { content: '撰写论文需要', receivedOn: '2025-03-10', requests: 132 })
  const mute = await begun()
  t.strictSame(warningsOf(await mute.act(a('2025-03-05', 'askReasons'))), ['countsMissing'], 'no counts: a warning')
  const other = await begun([], { settings: { reasonsPeriodWorkingDays: 15 } })
  await run(other, [asked, a('2025-03-07', 'recordLetterService', { letter: 'P02', servedOn: '2025-03-06' })])
  t.equal(dueOf(other.view(), 'reasons'), nth('2025-03-06', 15), 'the organ set fifteen')
  for (const [days, ok] of [
    [4, false],
    [5, true],
    [30, true],
    [31, false],
  ] as const) {
    const one = await begun()
    const said = await one.act({ ...asked, periodWorkingDays: days })
    t.equal(said.kind === 'done', ok, `${days} working days to give reasons`)
    if (!ok) t.strictSame(codesOf(said), ['reasonsPeriodUnreasonable'])
  }
})

const noReason = { accepted: false, reasons: '没有说明为什么要反复申请同类信息' }
const p02 = a('2025-03-07', 'recordLetterService', { letter: 'P02', servedOn: '2025-03-06' })
const told = a('2025-03-10', 'receiveReasons', { content: '了解日常工作' })
/** P02 served on 6 March: the ten working days end on Thursday 20 March. */
const judgements: readonly [string, readonly Act[], string, readonly string[]][] = [
  ['asked, P02 not known to be served', [asked], '2025-03-21', ['reasonsWithoutService']],
  ['the day after the service', [asked, p02], '2025-03-07', ['reasonsTooEarly']],
  ['on the tenth working day', [asked, p02], '2025-03-20', ['reasonsTooEarly']],
  ['the day after it', [asked, p02], '2025-03-21', []],
  ['reasons came, before the tenth day', [asked, p02, told], '2025-03-11', []],
  ['reasons came, so P02 was read', [asked, told], '2025-03-10', []],
]
t.test('§35 不予处理 | only when reasons came, or their days after the service of P02 are over', async (t) => {
  for (const [title, acts, on, refused] of judgements) {
    const court = await begun(acts)
    const said = await court.act(a(on, 'judgeReasons', noReason))
    t.strictSame(codesOf(said), refused, title)
    if (said.kind === 'refused') t.match(said.answer.refusal.article, 'ogi:35', title)
    t.equal(court.kept().current.decision?.outcome, refused.length > 0 ? undefined : 'Z4', title)
  }
  for (const without of [{}, { reasons: ' ' }]) {
    const court = await begun([asked, told])
    t.strictSame(
      codesOf(await court.act(a('2025-03-11', 'judgeReasons', { accepted: false, ...without }))),
      ['decisionIncomplete'],
      'the reasons are the organ’s own, never the program’s',
    )
  }
})

t.test('§35 不予处理 | S19 tells the applicant’s reasons and the organ’s; an open asking is waited for', async (t) => {
  const given = await begun([asked, told, a('2025-03-11', 'judgeReasons', noReason)])
  await run(given, [
    a('2025-03-11', 'submitDraft', { person: '甲' }),
    a('2025-03-11', 'approveDraft', { person: '乙' }),
    a('2025-03-11', 'signReply', { person: '丙' }),
  ])
  const letter = given.kept().facts.findLast((fact) => fact.type === 'LetterIssued')
  t.match(letter, {
    letter: 'S19',
    fields: {
      申请数量频次: /^截至2025年3月5日的6个月内，.*132件/,
      申请人理由: '了解日常工作',
      说明理由告知日期: '2025-03-05',
      理由: noReason.reasons,
    },
  })
  const consulting = await begun([
    a('2025-03-04', 'consultThirdParty', { id: 'a', party: '甲公司', interest: '商业秘密' }),
    asked,
  ])
  t.strictSame(codesOf(await consulting.act(a('2025-03-11', 'judgeReasons', noReason))), [
    'consultationOpen',
    'reasonsWithoutService',
  ])
  t.equal((await consulting.act(a('2025-03-11', 'judgeReasons', { accepted: true }))).kind, 'done')
  t.match(consulting.view(), { state: 'searching' }, 'an open asking: back to where it can end')
})

const deferrals: readonly [string, string, string, readonly string[]][] = [
  ['on the due day itself', '2025-03-14', '2025-03-31', ['deferralNotLater']],
  ['the day after it', '2025-03-14', '2025-04-01', []],
  ['told on the due day', '2025-03-31', '2025-06-30', []],
  ['told the day after', '2025-04-01', '2025-06-30', ['deferralAfterDue']],
  ['told late to a day that is past', '2025-04-01', '2025-03-31', ['deferralAfterDue', 'deferralNotLater']],
]

t.test('§35 延迟答复 | only after good reasons, told by the due day in force, to a later day', async (t) => {
  const before = await begun()
  t.strictSame(codesOf(await before.act(a('2025-03-14', 'deferReply', { until: '2025-06-30' }))), [
    'reasonsNotAccepted',
  ])
  for (const [what, on, until, codes] of deferrals) {
    const court = await begun(accepted)
    t.strictSame(codesOf(await court.act(a(on, 'deferReply', { until }))), codes, what)
    if (codes.length === 0) {
      t.match(court.view().clock, { status: 'running', dueOn: until, provisional: false }, `${what}: due ${until}`)
      t.equal(dueOf(court.view(), 'reply'), until)
      t.equal(dueOf(court.view(), 'extensionNotice'), undefined, 'nothing more to extend')
      t.equal(court.kept().current.letters.at(-1)?.letter, 'L12')
    }
  }
  const officer = await begun(accepted)
  const alone = await officer.act(a('2025-03-14', 'deferReply', { until: '2025-06-30', by: 'officer' }))
  t.strictSame(codesOf(alone), ['extensionNotApproved'], 'the head of the office consents')
})

t.test(
  '§35 延迟答复 | a day within what an extension reaches is a warning; the day stands whatever is asked later',
  async (t) => {
    const reach = nth('2025-03-03', 40)
    t.equal(reach, '2025-04-28', 'forty working days after 03-03, 04-04 off and 04-27 worked')
    for (const [until, codes] of [
      ['2025-04-28', ['deferralWithinExtension']],
      ['2025-04-29', []],
    ] as const) {
      const court = await begun(accepted)
      t.strictSame(warningsOf(await court.act(a('2025-03-14', 'deferReply', { until }))), codes, until)
    }
    const court = await begun([...accepted, a('2025-03-14', 'deferReply', { until: '2025-06-30' })])
    const asking = await court.act(
      a('2025-03-20', 'consultThirdParty', { id: 'a', party: '甲公司', interest: '商业秘密' }),
    )
    t.match(
      asking,
      { answer: { letters: ['P04'] } },
      'no P05: it would tell the applicant of a suspension that is none',
    )
    t.match(court.view().clock, { status: 'running', dueOn: '2025-06-30' }, 'A7: the set day stands')
    t.strictSame(
      codesOf(await court.act(a('2025-03-21', 'extendReply', { workingDays: 5, reason: '量大' }))),
      ['alreadyDeferred'],
      'no extension beside it',
    )
    await run(court, [a('2025-04-01', 'recordOpinion', { id: 'a', opinion: 'consent' })])
    await run(court, [a('2025-06-20', 'deferReply', { until: '2025-07-31' })])
    t.equal(court.view().clock.dueOn, '2025-07-31', 're-notified before it was over')
  },
)

// ---- several things in one request

const threeThings = [
  a('2025-03-04', 'recordSearch', { systems: ['办公系统'], keywords: ['丙'], people: ['李四'], found: false }),
  a('2025-03-05', 'consultThirdParty', { id: 'a', party: '甲公司', interest: '商业秘密' }),
  a('2025-03-10', 'recordOpinion', { id: 'a', opinion: 'object', reasons: '含技术参数' }),
]
const given = { what: '标准', outcome: 'G2', items: ['征地补偿标准'], route: '邮寄', unaffected: ['a'] }
const withheld = {
  what: '评估报告',
  outcome: 'W4',
  consultation: 'a',
  reasons: '含有技术参数，公开会损害其竞争利益，不能区分',
}
const missing = { what: '验收表', outcome: 'N1', reasons: '该项目没有实施，没有形成验收表' }
const open = { what: '公告', outcome: 'G1', where: '县政府网站' }
const made = { what: '统计', outcome: 'N3', reasons: '需要汇总分析' }
const twice = {
  what: '批复',
  outcome: 'Z2',
  earlierNumber: 'QHZR202400001',
  earlierRepliedOn: '2024-05-06',
  reasons: '已经答复',
}
const partial = {
  what: '名册',
  outcome: 'G3',
  given: ['户数'],
  withheld: ['账号'],
  grounds: ['W4'],
  reasons: '账号属于个人隐私，遮盖后公开其余部分',
}
const register = {
  what: '登记',
  outcome: 'W8',
  law: '不动产登记暂行条例',
  office: '登记中心',
  how: '凭证件查询',
  reasons: '有特别规定',
}

const inItself = { ...register, ...partial, what: '登记和名册', grounds: ['W4', 'W8'] }

const headlines: readonly [string, readonly object[], string | undefined, string, string][] = [
  ['all alike', [missing, { ...missing, what: '图纸' }], undefined, 'N1', 'RB2'],
  ['some given, some withheld under 15', [given, withheld], undefined, 'G3', 'RB1'],
  ['some given, some missing', [given, missing], undefined, 'G3', 'RB2'],
  ['given, withheld under 15, missing', [given, withheld, missing], undefined, 'G3', 'RB3'],
  ['a partial item beside a given one', [partial, given], undefined, 'G3', 'RB1'],
  ['a partial item beside a missing one', [partial, missing], undefined, 'G3', 'RB3'],
  ['a partial item mixed in itself goes to review first', [inItself, given], undefined, 'G3', 'RB1'],
  ['a partial item mixed in itself beside a missing one', [inItself, missing], undefined, 'G3', 'RB3'],
  ['all given, in two ways', [open, given], undefined, 'G2', 'RB2'],
  ['nothing given, the first stands for all', [withheld, missing], undefined, 'W4', 'RB3'],
  ['nothing given, the handler chooses', [withheld, missing], 'N1', 'N1', 'RB3'],
  ['nothing given, none under 14–16', [missing, made, twice], undefined, 'N1', 'RB2'],
  ['行政查询 is no matter for review first', [register, withheld], undefined, 'W8', 'RB3'],
]

t.test('§36 §37 逐项答复 | the headline and the remedy follow from the items (R51, R56)', async (t) => {
  for (const [what, items, headline, outcome, remedy] of headlines) {
    const court = await begun(threeThings)
    const said = await court.act(a('2025-03-11', 'decide', { items, ...(headline ? { headline } : {}) }))
    t.equal(said.kind, 'done', what)
    const { decision } = court.kept().current
    t.equal(decision?.outcome, outcome, `${what}: headline`)
    t.equal(decision && remedyOf(decision), remedy, `${what}: remedy`)
  }
})

t.test('§36 逐项答复 | each item is refused for its own want, all at once, and says which item it is', async (t) => {
  const court = await begun()
  const said = await court.act(
    a('2025-03-11', 'decide', {
      items: [
        { what: '甲', outcome: 'W4', consultation: 'a' },
        { what: ' ', outcome: 'N1', reasons: '没有' },
        { what: '丙', outcome: 'N4', unclear: '所指不明', reasons: '不明确' },
      ],
    }),
  )
  t.strictSame(codesOf(said), [
    'decisionIncomplete',
    'consultationMissing',
    'itemUnnamed',
    'searchMissing',
    'itemOutcomeUnfit',
  ])
  const words = said.kind === 'refused' ? [said.answer.refusal, ...said.answer.refusal.also].map(({ zh }) => zh) : []
  t.strictSame(
    words.map((one) => one.slice(0, 3)),
    ['第1项', '第1项', '第2项', '第2项', '第3项'],
  )
  t.equal(court.kept().current.decision, null, 'nothing was decided')
  t.strictSame(codesOf(await court.act(a('2025-03-11', 'decide', { items: [] }))), ['itemsMissing'])
  const chosen = await court.act(a('2025-03-11', 'decide', { items: [given, open], headline: 'G1' }))
  t.strictSame(codesOf(chosen), ['headlineUnfit'], 'what was given needs no choice')
  for (const bad of [
    { items: [{ what: '甲', outcome: 'X1' }] },
    { items: [{ what: '甲', outcome: 'Z4' }] },
    { items: [{ outcome: 'G1', where: '网站' }] },
    { outcome: 'G1', where: '网站', items: [open] },
    {},
  ])
    t.equal((await court.act(a('2025-03-11', 'decide', bad))).kind, 'invalid', JSON.stringify(bad))
})

t.test('§36 §37 逐项答复 | the letter answers every item and tells each its remedy', async (t) => {
  const court = await begun(threeThings)
  await run(court, [
    a('2025-03-11', 'decide', { items: [given, withheld, missing] }),
    a('2025-03-11', 'submitDraft', { person: '甲' }),
    a('2025-03-12', 'approveDraft', { person: '乙', secrecyReviewedOn: '2025-03-12' }),
    a('2025-03-12', 'signReply', { person: '丙' }),
  ])
  const issued = court.kept().facts.flatMap((fact) => (fact.type === 'LetterIssued' ? [fact] : []))
  t.notOk(
    issued.some(({ letter }) => letter === 'P06'),
    'the party that objected kept what it wanted kept: no P06',
  )
  const letter = issued.find((one) => one.letter === 'S03')
  const fields = letter?.fields as Record<string, string[] & string>
  t.strictSame(fields.公开清单, ['标准'])
  t.strictSame(fields.不公开清单, ['评估报告', '验收表'])
  t.match(fields.分项答复, [
    /^关于“标准”：予以公开，信息为征地补偿标准，方式和途径为邮寄，自收到本答复书之日起可以获取$/,
    /^关于“评估报告”：不予公开（涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害）$/,
    /^关于“验收表”：无法提供（经检索没有所申请公开的信息）$/,
  ])
  t.match(fields.理由?.split('\n'), [
    /^关于“标准”：依据《.*条例》第三十六条第（二）项。$/,
    /^关于“评估报告”：.*第三方不同意公开.*技术参数.*依据《.*条例》第十五条、第三十二条、第三十六条第（三）项。$/,
    /^关于“验收表”：2025年3月4日以“丙”为关键词检索办公系统，没有检索到.*依据《.*条例》第三十六条第（四）项。$/,
  ])
  t.match(fields.救济告知, [/第二项的决定不服，应当先.*60日/, /第一项、第三项的决定不服，可以.*60日.*或者.*6个月/])
  t.equal(fields.法律依据?.length, new Set(fields.法律依据).size, 'no article twice')
})

// ---- splitting

t.test(
  '拆分 | the case goes on with the first item; the others are cases with its receipt day and clock (R96, T39)',
  async (t) => {
    const court = await begun([a('2025-03-06', 'extendReply', { workingDays: 5, reason: '量大' })])
    const outcome = await court.act(a('2025-03-07', 'splitRequest', { items: ['甲', '乙', '丙'], consent: true }))
    t.match(outcome, { answer: { children: ['QHZR202500002', 'QHZR202500003'], warnings: [] } })
    const parent = court.kept().current
    t.match(parent, { information: { description: '甲' }, splitInto: ['QHZR202500002', 'QHZR202500003'] })
    t.equal(court.view().clock.dueOn, nth('2025-03-03', 25))
    for (const [i, what] of ['乙', '丙'].entries()) {
      const child = court.store.read(`case-${i + 2}`)
      t.match(child?.current, {
        number: `QHZR20250000${i + 2}`,
        receivedOn: '2025-03-03',
        information: { description: what },
        splitFrom: 'QHZR202500001',
        applicant,
      })
      t.strictSame(
        child?.current.verbs.map(({ verb }) => verb),
        ['start', 'extend'],
        'what was extended stays extended',
      )
      t.strictSame(
        child?.current.letters.map(({ letter, documentNumber }) => [letter, documentNumber]),
        [
          ['L03', `青自然资公开告〔2025〕${i + 3}号`],
          ['L02', null],
        ],
        'a receipt of its own, numbers following on',
      )
    }
  },
)

t.test('拆分 | two things at least, nobody still asked, and a consent or a reason on file', async (t) => {
  const court = await begun()
  for (const items of [[], ['甲'], ['甲', ' ']])
    t.strictSame(codesOf(await court.act(a('2025-03-05', 'splitRequest', { items }))), ['splitTooFew'])
  t.strictSame(warningsOf(await court.act(a('2025-03-05', 'splitRequest', { items: ['甲', '乙'] }))), [
    'splitConsentMissing',
  ])
  const asking = await begun([a('2025-03-04', 'consultThirdParty', { id: 'a', party: '甲公司', interest: '商业秘密' })])
  const said = await asking.act(a('2025-03-05', 'splitRequest', { items: ['甲', '乙'], reason: '分属两个科室' }))
  t.strictSame(codesOf(said), ['consultationOpen'])
  const deferred = await begun([...accepted, a('2025-03-14', 'deferReply', { until: '2025-06-30' })])
  t.strictSame(codesOf(await deferred.act(a('2025-03-17', 'splitRequest', { items: ['甲', '乙'] }))), [
    'splitAfterDeferral',
  ])
})

// ---- persons and accidents

t.test(
  'R104 部分撤回 | some items are withdrawn, the rest runs on with no restart; all of it ends the case',
  async (t) => {
    const court = await begun()
    const some = await court.act(a('2025-03-05', 'withdrawRequest', { items: ['附图'] }))
    t.match(some, {
      answer: { letters: ['L15'], state: 'registered', clock: { dueOn: '2025-03-31', status: 'running' } },
    })
    t.match(court.kept().facts.at(-1), { fields: { 撤回事项: ['附图'], 撤回日期: '2025-03-05', 救济告知: [] } })
    t.strictSame(codesOf(await court.act(a('2025-03-05', 'withdrawRequest', { items: ['  '] }))), ['withdrawnAll'])
    await run(court, [a('2025-03-06', 'withdrawRequest')])
    t.match(court.view(), { state: 'withdrawn', clock: { status: 'ended' } })
    const joint = bench()
    await run(joint, [receive('2025-03-03', { coApplicants: [{ kind: 'natural', name: '李四' }] })])
    t.strictSame(warningsOf(await joint.act(a('2025-03-04', 'withdrawRequest'))), ['withdrawalNeedsAll'], 'R100')
  },
)

t.test(
  'R61 R100 | joint applicants: one day of service is recorded, and that each has days of his own is told',
  async (t) => {
    for (const [others, codes] of [
      [[{ kind: 'natural', name: '李四' }], ['jointService']],
      [[], []],
    ] as const) {
      const court = bench()
      await run(court, [
        receive('2025-03-03', { coApplicants: others }),
        a('2025-03-03', 'registerRequest'),
        a('2025-03-10', 'decide', { outcome: 'G2', items: ['补偿标准'], route: '邮寄' }),
        a('2025-03-10', 'submitDraft', { person: '李四' }),
        a('2025-03-10', 'approveDraft', { person: '王五', secrecyReviewedOn: '2025-03-10' }),
        a('2025-03-10', 'signReply', { person: '赵六' }),
        a('2025-03-10', 'dispatchReply', { method: 'mail', mailNumber: 'EMS1' }),
      ])
      const served = await court.act(a('2025-03-12', 'recordService', { servedOn: '2025-03-12' }))
      t.strictSame(warningsOf(served), codes, `${others.length} beside the first`)
    }
  },
)

t.test('R101 申请人变更 | an heir takes over in writing: no day moves, letters go to the heir', async (t) => {
  const court = await begun()
  t.strictSame(
    codesOf(
      await court.act(a('2025-03-05', 'recordSuccession', { applicant: { kind: 'natural', name: ' ' }, basis: '' })),
    ),
    ['successionIncomplete'],
  )
  await run(court, [
    a('2025-03-06', 'recordSuccession', {
      applicant: { kind: 'natural', name: '李四' },
      basis: '书面声明和继承公证书',
    }),
    a('2025-03-06', 'extendReply', { workingDays: 3, reason: '量大' }),
  ])
  t.equal(court.view().clock.dueOn, nth('2025-03-03', 23))
  t.match(court.kept().facts.at(-1), { letter: 'P03', fields: { 申请人: '李四', 受文者: '李四' } })
})

t.test(
  'R108 转来的申请 | 12345 hands it over: received when both sides confirmed, strictly from arrival',
  async (t) => {
    for (const channel of ['online', 'inPerson', 'registeredMail', 'fax']) {
      const court = bench()
      await run(court, [receive('2025-03-03', { channel, transferredFrom: '12345政务服务热线', by: 'registrar' })])
      t.match(court.view(), { state: 'pendingConfirmation', clock: { status: 'none' } }, `${channel}: not yet received`)
      await run(court, [a('2025-03-05', 'confirmReceipt')])
      t.equal(dueOf(court.view(), 'reply'), nth('2025-03-05', 20), `${channel}: from the confirmation`)
      t.equal(dueOf(court.view(), 'replyStrict'), nth('2025-03-03', 20), `${channel}: strictly from the arrival`)
    }
  },
)

t.test('R18 R102 代理 | an agent is met with a request for proof, never with a refusal', async (t) => {
  const court = bench()
  await run(court, [receive('2025-03-03', { applicant: { ...applicant, agent: '王律师' } })])
  t.strictSame(warningsOf(await court.act(a('2025-03-03', 'registerRequest'))), ['agentProof'])
  const own = bench()
  await run(own, [receive('2025-03-03')])
  t.strictSame(warningsOf(await own.act(a('2025-03-03', 'registerRequest'))), [])
})
