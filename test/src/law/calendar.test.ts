import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { addCalendarDays, addCalendarMonths, type Calendar, calendarOf, day, notices } from '@zhiqing/law'
import { projectYear } from '@zhiqing/projection'
import t from 'tap'
import { days as civilDays, lastSettled, nth, off2027, official, plus, seeded, weekday, working } from './civil-days.js'

// dozens of short processes
t.setTimeout(240_000)

const program = fileURLToPath(new URL('../../../packages/cli/bin/zhiqing.mjs', import.meta.url))

const zhiqing = (args: readonly string[], { input = '', zone = 'Asia/Shanghai' } = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'calendar', ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: { ...process.env, TZ: zone },
  })
  const rows = stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
  return { status, rows, stdout, stderr }
}

interface DayRow {
  date: string
  working: boolean
  status: string
  name: string | null
}

const expectedRows = (isWorking: (day: string) => boolean): DayRow[] =>
  civilDays
    .filter((date) => date <= official.to)
    .map((date) => ({
      date,
      working: isWorking(date),
      status: date <= lastSettled ? 'official' : 'provisional',
      name: official.names[date] ?? null,
    }))

const differing = (found: readonly DayRow[], wanted: readonly DayRow[]): string[] =>
  wanted.flatMap((row, i) => (JSON.stringify(found[i]) === JSON.stringify(row) ? [] : [row.date]))

const announced = zhiqing(['days', '--from', '2019-01-01', '--to', '2026-12-31'])

t.test('C2 | every day of 2019–2026 is what the notices of the State Council office say', (t) => {
  t.equal(announced.status, 0)
  t.equal(announced.rows.length, 2922)
  t.same(Object.keys(announced.rows[0]).sort(), ['date', 'name', 'status', 'working'])
  t.same(differing(announced.rows, expectedRows(working)), [], 'working day, status and name of 2,922 days')
  t.end()
})

t.test('C2 | working days in each year: 250 249 250 249 249 251 248 248', (t) => {
  for (const [year, count] of [
    ['2019', 250],
    ['2020', 249],
    ['2021', 250],
    ['2022', 249],
    ['2023', 249],
    ['2024', 251],
    ['2025', 248],
    ['2026', 248],
  ] as const) {
    const found = announced.rows.filter((row: DayRow) => row.date.startsWith(year) && row.working).length
    t.equal(found, count, year)
  }
  t.end()
})

t.test('C2 | days that have been got wrong before', (t) => {
  const byDate = new Map(announced.rows.map((row: DayRow) => [row.date, row]))
  for (const [date, isWorking, why] of [
    ['2019-04-28', true, 'make-up Sunday of the amended 劳动节'],
    ['2019-05-02', false, 'off only by the amendment'],
    ['2019-05-05', true, 'make-up Sunday'],
    ['2020-01-31', false, 'the prolonged 春节'],
    ['2020-02-01', false, 'was a make-up day, became a day off without being named'],
    ['2020-02-03', true, 'an ordinary Monday'],
    ['2022-12-31', false, 'changed by the notice of 2023'],
    ['2023-01-03', true, 'one package calls it a holiday'],
    ['2024-02-09', true, '除夕 2024 was only 鼓励休息'],
    ['2025-03-08', false, '妇女节, a Saturday'],
    ['2025-08-01', true, '建军节 is a working day for the organ'],
    ['2026-01-04', true, 'make-up Sunday'],
    ['2026-10-10', true, 'make-up Saturday'],
  ] as const) {
    t.equal((byDate.get(date) as DayRow).working, isWorking, `${date} ${why}`)
  }
  t.end()
})

t.test('C4 | the last days of December stay provisional until the next notice is loaded', (t) => {
  for (const [from, to, status] of [
    ['2019-12-26', '2019-12-31', 'official'],
    ['2022-12-26', '2022-12-31', 'official'],
    ['2025-12-26', '2025-12-31', 'official'],
    ['2026-12-25', '2026-12-25', 'official'],
    ['2026-12-26', '2026-12-31', 'provisional'],
  ] as const) {
    const found = announced.rows.filter((row: DayRow) => row.date >= from && row.date <= to)
    t.ok(
      found.every((row: DayRow) => row.status === status),
      `${from}…${to} ${status}`,
    )
  }
  t.end()
})

