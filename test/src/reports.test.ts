import {
  againstPublishing,
  type Case,
  countedCase,
  dueDates,
  lineFigures,
  openPicture,
  remediesCounted,
  stateOf,
  type Unfinished,
} from '@zhiqing/casework'
import { type CabinetKeeper, seedDemo, staffActing } from '@zhiqing/db'
import {
  behindFour,
  behindThree,
  type Column,
  type CountedCase,
  type CountedRemedy,
  columns,
  type Day,
  defaultSettings,
  type Line,
  remedyColumns,
  remedyGroups,
  tableFour,
  tableThree,
  tableThreeOf,
} from '@zhiqing/law'
import t from 'tap'
import { a } from './casework/court.js'
import { testDatabase } from './database.js'
import { lines } from './report/book.js'
import { chanceOf } from './report/chance.js'
import { entries } from './report/entries.js'
import { generate } from './report/generate.js'
import { answered, lapsed, registered } from './report/lives.js'
import { newYearPlays } from './report/new-year.js'
import { calendar, organOf, type PlayOffice, playOffice } from './report/office.js'
import { generateSuits } from './report/suits.js'

/* The yearly report on a real database: its SQL beside the pure folds, which stand beside a clerk's book elsewhere. */

const db = await testDatabase()
t.teardown(() => db.close())
const cabinet: CabinetKeeper = await db.open()
t.teardown(() => cabinet.close())

const officeOn = async (code: string, supervisedBy?: string): Promise<PlayOffice> => {
  const organ = organOf(code)
  await cabinet.keepOrgan(code, organ, supervisedBy ? { supervisedBy } : {})
  await cabinet.keepSetting({
    organ: code,
    name: 'riskChecks',
    value: 'warn',
    from: '2019-05-15' as Day,
    reason: '试',
    by: null,
  })
  return playOffice(organ, {
    store: cabinet.store,
    read: async (id) => (await cabinet.findCase(code, id))?.current,
  })
}

t.test(
  'R90–R97 | what the database adds up is what the folds of the same cases say, cell by cell and case by case',
  async (t) => {
    const chance = chanceOf(21)
    const all = new Map<string, { cases: CountedCase[]; remedies: CountedRemedy[] }>()
    for (const code of ['QHA', 'QHB']) {
      const office = await officeOn(code)
      const plans = [
        ...generate(chance, 2024, 40),
        ...newYearPlays(2024, 'legal').map(([, plan]) => plan),
        ...generateSuits(chance, 12),
      ]
      const of = { cases: [] as CountedCase[], remedies: [] as CountedRemedy[] }
      for (const { acts } of plans) {
        const id = await office.play(acts)
        const current = await office.read(id)
        of.cases.push(countedCase(id, current))
        of.remedies.push(...remediesCounted(id, current))
      }
      all.set(code, of)
    }
    const organs = [...all.keys()]
    for (const year of [2023, 2024, 2025, 2026])
      for (const asked of [organs, ...organs.map((one) => [one])]) {
        const cases = asked.flatMap((one) => all.get(one)?.cases ?? [])
        const remedies = asked.flatMap((one) => all.get(one)?.remedies ?? [])
        const table = tableThree(cases, year)
        const order = { organ: asked[0] ?? '', organs: asked, year }
        const { report } = await cabinet.reports.yearReport(order)
        t.strictSame(report.table3, table, `${year} ${asked}: table three`)
        t.strictSame(report.table4, tableFour(remedies, year), `${year} ${asked}: table four`)
        if (asked.length === 1) continue
        for (const line of lines as Line[])
          for (const column of columns as readonly Column[]) {
            const behind = await cabinet.reports.casesBehind({
              organs: asked,
              year,
              cell: { line, column },
              limit: 1000,
            })
            t.strictSame(
              behind.map(({ id }) => id).toSorted(),
              behindThree(cases, { line, column }, year).toSorted(),
              `${year} ${line} ${column}: the cases behind it`,
            )
          }
        for (const group of remedyGroups)
          for (const column of remedyColumns) {
            const behind = await cabinet.reports.casesBehind({
              organs: asked,
              year,
              cell: { group, column },
              limit: 1000,
            })
            t.strictSame(
              behind.map(({ id, remedy }) => `${id} ${remedy}`).toSorted(),
              behindFour(remedies, { group, column }, year)
                .map(({ caseId, id }) => `${caseId} ${id}`)
                .toSorted(),
              `${year} ${group} ${column}`,
            )
          }
      }
  },
)

