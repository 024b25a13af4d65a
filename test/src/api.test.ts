import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { buildApi, buildMetrics, type Log, openMetrics, type Services, unprintable } from '@zhiqing/api'
import { commandNames } from '@zhiqing/casework'
import { type Day, type Notice, notices, roleNames } from '@zhiqing/law'
import { checkFields, loadTemplate, openFonts, openPress, sampleFields } from '@zhiqing/letters'
import t, { type Test } from 'tap'
import { parse } from 'yaml'
import { scenarioFile, simulate } from './casework/simulate.js'
import { readDocx } from './docx.js'
import { paperCabinet } from './paper-cabinet.js'
import { textOf } from './pdf.js'

const password = 'correct horse battery'
const idNumber = '11010519491231002X'
const press = openPress()
t.teardown(() => press.close())

interface Line {
  readonly event: string
  readonly [field: string]: unknown
}

/** A counter open on a Monday in March 2025, with what it logged. */
const openCounter = async (options: Partial<Services> = {}) => {
  const lines: Line[] = []
  const log: Log = {
    info: (event, more) => void lines.push({ event, ...more }),
    error: (event, more) => void lines.push({ event, ...more }),
  }
  const cabinet = paperCabinet()
  const office = { today: '2025-03-03' as Day }
  const app = buildApi({
    cabinet,
    press,
    today: () => office.today,
    now: () => new Date(`${office.today}T02:00:00Z`),
    log,
    ...options,
  })
  t.teardown(() => app.close())
  await app.ready()
  const signIn = async (name: string): Promise<string> => {
    const answer = await app.inject({ method: 'POST', url: '/api/v1/sessions', payload: { name, password } })
    return answer.json().token
  }
  /** Speaks as a person: `as('李登记').post('/cases', {…})`. */
  const as = async (name: string) => {
    const authorization = `Bearer ${await signIn(name)}`
    return {
      get: (url: string) => app.inject({ url: `/api/v1${url}`, headers: { authorization } }),
      post: (url: string, payload: object = {}, headers: Record<string, string> = {}) =>
        app.inject({ method: 'POST', url: `/api/v1${url}`, payload, headers: { authorization, ...headers } }),
    }
  }
  return { app, cabinet, lines, office, signIn, as }
}

const request = {
  channel: 'inPerson',
  applicant: { kind: 'natural', name: '张三', idType: '居民身份证', idNumber, phone: '13800000000' },
  information: { description: '青禾镇2023年征地补偿标准', title: '征地补偿标准' },
  form: { medium: 'paper', method: 'mail' },
}

