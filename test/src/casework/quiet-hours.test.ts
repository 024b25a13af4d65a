import {
  clockText,
  mailTime,
  mayMail,
  minuteOf,
  minutesUntil,
  newsFor,
  noticeKinds,
  type WallTime,
} from '@zhiqing/casework'
import { calendarOf, type Day, notices } from '@zhiqing/law'
import { projectYear } from '@zhiqing/projection'
import t from 'tap'

const calendar = calendarOf({ notices, project: projectYear })
const at = (words: string): WallTime => {
  const [day = '', time = ''] = words.split(' ')
  return { day: day as Day, minute: minuteOf(time) ?? Number.NaN }
}
const said = ({ day, minute }: WallTime): string => `${day} ${clockText(minute)}`
const rule = (from: string, to: string, workingDaysOnly = false) => ({
  quietFrom: minuteOf(from) ?? -1,
  quietTo: minuteOf(to) ?? -1,
  workingDaysOnly,
})

/** By hand. In 2026 the first three days of January are off and Sunday the 4th is worked; 1 May is off from the 1st to the 5th, Saturday the 9th is worked. */
const rows = [
  // over midnight: below, on and above either end
  ['2026-03-03 19:59', rule('20:00', '08:00'), '2026-03-03 19:59'],
  ['2026-03-03 20:00', rule('20:00', '08:00'), '2026-03-04 08:00'],
  ['2026-03-03 23:59', rule('20:00', '08:00'), '2026-03-04 08:00'],
  ['2026-03-04 00:00', rule('20:00', '08:00'), '2026-03-04 08:00'],
  ['2026-03-04 07:59', rule('20:00', '08:00'), '2026-03-04 08:00'],
  ['2026-03-04 08:00', rule('20:00', '08:00'), '2026-03-04 08:00'],
  // within one day
  ['2026-03-03 11:59', rule('12:00', '14:00'), '2026-03-03 11:59'],
  ['2026-03-03 12:00', rule('12:00', '14:00'), '2026-03-03 14:00'],
  ['2026-03-03 13:59', rule('12:00', '14:00'), '2026-03-03 14:00'],
  ['2026-03-03 14:00', rule('12:00', '14:00'), '2026-03-03 14:00'],
  // from midnight on, and up to midnight
  ['2026-03-03 00:00', rule('00:00', '08:00'), '2026-03-03 08:00'],
  ['2026-03-03 22:00', rule('22:00', '00:00'), '2026-03-04 00:00'],
  // none at all
  ['2026-03-03 00:00', rule('08:00', '08:00'), '2026-03-03 00:00'],
  ['2026-03-03 08:00', rule('08:00', '08:00'), '2026-03-03 08:00'],
  // working days only: a weekend, a holiday with a make-up day, the last evening before
  ['2026-03-07 10:00', rule('20:00', '08:00', true), '2026-03-09 08:00'],
  ['2026-03-06 20:00', rule('20:00', '08:00', true), '2026-03-09 08:00'],
  ['2026-03-06 19:59', rule('20:00', '08:00', true), '2026-03-06 19:59'],
  ['2026-01-01 10:00', rule('20:00', '08:00', true), '2026-01-04 08:00'],
  ['2026-01-04 10:00', rule('20:00', '08:00', true), '2026-01-04 10:00'],
  ['2026-04-30 20:00', rule('20:00', '08:00', true), '2026-05-06 08:00'],
  ['2026-05-09 09:00', rule('20:00', '08:00', true), '2026-05-09 09:00'],
  ['2026-05-01 09:00', rule('08:00', '08:00', true), '2026-05-06 00:00'],
  ['2026-05-01 09:00', rule('20:00', '08:00'), '2026-05-01 09:00'],
] as const

t.test('免打扰 | the first moment at which somebody may be written to', (t) => {
  for (const [from, quiet, to] of rows) {
    t.equal(said(mailTime(at(from), quiet, calendar)), to, `${from}`)
    t.equal(mayMail(at(from), quiet, calendar), from === to, `${from}: may it go now`)
  }
  t.end()
})

t.test(
  '免打扰 | every minute of a month, whatever the hours: never earlier, never quiet, never twice waited for',
  (t) => {
    const quiets = [
      rule('20:00', '08:00'),
      rule('12:00', '14:00', true),
      rule('22:30', '00:00', true),
      rule('00:00', '23:59'),
    ]
    const between = (minute: number, from: number, to: number) =>
      from <= to ? from <= minute && minute < to : !(to <= minute && minute < from)
    let wrong = 0
    for (const quiet of quiets)
      for (let date = 1; date <= 31; date++)
        for (let minute = 0; minute < 1440; minute += 7) {
          const from = { day: `2026-05-${String(date).padStart(2, '0')}` as Day, minute }
          const to = mailTime(from, quiet, calendar)
          const later = to.day > from.day || (to.day === from.day && to.minute >= from.minute)
          const open = !between(to.minute, quiet.quietFrom, quiet.quietTo)
          const worked = !quiet.workingDaysOnly || calendar.isWorking(to.day)
          if (!later || !open || !worked || said(mailTime(to, quiet, calendar)) !== said(to)) wrong += 1
        }
    t.equal(wrong, 0)
    t.end()
  },
)

t.test('免打扰 | times of day are read strictly; minutes between moments', (t) => {
  for (const bad of ['24:00', '8:00', '08:60', '08：00', '', '08:00 ']) t.equal(minuteOf(bad), undefined, bad)
  t.equal(minuteOf('00:00'), 0)
  t.equal(minuteOf('23:59'), 1439)
  t.equal(clockText(510), '08:30')
  t.equal(minutesUntil(at('2026-02-28 20:00'), at('2026-03-02 08:00')), 36 * 60)
  t.equal(minutesUntil(at('2026-03-03 08:00'), at('2026-03-03 08:00')), 0)
  t.end()
})

t.test('通知 | who is told of what: one table; nobody of the administration of anything in a case', (t) => {
  t.strictSame(newsFor(['legalReviewer']), { officer: [], named: [], everywhere: ['DraftSubmitted'], byApplicant: [] })
  t.strictSame(newsFor(['registrar']).byApplicant, ['RequestArrived', 'RequestReceived'])
  t.ok(newsFor(['officer']).officer.includes('DraftReturned'))
  t.strictSame(newsFor(['officer'], ['returned']), {
    officer: ['DraftReturned'],
    named: [],
    everywhere: [],
    byApplicant: [],
  })
  for (const role of ['admin', 'securityAdmin', 'auditAdmin', 'statistician', 'supervisor', 'applicant'] as const)
    t.strictSame(Object.values(newsFor([role])).flat(), [], role)
  for (const { zh } of Object.values(noticeKinds)) t.match(zh, /^[一-龥，、]+$/)
  t.end()
})