t.test('60号 | behind the one figure of 其他处理 of 2019 stand the cases of its three rows of today', async (t) => {
  const office = await officeOn('QHL')
  const filed = { kind: 'natural', channel: 'inPerson', received: '2019-06-03' } as const
  const other = [await office.play(lapsed(filed, '2019-06-05').acts)]
  other.push(await office.play(answered(filed, 'X3', '2019-06-14').acts))
  await office.play(answered(filed, 'G2', '2019-06-14').acts)
  const { report } = await cabinet.reports.yearReport({ organ: 'QHL', organs: ['QHL'], year: 2019 })
  t.match(report.table3, { '3.6': [2, 0, 0, 0, 0, 0, 2], '3.7': [3, 0, 0, 0, 0, 0, 3] })
  const cell = { line: '3.6', column: 'total' } as const
  const behind = await cabinet.reports.casesBehind({ organs: ['QHL'], year: 2019, cell, limit: 10 })
  t.strictSame(behind.map(({ id }) => id).toSorted(), other.toSorted())
})

const publish = (organ: string, year: number, on: string, reason?: string) =>
  cabinet.reports.publishReport({
    organ,
    organs: [organ],
    year,
    on: on as Day,
    by: '统计员',
    reason,
    refuse: (prepared) => againstPublishing({ ...prepared, reason, on: on as Day }),
  })

const filing = (received: string) => ({ kind: 'natural', channel: 'inPerson', received }) as const

t.test(
  'R93 | a published report is frozen; what moves later is marked, breaks the carry, and asks for a second edition',
  async (t) => {
    const office = await officeOn('QHC')
    const order = { organ: 'QHC', organs: ['QHC'], year: 2024 }
    await office.play(answered(filing('2024-03-04'), 'G2', '2024-03-12').acts)
    const given = await office.play([...lapsed(filing('2024-11-20'), '2024-11-25').acts])
    await cabinet.reports.keepReportDraft({
      organ: 'QHC',
      year: 2024,
      entries,
      openedOn: '2025-01-06' as Day,
      openedBy: '统计员',
    })
    const empty = await cabinet.reports.yearReport({
      ...order,
      entries: { ...entries, parts: { overview: '', problems: '', other: '' } },
    })
    t.match(
      againstPublishing({ ...empty, editions: 0, on: '2024-12-31' as Day }).map(({ zh }) => zh),
      [/2024年还没有结束/, /总体情况.*还没有填写/, /存在的主要问题.*还没有填写/],
      'what nobody wrote',
    )
    const late = await office.play(registered(filing('2024-12-30')))
    const before = await cabinet.reports.yearReport(order)
    t.strictSame(
      before.moved,
      [{ id: late, before: null, after: { kind: 'natural', from: '1', to: '4' } }],
      'since the draft was opened',
    )
    const first = await publish('QHC', 2024, '2025-01-20')
    if ('refused' in first) throw new Error(JSON.stringify(first.refused))
    t.match(first, {
      edition: 1,
      report: { edition: 1, publishedOn: '2025-01-20', table3: { 4: [1, 0, 0, 0, 0, 0, 1] } },
    })
    t.match(first.sha256, /^[0-9a-f]{64}$/)
    t.strictSame((await cabinet.reports.yearReport(order)).moved, [], 'a draft begins anew from what was published')

    // Hospital: the lapse of December is undone in February (R25). The case was open all along.
    await office.goOn(given, [a('2025-02-10', 'receiveCorrection', { content: '住院，现补正', goodCause: true })])
    const moved = [
      {
        id: given,
        before: { kind: 'natural', from: '1', to: '3.6.1' },
        after: { kind: 'natural', from: '1', to: '4' },
      },
    ]
    t.strictSame((await cabinet.reports.yearReport(order)).moved, moved, 'marked against the edition')
    const [kept] = await cabinet.reports.reportEditions(['QHC'], 2024)
    t.strictSame(kept?.report.table3['4'], [1, 0, 0, 0, 0, 0, 1], 'the edition is as it was')

    await cabinet.reports.keepReportDraft({
      organ: 'QHC',
      year: 2025,
      entries: { ...entries, table2: { ...entries.table2, 行政规范性文件: [1, 0, 10] } },
      openedOn: '2026-01-05' as Day,
      openedBy: null,
    })
    const next = await publish('QHC', 2025, '2026-01-20')
    t.match(
      next,
      {
        refused: [
          {
            code: 'reportCarryBroken',
            article: 'ogi:50',
            zh: /上年结转.*是2，上年报告的结转下年度是1.*先更正上年报告.*有1件案件/,
          },
        ],
      },
      'last year first',
    )
    t.match(await publish('QHC', 2024, '2026-01-21', ''), { refused: [{ code: 'reportReasonMissing' }] })
    const second = await publish('QHC', 2024, '2026-01-21', '一件视为放弃的申请因正当理由恢复办理')
    t.match(second, { edition: 2, reason: /恢复办理/, report: { table3: { 4: [2, 0, 0, 0, 0, 0, 2] } } })
    t.match(await publish('QHC', 2025, '2026-01-22'), { edition: 1, report: { table3: { 2: [2, 0, 0, 0, 0, 0, 2] } } })
    for (const sql of [
      `update report_editions set report = '{}' where organ = 'QHC'`,
      `delete from report_editions`,
      `truncate report_editions`,
    ])
      await t.rejects(db.owner(sql), { code: '42501' }, `frozen: ${sql}`)
    await t.rejects(db.app(`update report_editions set reason = 'x'`), { code: '42501' })
  },
)

