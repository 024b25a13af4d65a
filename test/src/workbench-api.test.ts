import { buildApi } from '@zhiqing/api'
import { commandNames } from '@zhiqing/casework'
import type { Day } from '@zhiqing/law'
import { openPress } from '@zhiqing/letters'
import t from 'tap'
import { paperCabinet } from './paper-cabinet.js'

/** What the pages of the staff ask beside what programs always could. */
const press = openPress()
t.teardown(() => press.close())

const openCounter = async () => {
  const office = { today: '2025-03-03' as Day }
  const log = { info: () => {}, error: () => {} }
  const now = () => new Date(`${office.today}T02:00:00Z`)
  const app = buildApi({ cabinet: paperCabinet(), press, today: () => office.today, now, log })
  t.teardown(() => app.close())
  await app.ready()
  const as = async (name: string) => {
    const payload = { name, password: 'correct horse battery' }
    const signed = await app.inject({ method: 'POST', url: '/api/v1/sessions', payload })
    const authorization = `Bearer ${signed.json().token}`
    const ask = async (method: 'GET' | 'POST', url: string, body?: object) => {
      const answer = await app.inject({
        method,
        url: `/api/v1${url}`,
        headers: { authorization },
        ...(body ? { payload: body } : {}),
      })
      return { status: answer.statusCode, json: answer.json() }
    }
    const text = async (url: string) =>
      (await app.inject({ url: `/api/v1${url}`, headers: { authorization } })).rawPayload.toString()
    return {
      text,
      get: (url: string) => ask('GET', url),
      post: (url: string, body: object = {}) => ask('POST', url, body),
    }
  }
  return { office, as }
}

const request = {
  channel: 'inPerson',
  applicant: { kind: 'natural', name: '张三', idType: '居民身份证', idNumber: '11010519491231002X' },
  information: { description: '青禾镇2023年征地补偿标准' },
  form: { medium: 'paper', method: 'mail' },
}

interface Act {
  readonly command: string
  readonly permitted: boolean
  readonly mine: boolean
  readonly open: boolean
  readonly refusal: { readonly code: string; readonly zh: string } | null
}

t.test('事项 | at each moment what may be done and why the rest may not, in step with the door', async (t) => {
  const { as } = await openCounter()
  const registrar = await as('李登记')
  const officer = await as('王经办')
  await registrar.post('/cases', request)
  const actsOf = async (who: typeof registrar): Promise<Map<string, Act>> =>
    new Map(((await who.get('/cases/case-1/acts')).json.acts as Act[]).map((act) => [act.command, act]))
  const before = await actsOf(registrar)
  t.match(before.get('registerRequest'), { permitted: true, mine: true, open: true, refusal: null })
  t.match(before.get('recordService'), { permitted: false, refusal: { code: 'notPermittedNow' } })
  t.match(before.get('signReply'), { permitted: false, mine: false, open: false, refusal: { code: 'notYourRole' } })
  t.notOk(before.has('chaseCase'), 'the supervisor’s acts are not offered inside')
  t.notOk(before.has('calendarDay'), 'nor those of the scheduler')
  await registrar.post('/cases/case-1/commands/registerRequest', { officer: '王经办' })
  const [mine, page] = [await actsOf(officer), (await officer.get('/cases/case-1')).json]
  const permitted = [...mine.values()].filter((act) => act.permitted).map(({ command }) => command)
  t.strictSame(permitted.toSorted(), page.permitted.toSorted(), 'the list and the page say the same')
  for (const act of mine.values()) {
    if (act.permitted) continue
    const refused = await officer.post(`/cases/case-1/commands/${act.command}`, {})
    t.not(refused.status, 200, `${act.command} is refused at the door too`)
    t.match(act.refusal?.zh, /[一-龥]/)
  }
})

t.test('表单 | every command is described with a Chinese name for each field and each code', async (t) => {
  const { as } = await openCounter()
  const officer = await as('王经办')
  const latin = /^[\w\s.]*$/
  const walk = (schema: Record<string, unknown>, path: string): void => {
    for (const [field, one] of Object.entries((schema.properties ?? {}) as Record<string, Record<string, unknown>>)) {
      if (one.const !== undefined && field === 'outcome') continue
      t.notMatch(String(one.title ?? ''), latin, `${path}.${field} has a name`)
      walk(one, `${path}.${field}`)
    }
    for (const key of ['anyOf', 'oneOf']) for (const one of (schema[key] ?? []) as never[]) walk(one, path)
    if (schema.items) walk(schema.items as never, `${path}[]`)
    const names = schema['x-names'] as Record<string, string> | undefined
    if (schema.enum && names && Object.keys(names).length > 0)
      t.strictSame(Object.keys(names), schema.enum, `${path}: every code has a name`)
  }
  for (const name of commandNames) {
    const { status, json } = await officer.get(`/commands/${name}`)
    t.equal(status, 200)
    t.match(json, { command: name, zh: /[一-龥]/, cited: /[一-龥]/ })
    walk(json.schema, name)
  }
  t.equal((await officer.get('/commands/nothing')).status, 404)
  const { json } = await officer.get('/commands/decide')
  t.match(JSON.stringify(json), /"classification":\{[^}]*"title":"密级","x-needed":true/, 'needed fields are marked')
})

