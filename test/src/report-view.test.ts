import { buildApi } from '@zhiqing/api'
import { type Day, kindsTwoOf } from '@zhiqing/law'
import { openPress } from '@zhiqing/letters'
import t from 'tap'
import { paperCabinet } from './paper-cabinet.js'
import { entries, request } from './report/entries.js'

/* What the pages of the statistician are drawn from: the sheets, the carry with its source, what moved, by number. */

const press = openPress()
t.teardown(() => press.close())

const open = async () => {
  const office = { today: '2025-03-03' as Day }
  const log = { info: () => undefined, error: () => undefined }
  const now = () => new Date(`${office.today}T02:00:00Z`)
  const app = buildApi({ cabinet: paperCabinet(), press, today: () => office.today, now, log })
  t.teardown(() => app.close())
  const as = async (name: string) => {
    const payload = { name, password: 'correct horse battery' }
    const { token } = (await app.inject({ method: 'POST', url: '/api/v1/sessions', payload })).json()
    const headers = { authorization: `Bearer ${token}` }
    const send = (method: 'POST' | 'PUT') => async (url: string, body: object) =>
      app.inject({ method, url: `/api/v1${url}`, headers, payload: body })
    return {
      get: async (url: string) => (await app.inject({ url: `/api/v1${url}`, headers })).json(),
      post: send('POST'),
      put: send('PUT'),
    }
  }
  return { as, office }
}

interface Cell {
  readonly text: string
  readonly across?: number
  readonly down?: number
  readonly figure?: string
}

t.test(
  'R90–R93 年度报告 | the sheets are the national form, each figure named; entries come back as typed',
  async (t) => {
    const { as } = await open()
    const [registrar, statistician] = [await as('李登记'), await as('许统计')]
    await registrar.post('/cases', request)
    const before = await statistician.get('/reports/2025')
    t.equal(before.draft, null)
    t.equal(before.previous, null, 'nothing to lock the carry to')
    t.equal(before.scope, null, 'a whole year')
    t.match((await statistician.get('/reports/2019')).scope, /不含此前收到的申请/)
    const rows: Cell[][] = before.sheets.three.rows
    t.equal(rows.length, 3 + 25, 'three rows of head, twenty-five of figures')
    t.match(rows[0], [
      { across: 3, down: 3, text: /勾稽关系/ },
      { across: 7, text: '申请人情况' },
    ])
    const figures = rows.flat().flatMap(({ figure, text }) => (figure ? [[figure, text]] : []))
    t.equal(figures.length, 25 * 7)
    t.strictSame(Object.fromEntries(figures)['4 research'], '1')
    t.equal(before.sheets.four.rows.at(-1).length, 15)
    await statistician.put('/reports/2025/entries', entries)
    await registrar.post('/cases', request)
    const after = await statistician.get('/reports/2025')
    t.strictSame(after.draft.entries, entries, 'and not with the sentence about fees that stands before part six')
    t.match(after.moved, [{ number: /^QHZR2025\d+$/, before: null, after: { kind: 'research', from: '1', to: '4' } }])
  },
)