t.test('C4 | unannounced years are provisional to the end of 2031, never official, never guessed Mon–Fri', (t) => {
  const { status, rows } = zhiqing(['days', '--from', '2027-01-01', '--to', '2031-12-31'])
  t.equal(status, 0)
  t.equal(rows.length, 1826)
  t.same(
    rows.filter((row: DayRow) => row.status !== 'provisional'),
    [],
  )
  t.same(
    rows.filter((row: DayRow) => row.working && weekday(row.date) > 5),
    [],
    'only a notice can make a Saturday a working day',
  )
  const wrong2027 = rows.filter((row: DayRow) => row.date < '2028' && row.working !== working(row.date))
  t.same(wrong2027, [], '2027 by the 放假办法 and 补假, written by hand')
  const named = rows.filter(
    (row: DayRow) => row.date in off2027 && !row.name?.startsWith((off2027[row.date] as string).slice(0, 2)),
  )
  t.same(named, [], 'a projected day off has its name')
  t.end()
})

t.test('C4 | beyond the provisional years and before 2019 nothing is answered', (t) => {
  for (const [title, args, named] of [
    ['the day after the last', ['days', '--from', '2032-01-01', '--to', '2032-01-01'], '2032-01-01'],
    ['a run over the last day', ['days', '--from', '2031-12-31', '--to', '2032-01-01'], '2032-01-01'],
    ['the day before the first', ['days', '--from', '2018-12-31', '--to', '2019-01-02'], '2018-12-31'],
    ['a count that walks over the last day', ['add', '--from', '2031-12-31', '--days', '1'], '2031-12-31'],
    ['a count that starts before the first', ['add', '--from', '2018-12-31', '--days', '1'], '2018-12-31'],
  ] as const) {
    const { status, stderr } = zhiqing(args)
    t.equal(status, 1, title)
    t.match(stderr, '2019-01-01', `${title}: says from where`)
    t.match(stderr, named, `${title}: says which day or until when`)
  }
  const last = zhiqing(['add', '--from', '2031-12-30', '--days', '1', '--json'])
  t.equal(last.status, 0)
  t.same(last.rows, [{ start: '2031-12-30', workingDays: 1, due: '2031-12-31', status: 'provisional' }])
  t.end()
})

t.test('calendar | bad use exits 2', (t) => {
  for (const args of [
    ['add', '--from', '2025-02-30', '--days', '1'],
    ['add', '--from', '2025-03-03', '--days', '0'],
    ['add', '--from', '2025-03-03', '--days', '-1'],
    ['add', '--from', '2025-03-03', '--days', '1.5'],
    ['add', '--from', '2025-03-03', '--days', '二十'],
    ['add', '--days', '1'],
    ['add', '--from', '2025-03-03'],
    ['days', '--from', '2025-03-03'],
    ['days', '--from', '2025-3-3', '--to', '2025-03-04'],
    ['days', '--from', '2025-02-29', '--to', '2025-03-04'],
    ['add', '--from', '2025-03-03', '--days', '1', '--unknown'],
    ['mul'],
    [],
  ]) {
    const { status, stderr, stdout } = zhiqing(args)
    t.equal(status, 2, args.join(' ') || '(nothing)')
    t.ok(stderr.length > 0)
    t.equal(stdout, '')
  }
  t.end()
})

// ---- counting

const SEED = 20190515

interface Sum {
  start: string
  workingDays: number
}

const sums: readonly Sum[] = (() => {
  const { between, chance } = seeded(SEED)
  const starts = civilDays.filter((date) => date <= '2027-06-30')
  const late = starts.filter((date) => date >= '2026-09-01')
  return Array.from({ length: 10_000 }, () => {
    const from = chance(0.15) ? late : starts
    return { start: from[between(0, from.length - 1)] as string, workingDays: between(1, chance(0.1) ? 100 : 45) }
  })
})()

const counted = ({ start, workingDays }: Sum, isWorking: (day: string) => boolean) => {
  const due = nth(start, workingDays, isWorking)
  return { start, workingDays, due, status: due > lastSettled ? 'provisional' : 'official' }
}

const disagreeing = (rows: readonly object[], isWorking: (day: string) => boolean) =>
  sums.map((sum) => counted(sum, isWorking)).filter((row, i) => JSON.stringify(row) !== JSON.stringify(rows[i]))

const batch = sums.map((sum) => JSON.stringify(sum)).join('\n')
const inShanghai = zhiqing(['add', '--batch'], { input: batch })