t.test('我是谁 | the session says who, where, which day and what may be read', async (t) => {
  const { as } = await openCounter()
  t.match((await (await as('王经办')).get('/sessions/current')).json, {
    person: { displayName: '王经办', roles: ['officer'] },
    organ: { id: 'QHZR', name: '青禾县自然资源局' },
    today: '2025-03-03',
    reads: ['tasks', 'list', 'page'],
    supervises: false,
  })
  t.match((await (await as('吴系统')).get('/sessions/current')).json, { reads: ['settings'], supervises: false })
  t.equal((await (await as('周督查')).get('/sessions/current')).json.supervises, true)
})

t.test('词表 | codes have their Chinese names, outcomes their articles', async (t) => {
  const { as } = await openCounter()
  const { json } = await (await as('王经办')).get('/words')
  t.match(json, {
    states: { examining: '审核' },
    dues: { reply: '答复期限' },
    outcomes: { N1: { zh: '政府信息不存在', basis: '条例第三十六条第（四）项', letter: 'S12' } },
    letters: { P01: /补正/ },
    commands: { extendReply: '延长答复期限' },
  })
})

t.test('列表 | the nearest day with the working days left; a search of nothing is refused', async (t) => {
  const { as } = await openCounter()
  const registrar = await as('李登记')
  await registrar.post('/cases', request)
  const { json } = await registrar.get('/cases?sort=due')
  // Received on Monday 3 March 2025: twenty working days on is the 31st, and 清明 lies after it.
  t.match(json.cases[0].next, { what: 'reply', dueOn: '2025-03-31', left: 20 })
  t.equal((await registrar.get('/cases?q=%20')).status, 400)
  t.equal((await registrar.get('/cases?sort=oldest')).status, 400)
})

t.test('预览 | a decision is tried in memory: its letter, its risks, its refusals; nothing is kept', async (t) => {
  const { as } = await openCounter()
  const [registrar, officer] = [await as('李登记'), await as('王经办')]
  await registrar.post('/cases', request)
  await registrar.post('/cases/case-1/commands/registerRequest', { officer: '王经办' })
  const before = (await officer.get('/cases/case-1')).json.version
  const tried = await officer.post('/cases/case-1/previews/decide', { outcome: 'G2', items: ['标准'], route: '邮寄' })
  t.equal(tried.status, 200)
  t.match(tried.json, { letter: 'S02', pdf: /^JVBER/ })
  t.ok(tried.json.checks.length > 10)
  const refused = await officer.post('/cases/case-1/previews/decide', { outcome: 'N1', reasons: '没有' })
  t.match(refused, { status: 422, json: { code: 'searchMissing' } })
  t.equal((await officer.post('/cases/case-1/previews/decide', { outcome: 'Q9' })).status, 400)
  t.equal((await registrar.post('/cases/case-1/previews/decide', { outcome: 'G2' })).status, 403)
  t.equal((await officer.post('/cases/case-9/previews/decide', { outcome: 'G2' })).status, 404)
  t.equal((await officer.get('/cases/case-1')).json.version, before)
})

t.test(
  '逐项答复 | something given and something not of this organ: one letter, printed, its remedy either',
  async (t) => {
    const { as } = await openCounter()
    const [registrar, officer] = [await as('李登记'), await as('王经办')]
    await registrar.post('/cases', request)
    await registrar.post('/cases/case-1/commands/registerRequest', { officer: '王经办' })
    const given = { what: '补偿标准', outcome: 'G2', items: ['补偿标准'], route: '邮寄' }
    for (const other of [
      { what: '付款凭证', outcome: 'N2', reasons: '由税务局制作保存', responsibleOrgan: '县税务局' },
      { what: '会议记录', outcome: 'W6', category: '讨论记录', reasons: '属于讨论记录，公开影响决策' },
      { what: '花名册', outcome: 'G3', given: ['户数'], withheld: ['姓名'], grounds: ['W4'], reasons: '涉及个人隐私' },
    ]) {
      const tried = await officer.post('/cases/case-1/previews/decide', { items: [given, other] })
      t.match(tried, { status: 200, json: { letter: 'S03', pdf: /^JVBER/ } }, other.outcome)
    }
  },
)

t.test('人员 | colleagues are told to those who work on cases, and to nobody else', async (t) => {
  const { as } = await openCounter()
  const { json } = await (await as('赵主任')).get('/colleagues')
  t.ok(json.colleagues.some(({ displayName }: { displayName: string }) => displayName === '王经办'))
  t.notOk(json.colleagues.some(({ displayName }: { displayName: string }) => displayName === '陈教育'))
  t.equal((await (await as('吴系统')).get('/colleagues')).status, 403)
})

