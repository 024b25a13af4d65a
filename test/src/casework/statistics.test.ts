import {
  carriedIfOnTime,
  finishedPicture,
  ledgerChecks,
  lineFigures,
  openPicture,
  type Unfinished,
} from '@zhiqing/casework'
import type { Day } from '@zhiqing/law'
import t from 'tap'

/* The running picture, on cases written down by hand. Today is Wednesday 2026-09-16; three working days on is 09-21. */

const on = { today: '2026-09-16' as Day, soon: '2026-09-21' as Day }
const one = (id: string, more: Partial<Unfinished> = {}): Unfinished => ({
  ...{ organ: 'QHZR', id, number: id, state: 'deciding', officer: '甲' },
  ...{ arrivedOn: '2026-09-01' as Day, receivedOn: '2026-09-01' as Day, closedOn: null, due: [] },
  ...more,
})
const reply = (dueOn: string) => [{ what: 'reply' as const, dueOn: dueOn as Day }]
const cases: Unfinished[] = [
  one('due today', { due: reply('2026-09-16') }),
  one('due on the third day', { due: reply('2026-09-21') }),
  one('due on the fourth', { due: reply('2026-09-22'), receivedOn: '2026-09-09' as Day }),
  one('overdue by a day', { due: reply('2026-09-15'), receivedOn: '2026-08-15' as Day, officer: '乙' }),
  one('due next year', { due: reply('2027-01-04'), receivedOn: '2026-07-01' as Day }),
  one('in correction', { state: 'awaitingCorrection', due: [{ what: 'correctionReply', dueOn: '2026-09-15' as Day }] }),
  one('fee awaited', {
    state: 'awaitingPayment',
    due: [{ what: 'payment', dueOn: '2026-09-16' as Day }],
    organ: 'QHJY',
  }),
  one('a third party is asked', { due: [{ what: 'thirdPartyOpinion', dueOn: '2026-09-30' as Day }] }),
  one('another organ is asked', { due: [{ what: 'organOpinion', dueOn: '2026-09-14' as Day }], officer: null }),
  one('unconfirmed', { state: 'pendingConfirmation', receivedOn: null, officer: null, arrivedOn: '2026-09-15' as Day }),
  one('sent sixteen days ago, not served', { state: 'issued', closedOn: '2026-08-31' as Day }),
  one('sent fifteen days ago, not served', { state: 'issued', closedOn: '2026-09-01' as Day }),
]

t.test('统计 | open, due within three working days, overdue, standing and why, ageing', async (t) => {
  const picture = openPicture(cases, on)
  t.match(picture, { open: 9, dueSoon: 2, overdue: 1, standing: 4 })
  t.strictSame(
    picture.reasons.map(({ zh, count }) => [zh, count]),
    [
      ['待补正', 1],
      ['待缴费', 1],
      ['征求第三方意见', 1],
      ['征求其他机关意见', 1],
    ],
  )
  // 15 days since 09-01 for six of them; 7 since 09-09; 32 since 08-15; 77 since 07-01.
  t.strictSame(
    picture.ageing.map(({ count }) => count),
    [1, 6, 0, 1, 1],
  )
  t.strictSame(
    picture.officers.map(({ organ, officer, open, overdue }) => [organ, officer, open, overdue]),
    [
      ['QHJY', '甲', 1, 0],
      ['QHZR', '乙', 1, 1],
      ['QHZR', '甲', 6, 0],
      ['QHZR', null, 1, 0],
    ],
  )
  t.strictSame(
    picture.organs.map(({ organ, open }) => [organ, open]),
    [
      ['QHJY', 1],
      ['QHZR', 8],
    ],
  )
  t.equal(carriedIfOnTime(cases, '2026-12-31' as Day), 5, 'what stands, and what is due next year')
})

t.test('每月检查台账 | what is to be put right, each on the day after its limit and not before', async (t) => {
  t.strictSame(
    ledgerChecks(cases, on.today).map(({ id, code }) => [id, code]),
    [
      ['overdue by a day', 'overdue'],
      ['in correction', 'lapseDue'],
      ['another organ is asked', 'unassigned'],
      ['another organ is asked', 'opinionLate'],
      ['unconfirmed', 'unconfirmed'],
      ['sent sixteen days ago, not served', 'unserved'],
    ],
  )
})

t.test('统计 | time to reply by result, refusals by ground, corrections, extensions', async (t) => {
  const closed = (line: '3.1' | '3.3.6', days: number, more = {}) => ({
    ...{ line, receivedOn: '2026-03-01' as Day, closedOn: `2026-03-${String(1 + days).padStart(2, '0')}` as Day },
    ...{ corrected: false, extended: false, ...more },
  })
  const cases = [
    ...[2, 4, 9, 9].map((days) => closed('3.1', days)),
    closed('3.3.6', 20, { extended: true, corrected: true }),
    closed('3.3.6', 10, { corrected: true }),
  ]
  const picture = finishedPicture(lineFigures(cases))
  t.match(picture, { closed: 6, refusalShare: 0.3333, correctionShare: 0.3333, extensionShare: 0.1667 })
  t.match(picture.lines, [
    { line: '3.1', zh: '（一）予以公开', count: 4, share: 0.6667, meanDays: 6, medianDays: 4, mostDays: 9 },
    { line: '3.3.6', zh: '6.属于四类过程性信息', count: 2, meanDays: 15, medianDays: 10, mostDays: 20 },
  ])
  t.match(finishedPicture([]), { closed: 0, refusalShare: null, lines: [] })
})
