import { mostAttachments, mostBytes, remindersOf } from '@zhiqing/casework'
import t from 'tap'
import { a, bench, receive, run } from './court.js'

const file = (i: number, more: object = {}) => ({
  file: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
  kind: 'authorization',
  name: `材料${i}.pdf`,
  mediaType: 'application/pdf',
  sha256: 'ab'.repeat(32),
  size: 1000,
  ...more,
})

t.test(
  'R18 R63 | papers that come with a request, a correction, reasons or a telling are numbered as they arrive',
  async (t) => {
    const desk = bench()
    await run(desk, [
      receive('2025-03-03', { attachments: [file(1), file(2, { kind: 'identity', mediaType: 'image/jpeg' })] }),
      a('2025-03-03', 'registerRequest'),
      a('2025-03-04', 'requestCorrection', { guidance: '可以写明文件名称、文号或者形成年份', items: ['批次'] }),
      a('2025-03-05', 'receiveCorrection', { content: '第5批次', attachments: [file(3)] }),
      a('2025-03-06', 'askReasons', { months: 1, requests: 30 }),
      a('2025-03-07', 'receiveReasons', { content: '研究', attachments: [file(4)] }),
      a('2025-03-10', 'tellOrgan', { about: 'other', attachments: [file(5)] }),
    ])
    const { current } = desk.kept()
    t.strictSame(
      current.attachments?.map(({ n, on, with: act, name }) => [n, on, act, name]),
      [
        [1, '2025-03-03', 'request', '材料1.pdf'],
        [2, '2025-03-03', 'request', '材料2.pdf'],
        [3, '2025-03-05', 'correction', '材料3.pdf'],
        [4, '2025-03-07', 'reasons', '材料4.pdf'],
        [5, '2025-03-10', 'telling', '材料5.pdf'],
      ],
    )
    const plain = bench()
    await run(plain, [receive('2025-03-03')])
    t.notOk('attachments' in plain.kept().current, 'a case without any folds as it always did')
  },
)

t.test('附件 | shape: how many, how large, of what type; below, on and above each limit', async (t) => {
  const kindOf = async (attachments: readonly object[]) =>
    (await bench().act(receive('2025-03-03', { attachments }))).kind
  const many = (count: number) => Array.from({ length: count }, (_, i) => file(i))
  t.equal(await kindOf(many(mostAttachments - 1)), 'done')
  t.equal(await kindOf(many(mostAttachments)), 'done')
  t.equal(await kindOf(many(mostAttachments + 1)), 'invalid')
  for (const [size, kind] of [
    [0, 'invalid'],
    [1, 'done'],
    [mostBytes - 1, 'done'],
    [mostBytes, 'done'],
    [mostBytes + 1, 'invalid'],
  ] as const)
    t.equal(await kindOf([file(1, { size })]), kind, `${size}`)
  for (const wrong of [
    { mediaType: 'text/html' },
    { mediaType: 'image/svg+xml' },
    { kind: 'purpose' },
    { sha256: 'AB' },
    { file: '../../etc/passwd' },
    { name: '' },
    { name: '一\n二' },
  ])
    t.equal(await kindOf([file(1, wrong)]), 'invalid', JSON.stringify(wrong))
})

const refusedWith = async (desk: ReturnType<typeof bench>, act: Parameters<typeof desk.act>[0]) => {
  const outcome = await desk.act(act)
  return outcome.kind === 'refused'
    ? [outcome.answer.refusal, ...outcome.answer.refusal.also].map(({ code }) => code)
    : outcome.kind
}

t.test(
  'R62 R46 申请人告知情况 | is filed wherever the case stands, moves no day, and is seen until something follows',
  async (t) => {
    const desk = bench()
    await run(desk, [receive('2025-03-03'), a('2025-03-03', 'registerRequest')])
    t.strictSame(await refusedWith(desk, a('2025-03-04', 'tellOrgan', { about: 'other' })), ['tellingEmpty'])
    t.strictSame(await refusedWith(desk, a('2025-03-04', 'tellOrgan', { about: 'other', content: ' ' })), [
      'tellingEmpty',
    ])
    t.strictSame(await refusedWith(desk, a('2025-03-04', 'tellOrgan', { about: 'paid' })), ['nothingToPay'])
    t.strictSame(await refusedWith(desk, a('2025-03-04', 'tellOrgan', { about: 'notReceived', by: 'officer' })), [
      'notYourRole',
    ])
    const before = desk.view()
    await run(desk, [a('2025-03-10', 'tellOrgan', { about: 'notReceived', content: '告知书', by: 'applicant' })])
    t.strictSame(
      desk.view().dueDates.map(({ what, dueOn }) => [what, dueOn]),
      before.dueDates.map(({ what, dueOn }) => [what, dueOn]),
    )
    t.match(remindersOf(desk.kept().current), [{ code: 'applicantTold', zh: /2025年3月10日告知没有收到文书/ }])
    await run(desk, [a('2025-03-07', 'chargeFee', { basis: 'perRequest', monthlyCount: 12 })])
    t.equal(desk.kept().current.fee?.chargedOn, '2025-03-07', 'what was done before may still be recorded')
    t.strictSame(await refusedWith(desk, a('2025-03-12', 'tellOrgan', { about: 'paid', paidOn: '2025-03-13' })), [
      'dayInFuture',
    ])
    t.strictSame(await refusedWith(desk, a('2025-03-12', 'tellOrgan', { about: 'paid', paidOn: '2025-03-06' })), [
      'dayTooEarly',
    ])
    for (const paidOn of ['2025-03-07', '2025-03-12'])
      t.equal((await desk.act(a('2025-03-12', 'tellOrgan', { about: 'paid', paidOn }))).kind, 'done', paidOn)
    t.equal(desk.kept().current.fee?.paidOn, null, 'only the office records a payment')
    t.match(remindersOf(desk.kept().current), [{}, { zh: /2025年3月12日告知已经缴费/ }])
    await run(desk, [
      a('2025-03-12', 'recordLetterService', { letter: 'L06', servedOn: '2025-03-12' }),
      a('2025-03-13', 'recordPayment', { amount: 100, paidOn: '2025-03-12' }),
    ])
    t.strictSame(remindersOf(desk.kept().current), [], 'served since, and paid')
  },
)
