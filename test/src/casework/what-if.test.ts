import { readWhatIf, whatIf } from '@zhiqing/casework'
import { type Calendar, calendarOf, type Day, defaultSettings, type Notice, notices } from '@zhiqing/law'
import t from 'tap'
import { type Act, a, bench, calendar, organ, receive, run } from './court.js'

const R = '2025-03-03'
const today = '2025-03-10' as Day

/** 10 March 2025, a Monday, becomes a day of rest. */
const amended = notices.map((one) =>
  one.year === 2025 ? { ...one, off: [...one.off, { date: '2025-03-10', name: '国庆节' }] } : one,
)
const withRest = calendarOf({ notices: amended, project: (year) => ({ year, off: [] }) })

const asked = async (given: readonly Act[], events: readonly object[], supposed: Calendar = calendar) => {
  const on = bench()
  await run(on, given)
  const kept = on.kept()
  const before = on.snapshot()
  const read = readWhatIf({ events })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  const { events: found } = read
  const answer = whatIf(kept.current, {
    events: found,
    today,
    organ,
    calendar,
    supposed,
    settingsOn: () => defaultSettings,
  })
  return { answer, untouched: on.snapshot() === before }
}

t.test('设想 | what would follow, step by step, and the case is as it was', async (t) => {
  const given = [receive(R), a(R, 'registerRequest')]
  const { answer, untouched } = await asked(given, [
    { do: 'extendReply', workingDays: 21, reason: '资料分散' },
    { do: 'extendReply', workingDays: 20, reason: '资料分散' },
    { on: '2025-03-12', do: 'consultThirdParty', id: '甲', party: '某公司', interest: '报价', information: '报价单' },
    { do: 'decide', outcome: 'G2', items: ['标准'], route: '邮寄' },
  ])
  t.ok(untouched)
  t.match(answer.before, { state: 'registered', clock: { dueOn: '2025-03-31', remainingWorkingDays: 15 } })
  t.match(answer.lines, [
    {
      step: 1,
      on: today,
      ok: false,
      refusal: { code: 'extensionTooLong', article: 'ogi:33.2' },
      clock: { dueOn: '2025-03-31' },
      letters: [],
    },
    { step: 2, on: today, ok: true, letters: ['P03'], clock: { dueOn: '2025-04-28' } },
    {
      step: 3,
      on: '2025-03-12',
      ok: true,
      letters: ['P04', 'P05'],
      clock: { status: 'suspended', dueOn: null },
      stage: '协查',
    },
    { step: 4, on: '2025-03-12', do: 'decide', ok: false, refusal: { code: 'consultationOpen', permitted: [] } },
  ])
  t.equal(answer.lines.length, 4)
  t.match(answer.after, { stage: '协查' })
  t.ok(answer.moved.some(({ what, from, to }) => what === 'reply' && from === '2025-03-31' && to === null))
})

t.test('设想 | a notice that might come moves the day, with nothing done', async (t) => {
  const { answer, untouched } = await asked([receive(R)], [], withRest)
  t.ok(untouched)
  t.strictSame(
    answer.moved.filter(({ what }) => what === 'reply'),
    [{ what: 'reply', from: '2025-03-31', to: '2025-04-01', provisional: false }],
  )
  t.match(answer.before, { clock: { dueOn: '2025-03-31' } })
  t.match(answer.after, { clock: { dueOn: '2025-04-01' } })
})

t.test('设想 | the scheduler’s own work is done first, and days run on from event to event', async (t) => {
  const given = [
    receive(R),
    a(R, 'registerRequest'),
    a(R, 'consultThirdParty', { id: '甲', party: '某公司', interest: '报价', information: '报价单' }),
    a(R, 'recordLetterService', { letter: 'P04', servedOn: R }),
  ]
  // 15 working days from 3 March end on 24 March; nobody spoke.
  const { answer } = await asked(given, [{ on: '2025-03-25', do: 'calendarDay' }, { do: 'acceptForm' }])
  t.match(answer.lines, [
    { on: '2025-03-25', ok: true, state: 'deciding', clock: { status: 'running' } },
    { on: '2025-03-25', ok: false, refusal: { code: 'notPermittedNow' } },
  ])
})

t.test('设想 | what is not well formed is told with its place; days beyond the calendar are refused', async (t) => {
  const faults = (value: unknown) => {
    const read = readWhatIf(value)
    return read.ok ? [] : read.faults.map(({ path }) => path)
  }
  const [notice] = notices as [Notice]
  t.strictSame(faults({ events: [{ do: 'fly' }, { do: 'extendReply', workingDays: 'x', reason: 'r' }] }), [
    'events.0.do',
    'events.1.workingDays',
  ])
  t.strictSame(faults({ events: [], colour: 1 }), ['colour'])
  t.strictSame(faults({ events: [], notice: { ...notice, work: [{ date: '2019-02-04', name: '春节' }] } }), [
    'notice',
    'notice',
  ])
  t.strictSame(faults({}), ['events'])
  const { answer } = await asked([receive(R)], [{ on: '2040-01-01', do: 'registerRequest' }])
  t.match(answer.lines[0], { ok: false, refusal: { code: 'calendarUnknown' } })
})
