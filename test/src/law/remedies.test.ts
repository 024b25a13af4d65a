import {
  appealPeriod,
  calendarOf,
  day,
  litigationAnswerDue,
  notices,
  reconsiderationAnswerDue,
  remedyDaysWithoutReply,
  suitAfterReviewDue,
} from '@zhiqing/law'
import t from 'tap'

const calendar = calendarOf({
  notices,
  project: (year) => {
    throw new Error(`no expectation here reaches ${year}`)
  },
})

// Counted by hand on the printed notices; 2026-05-09 is a make-up working Saturday.

t.test('复议法48、54、88 | the written answer: 5 or 10 working days from the copy (V31)', (t) => {
  const rows = [
    ['simplified', '2026-05-07', '2026-05-13'],
    ['ordinary', '2026-05-07', '2026-05-20'],
    ['simplified', '2025-09-26', '2025-10-10'], // 09-28 (Sunday, worked) 09-29 09-30 10-09 10-10
    ['ordinary', '2025-09-26', '2025-10-16'], // 10-11 (Saturday, worked) 10-13 10-14 10-15 10-16
  ] as const
  for (const [procedure, copy, due] of rows) {
    t.equal(reconsiderationAnswerDue(procedure, day(copy), calendar).due, due, `${procedure} ${copy}`)
  }
  t.throws(() => reconsiderationAnswerDue('ordinary', day('2023-12-29'), calendar), /没有2023-12-29的规定/)
  t.end()
})

t.test('行诉法67、85、45 | calendar days, which roll off a holiday and not off a make-up Saturday', (t) => {
  t.equal(litigationAnswerDue(day('2026-03-03'), calendar).due, '2026-03-18')
  t.equal(
    litigationAnswerDue(day('2025-09-20'), calendar).due,
    '2025-10-09',
    '10-05 is a holiday: the first day worked',
  )
  t.equal(litigationAnswerDue(day('2025-09-26'), calendar).due, '2025-10-11', 'a make-up Saturday is a day like others')
  t.equal(suitAfterReviewDue(day('2026-04-17'), calendar).due, '2026-05-06', '05-02 falls into Labour Day')
  const on = day('2026-03-03')
  t.same([appealPeriod.judgment.at(on), appealPeriod.ruling.at(on)], [15, 10])
  t.end()
})

t.test('行诉解释66、复议法实施条例16 | no reply at all: both remedies run from the due day that passed (R73)', (t) => {
  const { reconsideration, litigation } = remedyDaysWithoutReply(day('2025-03-31'), calendar)
  t.equal(reconsideration?.due, '2025-05-30')
  t.equal(litigation?.due, '2025-09-30')
  t.end()
})