t.test('C5 | 10,000 additions are those counted day by day, in every zone of the process', (t) => {
  t.comment(`seed ${SEED}`)
  for (const [zone, found] of [
    ['Asia/Shanghai', inShanghai],
    ['America/New_York', zhiqing(['add', '--batch'], { input: batch, zone: 'America/New_York' })],
    ['Pacific/Auckland', zhiqing(['add', '--batch'], { input: batch, zone: 'Pacific/Auckland' })],
  ] as const) {
    t.equal(found.status, 0, zone)
    t.equal(found.rows.length, sums.length, `${zone}: a row for every line`)
    t.same(disagreeing(found.rows, working).slice(0, 5), [], `${zone}: no sum differs`)
  }
  const provisional = inShanghai.rows.filter((row: { status: string }) => row.status === 'provisional').length
  t.ok(provisional > 500 && provisional < 5000, `${provisional} of them provisional`)
  t.end()
})

const built = new Map<string, Calendar>()
const calendar = (asOf?: string): Calendar => {
  const known = built.get(asOf ?? '')
  if (known) return known
  const made = calendarOf({ notices, project: projectYear, ...(asOf ? { asOf: day(asOf) } : {}) })
  built.set(asOf ?? '', made)
  return made
}

t.test('§33 | working-day vectors of the rulebook', (t) => {
  for (const [id, start, workingDays, due] of [
    ['V01', '2025-03-03', 20, '2025-03-31'],
    ['V03 补正', '2025-09-28', 7, '2025-10-14'],
    ['V03', '2025-09-28', 20, '2025-10-31'],
    ['V04', '2025-09-26', 20, '2025-10-30'],
    ['V09 before', '2025-04-25', 20, '2025-05-27'],
    ['V09', '2025-05-12', 20, '2025-06-10'],
    ['V11', '2025-06-03', 29, '2025-07-14'],
    ['V11 第三方', '2025-06-11', 15, '2025-07-02'],
    ['V14', '2025-06-03', 34, '2025-07-21'],
    ['V16', '2025-08-01', 40, '2025-09-26'],
    ['V21 缴费', '2026-03-23', 20, '2026-04-21'],
    ['V21', '2026-04-10', 20, '2026-05-12'],
    ['V25', '2025-12-19', 20, '2026-01-19'],
    ['V31 简易', '2026-05-07', 5, '2026-05-13'],
    ['V31 普通', '2026-05-07', 10, '2026-05-20'],
    ['§8.3', '2026-02-13', 20, '2026-03-19'],
    ['§8.3', '2026-09-18', 20, '2026-10-22'],
    ['§8.3', '2025-01-20', 20, '2025-02-21'],
    ['C6 receipt on a day off', '2025-10-03', 1, '2025-10-09'],
  ] as const) {
    t.equal(calendar().addWorkingDays(day(start), workingDays).due, due, `${id}: ${start} + ${workingDays}`)
    t.equal(nth(start, workingDays), due, `${id}: the fingers agree`)
  }
  t.end()
})

t.test('C4 | V26: the last receipt day whose twenty days lie in 2026', (t) => {
  const { due, provisional } = calendar().addWorkingDays(day('2026-12-03'), 20)
  t.equal(due, '2026-12-31')
  t.equal(provisional, true, '26–31 December wait for the notice of 2027')
  const next = calendar().addWorkingDays(day('2026-12-04'), 20)
  t.same({ ...next }, { due: '2027-01-04', provisional: true })
  t.same({ ...calendar().addWorkingDays(day('2026-11-27'), 20) }, { due: '2026-12-25', provisional: false })
  t.same({ ...calendar().addWorkingDays(day('2026-11-28'), 20) }, { due: '2026-12-25', provisional: false })
  t.same({ ...calendar().addWorkingDays(day('2026-11-30'), 20) }, { due: '2026-12-28', provisional: true })
  t.end()
})

