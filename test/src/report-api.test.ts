import { buildApi } from '@zhiqing/api'
import type { Day } from '@zhiqing/law'
import { openPress } from '@zhiqing/letters'
import t from 'tap'
import { paperCabinet } from './paper-cabinet.js'
import { entries, request } from './report/entries.js'

/* The yearly report over HTTP, on a cabinet of paper: who may, what is told, what is refused. */

const press = openPress()
t.teardown(() => press.close())

const openCounter = async () => {
  const office = { today: '2025-03-03' as Day }
  const cabinet = paperCabinet()
  const app = buildApi({
    cabinet,
    press,
    today: () => office.today,
    now: () => new Date(`${office.today}T02:00:00Z`),
    log: { info: () => undefined, error: () => undefined },
  })
  t.teardown(() => app.close())
  await app.ready()
  const as = async (name: string) => {
    const signed = await app.inject({
      method: 'POST',
      url: '/api/v1/sessions',
      payload: { name, password: 'correct horse battery' },
    })
    const authorization = `Bearer ${signed.json().token}`
    const send = (method: 'GET' | 'POST' | 'PUT') => (url: string, payload?: object) =>
      app.inject({ method, url: `/api/v1${url}`, headers: { authorization }, ...(payload ? { payload } : {}) })
    return { get: send('GET'), post: send('POST'), put: send('PUT') }
  }
  return { as, office, app }
}

/** Three received, one of them withdrawn. */
const begun = async () => {
  const counter = await openCounter()
  const registrar = await counter.as('李登记')
  const ids: string[] = []
  for (let i = 0; i < 3; i++) ids.push((await registrar.post('/cases', request)).json().id)
  await registrar.post(`/cases/${ids[0]}/commands/registerRequest`, {})
  await registrar.post(`/cases/${ids[0]}/commands/withdrawRequest`, {})
  return { ...counter, ids, registrar, statistician: await counter.as('许统计') }
}

interface Line {
  readonly line: string
  readonly cells: number[]
}
const cells = (body: { table3: Line[] }, line: string): number[] | undefined =>
  body.table3.find((one) => one.line === line)?.cells

t.test('GET /reports/{year} | tables from the ledgers, each figure opens its cases', async (t) => {
  const { statistician, ids } = await begun()
  const answer = await statistician.get('/reports/2025')
  t.equal(answer.statusCode, 200, answer.body)
  const body = answer.json()
  t.equal(body.title, '青禾县自然资源局2025年政府信息公开工作年度报告')
  t.strictSame(cells(body, '1'), [0, 0, 3, 0, 0, 0, 3])
  t.strictSame(cells(body, '3.6.3'), [0, 0, 1, 0, 0, 0, 1])
  t.strictSame(cells(body, '4'), [0, 0, 2, 0, 0, 0, 2])
  t.ok(body.identities.length > 30 && body.identities.every(({ holds }: { holds: boolean }) => holds))
  t.match(body.against, [{ code: 'reportYearOpen' }, { code: 'reportPartMissing' }])
  const open = await statistician.get('/reports/2025/cells/4/research')
  t.strictSame(
    open
      .json()
      .cases.map(({ id }: { id: string }) => id)
      .toSorted(),
    ids.slice(1).toSorted(),
  )
  t.equal(open.json().next, null)
  t.strictSame((await statistician.get('/reports/2025/cells/4/natural')).json().cases, [])
  t.strictSame((await statistician.get('/reports/2025/cells/reconsideration/total')).json().cases, [])
  for (const wrong of ['9/total', '4/nobody', 'reconsideration/natural'])
    t.equal((await statistician.get(`/reports/2025/cells/${wrong}`)).statusCode, 400, wrong)
  t.match((await statistician.get('/reports/2018')).json(), { status: 422, code: 'reportFormOld', article: 'ogi:50' })
  t.equal((await statistician.get('/reports/25')).statusCode, 400)
})