t.test('协查任务 | what is asked and until when, and nothing else of the case', async (t) => {
  const { as } = await openCounter()
  const [registrar, officer] = [await as('李登记'), await as('王经办')]
  await registrar.post('/cases', request)
  await registrar.post('/cases/case-1/commands/registerRequest', { officer: '王经办' })
  await officer.post('/cases/case-1/commands/requestAssistance', { id: '协查1', unit: '档案室', question: '查找标准' })
  const { json } = await officer.get('/tasks')
  t.match(json.tasks, [{ caseId: 'case-1', id: '协查1', unit: '档案室', question: '查找标准', dueOn: null }])
  t.notMatch(JSON.stringify(json), /张三|征地/)
  await officer.post('/cases/case-1/commands/giveAssistance', { id: '协查1', findings: '已找到' })
  t.strictSame((await officer.get('/tasks')).json.tasks, [])
  t.equal((await (await as('吴系统')).get('/tasks')).status, 403)
})

t.test('复议诉讼台账 | every remedy with its own days, the applicant masked', async (t) => {
  const { as } = await openCounter()
  const [registrar, clerk] = [await as('李登记'), await as('何复议')]
  await registrar.post('/cases', request)
  await registrar.post('/cases/case-1/commands/withdrawRequest')
  t.strictSame((await clerk.get('/remedies')).json.remedies, [])
  const filed = { procedure: 'simplified', filedOn: '2025-03-03', copyReceivedOn: '2025-03-03' }
  t.equal((await clerk.post('/cases/case-1/commands/fileReconsideration', filed)).status, 200)
  const { json } = await clerk.get('/remedies')
  // 行政复议法 54, 88: five working days after Monday 3 March 2025.
  t.match(json.remedies, [
    {
      case: { id: 'case-1', applicant: '张*' },
      remedy: { kind: 'reconsideration', filedOn: '2025-03-03' },
      dueDates: [{ what: 'reconsiderationAnswer', dueOn: '2025-03-10' }],
    },
  ])
  t.equal((await (await as('吴系统')).get('/remedies')).status, 403)
})

t.test('日历 | the days of one’s own cases as a calendar file, without a word of who asks or for what', async (t) => {
  const { as } = await openCounter()
  const registrar = await as('李登记')
  await registrar.post('/cases', request)
  const text = await registrar.text('/due-days.ics')
  t.match(text, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/)
  t.match(text, /DTSTART;VALUE=DATE:20250331\r\nDTEND;VALUE=DATE:20250401\r\nSUMMARY:QHZR202500001 答复期限\r\n/)
  t.notMatch(text, /张三|征地/)
  for (const line of text.split('\r\n')) t.ok(Buffer.byteLength(line) <= 75, 'no line of more than 75 bytes')
  t.equal(text.split('BEGIN:VEVENT').length, text.split('END:VEVENT').length)
})

t.test('文书模板 | the list and a sample of each kind; no such template is told', async (t) => {
  const { as } = await openCounter()
  const officer = await as('王经办')
  const { json } = await officer.get('/templates')
  t.ok(json.templates.length > 40)
  t.match(json.templates[0], { code: /^[A-Z]\d\d$/, name: /[一-龥]/ })
  t.match(await officer.text('/templates/S12.pdf'), /^%PDF-/)
  t.equal((await officer.get('/templates/S99.pdf')).status, 404)
})

t.test(
  '五个判断 | every way through the questions ends, and every outcome can be reached but the lapses',
  async (t) => {
    const { as } = await openCounter()
    const { questions: all } = (await (await as('王经办')).get('/outcome-questions')).json as {
      questions: {
        id: string
        judgment: string
        answers: { leads: { to: string; question?: string; outcome?: string; command?: string } }[]
      }[]
    }
    const reached = new Set<string>()
    const walk = (id: string, depth: number): void => {
      t.ok(depth < 10, 'no circle')
      const question = all.find((one) => one.id === id)
      t.ok(question, `${id} is a question`)
      for (const { leads } of question?.answers ?? []) {
        if (leads.question) walk(leads.question, depth + 1)
        if (leads.outcome) reached.add(leads.outcome)
        if (leads.command) t.ok((commandNames as string[]).includes(leads.command), leads.command)
      }
    }
    walk(all[0]?.id ?? '', 0)
    const { outcomes } = (await (await as('王经办')).get('/words')).json as { outcomes: Record<string, object> }
    t.strictSame(
      Object.keys(outcomes).filter((outcome) => !reached.has(outcome)),
      ['X1', 'X2'],
      'a lapse is no judgment',
    )
    t.strictSame([...new Set(all.map(({ judgment }) => judgment))], ['补不补', '该不该', '有没有', '给不给'])
  },
)
