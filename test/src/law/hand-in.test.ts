import { calendarOf, type Day, type HandInSettings, handInDays, handInStage, notices } from '@zhiqing/law'
import { projectYear } from '@zhiqing/projection'
import t from 'tap'

const calendar = calendarOf({ notices, project: projectYear })
const usual: HandInSettings = { reportHandInDay: '01-31', reportGovernmentDay: '03-31' }
const bureau = (settings: Partial<HandInSettings> = {}, year = 2025) =>
  ({ year, type: 'countyDepartment', settings: { ...usual, ...settings } }) as const
const county = (settings: Partial<HandInSettings> = {}) =>
  ({ year: 2025, type: 'countyGovernment', settings: { ...usual, ...settings } }) as const

t.test('§49 年度报告 | a department by 31 January, a government by 31 March: dates, which do not roll', (t) => {
  // 31 January 2026 is a Saturday: the law's day stays, the work is to be done by Friday the 30th.
  t.strictSame(handInDays(bureau(), undefined, calendar), {
    internal: '2026-01-31',
    lawful: '2026-01-31',
    workTarget: '2026-01-30',
  })
  t.strictSame(handInDays(county(), undefined, calendar), {
    internal: '2026-03-31',
    lawful: '2026-03-31',
    workTarget: '2026-03-31',
  })
  t.end()
})

t.test('§49 内部期限 | the earlier of the own day and that of the organ above; a government takes its own', (t) => {
  const rows = [
    [bureau({ reportHandInDay: '01-28' }), undefined, '2026-01-28'],
    [bureau({ reportHandInDay: '01-28' }), { ...usual, reportHandInDay: '01-26' }, '2026-01-26'],
    [bureau({ reportHandInDay: '01-20' }), { ...usual, reportHandInDay: '01-26' }, '2026-01-20'],
    [bureau(), { ...usual, reportGovernmentDay: '01-10' }, '2026-01-31'],
    [
      county({ reportGovernmentDay: '03-20', reportHandInDay: '01-05' }),
      { ...usual, reportGovernmentDay: '02-01' },
      '2026-03-20',
    ],
  ] as const
  for (const [of, above, internal] of rows) t.equal(handInDays(of, above, calendar).internal, internal)
  t.end()
})

/**
 * The office's day is 26 January 2026, a Monday. Worked by hand on the calendar of 2026 (1 to 3 January off, Sunday the 4th made
 * up): working days after the 12th up to the 26th are 13–16, 19–23 and 26: ten; after the 21st: 22, 23, 26: three.
 */
t.test('§49 提醒 | ten and three working days before the own day, the day after it, the day after the law’s', (t) => {
  const days = handInDays(bureau({ reportHandInDay: '01-26' }), undefined, calendar)
  for (const [today, stage] of [
    ['2026-01-09', null],
    ['2026-01-11', null],
    ['2026-01-12', 'coming'],
    ['2026-01-20', 'coming'],
    ['2026-01-21', 'near'],
    ['2026-01-26', 'near'],
    ['2026-01-27', 'late'],
    ['2026-01-31', 'late'],
    ['2026-02-01', 'unlawful'],
    ['2026-06-30', 'unlawful'],
    ['2026-07-01', null],
  ] as const)
    t.equal(handInStage(days, today as Day, calendar), stage, today)
  t.end()
})

t.test('§49 提醒 | where the own day is a day off, counted to the last working day before it', (t) => {
  // The law's own 31 January 2026 (Saturday): three working days before Friday the 30th are the 28th to the 30th, so from the 27th on; ten are the 19th to the 30th, so from the 16th on.
  const days = handInDays(bureau(), undefined, calendar)
  for (const [today, stage] of [
    ['2026-01-15', null],
    ['2026-01-16', 'coming'],
    ['2026-01-26', 'coming'],
    ['2026-01-27', 'near'],
    ['2026-01-31', 'near'],
    ['2026-02-01', 'unlawful'],
  ] as const)
    t.equal(handInStage(days, today as Day, calendar), stage, today)
  t.end()
})