t.test(
  'PUT entries, POST editions | only the statistician; whole, sound and once; then a second edition with its reason',
  async (t) => {
    const { statistician, registrar, office } = await begun()
    t.match((await registrar.put('/reports/2025/entries', entries)).json(), { status: 403, code: 'notYourRole' })
    t.match((await registrar.post('/reports/2025/editions', {})).json(), { status: 403, code: 'notYourRole' })
    t.match((await statistician.put('/reports/2025/entries', { table2: { 规章: [1] }, more: 1 })).json(), {
      status: 400,
      faults: [{}, {}],
    })
    t.match(
      (
        await statistician.put('/reports/2025/entries', { previous: { year: 2024, format: '2021', table3: {} } })
      ).json(),
      {
        status: 400,
        faults: [{ path: 'sources.previous', zh: /来源/ }],
      },
    )
    t.match((await statistician.put('/reports/2025/entries', entries)).json(), {
      draft: { openedOn: '2025-03-03', openedBy: '许统计' },
      moved: [],
    })
    t.match((await statistician.post('/reports/2025/editions', {})).json(), {
      status: 422,
      code: 'reportYearOpen',
      zh: /2026年1月1日以后公布/,
    })
    office.today = '2026-01-12' as Day
    const published = await statistician.post('/reports/2025/editions', {})
    t.equal(published.statusCode, 201, published.body)
    t.match(published.json(), {
      edition: 1,
      publishedOn: '2026-01-12',
      publishedBy: '许统计',
      sha256: /^[0-9a-f]{64}$/,
    })
    t.match((await statistician.post('/reports/2025/editions', {})).json(), {
      status: 422,
      code: 'reportReasonMissing',
    })
    t.match((await statistician.post('/reports/2025/editions', { reason: '更正文字' })).json(), {
      edition: 2,
      reason: '更正文字',
    })
    t.match((await statistician.get('/reports/2025')).json(), { editions: [{ edition: 1 }, { edition: 2 }] })
    const frozen = await statistician.get('/reports/2025/files/json?edition=1')
    t.match(frozen.json(), { edition: 1, publishedOn: '2026-01-12', year: 2025 })
    t.equal((await statistician.get('/reports/2025/files/json?edition=9')).statusCode, 404)
    t.match((await statistician.post('/report-checks', frozen.json())).json(), { findings: [], cannotJudge: [/上年/] })
    const file = await statistician.get('/reports/2025/files/xlsx')
    t.match(file.headers, {
      'content-disposition': /attachment; filename="QHZR-2025.xlsx"/,
      'content-security-policy': /sandbox/,
    })
    t.equal(file.rawPayload.subarray(0, 2).toString(), 'PK')
  },
)

t.test(
  'GET roll-up | the supervisor sees the sum, who has not handed in, and what changed since; others do not',
  async (t) => {
    const { as, statistician, office, registrar } = await begun()
    await statistician.put('/reports/2025/entries', entries)
    office.today = '2026-01-12' as Day
    await statistician.post('/reports/2025/editions', {})
    const supervisor = await as('周督查')
    const body = (await supervisor.get('/reports/2025/roll-up')).json()
    t.match(
      body,
      { handInBy: '2026-01-31', workTarget: '2026-01-30', publishBy: '2026-03-31' },
      'a Saturday does not roll',
    )
    t.strictSame(
      body.organs.map(({ organ, handedIn, late, received }: Record<string, unknown>) => [
        organ,
        handedIn,
        late,
        received,
      ]),
      [['QHZR', true, false, 3]],
      'the own organ is not among them: its cases are not the supervisor’s to read',
    )
    t.strictSame(cells(body.whole, '1'), [0, 0, 3, 0, 0, 0, 3])
    await registrar.post('/cases', { ...request, channel: 'registeredMail', signedForOn: '2025-12-30' })
    office.today = '2026-02-02' as Day
    const later = (await supervisor.get('/reports/2025/roll-up')).json()
    t.match(later.organs, [{ organ: 'QHZR', changed: true, late: false, received: 4 }])
    t.match((await supervisor.get('/reports/2025?organ=QHZR')).json(), { organs: ['QHZR'], moved: [{ before: null }] })
    t.equal((await supervisor.get('/reports/2025?organ=QHJY')).statusCode, 404)
    t.equal((await supervisor.get('/reports/2025/cells/1/research')).json().cases.length, 4)
    t.equal((await statistician.get('/reports/2025/roll-up')).statusCode, 403)
    t.equal((await supervisor.put('/reports/2025/entries', entries)).statusCode, 403)
  },
)