t.test('calendar add --batch | a bad line is told by its number, the others are answered, exit 1', (t) => {
  const lines = [
    '{"start":"2025-03-03","workingDays":20}',
    'not json',
    '{"start":"2025-02-30","workingDays":1}',
    '{"start":"2025-03-03"}',
    '{"workingDays":3}',
    '{"start":"2025-03-03","workingDays":0}',
    '{"start":"2025-03-03","workingDays":-1}',
    '{"start":"2025-03-03","workingDays":1.5}',
    '{"start":"2025-03-03","workingDays":"20"}',
    '{"start":20250303,"workingDays":20}',
    '{"start":"2025-3-3","workingDays":20}',
    '[]',
    'null',
    '{"start":"2031-12-30","workingDays":20}',
    '{"start":"2018-12-31","workingDays":1}',
    '{"start":"2025-09-26","workingDays":20}',
  ]
  const { status, rows } = zhiqing(['add', '--batch'], { input: `${lines.join('\n')}\n` })
  t.equal(status, 1)
  t.equal(rows.length, lines.length)
  t.same(rows[0], { start: '2025-03-03', workingDays: 20, due: '2025-03-31', status: 'official' })
  t.same(rows.at(-1), { start: '2025-09-26', workingDays: 20, due: '2025-10-30', status: 'official' })
  for (const [i, row] of rows.slice(1, -1).entries()) {
    t.same(Object.keys(row).sort(), ['error', 'line'], `${lines[i + 1]}`)
    t.equal(row.line, i + 2)
    t.ok(typeof row.error === 'string' && row.error.length > 3)
  }
  t.equal(zhiqing(['add', '--batch'], { input: '' }).status, 0, 'nothing asked, nothing wrong')
  t.end()
})

// ---- as known on a day

t.test('C3 | as known on a day: only notices and amendments issued by then', (t) => {
  for (const [asOf, start, workingDays, due, why] of [
    ['2019-03-21', '2019-04-26', 1, '2019-04-29', '04-28 was a Sunday'],
    ['2019-03-22', '2019-04-26', 1, '2019-04-28', '〔2019〕3号 made it a working day'],
    ['2019-03-21', '2019-04-30', 1, '2019-05-02', 'one day of 劳动节'],
    ['2019-03-22', '2019-04-30', 1, '2019-05-05', 'four days of 劳动节'],
    ['2020-01-25', '2020-01-23', 1, '2020-01-31', '春节 to 01-30'],
    ['2020-01-25', '2020-01-23', 2, '2020-02-01', 'the make-up Saturday'],
    ['2020-01-26', '2020-01-23', 1, '2020-02-03', '〔2020〕1号'],
    ['2020-01-26', '2020-01-23', 2, '2020-02-04', ''],
    ['2026-11-21', '2020-01-23', 1, '2020-02-03', ''],
  ] as const) {
    t.equal(
      calendar(asOf).addWorkingDays(day(start), workingDays).due,
      due,
      `${asOf}: ${start} + ${workingDays} ${why}`,
    )
  }
  t.end()
})

t.test('C3, C4 | as known on a day: what had not been announced was provisional', (t) => {
  for (const [asOf, date, status] of [
    ['2019-11-20', '2019-12-25', 'official'],
    ['2019-11-20', '2019-12-26', 'provisional'],
    ['2019-11-20', '2020-01-02', 'provisional'],
    ['2019-11-21', '2019-12-31', 'official'],
    ['2019-11-21', '2020-01-02', 'official'],
    ['2019-11-21', '2020-12-25', 'official'],
    ['2019-11-21', '2020-12-26', 'provisional'],
    ['2024-11-11', '2025-01-02', 'provisional'],
    ['2024-11-12', '2025-01-02', 'official'],
    ['2025-11-03', '2026-03-02', 'provisional'],
    ['2025-11-04', '2026-03-02', 'official'],
  ] as const) {
    t.equal(calendar(asOf).look(day(date)).status, status, `${asOf}: ${date} ${status}`)
  }
  t.equal(calendar('2019-11-20').last, '2024-12-31', 'five years past the last notice')
  t.throws(() => calendar('2019-11-20').look(day('2025-01-01')), { name: 'CalendarUnknown' })
  t.throws(() => calendarOf({ notices, project: projectYear, asOf: day('2018-12-03') }), 'before the first notice')
  t.doesNotThrow(() => calendarOf({ notices, project: projectYear, asOf: day('2018-12-04') }))
  t.end()
})

t.test('C3 | the two amendments moved as many due days as were counted', (t) => {
  for (const [before, after, from, to, moved, most] of [
    ['2019-03-21', '2019-03-22', '2019-01-01', '2019-06-30', 12, 2],
    ['2020-01-25', '2020-01-26', '2019-11-01', '2020-03-31', 36, 4],
  ] as const) {
    const starts = civilDays.filter((date) => date >= from && date <= to)
    const shifts = starts.flatMap((start) => {
      const [was, is] = [before, after].map((asOf) => calendar(asOf).addWorkingDays(day(start), 20).due)
      return was === is ? [] : [Math.abs(civilDays.indexOf(was as string) - civilDays.indexOf(is as string))]
    })
    t.equal(shifts.length, moved, `${after}: ${moved} starts`)
    t.equal(Math.max(...shifts), most, `${after}: by ${most} days at most`)
  }
  t.end()
})