t.test(
  '条例50 草稿 | table four, table two and the words that are others than at the opening, with what stood there',
  async (t) => {
    const office = await officeOn('QHM')
    const order = { organ: 'QHM', organs: ['QHM'], year: 2024 }
    const id = await office.play(answered(filing('2024-11-20'), 'N1', '2024-12-02').acts)
    const keep = (more: object) => {
      const opened = { openedOn: '2025-01-06' as Day, openedBy: null }
      return cabinet.reports.keepReportDraft({ organ: 'QHM', year: 2024, entries: { ...entries, ...more }, ...opened })
    }
    const changed = async () => (await cabinet.reports.yearReport(order)).changed
    const nothing = { four: [], remedies: [], two: [], parts: [], sources: [], previous: null }
    t.equal(await changed(), null, 'nothing is opened')
    await keep({})
    t.strictSame(await changed(), nothing)
    const review = { id: '复1', procedure: 'ordinary', filedOn: '2024-12-20' }
    await office.goOn(id, [a('2025-01-08', 'fileReconsideration', review)])
    const pending = { group: 'reconsideration', column: 'pending', suit: null }
    const four = [
      { figure: 'reconsideration pending', before: 0, now: 1 },
      { figure: 'reconsideration total', before: 0, now: 1 },
    ]
    const remedies = [{ caseId: id, id: '复1', before: null, after: pending }]
    t.strictSame(await changed(), { ...nothing, four, remedies }, 'filed in December, told of in January')
    const table2 = { ...entries.table2, 行政规范性文件: [1, 0, 10], 行政强制: [null] }
    await keep({ table2, parts: { ...entries.parts, problems: '一是培训不够。' } })
    t.strictSame(await changed(), {
      ...{ ...nothing, four, remedies },
      two: [
        { figure: 'table2 行政规范性文件 2', before: 9, now: 10 },
        { figure: 'table2 行政强制', before: 0, now: null },
      ],
      parts: [{ part: 'problems', before: '一是培训不够；二是答复说理不够充分。', now: '一是培训不够。' }],
    })
    await keep({})
    t.strictSame(await changed(), { ...nothing, four, remedies }, 'put back is as it was')
    const published = await publish('QHM', 2024, '2025-01-20')
    if ('refused' in published) throw new Error(JSON.stringify(published.refused))
    t.strictSame(await changed(), nothing, 'begun anew from what was published')
    const outcome = { id: '复1', result: 'upheld', decidedOn: '2024-12-30' }
    await office.goOn(id, [a('2025-02-10', 'decideReconsideration', outcome)])
    t.strictSame(
      await changed(),
      {
        ...nothing,
        four: [
          { figure: 'reconsideration upheld', before: 0, now: 1 },
          { figure: 'reconsideration pending', before: 1, now: 0 },
        ],
        remedies: [{ caseId: id, id: '复1', before: pending, after: { ...pending, column: 'upheld' } }],
      },
      'from one cell to another; the total is what it was',
    )
    await db.owner(`update report_drafts set opened = null where organ = 'QHM'`)
    t.equal(await changed(), null, 'a draft of which nobody put by what it was')
  },
)