t.test(
  'GET roll-up | who works in the own organ as well: its figures in the sum, and the sum’s cases and files by its name',
  async (t) => {
    const { as, statistician } = await begun()
    const both = await as('林兼任')
    const body = (await both.get('/reports/2025/roll-up')).json()
    t.strictSame(
      body.organs.map(({ organ, received, opens }: Record<string, unknown>) => [organ, received, opens]),
      [
        ['QHZF', 0, true],
        ['QHZR', 3, true],
      ],
    )
    t.match((await (await as('周督查')).get('/reports/2025/roll-up')).json().organs, [{ organ: 'QHZR', opens: true }])
    const behind = async (query: string) => (await both.get(`/reports/2025/cells/1/total${query}`)).json().cases.length
    t.equal(await behind(''), 0, 'without a word it is the own organ’s')
    t.equal(await behind('?sum=true'), 3, 'the sum’s figure has its cases')
    t.equal(await behind('?organ=QHZR'), 3)
    t.equal((await both.get('/reports/2025?sum=true')).json().organs.length, 2)
    t.strictSame((await both.get('/reports/2025/files/json')).json().table3['1'], [0, 0, 0, 0, 0, 0, 0])
    t.strictSame((await both.get('/reports/2025/files/json?sum=true')).json().table3['1'], [0, 0, 3, 0, 0, 0, 3])
    t.equal((await statistician.get('/reports/2025/cells/1/total?sum=true')).statusCode, 403, 'others have no sum')
    t.equal((await both.get('/reports/2025?sum=1')).statusCode, 400)
  },
)

t.test(
  'PUT entries, POST editions of a sum | its own draft, hash and files beside the organ’s, by who supervises and reports',
  async (t) => {
    const { as, statistician, office } = await begun()
    const both = await as('林兼任')
    const supervisor = await as('周督查')
    for (const other of [statistician, supervisor]) {
      t.equal((await other.put('/reports/2025/entries?sum=true', entries)).statusCode, 403)
      t.equal((await other.post('/reports/2025/editions?sum=true', {})).statusCode, 403)
    }
    t.match((await both.put('/reports/2025/entries?sum=1', entries)).json(), { status: 400 })
    t.equal((await both.put('/reports/2025/entries?organ=QHZR', entries)).statusCode, 404, 'nothing in its name')
    await statistician.put('/reports/2025/entries', entries)
    await both.put('/reports/2025/entries', { ...entries, table2: { ...entries.table2, 行政许可: [1] } })
    const words = { ...entries.parts, overview: '全县工作平稳。' }
    const kept = (await both.put('/reports/2025/entries?sum=true', { parts: words, table2: { 行政处罚: [8] } })).json()
    t.match(kept, {
      kind: 'sum',
      organs: ['QHZF', 'QHZR'],
      draft: { openedBy: '林兼任', entries: { table2: { 行政处罚: [8] } } },
      proposed: { 行政许可: [13], 行政处罚: [6], 行政事业性收费: [3] },
      table2: { 行政许可: [13], 行政处罚: [8], 行政事业性收费: [3] },
      parts: { overview: '全县工作平稳。' },
      against: [{ code: 'reportYearOpen' }],
    })
    t.match((await both.get('/reports/2025')).json(), {
      ...{ kind: 'own', proposed: null, table2: { 行政许可: [1], 行政处罚: [3] } },
      parts: { overview: entries.parts.overview },
    })
    office.today = '2026-03-12' as Day
    const sum = await both.post('/reports/2025/editions?sum=true', {})
    t.equal(sum.statusCode, 201, sum.body)
    const { sha256 } = sum.json()
    t.strictSame((await both.get('/reports/2025')).json().editions, [], 'the organ by itself has published nothing')
    t.match((await both.get('/reports/2025/roll-up')).json(), {
      whole: { editions: [{ edition: 1, sha256 }] },
      organs: [{ organ: 'QHZF', handedIn: false }, { organ: 'QHZR' }],
    })
    const own = (await both.post('/reports/2025/editions', {})).json()
    t.match(own, { edition: 1 })
    t.not(own.sha256, sha256)
    t.match((await both.post('/reports/2025/editions?sum=true', {})).json(), { code: 'reportReasonMissing' })
    t.match((await both.get('/reports/2026?sum=true')).json(), {
      previous: { from: 'edition', sha256, carriedOn: [0, 0, 2, 0, 0, 0, 2] },
    })
    t.match((await both.get('/reports/2026')).json(), { previous: { sha256: own.sha256, carriedOn: [0, 0, 0] } })
    const file = await both.get('/reports/2025/files/json?sum=true&edition=1')
    t.match(file.json(), { edition: 1, table3: { 1: [0, 0, 3, 0, 0, 0, 3] } })
    t.match(file.headers['content-disposition'], /QHZF-2025-sum\.json/)
    t.match((await both.get('/reports/2025/files/json?edition=1')).json().table3, { 1: [0, 0, 0, 0, 0, 0, 0] })
    const look = (await supervisor.get('/reports/2025')).json()
    t.match(look, { kind: 'sum', organs: ['QHZR'], draft: null, editions: [] }, 'a look at the others alone')
  },
)