const isProblem = (t: Test, answer: { headers: object; body: string }): void => {
  t.match(answer.headers, { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' })
  t.match(JSON.parse(answer.body), { type: /^urn:zhiqing:/, title: /[一-龥]/, detail: /[一-龥]/ })
  t.notMatch(answer.body, /Error|\bat .*\.js|node_modules/, 'and no stack')
}

t.test('登录 | a sign-in gives a bearer and a cookie that pages cannot read; signing out ends both', async (t) => {
  const { app } = await openCounter()
  const signed = await app.inject({ method: 'POST', url: '/api/v1/sessions', payload: { name: '李登记', password } })
  t.equal(signed.statusCode, 200)
  const { token, person, endsAt } = signed.json()
  t.strictSame(person, { name: '李登记', displayName: '李登记', organ: 'QHZR', roles: ['registrar'] })
  t.equal(endsAt, '2025-03-03T20:00:00.000Z')
  const cookie = String(signed.headers['set-cookie'])
  t.match(cookie, /^zhiqing=[^;]+; Path=\/; HttpOnly; SameSite=Strict$/)
  const authorization = `Bearer ${token}`
  t.equal((await app.inject({ url: '/api/v1/cases', headers: { authorization } })).statusCode, 200)
  const byCookie = { cookie: cookie.split(';')[0] as string }
  t.equal((await app.inject({ url: '/api/v1/cases', headers: byCookie })).statusCode, 200)
  const out = await app.inject({ method: 'DELETE', url: '/api/v1/sessions', headers: { authorization } })
  t.equal(out.statusCode, 204)
  t.equal((await app.inject({ url: '/api/v1/cases', headers: byCookie })).statusCode, 401)
})

t.test(
  '登录 | an unknown name, a wrong password and an applicant are told alike; many tries are stopped',
  async (t) => {
    const { app, cabinet } = await openCounter()
    const attempt = (name: string, word: string) =>
      app.inject({ method: 'POST', url: '/api/v1/sessions', payload: { name, password: word } })
    const [unknown, wrong, applicant] = await Promise.all([
      attempt('没有此人', password),
      attempt('李登记', 'wrong'),
      attempt('张申请', password),
    ])
    t.equal(unknown.statusCode, 401)
    t.equal(wrong.body, unknown.body)
    t.equal(applicant.body, unknown.body)
    t.notOk(applicant.headers['set-cookie'])
    t.equal(await cabinet.session('token-1-5', new Date(0)), undefined, 'and no session of theirs is left')
    for (let i = 0; i < 3; i++) await attempt('李登记', 'wrong')
    const stopped = await attempt('李登记', password)
    t.equal(stopped.statusCode, 429)
    isProblem(t, stopped)
  },
)

t.test('登录 | an address made up by the client changes nothing; that of a listed proxy is believed', async (t) => {
  const tries = async (trustedProxies: string[]) => {
    const { app } = await openCounter({ trustedProxies })
    let last = 0
    for (let i = 0; i < 6; i++) {
      const answer = await app.inject({
        method: 'POST',
        url: '/api/v1/sessions',
        headers: { 'x-forwarded-for': `203.0.113.${i}` },
        payload: { name: '李登记', password: 'wrong' },
      })
      last = answer.statusCode
    }
    return last
  }
  t.equal(await tries([]), 429, 'six tries from one place are six tries')
  t.equal(await tries(['10.0.0.1']), 429, 'the peer is not the listed proxy')
  t.equal(await tries(['127.0.0.1']), 401, 'behind the proxy they come from six places')
})

t.test('来源 | a cookie acts only from a page of this site; a bearer acts from anywhere', async (t) => {
  const { app, signIn } = await openCounter()
  const token = await signIn('李登记')
  const post = (headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/api/v1/cases', payload: request, headers: { host: 'gk.example', ...headers } })
  const cookie = `zhiqing=${token}`
  const elsewhere = [
    { cookie, 'sec-fetch-site': 'cross-site' },
    { cookie, 'sec-fetch-site': 'same-site' },
    { cookie, origin: 'https://evil.example' },
    { cookie, origin: 'null' },
    { cookie },
  ]
  for (const headers of elsewhere) {
    const answer = await post(headers)
    t.equal(answer.statusCode, 403, JSON.stringify(headers))
    isProblem(t, answer)
  }
  t.equal((await post({ cookie, 'sec-fetch-site': 'same-origin' })).statusCode, 201)
  t.equal((await post({ cookie, origin: 'http://gk.example' })).statusCode, 201)
  t.equal((await post({ authorization: `Bearer ${token}`, origin: 'https://evil.example' })).statusCode, 201)
  const elsewhereSignIn = await app.inject({
    method: 'POST',
    url: '/api/v1/sessions',
    headers: { 'sec-fetch-site': 'cross-site' },
    payload: { name: '李登记', password },
  })
  t.equal(elsewhereSignIn.statusCode, 403, 'nobody is signed in by a page from elsewhere')
})

t.test(
  '接收 | a request becomes a case with its number, due day, letters and, this once, its query code',
  async (t) => {
    const { as } = await openCounter()
    const registrar = await as('李登记')
    const received = await registrar.post('/cases', request)
    t.equal(received.statusCode, 201)
    t.equal(received.headers.location, '/api/v1/cases/case-1')
    t.equal(received.headers.etag, '"2"')
    t.match(received.json(), {
      id: 'case-1',
      number: 'QHZR202500001',
      version: 2,
      stage: '接收',
      state: 'received',
      clock: { status: 'running', dueOn: '2025-03-31', remainingWorkingDays: 20, overdue: false, provisional: false },
      letters: ['L03'],
      issued: [{ n: 1, letter: 'L03', documentNumber: '青自然资公开告〔2025〕1号' }],
      queryCode: '0000000000000',
    })
    t.ok(received.json().permitted.includes('registerRequest'))
    t.notOk(received.json().permitted.includes('acceptForm'), 'what an officer does is no button of the registrar')
    const registered = await registrar.post('/cases/case-1/commands/registerRequest', { officer: '王经办' })
    t.equal(registered.statusCode, 200)
    t.match(registered.json(), { state: 'registered', stage: '登记', letters: ['L02'], version: 4 })
    t.notOk('queryCode' in registered.json())
  },
)

t.test('查看 | a case is shown with everything its staff need, and never with an id number in full', async (t) => {
  const { as } = await openCounter()
  const registrar = await as('李登记')
  await registrar.post('/cases', { ...request, coApplicants: [{ kind: 'natural', name: '李四', idNumber }] })
  await registrar.post('/cases/case-1/commands/registerRequest')
  const officer = await as('王经办')
  const page = await officer.get('/cases/case-1')
  t.equal(page.statusCode, 200)
  t.equal(page.headers.etag, '"4"')
  t.match(page.json(), {
    number: 'QHZR202500001',
    state: 'registered',
    applicant: { name: '张三', idNumber: '110105********002X', phone: '13800000000' },
    coApplicants: [{ idNumber: '110105********002X' }],
    letters: ['L03', 'L02'],
    issued: [
      { n: 1, letter: 'L03', issuedOn: '2025-03-03', servedOn: null },
      { n: 2, letter: 'L02', documentNumber: null },
    ],
    end: { outcome: null, stage: '登记' },
  })
  t.ok(page.json().permitted.includes('acceptForm'))
  const list = await officer.get('/cases')
  t.match(list.json(), { cases: [{ id: 'case-1', applicant: '张*', title: '征地补偿标准' }], next: null })
  const facts = await officer.get('/cases/case-1/facts')
  t.match(facts.json().facts, [
    { version: 1, fact: { type: 'RequestReceived', on: '2025-03-03', role: 'registrar', person: '李登记' } },
    { fact: { type: 'LetterIssued' } },
    { fact: { type: 'RequestRegistered' }, hash: /^[0-9a-f]{64}$/ },
    { fact: { type: 'LetterIssued' } },
  ])
  for (const { body } of [page, list, facts]) t.notMatch(body, idNumber)
  for (const { headers } of [page, list, facts]) t.equal(headers['cache-control'], 'no-store')
})

t.test(
  '复议法、条例 41 | the case page has its remedies, rounds and rectifications, and nothing of the machines',
  async (t) => {
    const { as, office } = await openCounter()
    const registrar = await as('李登记')
    await registrar.post('/cases', request)
    const officer = await as('王经办')
    const clerk = await as('何复议')
    const [reviewer, signatory] = await Promise.all([as('钱法制'), as('孙局长')])
    const did = async (who: typeof clerk, name: string, body: object = {}) => {
      const answer = await who.post(`/cases/case-1/commands/${name}`, body)
      t.equal(answer.statusCode, 200, `${name} ${answer.body}`)
      return answer.json()
    }
    await did(registrar, 'registerRequest')
    await did(officer, 'decide', {
      outcome: 'W6',
      category: '讨论记录',
      reasons: '记录载有讨论中的不同意见，事项尚未作出决定，全文不能区分',
    })
    await did(officer, 'submitDraft')
    await did(reviewer, 'approveDraft')
    await did(signatory, 'signReply')
    await did(officer, 'dispatchReply', { method: 'direct' })
    await did(registrar, 'recordService', { servedOn: '2025-03-03' })
    office.today = '2025-03-20' as Day
    const missing = await clerk.post('/cases/case-1/commands/decideReconsideration', { result: 'upheld' })
    t.match(missing.json(), { status: 409, code: 'remedyMissing' })
    const filed = await did(clerk, 'fileReconsideration', { procedure: 'simplified', body: '青禾县人民政府' })
    t.match(filed.dueDates.at(-1), {
      what: 'reconsiderationAnswer',
      dueOn: '2025-03-27',
      article: 'reconsideration:54',
    })
    await did(clerk, 'answerReconsideration')
    const unknown = await clerk.post('/cases/case-1/commands/decideReconsideration', { result: '维持' })
    t.match(unknown.json(), { status: 422, code: 'resultUnknown', zh: /维持（upheld）/ })
    await did(clerk, 'decideReconsideration', { result: 'redoOrdered' })
    await did(clerk, 'orderRedo', { deadlineOn: '2025-04-10' })
    await did(clerk, 'fileComplaint', { id: '诉1', to: 'superior', about: '没有答复全部事项' })
    await did(registrar, 'fileRectification', { id: '更1', record: '面积', evidence: '证书' })
    await did(officer, 'answerRectification', { id: '更1', finding: 'refused', reasons: '证书已经注销' })
    const page = (await officer.get('/cases/case-1')).json()
    t.match(page, {
      state: 'deciding',
      clock: { dueOn: '2025-04-10' },
      remedies: [
        {
          id: 'review-1',
          kind: 'reconsideration',
          state: 'reviewed',
          round: 0,
          filedOn: '2025-03-20',
          answeredOn: '2025-03-20',
          body: '青禾县人民政府',
          decisions: [{ result: 'redoOrdered', column: 'corrected', decidedOn: '2025-03-20' }],
        },
        { id: '诉1', kind: 'complaint', state: 'complaining', about: '没有答复全部事项' },
      ],
      rounds: [
        { decision: { outcome: 'W6' }, replyNumber: '青自然资公开答〔2025〕1号', reply: { servedOn: '2025-03-03' } },
      ],
      redo: { by: 'order', article: 'reconsideration:64', deadlineOn: '2025-04-10' },
      rectifications: [{ id: '更1', finding: 'refused', reasons: '证书已经注销', answeredOn: '2025-03-20' }],
      end: { outcome: null, reportLine: '3.3.6', round: 1 },
    })
    t.notOk('at' in page.remedies[0])
    t.notOk('verbs' in page.rounds[0])
    const n = page.issued.find(({ letter }: { letter: string }) => letter === 'L13').n
    const paper = await officer.get(`/cases/case-1/letters/${n}.pdf`)
    t.equal(paper.statusCode, 200)
    t.equal(paper.rawPayload.subarray(0, 5).toString(), '%PDF-')
  },
)

t.test('期限 | the trace tells day by day why the reply is due on 31 March', async (t) => {
  const { as } = await openCounter()
  const registrar = await as('李登记')
  await registrar.post('/cases', request)
  const { trace, days, dueDates, strict } = (await registrar.get('/cases/case-1/trace')).json()
  t.match(trace, [{ on: '2025-03-03', verb: 'start', article: /^ogi:31/ }])
  t.match(days[0], { on: '2025-03-04', counted: 1, why: 'working', article: 'ogi:33.2', provisional: false })
  t.match(days[4], { on: '2025-03-08', counted: null, why: 'rest' })
  t.match(days.at(-1), { on: '2025-03-31', counted: 20 })
  t.equal(days.length, 28)
  t.match(dueDates, [{ what: 'correctionNotice' }, { what: 'reply', dueOn: '2025-03-31' }, { what: 'extensionNotice' }])
  t.equal(strict.dueOn, '2025-03-31')
})

t.test(
  '列表 | pages follow one another by the cursor; wrong, unknown and repeated parameters are invalid',
  async (t) => {
    const { as } = await openCounter()
    const registrar = await as('李登记')
    for (let i = 0; i < 5; i++) await registrar.post('/cases', request)
    await registrar.post('/cases/case-2/commands/registerRequest', { officer: '王经办' })
    const first = (await registrar.get('/cases?limit=2')).json()
    const second = (await registrar.get(`/cases?limit=2&after=${first.next}`)).json()
    const third = (await registrar.get(`/cases?limit=2&after=${second.next}`)).json()
    t.strictSame(
      [first, second, third].flatMap(({ cases }) => cases.map(({ id }: { id: string }) => id)),
      ['case-1', 'case-2', 'case-3', 'case-4', 'case-5'],
    )
    t.equal(third.next, null)
    t.equal((await registrar.get('/cases?state=registered')).json().cases.length, 1)
    t.equal((await registrar.get(`/cases?officer=${encodeURIComponent('王经办')}`)).json().cases[0].id, 'case-2')
    for (const query of [
      'limit=0',
      'limit=101',
      'limit=x',
      'state=nowhere',
      'page=2',
      'limit=1&limit=2',
      '__proto__=1',
    ]) {
      const answer = await registrar.get(`/cases?${query}`)
      t.equal(answer.statusCode, 400, query)
      isProblem(t, answer)
    }
  },
)

t.test('拒绝 | role 403, state 409, law 422: each with its article, its words and what is permitted', async (t) => {
  const { as } = await openCounter()
  const registrar = await as('李登记')
  await registrar.post('/cases', request)
  const role = await registrar.post('/cases/case-1/commands/acceptForm')
  t.equal(role.statusCode, 403)
  t.match(role.json(), {
    code: 'notYourRole',
    article: 'ogi:45',
    zh: '登记人员不能办理“形式审查通过”，应由经办人办理',
    also: [{ code: 'notPermittedNow' }],
  })
  t.ok(role.json().permitted.includes('registerRequest'))
  const state = await registrar.post('/cases/case-1/commands/recordService', { servedOn: '2025-03-03' })
  t.equal(state.statusCode, 409)
  t.match(state.json(), { code: 'notPermittedNow', type: 'urn:zhiqing:refusal:notPermittedNow' })
  const head = await as('赵主任')
  const law = await head.post('/cases/case-1/commands/extendReply', { workingDays: 21, reason: '内容复杂' })
  t.equal(law.statusCode, 422)
  t.match(law.json(), { code: 'extensionTooLong', article: 'ogi:33.2', zh: /最长不得超过20个工作日/ })
  for (const answer of [role, state, law]) isProblem(t, answer)
  t.equal((await head.get('/cases/case-1')).json().version, 2, 'and nothing has changed')
})

t.test('角色 | `by` must be a role of the person; without it the usual one, else the first that may', async (t) => {
  const { as } = await openCounter()
  const registrar = await as('李登记')
  await registrar.post('/cases', request)
  const borrowed = await registrar.post('/cases/case-1/commands/extendReply', {
    workingDays: 5,
    reason: '内容复杂',
    by: 'officeHead',
  })
  t.equal(borrowed.statusCode, 403)
  t.match(borrowed.json(), { code: 'notYourRole', zh: '登记人员不能办理“延长答复期限”，应由公开工作机构负责人办理' })
  const unapproved = await registrar.post('/cases/case-1/commands/extendReply', { workingDays: 5, reason: '内容复杂' })
  t.match(unapproved.json(), { code: 'extensionNotApproved' }, 'the registrar may key it in, but not approve it')
  const head = await as('赵主任')
  const extended = await head.post('/cases/case-1/commands/extendReply', { workingDays: 5, reason: '内容复杂' })
  t.match(extended.json(), { letters: ['P03'], clock: { dueOn: '2025-04-08' } })
  const facts = (await head.get('/cases/case-1/facts')).json().facts
  t.match(
    facts.find(({ fact }: { fact: { type: string } }) => fact.type === 'ReplyExtended'),
    { fact: { role: 'officeHead', person: '赵主任' } },
  )
})

t.test('角色 | whoever signs as what he is not is refused, whatever the role, and nothing changes', async (t) => {
  const { as } = await openCounter()
  const registrar = await as('李登记')
  await registrar.post('/cases', request)
  const officer = await as('王经办')
  for (const by of Object.keys(roleNames).filter((role) => role !== 'officer')) {
    const forged = await officer.post('/cases/case-1/commands/acceptForm', { by })
    t.match(forged.json(), { status: 403, code: 'notYourRole' }, by)
    t.equal((await officer.post('/cases', { ...request, by })).statusCode, 403, `${by} receives nothing either`)
  }
  const forOther = await officer.post('/cases/case-1/commands/acceptForm', { by: 'officer', person: '赵主任' })
  t.match(forOther.json(), { status: 400, faults: [{ path: 'person', zh: /登录人本人/ }] })
  t.equal((await officer.get('/cases/case-1')).json().version, 2)
  t.equal((await officer.get('/cases')).json().cases.length, 1)
})

t.test('经办人 | a sign-in name stands for its person; a name of nobody here is taken, and said so', async (t) => {
  const { as, cabinet } = await openCounter()
  const { colleague } = cabinet
  cabinet.colleague = async (organ, words) => colleague(organ, words === 'qhzr-wang' ? '王经办' : words)
  const registrar = await as('李登记')
  for (let i = 0; i < 3; i++) await registrar.post('/cases', request)
  const register = (n: number, officer: string, headers = {}) =>
    registrar.post(`/cases/case-${n}/commands/registerRequest`, { officer }, headers)
  t.strictSame((await register(1, 'qhzr-wang')).json().warnings, [])
  t.equal((await registrar.get('/cases/case-1')).json().officer, '王经办')
  const key = { 'idempotency-key': 'officer-0001' }
  const paper = await register(2, '老吴（档案室）', key)
  t.match(paper.json(), {
    state: 'registered',
    warnings: [{ code: 'officerUnknown', zh: /没有名为“老吴（档案室）”的登录人员/ }],
  })
  t.equal((await registrar.get('/cases/case-2')).json().officer, '老吴（档案室）')
  t.equal((await register(2, '老吴（档案室）', key)).body, paper.body, 'a repeat gets the very same answer')
  await register(3, '王经办')
  const foreign = await registrar.post('/cases/case-3/commands/assignOfficer', { officer: '陈教育' })
  t.match(foreign.json().warnings, [{ code: 'officerUnknown' }], 'somebody of another organ is nobody here')
})

t.test('补录 | a step recorded after its day says so; a repeat of it gets the first answer', async (t) => {
  const { as, office } = await openCounter()
  const registrar = await as('李登记')
  t.strictSame((await registrar.post('/cases', { ...request, on: '2025-03-03' })).json().warnings, [])
  const key = { 'idempotency-key': 'late-00001' }
  const onItsDay = await registrar.post('/cases', { ...request, on: '2025-03-03' }, key)
  office.today = '2025-03-05' as Day
  const late = await registrar.post('/cases/case-1/commands/registerRequest', { on: '2025-03-03' })
  t.match(late.json().warnings, [
    {
      code: 'recordedLate',
      zh: '这一步写明于2025年3月3日办理，今天（2025年3月5日）才录入；台账同时保留录入时间',
    },
  ])
  const again = await registrar.post('/cases', { ...request, on: '2025-03-03' }, key)
  t.equal(again.body, onItsDay.body, 'which had nothing to warn of')
})

t.test('签发 | over the counter a reply is signed today and on no other day', async (t) => {
  const { as, office } = await openCounter()
  const [registrar, officer, head] = [await as('李登记'), await as('王经办'), await as('赵主任')]
  const [legal, signatory] = [await as('钱法制'), await as('孙局长')]
  const does = async (who: typeof registrar, name: string, body: object = {}) => {
    const answer = await who.post(`/cases/case-1/commands/${name}`, body)
    t.equal(answer.statusCode, 200, `${name} ${answer.statusCode === 200 ? '' : answer.body}`)
  }
  await registrar.post('/cases', request)
  await does(registrar, 'registerRequest', { officer: '王经办' })
  const search = { systems: ['档案系统'], keywords: ['征地'], people: ['王经办'], found: true }
  await does(officer, 'recordSearch', search)
  await does(officer, 'decide', { outcome: 'G2', items: ['补偿标准'], route: '邮寄' })
  await does(officer, 'submitDraft')
  await does(legal, 'approveDraft', { secrecyReviewedOn: '2025-03-03' })
  office.today = '2025-03-05' as Day
  for (const on of ['2025-03-03', '2025-03-04', '2025-03-06']) {
    const other = await signatory.post('/cases/case-1/commands/signReply', { on })
    t.match(
      other.json(),
      { status: 400, faults: [{ path: 'on', zh: /^签发时当场编号、落款，只能是今天（2025年3月5日）/ }] },
      on,
    )
    isProblem(t, other)
  }
  t.equal((await head.get('/cases/case-1')).json().state, 'signing', 'nothing was signed')
  await does(signatory, 'signReply', { on: '2025-03-05' })
})

t.test('地址 | one that is none: a problem for programs, plain Chinese for who looks for a page', async (t) => {
  const { app } = await openCounter()
  const html = { accept: 'text/html,application/xhtml+xml' }
  for (const [url, headers] of [
    ['/%ff', {}],
    ['/api/v1/cases/%ff', html],
  ] as const) {
    const answer = await app.inject({ url, headers })
    t.equal(answer.statusCode, 400)
    isProblem(t, answer)
  }
  const page = await app.inject({ url: '/%ff', headers: html })
  t.equal(page.statusCode, 400)
  t.match(page.headers, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' })
  t.match(page.body, /^这个地址写得不对/)
  const address = new URL(await app.listen({ host: '127.0.0.1', port: 0 }))
  const said = await new Promise<string>((resolve) => {
    let all = ''
    const socket = connect(Number(address.port), address.hostname, () => socket.end('GET /\u4e2d HTTP/1.1\r\n\r\n'))
    socket.on('data', (bytes) => {
      all += bytes
    })
    socket.on('close', () => resolve(all))
  })
  t.match(said, /^HTTP\/1\.1 400 .*application\/problem\+json.*请求不符合 HTTP 的要求/s)
})

t.test('日期 | nothing can be done tomorrow', async (t) => {
  const { as } = await openCounter()
  const registrar = await as('李登记')
  await registrar.post('/cases', request)
  const tomorrow = await registrar.post('/cases/case-1/commands/registerRequest', { on: '2025-03-04' })
  t.equal(tomorrow.statusCode, 422)
  t.match(tomorrow.json(), { code: 'dayInFuture', article: 'practice', permitted: Array })
  const unknown = await registrar.post('/cases/case-9/commands/registerRequest', { on: '2025-03-04' })
  t.equal(unknown.statusCode, 404)
  t.equal((await registrar.post('/cases', { ...request, on: '2025-03-04' })).statusCode, 422)
  t.equal((await registrar.post('/cases', { ...request, on: '2025-02-28' })).statusCode, 201, 'yesterday can be')
})

t.test('格式 | every fault of the input at once, with its path, in Chinese', async (t) => {
  const { as } = await openCounter()
  const registrar = await as('李登记')
  const answer = await registrar.post('/cases', {
    ...request,
    channel: 'pigeon',
    on: '2025-02-30',
    by: 'king',
    extra: 1,
    applicant: { kind: 'natural', name: 7, email: 'a@b, evil@x.example' },
  })
  t.equal(answer.statusCode, 400)
  isProblem(t, answer)
  const paths = answer.json().faults.map(({ path }: { path: string }) => path)
  t.strictSame(paths.toSorted(), ['applicant.email', 'applicant.name', 'by', 'channel', 'extra', 'on'])
  for (const { zh } of answer.json().faults) t.match(zh, /[一-龥]/)
  await registrar.post('/cases', request)
  const other = await registrar.post('/cases/case-1/commands/registerRequest', { person: '王经办' })
  t.match(other.json(), { status: 400, faults: [{ path: 'person' }] }, 'nobody signs for another')
  t.equal((await registrar.post('/cases/case-1/commands/registerRequest', { person: '李登记' })).statusCode, 200)
})

t.test('格式 | a body that is no JSON, no UTF-8, too large or of another type is refused, never a 500', async (t) => {
  const { app, signIn } = await openCounter()
  const authorization = `Bearer ${await signIn('李登记')}`
  const post = (payload: string | Buffer, type = 'application/json') =>
    app.inject({
      method: 'POST',
      url: '/api/v1/cases',
      payload,
      headers: { authorization, 'content-type': type },
    })
  const good = JSON.stringify(request)
  const [before, after] = good.split('张三') as [string, string]
  const gbk = Buffer.concat([Buffer.from(before), Buffer.from([0xd5, 0xc5, 0xc8, 0xfd]), Buffer.from(after)])
  const cases: [string, number, Awaited<ReturnType<typeof post>>][] = [
    ['half JSON', 400, await post('{"channel":')],
    ['nothing', 400, await post('')],
    ['a list', 400, await post('[]')],
    ['a word', 400, await post('"x"')],
    ['__proto__', 400, await post(`{"__proto__":{"x":1},${good.slice(1)}`)],
    ['constructor.prototype', 400, await post(`{"constructor":{"prototype":{"x":1}},${good.slice(1)}`)],
    ['a lone surrogate', 400, await post(good.replace('张三', '张\\ud800'))],
    ['a NUL', 400, await post(good.replace('张三', '张\\u0000'))],
    ['GBK', 400, await post(gbk)],
    ['two megabytes', 413, await post(`{"x":"${'x'.repeat(2 * 1024 * 1024)}"}`)],
    ['a form', 415, await post('channel=inPerson', 'application/x-www-form-urlencoded')],
    ['plain text', 415, await post(good, 'text/plain')],
    ['GB18030 by name', 415, await post(good, 'application/json; charset=gb18030')],
    ['a broken address', 400, await app.inject({ url: '/api/v1/%zz', headers: { authorization } })],
    ['another route', 404, await app.inject({ url: '/api/v1/nothing', headers: { authorization } })],
  ]
  for (const [what, status, answer] of cases) {
    t.equal(answer.statusCode, status, what)
    isProblem(t, answer)
    t.equal(answer.headers['x-content-type-options'], 'nosniff', what)
  }
  t.match((await post(gbk)).json().faults, [{ path: '', zh: /UTF-8/ }])
  t.match((await post('{"__proto__":{}}')).json().faults, [{ path: '', zh: /__proto__/ }])
  t.equal(({} as { x?: unknown }).x, undefined, 'and the prototype of all things is as it was')
  t.equal((await post(`\ufeff${good}`)).statusCode, 201, 'a byte order mark is no fault')
})

t.test(
  '字库 | a character that no letter could print is refused at the door, with place, character and code',
  async (t) => {
    const { as } = await openCounter()
    const registrar = await as('李登记')
    const described = (description: string) => registrar.post('/cases', { ...request, information: { description } })
    const missing = await described('青禾镇\u{2ebef}村')
    t.equal(missing.statusCode, 400)
    t.match(missing.json().faults, [{ path: 'information.description', zh: /“\u{2ebef}”（U\+2EBEF）/u }])
    t.match((await described('私\ue000用')).json().faults, [{ zh: /U\+E000/ }])
    t.match((await described('方向\u200f标记')).json().faults, [{ zh: /U\+200F/ }])
    t.equal((await described('《条例》第33条：“20个工作日”—— ① ㎡ 〔2025〕1号\n二、㐂字')).statusCode, 201)
    t.equal((await described('零宽\u200b空格和\u00a0不断行')).statusCode, 201, 'what paper leaves out is no fault')
    const rich = await openCounter({ press: { ...press, missingCharacters: async () => [] } })
    const body = { ...request, information: { description: '私\ue000用' } }
    const meaningless = await (await rich.as('李登记')).post('/cases', body)
    t.equal(meaningless.statusCode, 400, 'a private character means nothing elsewhere, whatever a font draws for it')
    await registrar.post('/cases/case-1/commands/registerRequest')
    const officer = await as('王经办')
    const items = await officer.post('/cases/case-1/commands/requestCorrection', {
      guidance: '可以写明文件名称、文号或者形成年份',
      items: ['好', '坏\u{2ebef}'],
    })
    t.match(items.json(), { status: 400, faults: [{ path: 'items.1' }] })
  },
)

/** Signs of the first plane: all where the odd ones stand close together, one in 37 elsewhere. */
const signs = (): string[] => {
  const whole = [
    [0, 0x17f],
    [0x600, 0x61f],
    [0x2000, 0x206f],
    [0x2ff0, 0x303f],
    [0xfe00, 0xffff],
  ] as const
  return Array.from({ length: 0x10000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .filter((code) => code % 37 === 0 || whole.some(([from, to]) => code >= from && code <= to))
    .map((code) => String.fromCharCode(code))
}

t.test('字库 | the door and the letter refuse the same characters: what one lets in the other prints', async (t) => {
  const template = loadTemplate('L03')
  const sample = sampleFields(template)
  const fonts = await openFonts()
  const printable = (sign: string) => checkFields(template, { ...sample, 受文者: `张${sign}三` }, fonts).length === 0
  const all = signs()
  const told = await unprintable({ applicant: { name: all.join('') } }, press)
  const refused = new Set(told.map(({ zh }) => /（U\+([0-9A-F]{4})）/.exec(zh)?.[1]))
  const codeOf = (sign: string) => sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  const oneLine = all.filter((sign) => !/[\r\n]/.test(sign))
  t.strictSame(oneLine.filter((sign) => refused.has(codeOf(sign)) === printable(sign)).map(codeOf), [])
  t.ok(refused.size > 200 && refused.size < all.length / 2, 'some of both')
  t.strictSame(await unprintable({ a: { b: ['好', '转\u202e向'] } }, press), [
    { path: 'a.b.1', zh: '含有字库无法印出的字符（U+202E），请改用其他写法或者请系统管理员配置字库' },
  ])
  let asked = 0
  const missingCharacters = async () => {
    asked += 1
    return []
  }
  await unprintable(request, { ...press, missingCharacters })
  t.equal(asked, 0, 'the usual characters wake no press')
})

t.test('幂等 | a repeat with the same key gets the first answer; with another body it is refused', async (t) => {
  const { as, office } = await openCounter()
  const registrar = await as('李登记')
  const key = { 'idempotency-key': 'click-0001' }
  const first = await registrar.post('/cases', request, key)
  office.today = '2025-03-04' as Day
  const { channel, ...rest } = request
  const second = await registrar.post('/cases', { ...rest, channel }, key)
  t.equal(second.statusCode, 201)
  t.equal(second.body, first.body, 'the order of fields and the day of asking do not matter')
  t.equal((await registrar.get('/cases')).json().cases.length, 1)
  const other = await registrar.post('/cases', { ...request, channel: 'oral' }, key)
  t.equal(other.statusCode, 422)
  t.match(other.json(), { type: 'urn:zhiqing:problem:keyReused' })
  const elsewhere = await registrar.post('/cases/case-1/commands/registerRequest', request, key)
  t.equal(elsewhere.statusCode, 400, 'the other command has other fields')
  const officer = { officer: '王经办' }
  const one = await registrar.post('/cases/case-1/commands/assignOfficer', officer, key)
  t.equal(one.statusCode, 422, 'nor for another step')
  const fresh = { 'idempotency-key': 'click-0002' }
  await registrar.post('/cases/case-1/commands/registerRequest', {}, { 'idempotency-key': 'click-0003' })
  const mine = await registrar.post('/cases/case-1/commands/assignOfficer', officer, fresh)
  const theirs = await (await as('赵主任')).post('/cases/case-1/commands/assignOfficer', officer, fresh)
  t.equal(theirs.json().version, mine.json().version + 1, "another person's key is another key")
  for (const bad of ['short', 'x'.repeat(129), 'with blank', '中文中文中文中文']) {
    const answer = await registrar.post('/cases', request, { 'idempotency-key': bad })
    t.match(answer.json(), { status: 400, faults: [{ path: 'Idempotency-Key' }] }, bad.slice(0, 20))
  }
})

t.test('版本 | a command from a stale screen is refused with 412; no condition means any version', async (t) => {
  const { as } = await openCounter()
  const registrar = await as('李登记')
  await registrar.post('/cases', request)
  const register = (match: string) =>
    registrar.post('/cases/case-1/commands/registerRequest', {}, { 'if-match': match })
  const stale = await register('"1"')
  t.equal(stale.statusCode, 412)
  t.match(stale.json(), { version: 2 })
  t.match((await register('"a"')).json(), { status: 400, faults: [{ path: 'If-Match' }] })
  t.equal((await register('W/"2"')).statusCode, 200)
  t.equal((await registrar.post('/cases/case-1/commands/assignOfficer', { officer: '王经办' })).statusCode, 200)
})

t.test('机关 | a case of another organ and a case that never was give the same bytes', async (t) => {
  const { as } = await openCounter()
  const registrar = await as('李登记')
  await registrar.post('/cases', request)
  const stranger = await as('陈教育')
  const both = (path: string) => Promise.all(['case-1', 'case-77'].map((id) => stranger.get(`/cases/${id}${path}`)))
  for (const path of ['', '/facts', '/trace', '/letters/1.pdf', '/letters/1.docx']) {
    const [foreign, never] = await both(path)
    t.equal(foreign?.statusCode, 404, path)
    t.equal(foreign?.body, never?.body, path)
    t.strictSame(Object.keys(foreign?.headers ?? {}), Object.keys(never?.headers ?? {}), path)
  }
  for (const name of commandNames) {
    const [foreign, never] = await Promise.all(
      ['case-1', 'case-77'].map((id) => stranger.post(`/cases/${id}/commands/${name}`)),
    )
    t.equal(foreign?.body, never?.body, name)
    t.not(foreign?.statusCode, 200, name)
  }
  t.strictSame((await stranger.get('/cases')).json().cases, [])
  t.equal((await stranger.get('/cases/..%2f..%2fetc')).statusCode, 404)
  t.equal((await stranger.get(`/cases/${"1'--"}`)).statusCode, 404)
})

t.test('分权 | administrators see no case; the supervising office reads and does nothing', async (t) => {
  const { as } = await openCounter()
  const registrar = await as('李登记')
  await registrar.post('/cases', request)
  for (const name of ['吴系统', '郑安全', '冯审计']) {
    const administrator = await as(name)
    t.equal((await administrator.get('/cases')).statusCode, 403, name)
    t.equal((await administrator.get('/cases/case-1')).statusCode, 404, name)
    t.equal((await administrator.post('/cases/case-1/commands/registerRequest')).statusCode, 404, name)
    t.equal((await administrator.post('/cases', request)).statusCode, 403, name)
  }
  const supervisor = await as('周督查')
  const page = await supervisor.get('/cases/case-1')
  t.equal(page.statusCode, 200)
  t.strictSame(page.json().permitted, ['chaseCase', 'orderSupervision'])
  const bodies: Record<string, object> = { registerRequest: {}, assignOfficer: { officer: '王经办' }, calendarDay: {} }
  for (const [name, body] of Object.entries(bodies)) {
    const answer = await supervisor.post(`/cases/case-1/commands/${name}`, body)
    t.match(answer.json(), { status: 403, code: 'notYourRole', zh: /^主管部门不能办理/ }, name)
  }
})

t.test(
  '文书 | one that awaits its seal is not handed out as the letter; a bare copy for sealing by hand is not kept',
  async (t) => {
    const { as, cabinet } = await openCounter({ sealing: true })
    const registrar = await as('李登记')
    const { id } = (await registrar.post('/cases', request)).json()
    await registrar.post(`/cases/${id}/commands/registerRequest`)
    const waits = await registrar.get(`/cases/${id}/letters/1.pdf`)
    t.equal(waits.statusCode, 409)
    isProblem(t, waits)
    t.match(waits.json(), { type: 'urn:zhiqing:problem:sealAwaited', detail: /unsealed=1/ })
    const bare = await registrar.get(`/cases/${id}/letters/1.pdf?unsealed=1`)
    t.equal(bare.statusCode, 200)
    t.match(
      bare.headers['content-disposition'],
      `L03-1-unsealed.pdf"; filename*=UTF-8''${encodeURIComponent('政府信息公开申请登记回执-未盖章-')}`,
    )
    t.notMatch(bare.rawPayload.toString('latin1'), '/FT /Sig')
    t.equal((await cabinet.letter('QHZR', id, 1))?.pdf, null, 'nothing was kept')
    t.equal((await registrar.get(`/cases/${id}/letters/1.pdf?unsealed=2`)).statusCode, 400)
    t.equal(
      (await registrar.get(`/cases/${id}/letters/2.pdf`)).statusCode,
      200,
      'L02 bears no seal and is printed here',
    )
    const sealed = {
      pdf: Buffer.from('%PDF sealed'),
      sha256: 'ab',
      template: { id: 'L03', version: '1', sha256: '00' },
    }
    await cabinet.keepPrint({ organ: 'QHZR', caseId: id, n: 1 }, sealed)
    for (const path of ['letters/1.pdf', 'letters/1.pdf?unsealed=1'])
      t.equal(
        (await registrar.get(`/cases/${id}/${path}`)).rawPayload.toString(),
        '%PDF sealed',
        'once sealed, there is one letter',
      )
  },
)

t.test('文书 | a letter is printed once, kept, and handed out as a file under its Chinese name', async (t) => {
  const { as, cabinet } = await openCounter()
  const registrar = await as('李登记')
  await registrar.post('/cases', request)
  const first = await registrar.get('/cases/case-1/letters/1.pdf')
  t.equal(first.statusCode, 200)
  t.match(first.headers, {
    'content-type': 'application/pdf',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'content-disposition':
      'attachment; filename="L03-1.pdf"; filename*=UTF-8\'\'' +
      `${encodeURIComponent('政府信息公开申请登记回执-青自然资公开告〔2025〕1号')}.pdf`,
  })
  t.equal(first.rawPayload.subarray(0, 5).toString(), '%PDF-')
  const second = await registrar.get('/cases/case-1/letters/1.pdf')
  t.ok(second.rawPayload.equals(first.rawPayload))
  const kept = await cabinet.letter('QHZR', 'case-1', 1)
  t.ok(first.rawPayload.equals(Buffer.from(kept?.pdf ?? [])))
  for (const n of ['2', '0', '99999', 'x', '1.pdf%00']) {
    t.equal((await registrar.get(`/cases/case-1/letters/${n}.pdf`)).statusCode, 404, n)
  }
})

t.test(
  '副本 | the same letter for an editor: marked as a copy, without the query code, and nothing of it is kept',
  async (t) => {
    const { as, cabinet } = await openCounter()
    const registrar = await as('李登记')
    await registrar.post('/cases', request)
    const url = '/cases/case-1/letters/1.docx'
    const first = await registrar.get(url)
    t.match(first.headers, {
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
      'content-disposition':
        'attachment; filename="L03-1.docx"; filename*=UTF-8\'\'' +
        `${encodeURIComponent('政府信息公开申请登记回执-青自然资公开告〔2025〕1号-副本')}.docx`,
    })
    t.equal((await cabinet.letter('QHZR', 'case-1', 1))?.pdf, null, 'nothing is printed for it')
    const read = readDocx(first.rawPayload)
    t.match(read.notes, ['可编辑副本，供修改和引用；文书以存档的 PDF 为准'])
    t.match(read.text, /查询码：\*{4}-\*{4}-\*{5}/, 'the query code stays on the paper')
    const pdf = await registrar.get('/cases/case-1/letters/1.pdf')
    const paper = (await textOf(pdf.rawPayload)).replace(/\s+/g, '')
    const covered = paper.replace(/查询码：.{4}-.{4}-.{5}/, '查询码：****-****-*****').replace(/—\d+—/g, '')
    t.equal(read.text.replace(/\s+/g, ''), covered, 'else word for word the letter')
    t.ok((await registrar.get(url)).rawPayload.equals(first.rawPayload), 'the same bytes after the letter was printed')
    const { letter } = cabinet
    cabinet.letter = async (...asked) => {
      const kept = await letter(...asked)
      return kept && { ...kept, templateSha256: 'f'.repeat(64) }
    }
    const later = readDocx((await registrar.get(url)).rawPayload)
    t.match(later.notes, [/印发后模板换过，文字可能与 PDF 不同$/], 'words that were changed since are told')
    for (const n of ['2', '0', '99999', 'x', '1.docx%00'])
      t.equal((await registrar.get(`/cases/case-1/letters/${n}.docx`)).statusCode, 404, n)
  },
)

t.test('故障 | what the database cannot do is told with whether anything was saved', async (t) => {
  const { as, cabinet } = await openCounter()
  const registrar = await as('李登记')
  const told: [string, number, RegExp][] = [
    ['DATABASE_DOWN', 503, /没有保存任何内容/],
    ['BUSY', 503, /没有保存任何内容/],
    ['DISK_FULL', 507, /没有保存任何内容/],
    ['OUTCOME_UNKNOWN', 503, /可能已经保存，也可能没有.*Idempotency-Key/],
  ]
  for (const [code, status, words] of told) {
    cabinet.fault = Object.assign(new Error('connect ECONNREFUSED 10.1.2.3:5432'), { code })
    const answer = await registrar.post('/cases', request)
    t.equal(answer.statusCode, status, code)
    t.match(answer.json().detail, words, code)
    t.notMatch(answer.body, /10\.1\.2\.3/)
    isProblem(t, answer)
  }
})

t.test('故障 | a reading without a database is told like a command without one', async (t) => {
  const { as, cabinet, lines } = await openCounter()
  const registrar = await as('李登记')
  await registrar.post('/cases', request)
  const { findCase } = cabinet
  const fail = async (): Promise<never> => {
    throw Object.assign(new Error('数据库连接不上，没有保存任何内容；请稍后重试'), { code: 'DATABASE_DOWN' })
  }
  const reads: [string, object][] = [
    ['/cases', { listCases: fail }],
    ['/cases/case-1', { findCase: fail }],
    ['/cases/case-1', { findCase, calendar: fail }],
    ['/cases/case-1/trace', { organ: fail }],
    ['/cases/case-1/facts', { ledger: fail }],
    ['/cases/case-1/letters/1.pdf', { letter: fail }],
    ['/cases/case-1/letters/1.docx', { letter: fail }],
    ['/cases/case-1', { session: fail }],
  ]
  for (const [url, broken] of reads) {
    Object.assign(cabinet, broken)
    const answer = await registrar.get(url)
    t.match(answer.json(), { status: 503, type: 'urn:zhiqing:problem:databaseDown', detail: /请稍后重试/ }, url)
    isProblem(t, answer)
  }
  t.ok(lines.some(({ event, code }) => event === 'unavailable' && code === 'DATABASE_DOWN'))
})

t.test('故障 | only the database room says that the database is lost; nobody guesses it from an errno', async (t) => {
  const { as, cabinet } = await openCounter()
  const registrar = await as('李登记')
  for (const [code, syscall] of [
    ['EPIPE', 'write'],
    ['EIO', 'read'],
  ] as const) {
    cabinet.fault = Object.assign(new Error('of some file'), { code, syscall })
    const answer = await registrar.post('/cases', request)
    t.match(answer.json(), { status: 500, type: 'urn:zhiqing:problem:defect' }, code)
  }
})

t.test('故障 | a letter whose words were erased is gone, and said so', async (t) => {
  const { as, cabinet } = await openCounter()
  const registrar = await as('李登记')
  await registrar.post('/cases', request)
  cabinet.letter = async () => {
    throw Object.assign(new Error('文书所在案件的个人信息已依法删除'), { code: 'ERASED' })
  }
  for (const file of ['1.pdf', '1.docx']) {
    const answer = await registrar.get(`/cases/case-1/letters/${file}`)
    t.match(
      answer.json(),
      { status: 410, type: 'urn:zhiqing:problem:erased', detail: /已依法删除.*台账仍可查看/ },
      file,
    )
    isProblem(t, answer)
  }
})

t.test('日历 | with a clock far beyond the notices a reading says what to import; a command is refused', async (t) => {
  const { as, office } = await openCounter()
  const registrar = await as('李登记')
  await registrar.post('/cases', request)
  const days = [
    ['2040-01-02', { code: 'calendarUnknown', zh: /先导入放假安排/ }],
    ['2018-12-31', { code: 'beforeRegulation' }],
  ] as [Day, object][]
  for (const [today, refusal] of days) {
    office.today = today
    for (const url of ['/cases', '/cases/case-1']) {
      const answer = await registrar.get(url)
      t.match(
        answer.json(),
        { status: 503, type: 'urn:zhiqing:problem:calendarUnknown', detail: `工作日历没有${today}` },
        `${url} on ${today}`,
      )
      t.match(answer.json().detail, /导入.*放假安排（zhiqing calendar import）.*核对服务器的日期/)
      isProblem(t, answer)
    }
    for (const url of ['/cases/case-1/facts', '/cases/case-1/trace', '/cases/case-1/letters/1.pdf'])
      t.equal((await registrar.get(url)).statusCode, 200, `${url} needs no calendar of today`)
    const refused = await registrar.post('/cases', request)
    t.match(refused.json(), { status: 422, ...refusal })
    isProblem(t, refused)
  }
  office.today = '2025-03-04' as Day
  t.equal((await registrar.get('/cases/case-1')).statusCode, 200)
})

t.test('故障 | a defect is told by its id alone and logged whole', async (t) => {
  const { as, cabinet, lines } = await openCounter()
  const registrar = await as('李登记')
  cabinet.fault = new Error('select secret from words where id = 7')
  const answer = await registrar.post('/cases', request)
  t.equal(answer.statusCode, 500)
  isProblem(t, answer)
  t.notMatch(answer.body, /select|secret/)
  const logged = lines.find(({ event }) => event === 'defect')
  t.equal(logged?.id, answer.json().id)
  t.match(logged?.error, /select secret/)
  t.not((await registrar.post('/cases', request)).json().id, answer.json().id)
})

t.test('日志 | a line an answer, by route; no id number, telephone, token or words of a request in it', async (t) => {
  const { as, lines, signIn } = await openCounter()
  const token = await signIn('李登记')
  const registrar = await as('李登记')
  await registrar.post('/cases', request)
  await registrar.get('/cases/case-1')
  t.match(lines.at(-1), {
    event: 'request',
    method: 'GET',
    route: '/api/v1/cases/:id',
    status: 200,
    person: 'p-李登记',
  })
  const all = JSON.stringify(lines)
  for (const secret of [idNumber, '13800000000', token, password, '征地补偿标准', '0000000000000']) {
    t.notMatch(all, secret)
  }
})

t.test('响应头 | strict on every answer, errors too; TLS adds what only TLS can keep', async (t) => {
  const plain = await openCounter()
  for (const url of ['/api/v1/cases', '/health/live', '/nothing', '/api/v1/openapi.json']) {
    const { headers } = await plain.app.inject({ url })
    const policy = String(headers['content-security-policy'])
    t.match(policy, /default-src 'self'.*object-src 'none'.*base-uri 'none'.*frame-ancestors 'none'/, url)
    t.notMatch(policy, /unsafe|upgrade-insecure/, url)
    t.match(headers, { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
    t.match(headers['content-type'], /charset=utf-8/)
    t.notOk(headers['strict-transport-security'])
    t.notOk(headers['access-control-allow-origin'])
    t.notOk(headers['x-powered-by'])
  }
  const tls = await openCounter({ secureCookies: true })
  const signed = await tls.app.inject({
    method: 'POST',
    url: '/api/v1/sessions',
    payload: { name: '李登记', password },
  })
  t.match(String(signed.headers['set-cookie']), /^__Host-zhiqing=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
  t.match(signed.headers['strict-transport-security'], /max-age=31536000; includeSubDomains/)
})

t.test('运行 | live always, ready when the database answers; counts by route for operators', async (t) => {
  const metrics = openMetrics()
  const { app, cabinet } = await openCounter({ metrics })
  t.equal((await app.inject({ url: '/health/ready' })).statusCode, 200)
  cabinet.fault = new Error('down')
  t.equal((await app.inject({ url: '/health/ready' })).statusCode, 503)
  t.equal((await app.inject({ url: '/health/live' })).statusCode, 200)
  const operators = buildMetrics({ metrics })
  t.teardown(() => operators.close())
  const { body, headers } = await operators.inject({ url: '/metrics' })
  t.match(headers['content-type'], /^text\/plain; version=0\.0\.4/)
  t.match(body, 'zhiqing_http_requests_total{method="GET",route="/health/ready",status="503"} 1')
  t.match(body, /zhiqing_http_request_seconds_bucket\{route="\/health\/ready",le="\+Inf"\} 2/)
  t.equal((await app.inject({ url: '/metrics' })).statusCode, 404, 'not on the public port')
})

t.test(
  '§37 | the risk checks of a case over HTTP: what was found with what would meet it, and what was looked at',
  async (t) => {
    const { as } = await openCounter()
    const registrar = await as('李登记')
    const officer = await as('王经办')
    const found = async (reasons: string) => {
      const { id } = (await registrar.post('/cases', request)).json()
      await registrar.post(`/cases/${id}/commands/registerRequest`)
      const w6 = { outcome: 'W6', category: '请示报告', reasons }
      const decided = await officer.post(`/cases/${id}/commands/decide`, w6)
      t.equal(decided.statusCode, 200, decided.body)
      const answer = await officer.get(`/cases/${id}/risks`)
      t.equal(answer.statusCode, 200)
      const { checks } = answer.json()
      t.ok(checks.length >= 18, 'all are listed')
      return checks.find(({ code }: { code: string }) => code === 'SEVER')
    }
    t.match(await found('该请示是内部请示，不公开。'), {
      level: 'block',
      article: 'ogi:37',
      found: { satisfy: /[一-龥]/ },
    })
    t.match(await found('该请示全文均为讨论意见，无法区分处理，不宜公开。'), { found: null })
    t.equal((await officer.get('/cases/none/risks')).statusCode, 404)
  },
)

t.test(
  '推演 | a scenario over HTTP says line by line what `zhiqing simulate` says, and leaves nothing behind',
  async (t) => {
    const { as, cabinet } = await openCounter()
    const registrar = await as('李登记')
    for (const name of ['V11', 'V14', 'V26', 'refused', 'as-of']) {
      const file = scenarioFile(name)
      const answer = await registrar.post('/simulations', parse(readFileSync(file, 'utf8')))
      t.equal(answer.statusCode, 200, name)
      t.strictSame(answer.json().lines, simulate([file]).lines, name)
    }
    t.equal(await cabinet.findCase('QHZR', 'case-1'), undefined)
  },
)

t.test('推演 | a scenario that is not well formed is told every fault at once, by its place', async (t) => {
  const { as } = await openCounter()
  const registrar = await as('李登记')
  const told = async (payload: object) => {
    const answer = await registrar.post('/simulations', payload)
    isProblem(t, answer)
    t.equal(answer.statusCode, 400)
    return answer.json().faults.map(({ path }: { path: string }) => path)
  }
  t.strictSame(await told({}), ['events'])
  t.strictSame(await told({ events: [], colour: 1, asOf: '2025-02-30' }), ['asOf', 'events', 'colour'])
  t.strictSame(await told({ events: [{ on: '2010-03-01', do: 'calendarDay' }], asOf: '2010-01-01' }), ['asOf'])
  const events = [
    { on: '2025-03-03', do: 'receiveRequest', channel: 'pigeon' },
    { on: '2025-03-03', do: 'fly' },
    { on: '2025-03-04', do: 'extendReply', workingDays: 'many' },
  ]
  const paths = await told({ events })
  for (const path of ['events.0.channel', 'events.1.do', 'events.2.workingDays']) t.ok(paths.includes(path), path)
  const far = { on: '2040-01-02', do: 'receiveRequest', ...request }
  const beyond = await registrar.post('/simulations', { events: [far] })
  t.equal(beyond.statusCode, 200)
  t.match(beyond.json().lines[0], { ok: false, refusal: { zh: /2040/ } }, 'beyond the calendar a step is refused')
  for (const hostile of ['{"__proto__":{"events":[]}}', '[]', 'null', '"x"']) {
    const answer = await registrar.post('/simulations', hostile as never, { 'content-type': 'application/json' })
    t.equal(answer.statusCode, 400, hostile)
  }
})

t.test('说明 | the OpenAPI description has every running route and no other, each in Chinese', async (t) => {
  const running = new Set<string>()
  const app = buildApi({
    cabinet: paperCabinet(),
    press,
    today: () => '2025-03-03' as Day,
    now: () => new Date(0),
    log: { info: () => {}, error: () => {} },
  })
  t.teardown(() => app.close())
  app.addHook('onRoute', ({ method, url }) => {
    const path = url.replace(/\(\^[^)]*\)/g, '').replace(/:(\w+)/g, '{$1}')
    for (const one of [method].flat()) if (one !== 'HEAD') running.add(`${one} ${path}`)
  })
  await app.ready()
  const answer = await app.inject({ url: '/api/v1/openapi.json' })
  t.equal(answer.statusCode, 200)
  const { openapi, paths } = answer.json()
  t.match(openapi, /^3\.1/)
  const described = Object.entries(paths as Record<string, Record<string, { summary: string; description: string }>>)
  const named = described.flatMap(([path, of]) => Object.keys(of).map((method) => `${method.toUpperCase()} ${path}`))
  t.strictSame(named.toSorted(), [...running].toSorted())
  for (const name of commandNames) t.ok(named.includes(`POST /api/v1/cases/{id}/commands/${name}`), name)
  for (const [path, of] of described)
    for (const { summary, description } of Object.values(of)) {
      t.match(summary, /[一-龥]/, path)
      t.match(description, /[一-龥]/, path)
    }
  const body = paths['/api/v1/cases'].post.requestBody.content['application/json'].schema
  t.match(Object.keys(body.properties), ['channel'], 'its own fields')
  for (const field of ['applicant', 'information', 'on', 'by', 'person']) t.ok(field in body.properties, field)
  t.notOk(body.additionalProperties)
  t.notMatch(answer.body, /password_hash|stack/)
})

t.test('身份 | without one, every route but the open ones answers 401 and nothing else', async (t) => {
  const { app, cabinet } = await openCounter()
  const open = ['POST /api/v1/sessions', 'GET /api/v1/openapi.json', 'GET /health/live', 'GET /health/ready']
  open.push('GET /api/v1/calendars/{file}')
  open.push('GET /api/v1/sign-on', 'POST /api/v1/sign-on')
  for (const way of ['begin', 'callback', 'end']) open.push(`GET /api/v1/sign-on/${way}`)
  const { paths } = (await app.inject({ url: '/api/v1/openapi.json' })).json()
  let closed = 0
  for (const [path, of] of Object.entries(paths as Record<string, object>)) {
    for (const method of Object.keys(of).map((one) => one.toUpperCase() as 'GET' | 'POST' | 'DELETE')) {
      if (open.includes(`${method} ${path}`)) continue
      closed += 1
      const url = path.replace('{id}', 'case-1').replace('{n}', '1').replace('{code}', 'L07')
      for (const headers of [{}, { authorization: 'Bearer made-up' }, { authorization: 'Basic eA==' }]) {
        const answer = await app.inject({ method, url, headers, ...(method === 'POST' ? { payload: request } : {}) })
        t.equal(answer.statusCode, 401, `${method} ${path}`)
        t.match(answer.headers['www-authenticate'], 'Bearer')
      }
    }
  }
  t.equal(closed, commandNames.length + 84)
  t.equal(await cabinet.findCase('QHZR', 'case-1'), undefined)
})

t.test('规则 | what the law and the calendar said on a day; of what is not held, null, never a guess', async (t) => {
  const { as } = await openCounter()
  const officer = await as('王经办')
  const on = async (day: string) => (await officer.get(`/law?on=${day}`)).json()
  const period = (told: { periods: { zh: string; value: number | null }[] }, zh: string) =>
    told.periods.find((one) => one.zh === zh)?.value
  const inForce = (told: { instruments: { instrument: string; inForce: boolean }[] }, name: string) =>
    told.instruments.find(({ instrument }) => instrument === name)?.inForce
  for (const [day, reply, ogi] of [
    ['2008-04-30', null, false],
    ['2008-05-01', 15, false],
    ['2019-05-14', 15, false],
    ['2019-05-15', 20, true],
  ] as const) {
    const told = await on(day)
    t.equal(period(told, '答复'), reply, `${day}: the reply period`)
    t.equal(inForce(told, 'ogi'), ogi, `${day}: the regulation of 2019`)
  }
  t.equal(period(await on('2015-04-30'), '直接提起行政诉讼'), 3)
  t.equal(period(await on('2015-05-01'), '直接提起行政诉讼'), 6)
  t.equal(period(await on('2023-12-31'), '复议书面答复（简易程序）'), null)
  t.equal(period(await on('2024-01-01'), '复议书面答复（简易程序）'), 5)
  t.match(await on('2018-12-31'), { calendar: null }, 'before the calendar')
  t.match(await on('2025-10-11'), { calendar: { working: true, status: 'official', name: '国庆节、中秋节' } })
  t.match((await officer.get('/law?on=2025-02-30')).json(), { status: 400, faults: [{ path: 'on' }] })
})

t.test('设想 | whoever may read the case sees what would follow; nothing of it is kept', async (t) => {
  const { as, cabinet, office } = await openCounter()
  const registrar = await as('李登记')
  await registrar.post('/cases', request)
  await registrar.post('/cases/case-1/commands/registerRequest', { officer: '王经办' })
  office.today = '2025-03-10' as Day
  const officer = await as('王经办')
  const url = '/cases/case-1/what-if'
  const [page, facts] = [await officer.get('/cases/case-1'), await officer.get('/cases/case-1/facts')]
  const events = [
    { do: 'extendReply', workingDays: 21, reason: '资料分散' },
    { do: 'extendReply', workingDays: 20, reason: '资料分散' },
  ]
  const asked = await officer.post(url, { events })
  t.equal(asked.statusCode, 200)
  t.match(asked.json(), {
    before: { state: 'registered', clock: { dueOn: '2025-03-31' } },
    lines: [
      { ok: false, refusal: { code: 'extensionTooLong', zh: /最长不得超过20个工作日/ }, letters: [] },
      { ok: true, letters: ['P03'], clock: { dueOn: '2025-04-28' } },
    ],
    moved: [{ what: 'reply', from: '2025-03-31', to: '2025-04-28', provisional: false }, { what: 'extensionNotice' }],
  })
  const [after, ledger] = [await officer.get('/cases/case-1'), await officer.get('/cases/case-1/facts')]
  t.equal(after.headers.etag, page.headers.etag, 'the version is the same')
  t.equal(after.body, page.body)
  t.equal(ledger.body, facts.body, 'and so is the ledger')
  const signed = await registrar.post('/cases', request)
  t.equal(signed.json().issued[0].documentNumber, '青自然资公开告〔2025〕2号', 'no number was taken')

  const cn2025 = notices.find(({ year }) => year === 2025) as Notice
  const notice = { ...cn2025, off: [...cn2025.off, { date: '2025-03-10', name: '国庆节' }] }
  const moved = (await officer.post(url, { events: [], notice })).json()
  t.match(moved, { before: { clock: { dueOn: '2025-03-31' } }, after: { clock: { dueOn: '2025-04-01' } } })
  t.equal((await officer.get('/cases/case-1')).json().clock.dueOn, '2025-03-31')
  const before = (await officer.post(url, { events: [{ do: 'acceptForm' }], asOf: '2025-03-09' })).json()
  t.match(before, { lines: [{ ok: true, clock: { dueOn: '2025-03-31' } }] })

  await cabinet.keepSetting({
    organ: 'QHZR',
    name: 'correctionPeriodWorkingDays',
    value: 20,
    from: '2025-03-11' as Day,
    reason: '试',
    by: null,
  })
  const later = [
    { on: '2025-03-11', do: 'requestCorrection', guidance: '可以写明文件名称、文号或者形成年份', items: ['名称'] },
    { do: 'recordLetterService', letter: 'P01', servedOn: '2025-03-11' },
  ]
  t.match((await officer.post(url, { events: later })).json().after.dueDates, [
    { what: 'correctionReply', dueOn: '2025-04-09' },
  ])

  const none = { events: [] }
  for (const [who, path] of [
    ['王经办', '/cases/case-99/what-if'],
    ['陈教育', url],
    ['吴系统', url],
  ] as const)
    t.equal((await (await as(who)).post(path, none)).statusCode, 404, `${who} ${path}`)
  t.match((await officer.post(url, { events: [{ do: 'fly' }] })).json(), {
    status: 400,
    faults: [{ path: 'events.0.do' }],
  })
  t.match((await officer.post(url, { ...none, notice, asOf: '2025-03-09' })).json(), {
    status: 400,
    faults: [{ path: 'asOf' }],
  })
})