// ---- calendar periods

t.test('C7 民法典 201–203 | days: a last day on a day of rest rolls, a make-up Saturday does not', (t) => {
  for (const [start, count, due, asOf] of [
    ['2026-08-05', 60, '2026-10-08'],
    ['2025-12-17', 60, '2026-02-24'],
    ['2025-09-16', 15, '2025-10-09'],
    ['2026-09-25', 15, '2026-10-10'],
    ['2020-01-17', 15, '2020-02-03'],
    ['2020-01-17', 15, '2020-02-01', '2020-01-25'],
    ['2025-04-02', 60, '2025-06-03'],
    ['2025-08-04', 60, '2025-10-09'],
    ['2025-03-31', 60, '2025-05-30'],
  ] as const) {
    t.equal(
      addCalendarDays(day(start), count, calendar(asOf)).due,
      due,
      `${count}日 from ${start}${asOf ? ` as of ${asOf}` : ''}`,
    )
  }
  t.end()
})

t.test('C7 民法典 202 | months: the corresponding day, or the last of the month', (t) => {
  for (const [start, count, due] of [
    ['2025-08-31', 6, '2026-02-28'],
    ['2026-04-01', 6, '2026-10-08'],
    ['2025-08-14', 6, '2026-02-14'],
    ['2019-08-31', 6, '2020-03-02'],
    ['2019-08-30', 6, '2020-03-02'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2025-01-15', 6, '2025-07-15'],
  ] as const) {
    t.equal(addCalendarMonths(day(start), count, calendar()).due, due, `${count}个月 from ${start}`)
  }
  t.end()
})

t.test('C4, C7 | a calendar period that ends among unannounced days is provisional', (t) => {
  t.same({ ...addCalendarDays(day('2026-10-26'), 60, calendar()) }, { due: '2026-12-25', provisional: false })
  t.same({ ...addCalendarDays(day('2026-10-29'), 60, calendar()) }, { due: '2026-12-28', provisional: true })
  t.same({ ...addCalendarMonths(day('2026-07-01'), 6, calendar()) }, { due: '2027-01-04', provisional: true })
  t.end()
})

// ---- the bar

t.test('speed | a sum of working days, string to string, below 400 ns (bar 200 ns on a quiet machine)', (t) => {
  const { pick } = seeded(7)
  const starts = Array.from({ length: 4096 }, () =>
    day(pick(civilDays.filter((date) => date <= '2026-10-31').slice(-2800))),
  )
  const held = calendar()
  let sink = 0
  const measured = () => {
    const rounds = Array.from({ length: 25 }, () => {
      const begun = performance.now()
      for (let i = 0; i < 100_000; i++) {
        sink += held.addWorkingDays(starts[i & 4095] as (typeof starts)[0], 20).due.length
      }
      return ((performance.now() - begun) * 1e6) / 100_000
    }).sort((a, b) => a - b)
    t.comment(`addWorkingDays: median ${rounds[12]?.toFixed(0)} ns, least ${rounds[0]?.toFixed(0)} ns`)
    return rounds[12] as number
  }
  // other programs may hold the machine for a while: up to three looks
  let median = measured()
  for (let again = 0; again < 2 && median >= 400; again++) median = measured()
  t.ok(sink > 0 && median < 400, `median ${median.toFixed(0)} ns`)
  t.end()
})

// ---- could these checks fail?

t.test('planted defect | one day flipped is seen by both checks', (t) => {
  for (const [flipped, why] of [
    ['2025-09-28', 'a make-up Sunday forgotten'],
    ['2020-02-01', 'the prolonged 春节 forgotten'],
    ['2024-02-09', '除夕 2024 taken for a holiday'],
  ] as const) {
    const wrong = (date: string) => (date === flipped ? !working(date) : working(date))
    t.same(differing(announced.rows, expectedRows(wrong)), [flipped], `${flipped} ${why}: seen among the days`)
    t.ok(disagreeing(inShanghai.rows, wrong).length > 10, `${flipped}: seen among the sums`)
  }
  const late = announced.rows.map((row: DayRow) => (row.date === '2026-12-28' ? { ...row, status: 'official' } : row))
  t.same(differing(late, expectedRows(working)), ['2026-12-28'], 'a guess given as official is seen')
  t.equal(plus('2024-02-28', 2), '2024-03-01', 'the court knows leap years')
  t.end()
})