t.test(
  'GET statistics, open data | the running year of one organ, and its open data with the dictionary',
  async (t) => {
    const { statistician, as } = await begun()
    const body = (await statistician.get('/statistics')).json()
    t.match(body, {
      today: '2025-03-03',
      from: '2025-01-01',
      received: 3,
      open: { open: 2, overdue: 0, standing: 0 },
      closed: { closed: 1, refusalShare: 0, lines: [{ line: '3.6.3', count: 1 }] },
      // Two open, both due in March; three received in the year: 3/365 a day over the 21 days whose due day is in 2026.
      carry: { fromOpen: 0, ofNew: 0 },
      remedies: { reconsiderations: 0, correctionShare: null },
    })
    t.equal((await statistician.get('/statistics?from=2025-03-01&until=2025-02-01')).statusCode, 400)
    t.match((await statistician.get('/statistics/ledger-checks')).json().checks, [
      { code: 'unassigned' },
      { code: 'unassigned' },
    ])
    t.match((await statistician.get('/statistics/hot-requests')).json(), { requests: [], counts: { waiting: 0 } })
    const data = (await statistician.get('/open-data/2025')).json()
    t.equal(data.cases.length, 3)
    t.ok(
      data.dictionary.every(({ name }: { name: string }) => name in data.cases[0]),
      'every column is in the dictionary',
    )
    t.strictSame(
      Object.keys(data.cases[0]).toSorted(),
      data.dictionary.map(({ name }: { name: string }) => name).toSorted(),
    )
    const csv = await statistician.get('/open-data/2025?form=csv')
    t.match(csv.headers, { 'content-type': /text\/csv/, 'content-disposition': /QHZR-2025.csv/ })
    t.equal(csv.body.trim().split('\r\n').length, 4)
    t.match((await (await as('周督查')).get('/statistics')).json(), { open: { organs: [{ organ: 'QHZR', open: 2 }] } })
    t.equal((await (await as('吴系统')).get('/statistics')).statusCode, 403)
  },
)