t.test(
  '条例50 年度报告 | what changed since the draft was opened: table four by case, table two and the words with what was there',
  async (t) => {
    const { as } = await open()
    const [registrar, statistician, clerk] = [await as('李登记'), await as('许统计'), await as('何复议')]
    const { id, number } = (await registrar.post('/cases', request)).json()
    await registrar.post(`/cases/${id}/commands/registerRequest`, {})
    t.equal((await statistician.get('/reports/2025')).changed, null, 'no draft, nothing to hold it against')
    const opened = (await statistician.put('/reports/2025/entries', {})).json()
    t.strictSame(opened.changed, { four: [], remedies: [], two: [], parts: [], sources: [], previous: null })
    const review = { procedure: 'ordinary', caseNumber: '青复〔2025〕3号', body: '青禾县人民政府' }
    const filed = await clerk.post(`/cases/${id}/commands/fileReconsideration`, review)
    t.equal(filed.statusCode, 200, filed.body)
    await statistician.put('/reports/2025/entries', { ...entries, table2: { 规章: [0, null, 2], 行政许可: [12] } })
    const { changed } = await statistician.get('/reports/2025')
    t.match(changed.remedies, [{ caseId: id, number, before: null, after: { column: 'pending', suit: /3号$/ } }])
    t.strictSame(changed.four, [
      { figure: 'reconsideration pending', before: 0, now: 1 },
      { figure: 'reconsideration total', before: 0, now: 1 },
    ])
    t.strictSame(changed.two, [
      { figure: 'table2 规章 0', before: null, now: 0 },
      { figure: 'table2 规章 2', before: null, now: 2 },
      { figure: 'table2 行政许可', before: null, now: 12 },
    ])
    t.strictSame(changed.sources, [{ name: '行政许可', before: '', now: '审批股统计' }])
    t.equal(changed.previous, null)
    const noFees = '本年度没有收取政府信息公开信息处理费。'
    t.strictSame(changed.parts, [
      { part: 'overview', before: '', now: entries.parts.overview },
      { part: 'problems', before: '', now: entries.parts.problems },
      { part: 'other', before: noFees, now: `${noFees}\n无。` },
    ])
  },
)

t.test(
  'A18 年度报告 | what 2018 carried on is in no ledger here: the report of 2019 says so and is published',
  async (t) => {
    const { as } = await open()
    const statistician = await as('许统计')
    const table2 = Object.fromEntries(kindsTwoOf(2019).map(({ kind, figures }) => [kind, figures.map(() => 0)]))
    const previous = { year: 2018, format: '2019', table3: { 4: [2, 0, 0, 0, 0, 0, 2] } }
    const sources = { previous: '2019年3月印发的纸质报告' }
    const written = await statistician.put('/reports/2019/entries', { ...entries, table2, previous, sources })
    const view = written.json()
    t.match(view.findings, [{ rule: 'CARRY-BEFORE-LEDGER', level: 'warning', zh: /上年报告不用因此更正，可以公布/ }])
    t.strictSame(view.against, [])
    t.match(view.scope, /和2018年结转的（2018年报告的结转下年度为2件）/)
    const published = await statistician.post('/reports/2019/editions', {})
    t.equal(published.statusCode, 201, published.body)
    t.match((await statistician.get('/reports/2019/files/json')).scope, /2018年报告的结转下年度为2件/)
    const more = { ...previous, year: 2019, table3: { 4: [0, 0, 3, 0, 0, 0, 3] } }
    const broken = await statistician.put('/reports/2021/entries', {
      ...entries,
      previous: { ...more, year: 2020 },
      sources,
    })
    t.match(
      broken.json().against.filter(({ code }: { code: string }) => code === 'reportCarryBroken'),
      [{ zh: /请先更正上年报告，另出一版（上年报告是人工填写的，核对填写的数字和来源；/ }],
      'a whole year is held to it',
    )
  },
)

t.test(
  'R93 年度报告 | the carry names where it comes from: our edition with its hash, or what was imported',
  async (t) => {
    const { as, office } = await open()
    const [registrar, statistician] = [await as('李登记'), await as('许统计')]
    await registrar.post('/cases', request)
    const previous = { year: 2024, format: '2021', table3: { 4: [0, 0, 2, 0, 0, 0, 2] } }
    const imported = { ...entries, sources: { previous: '2025年1月20日印发的纸质报告' }, previous }
    t.match((await statistician.put('/reports/2025/entries', imported)).json(), {
      previous: {
        ...{ year: 2024, from: 'entries', source: '2025年1月20日印发的纸质报告', sha256: null },
        carriedOn: [0, 0, 2, 0, 0, 0, 2],
      },
      findings: [{ rule: 'CROSS-YEAR-CARRY' }],
    })
    await statistician.put('/reports/2025/entries', entries)
    office.today = '2026-01-12' as Day
    const published = (await statistician.post('/reports/2025/editions', {})).json()
    t.match((await statistician.get('/reports/2026')).previous, {
      ...{ year: 2025, from: 'edition', edition: 1, publishedOn: '2026-01-12', source: null },
      sha256: published.sha256,
      carriedOn: [0, 0, 1, 0, 0, 0, 1],
    })
  },
)
