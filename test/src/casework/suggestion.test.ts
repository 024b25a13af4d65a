import { factInWords, privateFields, wasGiven } from '@zhiqing/casework'
import t from 'tap'
import { type Act, a, type Bench, bench, receive, run } from './court.js'

/* 建议主动公开 (条例 44.2, R42): of information that was given, once a case, moving nothing. */

const reasons = '理由'
const g1 = { outcome: 'G1', where: '县政府网站' }
const g2 = { outcome: 'G2', items: ['补偿标准'], route: '邮寄' }
const w6 = { outcome: 'W6', category: '讨论记录', reasons }
const g3 = { outcome: 'G3', given: ['标准'], withheld: ['记录'], grounds: ['W6'], category: '讨论记录', reasons }
const n3 = { outcome: 'N3', reasons }

const begun = [receive('2025-03-03'), a('2025-03-03', 'registerRequest')]
const signed = (on: string, decision: object): Act[] => [
  a(on, 'decide', { ...decision }),
  a(on, 'submitDraft', { person: '李四' }),
  a(on, 'approveDraft', { person: '王五', secrecyReviewedOn: on }),
  a(on, 'signReply', { person: '赵六', reason: '已逐项核对' }),
]
const sent = (on: string): Act => a(on, 'dispatchReply', { method: 'mail', mailNumber: 'EMS1' })
const replied = (decision: object): Act[] => [...begun, ...signed('2025-03-11', decision), sent('2025-03-12')]
const suggest = (on: string, more: object = {}): Act =>
  a(on, 'suggestPublication', { reasons: ['widelyKnown'], ...more })

const on = async (acts: readonly Act[]): Promise<Bench> => {
  const table = bench()
  await run(table, acts)
  return table
}

/** `done`, or the codes of what refuses. */
const comesTo = async (table: Bench, act: Act): Promise<string> => {
  const outcome = await table.act(act)
  if (outcome.kind === 'invalid') return `invalid ${outcome.paths}`
  if (outcome.kind === 'done') return 'done'
  const { code, also } = outcome.answer.refusal
  return [code, ...also.map((one) => one.code)].join(' ')
}

t.test(
  '§44.2 建议主动公开 | only of what was given: not before dispatch, not of a refusal, of any part that was',
  async (t) => {
    const items = (...parts: object[]) => ({ items: parts.map((one, i) => ({ what: `第${i + 1}项`, ...one })) })
    const rows: readonly (readonly [title: string, acts: readonly Act[], expected: string])[] = [
      ['received', [receive('2025-03-03')], 'suggestionNothingGiven'],
      ['registered', begun, 'suggestionNothingGiven'],
      ['signed, the day before it is sent', [...begun, ...signed('2025-03-11', g2)], 'suggestionNothingGiven'],
      ['given whole', replied(g2), 'done'],
      ['given in part', replied(g3), 'done'],
      ['two items, one given', replied(items(g2, n3)), 'done'],
      ['two items, none given', replied(items(w6, n3)), 'suggestionNothingGiven'],
      ['two items, one public already and one refused', replied(items(g1, n3)), 'suggestionNothingGiven'],
      ['refused', replied(w6), 'suggestionNothingGiven'],
      ['public already: there is nothing to publish', replied(g1), 'suggestionNothingGiven'],
      [
        'given and archived',
        [...replied(g2), a('2025-03-14', 'recordService', { servedOn: '2025-03-14' }), a('2025-03-17', 'archiveCase')],
        'done',
      ],
      ['given, and taken back since', [...replied(g2), a('2025-03-17', 'reviseReply', { reason: '有误' })], 'done'],
      [
        'given, taken back, then refused',
        [
          ...replied(g2),
          a('2025-03-17', 'reviseReply', { reason: '有误' }),
          ...signed('2025-03-18', w6),
          sent('2025-03-18'),
        ],
        'done',
      ],
      [
        'refused, then ordered anew and not yet answered',
        [...replied(w6), a('2025-03-17', 'orderRedo', { deadlineOn: '2025-04-10' })],
        'suggestionNothingGiven',
      ],
      ['withdrawn', [...begun, a('2025-03-04', 'withdrawRequest')], 'suggestionNothingGiven'],
    ]
    for (const [title, acts, expected] of rows) {
      const table = await on(acts)
      const before = table.snapshot()
      t.equal(await comesTo(table, suggest('2025-03-20', { by: 'applicant' })), expected, title)
      t.equal(wasGiven(table.kept().current), expected === 'done', title)
      if (expected !== 'done') t.equal(table.snapshot(), before, `${title}: nothing changed`)
    }
  },
)

t.test('§44.2 建议主动公开 | by the applicant, or on paper by the registrar; by nobody else; once', async (t) => {
  for (const by of ['applicant', 'registrar'] as const)
    t.equal(await comesTo(await on(replied(g2)), suggest('2025-03-20', { by })), 'done', by)
  for (const by of ['officer', 'officeHead', 'supervisor', 'assistant', 'calendar'] as const)
    t.equal(await comesTo(await on(replied(g2)), suggest('2025-03-20', { by })), 'notYourRole', by)
  const table = await on([...replied(g2), suggest('2025-03-20')])
  t.equal(await comesTo(table, suggest('2025-03-21', { by: 'applicant' })), 'suggestedAlready')
  const again = await table.act(suggest('2025-03-21'))
  t.match(again, { answer: { refusal: { kind: 'state', article: 'ogi:44.2', zh: /2025年3月20日/ } } })
})

t.test(
  '§44.2 建议主动公开 | at least one of the three reasons, kept in the order of the article; words are optional',
  async (t) => {
    const said = { reasons: ['participation', 'publicInterest', 'participation'], statement: '全村都要知道' }
    t.equal(await comesTo(await on(replied(g2)), suggest('2025-03-20', { reasons: [] })), 'suggestionReasonMissing')
    t.equal(await comesTo(await on(replied(g2)), suggest('2025-03-20', { reasons: ['famous'] })), 'invalid reasons.0')
    const table = await on([...replied(g2), suggest('2025-03-20', said)])
    const { current, facts } = table.kept()
    t.strictSame(current.suggestions, [
      { reasons: ['publicInterest', 'participation'], statement: '全村都要知道', on: '2025-03-20' },
    ])
    const fact = facts.at(-1)
    t.strictSame(fact && factInWords(fact), {
      zh: '申请人建议主动公开',
      details: [
        { name: '属于哪一种情形', zh: '涉及公众利益调整；需要公众参与决策' },
        { name: '说明', zh: '全村都要知道' },
      ],
    })
    const silent = await on([...replied(g2), suggest('2025-03-20', { statement: ' ' })])
    t.strictSame(silent.kept().current.suggestions?.[0]?.statement, null)
    t.strictSame(privateFields.PublicationSuggested, ['statement'], 'what somebody wrote is erasable')
  },
)

t.test(
  '§44.2 建议主动公开 | moves nothing: no state, no day, no clock; and bars no older act from the record',
  async (t) => {
    const table = await on(replied(g2))
    const { clock, dueDates, state } = table.view()
    const verbs = table.kept().current.verbs.length
    await run(table, [suggest('2025-03-20', { by: 'applicant' })])
    t.strictSame([table.view().state, table.view().dueDates], [state, dueDates])
    t.strictSame(table.view().clock, clock)
    t.equal(table.kept().current.verbs.length, verbs)
    t.equal(
      await comesTo(table, a('2025-03-14', 'recordService', { servedOn: '2025-03-14' })),
      'done',
      'the service of the 14th is recorded under its own day',
    )
  },
)