t.test(
  'R94 | the sum of several organs: every part is in it, and one suit told of by two of them counts once',
  async (t) => {
    const top = await officeOn('QHF')
    const two = [await officeOn('QHD', 'QHF'), await officeOn('QHE', 'QHF')]
    for (const office of two)
      await office.play([
        ...answered(filing('2024-03-04'), 'N1', '2024-03-11').acts,
        a('2024-05-06', 'fileLitigation', { path: 'direct', caseNumber: '（2024）青01行初9号' }),
      ])
    await top.play(answered(filing('2024-03-04'), 'G1', '2024-03-11').acts)
    const organs = ['QHF', ...(await cabinet.supervised('QHF'))]
    const whole = await cabinet.reports.yearReport({ organ: 'QHF', organs, year: 2024 })
    t.strictSame(whole.report.table3['1'], [3, 0, 0, 0, 0, 0, 3])
    t.strictSame(whole.report.table4.litigationDirect, [0, 0, 0, 1, 1])
    const opened = { entries, openedOn: '2025-01-06' as Day, openedBy: null }
    await cabinet.reports.keepReportDraft({ organ: 'QHF', year: 2024, ...opened })
    for (const asked of [organs, ['QHD']]) {
      const sum = await cabinet.reports.yearReport({ organ: 'QHF', organs: asked, year: 2024 })
      t.match(sum, { changed: null, moved: [], movedBefore: [] }, 'a sum has no draft to be held against, even of one')
    }
    t.strictSame(
      whole.doubles.map(({ organ }) => organ),
      ['QHD', 'QHE'],
    )
    const counts = await cabinet.reports.yearCounts(organs, 2024)
    t.strictSame(
      whole.report.table3['3.7']?.map((_, i) =>
        organs.reduce(
          (sum, one) =>
            sum +
            (tableThreeOf(
              counts.filter(({ organ }) => organ === one),
              2024,
            )['3.7']?.[i] ?? 0),
          0,
        ),
      ),
      whole.report.table3['3.7'],
      'the sum of its parts',
    )
  },
)

t.test('条例 49、50 | the demo has a report of its own year, and nothing in it is unsound', async (t) => {
  await seedDemo(cabinet, '2026-09-15' as Day)
  const { report } = await cabinet.reports.yearReport({ organ: 'QHZR', organs: ['QHZR'], year: 2026 })
  t.ok((report.table3['1']?.[6] ?? 0) > 5)
  t.strictSame(
    againstPublishing({ report, movedBefore: [], editions: 0, on: '2027-01-12' as Day }).filter(
      ({ code }) => code !== 'reportPartMissing',
    ),
    [],
  )
  await t.rejects(cabinet.reports.yearReport({ organ: 'QHZR', organs: ['QHZR'], year: 2018 }), /2019年以前的格式/)
})