t.test('典型案例 | proposed by an officer, approved by a reviewer, read above without the case', async (t) => {
  const { as, ids } = await begun()
  const [officer, reviewer, head, clerk] = await Promise.all(
    ['王经办', '钱法制', '赵主任', '李登记'].map((name) => as(name)),
  )
  if (!officer || !reviewer || !head || !clerk) throw new Error('nobody')
  const url = `/cases/${ids[0]}/model-case`
  t.match((await officer.post(`/cases/${ids[1]}/model-case`, {})).json(), { status: 422, code: 'modelCaseOpen' })
  t.equal((await clerk.post(url, {})).statusCode, 403)
  t.match((await officer.post(url, { story: '某研究所撤回。' })).json(), { status: 422, code: 'modelCaseUnconfirmed' })
  t.match((await officer.post(url, { story: '青禾研究所撤回。', confirmed: true })).json(), { code: 'modelCaseTells' })
  const made = await officer.post(url, { point: '=撤回的也要办结', confirmed: true })
  t.equal(made.statusCode, 201, made.body)
  const { id, caseId, zh } = made.json()
  t.equal(caseId, ids[0])
  t.match(zh, /^2025年3月收到科研机构的申请（当面提交）。历时0日，结果：其他处理（其他）。$/)
  const supervisor = await as('周督查')
  t.strictSame((await supervisor.get('/model-cases?organ=QHZR')).json(), { cases: [] }, 'not before it is approved')
  t.equal((await officer.post(`/model-cases/${id}/approval`, {})).statusCode, 403)
  t.equal((await reviewer.post('/model-cases/none/approval', {})).statusCode, 404)
  const approved = await reviewer.post(`/model-cases/${id}/approval`, {})
  t.match(approved.json(), { approvedOn: '2025-03-03' }, approved.body)
  t.equal((await reviewer.post(`/model-cases/${id}/approval`, {})).statusCode, 409)
  t.match((await supervisor.get('/model-cases?organ=QHZR')).json(), {
    cases: [{ id, caseId: null, name: '青禾县自然资源局', point: '=撤回的也要办结' }],
  })
  t.match((await head.get('/model-cases')).json(), { cases: [{ caseId: ids[0] }] })
  const both = await as('林兼任')
  t.strictSame((await both.get('/model-cases')).json(), { cases: [] }, 'without a word the own organ’s')
  t.match((await both.get('/model-cases?sum=true')).json(), { cases: [{ id, caseId: null }] }, 'and those supervised')
  t.match((await both.get('/model-cases?sum=true&form=csv')).body, /撤回的也要办结/)
  t.equal((await officer.get('/model-cases?sum=true')).statusCode, 403, 'others have no sum')
  const csv = (await supervisor.get('/model-cases?organ=QHZR&form=csv')).body
  t.match(csv, /"'=撤回的也要办结"/, 'made harmless')
  t.notOk(csv.includes(ids[0] as string))
  const education = await as('陈教育')
  t.strictSame((await education.get('/model-cases')).json(), { cases: [] })
  const end = `/model-cases/${id}/withdrawal`
  t.match((await officer.post(end, { reason: '试' })).json(), { status: 403, detail: /撤回、退回典型案例/ })
  t.equal((await supervisor.post(end, { reason: '试' })).statusCode, 403)
  t.equal((await reviewer.post('/model-cases/none/withdrawal', { reason: '试' })).statusCode, 404)
  t.match((await reviewer.post(end, { reason: ' ' })).json(), { status: 422, code: 'modelCaseReasonMissing' })
  const telling = await reviewer.post(end, { reason: '写了青禾研究所' })
  t.match(telling.json(), { status: 422, code: 'modelCaseReasonTells', detail: /青禾研究所/ })
  const reason = '可以看出是谁'
  t.match((await reviewer.post(end, { reason })).json(), {
    ...{ approvedOn: null, story: null, point: null, ended: { act: 'withdrawn', reason, on: '2025-03-03' } },
  })
  t.match((await reviewer.post(end, { reason })).json(), { status: 409, code: 'modelCaseEnded', detail: /已经撤回/ })
  t.match((await reviewer.post(`/model-cases/${id}/approval`, {})).json(), { status: 409, code: 'modelCaseEnded' })
  t.strictSame((await supervisor.get('/model-cases?organ=QHZR')).json(), { cases: [] }, 'shown to nobody above')
  const left = (await reviewer.get('/model-cases?form=csv')).body
  t.equal(left.trim().split('\r\n').length, 1, 'the heads alone')
  t.match((await officer.get('/model-cases')).json(), { cases: [{ caseId: ids[0], ended: { reason } }] })
  t.match((await officer.post(url, {})).json(), { id, ended: null }, 'proposed anew')
  t.match((await reviewer.post(end, { reason })).json(), { ended: { act: 'rejected' } })
  t.equal((await officer.post(url, {})).statusCode, 201)
})