t.test('统计 | what the database tells of the running year is the full recomputation from the ledgers', async (t) => {
  const office = await officeOn('QHS')
  const chance = chanceOf(33)
  const plans = [...generate(chance, 2026, 45), ...newYearPlays(2025, 'other').map(([, plan]) => plan)]
  const kept: { id: string; current: Case }[] = []
  for (const { acts } of plans) {
    const id = await office.play(acts)
    kept.push({ id, current: await office.read(id) })
  }
  const period = { from: '2026-01-01' as Day, until: '2026-06-30' as Day }
  const finished = kept.flatMap(({ current: { receivedOn, counted } }) => {
    const { closing, corrected, extended } = counted
    if (!closing || !receivedOn || closing.closedOn < period.from || closing.closedOn > period.until) return []
    return { line: closing.line, receivedOn, closedOn: closing.closedOn, corrected, extended }
  })
  t.ok(finished.length > 20)
  t.strictSame(await cabinet.reports.finishedIn(['QHS'], period), lineFigures(finished))
  t.equal(
    await cabinet.reports.receivedIn(['QHS'], period),
    kept.filter(({ current: { receivedOn } }) => receivedOn && receivedOn >= period.from && receivedOn <= period.until)
      .length,
  )
  const { calendar: days, settings } = { calendar, settings: { ...defaultSettings, riskChecks: 'warn' as const } }
  const expected = kept.flatMap(({ id, current }): Unfinished[] => {
    const { number, officer, arrivedOn, receivedOn, counted } = current
    const closedOn = counted.closing?.closedOn ?? null
    const state = stateOf(current)
    if (closedOn && state !== 'issued') return []
    const due = dueDates(current, { calendar: days, settings }).map(({ what, dueOn }) => ({
      what,
      dueOn,
    }))
    return [{ organ: 'QHS', id, number, state, officer, arrivedOn, receivedOn, closedOn, due }]
  })
  const told = await cabinet.reports.unfinished(['QHS'])
  const sorted = (all: readonly Unfinished[]) =>
    all
      .map((one) => ({ ...one, due: one.due.toSorted((a, b) => (a.what < b.what ? -1 : 1)) }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  t.strictSame(sorted(told), sorted(expected))
  const look = { today: '2026-06-30' as Day, soon: '2026-07-03' as Day }
  t.strictSame(openPicture(told, look), openPicture(expected, look))
})

t.test(
  '条例 44 | information asked for by several applicants is told once, with nobody named; open data names nobody',
  async (t) => {
    const office = await officeOn('QHH')
    const ask = (name: string, description: string, day: string) =>
      office.play([
        a(day, 'receiveRequest', {
          channel: 'inPerson',
          applicant: { kind: 'natural', name, phone: '13800000000' },
          information: { description },
        }),
        a(day, 'registerRequest'),
      ])
    await ask('王一', '青禾镇2023年征地补偿标准', '2026-03-02')
    await ask('王二', '青禾镇 2023年“征地补偿”标准。', '2026-03-03')
    await ask('王二', '青禾镇2023年征地补偿标准', '2026-03-04')
    await ask('王三', '青禾镇２０２３年征地补偿标准', '2026-03-05')
    await ask('王三', '青禾镇2022年征地补偿标准', '2026-03-05')
    const hot = await cabinet.reports.hotRequests(['QHH'], '2026-01-01' as Day, 3)
    t.match(hot, [{ requests: 4, applicants: 3, given: 0 }], 'marks, blanks and wide figures apart')
    t.equal(hot.length, 1)
    t.strictSame(await cabinet.reports.hotRequests(['QHH'], '2026-03-04' as Day, 3), [], 'only since a day')
    const open = await cabinet.reports.openData(['QHH'], 2026)
    t.equal(open.length, 5)
    t.notMatch(JSON.stringify(open), /王|QHH2026|13800000000|征地|[0-9a-f]{8}-/)
    t.match(open[0], { kind: 'natural', channel: 'inPerson', receivedIn: '2026-03', closedIn: null, line: null })
  },
)

t.test(
  '三员分立 | a report is its own organ’s, and its supervisor’s to read: the database itself holds the rest back',
  async (t) => {
    const acting = (organ: string, role: 'statistician' | 'supervisor' | 'admin') =>
      cabinet.as(staffActing({ id: '00000000-0000-4000-8000-00000000000c', organ, roles: [role] })).reports
    await cabinet.keepOrgan('QHC', organOf('QHC'), { supervisedBy: 'QHF' })
    const sum = async (reports: ReturnType<typeof acting>, organ = 'QHC') =>
      (await reports.yearReport({ organ, organs: [organ], year: 2024 })).report.table3['1']?.[6]
    t.equal(await sum(acting('QHC', 'statistician')), 3)
    t.equal(await sum(acting('QHF', 'supervisor')), 3)
    t.equal(await sum(acting('QHC', 'admin')), 0, 'administrators see no case')
    t.equal(await sum(acting('QHD', 'statistician')), 0, 'nor does another organ')
    t.equal((await acting('QHF', 'supervisor').reportEditions(['QHC'], 2024)).length, 2)
    t.equal((await acting('QHD', 'statistician').reportEditions(['QHC'], 2024)).length, 0)
    const order = { organ: 'QHC', organs: ['QHC'], year: 2024, on: '2026-02-02' as Day, by: '统计员', refuse: () => [] }
    await t.rejects(acting('QHD', 'statistician').publishReport({ ...order, reason: '冒名' }), { code: '42501' })
    t.match(await acting('QHC', 'statistician').publishReport({ ...order, reason: '更正文字' }), { edition: 3 })
  },
)
