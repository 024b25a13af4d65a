import { buildApi } from '@zhiqing/api'
import { privateFields } from '@zhiqing/casework'
import type { Person } from '@zhiqing/db'
import { type Day, type Role, roleNames } from '@zhiqing/law'
import { openPress } from '@zhiqing/letters'
import t, { type Test } from 'tap'
import { testDatabase } from './database.js'
import { readDocx } from './docx.js'
import { qinghe } from './paper-cabinet.js'
import { textOf } from './pdf.js'

const database = await testDatabase()
const cabinet = await database.open()
const press = openPress()
t.teardown(async () => {
  await press.close()
  await cabinet.close()
  await database.close()
})

await cabinet.keepOrgan('QHZF', { ...qinghe, name: '青禾县人民政府', prefix: '青政', code: 'QHZF' })
await cabinet.keepOrgan('QHZR', qinghe, { supervisedBy: 'QHZF' })
await cabinet.keepOrgan('QHZ', { ...qinghe, name: '青禾镇人民政府', prefix: '青镇政', code: 'QHZ' })
await cabinet.keepOrgan(
  'QHZ',
  { ...qinghe, name: '青禾镇政府', prefix: '青镇政', code: 'QHZ' },
  { supervisedBy: 'QHZF' },
)
await cabinet.keepOrgan('QHJY', { ...qinghe, name: '青禾县教育局', prefix: '青教', code: 'QHJY' })

const every = (Object.keys(roleNames) as Role[]).filter((role) => !['applicant', 'calendar'].includes(role))
/** Somebody of every role in the supervised organ and in the one that supervises; two with their own places. */
const staff: readonly { readonly name: string; readonly organ: string; readonly roles: readonly Role[] }[] = [
  ...every.map((role) => ({ name: `局${role}`, organ: 'QHZR', roles: [role] })),
  ...every.map((role) => ({ name: `县${role}`, organ: 'QHZF', roles: [role] })),
  { name: '镇registrar', organ: 'QHZ', roles: ['registrar'] },
  { name: '教registrar', organ: 'QHJY', roles: ['registrar'] },
  { name: '教supervisor', organ: 'QHJY', roles: ['supervisor'] },
  { name: '两职', organ: 'QHZF', roles: ['registrar', 'officer', 'supervisor'] },
  { name: '统计督查', organ: 'QHZF', roles: ['statistician', 'supervisor'] },
]
const people = new Map<string, Person>()
for (const { name, organ, roles } of staff)
  people.set(name, await cabinet.keepPerson({ organ, name, displayName: name, roles, passwordHash: 'scrypt$' }))

const clock = { today: '2025-03-03' as Day }
const errors: unknown[] = []
const app = buildApi({
  // Signing in is slow by design and tested elsewhere: whoever's name comes as a token is in.
  cabinet: { ...cabinet, session: async (token) => people.get(decodeURIComponent(token.replaceAll('~', '%'))) },
  press,
  today: () => clock.today,
  now: () => new Date('2025-03-03T02:00:00Z'),
  log: { info: () => {}, error: (event, more) => void errors.push({ event, ...more }) },
})
await app.ready()
t.teardown(() => app.close())

const asWho = (name: string) => ({ authorization: `Bearer ${encodeURIComponent(name).replaceAll('%', '~')}` })
const get = (name: string, url: string) => app.inject({ url: `/api/v1${url}`, headers: asWho(name) })
const post = (name: string, url: string, payload: object = {}) =>
  app.inject({ method: 'POST', url: `/api/v1${url}`, payload, headers: asWho(name) })
const did = async (t: Test, name: string, id: string, command: string, body: object = {}) => {
  const answer = await post(name, `/cases/${id}/commands/${command}`, body)
  t.equal(answer.statusCode, 200, `${name} ${command} ${answer.statusCode === 200 ? '' : answer.body}`)
  return answer.json()
}

/** What must not be seen from above: who asks, how to reach them, who was asked for an opinion and why they object. */
const secrets = {
  name: '司马相如',
  agent: '卓文君',
  co: '东方朔',
  idNumber: '11010519491231002X',
  phone: '13812345678',
  email: 'sima@example.com',
  address: '青禾县青禾镇文园路7号',
  party: '青禾临邛冶铁有限公司',
  objection: '报价单是我公司的商业秘密',
}
const request = {
  channel: 'inPerson',
  applicant: {
    kind: 'natural',
    name: secrets.name,
    idType: '居民身份证',
    idNumber: secrets.idNumber,
    phone: secrets.phone,
    email: secrets.email,
    address: secrets.address,
    agent: secrets.agent,
  },
  coApplicants: [{ kind: 'natural', name: secrets.co, phone: secrets.phone }],
  information: { description: `本人司马相如（电话${secrets.phone}）申请公开青禾镇2023年征地补偿标准` },
  form: { medium: 'paper', method: 'mail' },
}
const receive = async (name: string): Promise<string> => (await post(name, '/cases', request)).json().id

const [ours, town, school, own] = [
  await receive('局registrar'),
  await receive('镇registrar'),
  await receive('教registrar'),
  await receive('县registrar'),
]
const supervisor = '县supervisor'
const bare = (text: string): string => text.replace(/\s+/g, '')
const parts = ['', '/facts', '/trace', '/risks', '/letters/1.pdf', '/letters/1.docx']
const closed = ['/letters/draft.pdf', '/letters/draft.docx', '/forms/L07.pdf', '/dossier.zip']

t.test(
  'R78 主管部门 | reads the cases of the organs it supervises, in one list; no other organ, nor its own',
  async (t) => {
    const list = (await get(supervisor, '/cases')).json()
    t.strictSame(new Set(list.cases.map(({ id }: { id: string }) => id)), new Set([ours, town]))
    t.match(
      list.cases.map(({ organ }: { organ: object }) => organ),
      [
        { id: 'QHZ', name: '青禾镇政府' },
        { id: 'QHZR', name: '青禾县自然资源局' },
      ],
    )
    const first = (await get(supervisor, '/cases?limit=1')).json()
    const second = (await get(supervisor, `/cases?limit=1&after=${first.next}`)).json()
    t.strictSame([first.cases[0].id, second.cases[0].id, second.next], [town, ours, null], 'and in pages across organs')
    const nothing = (await get('教supervisor', '/cases')).json()
    t.strictSame(nothing, { cases: [], next: null }, 'who supervises nobody has an empty list')
    for (const part of parts) t.equal((await get(supervisor, `/cases/${ours}${part}`)).statusCode, 200, part)
    for (const part of closed) {
      const answer = await get(supervisor, `/cases/${ours}${part}`)
      t.match([answer.statusCode, answer.json().title], [403, '不在您的职责之内'], part)
    }
    t.equal((await post(supervisor, `/cases/${ours}/what-if`, { events: [] })).statusCode, 403)
    const none = await get(supervisor, '/cases/00000000-0000-4000-8000-000000000000')
    for (const id of [school, own])
      for (const part of [...parts, ...closed]) {
        const answer = await get(supervisor, `/cases/${id}${part}`)
        t.strictSame([answer.statusCode, answer.body], [404, none.body], 'not a byte differs from no such case')
      }
    t.equal((await get('局supervisor', `/cases/${ours}`)).statusCode, 404, 'an organ does not supervise itself')
    t.equal((await get('教supervisor', `/cases/${ours}`)).statusCode, 404)
    t.equal(
      (await get('县officer', `/cases/${ours}`)).statusCode,
      404,
      'nor does an officer of the supervising organ see it',
    )
    t.equal((await get('县officer', '/cases?supervised=true')).statusCode, 403)
  },
)

t.test(
  'R78 主管部门 | chases and orders, and does nothing else; and nothing where it does not supervise',
  async (t) => {
    const page = (await get(supervisor, `/cases/${ours}`)).json()
    t.strictSame(page.permitted, ['chaseCase', 'orderSupervision'])
    const others = ['registerRequest', 'answerSupervision', 'archiveCase', 'signReply', 'withdrawRequest']
    for (const command of others) {
      const body = command === 'answerSupervision' ? { answer: '好' } : {}
      const answer = await post(supervisor, `/cases/${ours}/commands/${command}`, body)
      t.match(answer.json(), { status: 403, code: 'notYourRole', zh: /^主管部门不能/ }, command)
    }
    for (const id of [school, own])
      for (const [command, body] of [
        ['chaseCase', { opinion: '请尽快' }],
        ['orderSupervision', { order: '请说明' }],
        ['registerRequest', {}],
      ] as const)
        t.equal((await post(supervisor, `/cases/${id}/commands/${command}`, body)).statusCode, 404, command)
    const chase = { opinion: '请尽快' }
    t.equal((await post('局supervisor', `/cases/${ours}/commands/chaseCase`, chase)).statusCode, 404)
    for (const role of every.filter((one) => one !== 'supervisor')) {
      const status = (await post(`局${role}`, `/cases/${ours}/commands/chaseCase`, chase)).statusCode
      t.equal(status, ['admin', 'securityAdmin', 'auditAdmin', 'assistant'].includes(role) ? 404 : 403, `局${role}`)
      t.equal((await post(`县${role}`, `/cases/${ours}/commands/chaseCase`, chase)).statusCode, 404, `县${role}`)
    }
    t.equal((await get('局registrar', `/cases/${ours}`)).json().version, page.version, 'and nothing has changed')
  },
)

t.test(
  'R78 主管部门 | with another office beside it: supervisor above, officer at home, never both at once',
  async (t) => {
    const home = (await get('两职', '/cases')).json().cases.map(({ id }: { id: string }) => id)
    t.strictSame(home, [own])
    const above = (await get('两职', '/cases?supervised=true')).json().cases
    t.strictSame(new Set(above.map(({ id }: { id: string }) => id)), new Set([ours, town]))
    t.equal(above[0].applicant, '司***')
    const register = await post('两职', `/cases/${ours}/commands/registerRequest`)
    t.match(register.json(), { status: 403, code: 'notYourRole', zh: /^主管部门不能/ })
    const borrowed = await post('两职', `/cases/${ours}/commands/registerRequest`, { by: 'registrar' })
    t.match(borrowed.json(), { status: 403, code: 'notYourRole' })
    const chase = await post('两职', `/cases/${own}/commands/chaseCase`, { opinion: '请尽快', by: 'supervisor' })
    t.match(chase.json(), { status: 403, code: 'notYourRole' })
    t.strictSame((await get('两职', `/cases/${ours}`)).json().permitted, ['chaseCase', 'orderSupervision'])
    t.ok((await get('两职', `/cases/${own}`)).json().permitted.includes('registerRequest'))
  },
)

t.test('条例 47 督办 | chased, ordered and answered: shown to both, the clock as it was, words apart', async (t) => {
  const before = (await get('局registrar', `/cases/${ours}`)).json()
  const wrong: readonly (readonly [string, object, number, object])[] = [
    ['chaseCase', { opinion: ' ' }, 422, { code: 'supervisionEmpty', zh: /催办意见没有内容/ }],
    ['orderSupervision', { order: '' }, 422, { code: 'supervisionEmpty', zh: /督办事项没有内容/ }],
    ['orderSupervision', { order: '请说明', dueOn: '2025-03-02' }, 422, { code: 'dayTooEarly' }],
    ['orderSupervision', { order: '请说明', article: '第四十七条' }, 400, { faults: [{ path: 'article' }] }],
  ]
  for (const [command, body, status, said] of wrong) {
    const answer = await post(supervisor, `/cases/${ours}/commands/${command}`, body)
    t.equal(answer.statusCode, status, answer.body)
    t.match(answer.json(), said)
  }
  const early = await post('局officeHead', `/cases/${ours}/commands/answerSupervision`, { answer: '好' })
  t.match(early.json(), { status: 409, code: 'supervisionMissing' })
  clock.today = '2025-03-05' as Day
  const chased = await did(t, supervisor, ours, 'chaseCase', { opinion: '请抓紧登记' })
  t.strictSame([chased.clock.dueOn, chased.state, chased.letters], [before.clock.dueOn, 'received', []])
  await did(t, '局registrar', ours, 'registerRequest', { on: '2025-03-04' })
  t.pass('what the organ did the day before is still recorded: a chase is no act of its own')
  const order = { order: '请说明登记迟延的原因', dueOn: '2025-03-12', article: 'ogi:47.1' }
  const ordered = await did(t, supervisor, ours, 'orderSupervision', order)
  t.match(
    ordered.dueDates.find(({ what }: { what: string }) => what === 'supervision'),
    { dueOn: '2025-03-12', article: 'ogi:47.1', id: 'supervision-1' },
  )
  await did(t, supervisor, ours, 'orderSupervision', { order: '请报办理计划' })
  const reminders = [
    { code: 'chased', zh: '主管部门于2025年3月5日催办，请尽快办理' },
    { code: 'supervisionOpen', zh: /督办（督办1），请在2025年3月12日（含当日）以前由公开工作机构负责人答复$/ },
    { code: 'supervisionOpen', zh: /督办（督办2），请尽快由公开工作机构负责人答复$/ },
  ]
  for (const name of ['局officer', supervisor]) {
    const page = (await get(name, `/cases/${ours}`)).json()
    t.match(page, { reminders, chases: [{ opinion: '请抓紧登记', on: '2025-03-05' }], supervisions: [order, {}] }, name)
    const row = (await get(name, '/cases')).json().cases.find(({ id }: { id: string }) => id === ours)
    t.match(row.reminders, reminders, `${name} in the list`)
  }
  const due = await database.owner(`select case_id, due_on::text from due_days where what = 'supervision'`)
  t.strictSame(due, [{ case_id: ours, due_on: '2025-03-12' }], 'the scheduler knows it')
  const vague = await post('局officeHead', `/cases/${ours}/commands/answerSupervision`, { answer: '好' })
  t.match(vague.json(), { status: 422, code: 'remedyAmbiguous', zh: /supervision-1、supervision-2/ })
  await did(t, '局officeHead', ours, 'answerSupervision', { id: 'supervision-1', answer: '系统停机一天' })
  const twice = { id: 'supervision-1', answer: '再答' }
  t.match((await post('局officeHead', `/cases/${ours}/commands/answerSupervision`, twice)).json(), {
    code: 'remedyNotOpen',
  })
  await did(t, '局officeHead', ours, 'answerSupervision', { answer: '三月底前答复' })
  const page = (await get(supervisor, `/cases/${ours}`)).json()
  t.match(page.supervisions, [{ answer: '系统停机一天', answeredOn: '2025-03-05' }, { answer: '三月底前答复' }])
  t.match(
    page.reminders.map(({ code }: { code: string }) => code),
    ['chased'],
  )
  t.strictSame(page.clock.dueOn, before.clock.dueOn)
  t.notOk(page.dueDates.some(({ what }: { what: string }) => what === 'supervision'))
  t.match(privateFields, { CaseChased: ['opinion'], SupervisionOrdered: ['order'], SupervisionAnswered: ['answer'] })
  const rows = await database.owner<{ canon: string }>('select canon from case_facts where case_id = $1', [ours])
  const canon = JSON.stringify(rows)
  t.match(canon, 'SupervisionOrdered')
  for (const words of ['请抓紧登记', '登记迟延', '系统停机']) t.notMatch(canon, words, 'no words in what is hashed')
})

t.test('R85 主管部门 | sees no applicant, no objection, no draft: not on a page, in a fact or on paper', async (t) => {
  clock.today = '2025-03-06' as Day
  // An officer may name a consultation after whoever is asked, or a number of theirs: covered inside a code too.
  const id = `${secrets.idNumber}-1`
  const asked = { id, party: secrets.party, interest: '报价', information: '征地补偿标准测算' }
  await did(t, '局officer', ours, 'consultThirdParty', asked)
  await did(t, '局officer', ours, 'recordOpinion', {
    id,
    opinion: 'object',
    reasons: secrets.objection,
  })
  await did(t, '局officer', ours, 'openDiscussion', {
    question: `${secrets.party}认为“${secrets.objection}”，是否成立`,
    members: ['局officer'],
  })
  await did(t, '局officer', ours, 'closeDiscussion', { conclusion: `经联系司马相如（${secrets.email}），内容明确` })
  const heir = { kind: 'natural', name: '司马谈', phone: '13900001111' }
  await did(t, '局registrar', ours, 'recordSuccession', { applicant: heir, basis: '司马相如去世，由司马谈继承' })
  await did(t, '局officer', ours, 'decide', { outcome: 'G1', where: '县政府网站' })
  await did(t, '局officer', ours, 'submitDraft', { text: '拟稿的全部文字' })
  await did(t, '局legalReviewer', ours, 'approveDraft')
  await did(t, '局signatory', ours, 'signReply', { reason: '核对无误' })
  const hidden = [...Object.values(secrets), '司马谈', '13900001111', '拟稿的全部文字']
  const seen = {
    list: '/cases',
    ...Object.fromEntries(parts.slice(0, 4).map((part) => [part, `/cases/${ours}${part}`])),
  }
  for (const [name, url] of Object.entries(seen)) {
    const [above, inside] = [await get(supervisor, url), await get('局officer', url)]
    t.equal(above.statusCode, 200, above.body.slice(0, 300))
    for (const words of hidden) t.notOk(above.body.includes(words), `${name}: ${words}`)
    t.equal(inside.statusCode, 200)
  }
  const inside = (await get('局officer', `/cases/${ours}/facts`)).body
  for (const words of hidden.filter((one) => one !== secrets.idNumber))
    t.ok(inside.includes(words), `the organ itself reads ${words}`)
  const page = (await get(supervisor, `/cases/${ours}`)).json()
  t.strictSame(page.applicant, { kind: 'natural', name: '司**' })
  t.strictSame(page.draft, null)
  t.match(page.information.description, /^本人司\*\*\*（电话（从略））申请公开青禾镇2023年征地补偿标准$/)
  t.match(page.consultations, [{ party: '（第三方，从略）', reasons: '（第三方，从略）', opinion: 'object' }])
  const printed: Record<string, number> = {}
  for (const { n, letter } of page.issued) {
    const pdf = await get(supervisor, `/cases/${ours}/letters/${n}.pdf`)
    printed[letter] = pdf.statusCode
    const copy = await get(supervisor, `/cases/${ours}/letters/${n}.docx`)
    t.equal(copy.statusCode, pdf.statusCode, `${letter}: the copy as the letter`)
    if (pdf.statusCode !== 200) continue
    const { text, notes } = readDocx(copy.rawPayload)
    t.match(notes, [/^遮盖申请人身份的可编辑副本/])
    for (const secret of hidden)
      t.notOk(copy.rawPayload.includes(secret) || bare(text).includes(bare(secret)), `${letter}, the copy: ${secret}`)
    const words = (await textOf(pdf.rawPayload)).replace(/\s+/g, '')
    for (const secret of hidden) t.notOk(words.includes(secret.replace(/\s+/g, '')), `${letter}: ${secret}`)
  }
  t.match(printed, { L03: 200, L02: 200, P04: 403, P05: 200, L10: 403, L08: 403, S01: 200 })
  const kept = (await cabinet.letter('QHZR', ours, 1)) as { pdf: unknown; fields: Record<string, unknown> }
  t.equal(kept.pdf, null, 'the covered copy is kept nowhere')
  const whole = await get('局officer', `/cases/${ours}/letters/1.pdf`)
  t.match((await textOf(whole.rawPayload)).replace(/\s+/g, ''), secrets.name, 'and the organ still prints its own')
  t.strictSame(errors, [])
})

t.test('R85 检索 | a name that is covered is not found either: nobody guesses it by searching', async (t) => {
  const found = async (name: string, q: string, more = '') =>
    (await get(name, `/cases?q=${encodeURIComponent(q)}${more}`)).json().cases.map(({ id }: { id: string }) => id)
  for (const sorted of ['', '&sort=due']) {
    t.ok((await found('局officer', '司马谈', sorted)).includes(ours), `the organ itself finds it ${sorted}`)
    t.strictSame(await found(supervisor, '司马谈', sorted), [], `from above nothing ${sorted}`)
    t.ok((await found(supervisor, '征地补偿标准', sorted)).includes(ours), `what is asked for is found ${sorted}`)
  }
})

t.test('R90 年度报告 | who looks at an organ from above writes nothing in its name', async (t) => {
  const put = (url: string) =>
    app.inject({ method: 'PUT', url: `/api/v1${url}`, payload: { parts: {} }, headers: asWho('统计督查') })
  t.equal((await get('统计督查', '/reports/2025?organ=QHZR')).statusCode, 200, 'reads it')
  t.equal((await put('/reports/2025/entries?organ=QHZR')).statusCode, 404)
  t.equal((await post('统计督查', '/reports/2025/editions?organ=QHZR')).statusCode, 404)
  t.not((await put('/reports/2025/entries')).statusCode, 404, 'the own one is written')
})

/** Who may read what, written by hand from rulebook R55, R78, R81, R85: every role of the organ, and of the one above. */
const readers: Readonly<Record<string, readonly string[]>> = (() => {
  const work = 'registrar officer legalReviewer officeHead signatory remedyClerk statistician'.split(' ')
  return {
    '': work,
    '/facts': work,
    '/trace': work,
    '/risks': work,
    '/letters/1.pdf': work,
    '/letters/1.docx': work,
    '/dossier.zip': ['registrar', 'legalReviewer', 'officeHead', 'remedyClerk'],
  }
})()

t.test('R55、R81 查看 | every role × everything there is to read, in the organ and above it', async (t) => {
  const wrong: string[] = []
  const check = async (name: string, url: string, expected: number): Promise<void> => {
    const { statusCode } = await get(name, url)
    if (statusCode !== expected) wrong.push(`${name} ${url}: ${statusCode}, should be ${expected}`)
  }
  for (const role of every) {
    const works = readers['']?.includes(role) ?? false
    for (const [part, who] of Object.entries(readers)) {
      await check(`局${role}`, `/cases/${town}${part}`, 404)
      await check(`局${role}`, `/cases/${ours}${part}`, who.includes(role) ? 200 : works ? 403 : 404)
      const above = role !== 'supervisor' ? 404 : part === '/dossier.zip' ? 403 : 200
      await check(`县${role}`, `/cases/${ours}${part}`, above)
    }
    await check(`局${role}`, '/cases', works || role === 'supervisor' ? 200 : 403)
    await check(`县${role}`, '/cases?supervised=true', role === 'supervisor' ? 200 : 403)
    await check(`局${role}`, '/settings', 200)
    const set = await post(`局${role}`, '/settings/correctionRounds', { value: 1, reason: '核对' })
    if ((set.statusCode === 200) !== (role === 'admin')) wrong.push(`${role} sets a setting: ${set.statusCode}`)
  }
  t.strictSame(wrong, [])
})

t.test(
  '机关 | no organ supervises itself, nor one that is not there; a record kept again keeps who supervises',
  async (t) => {
    await t.rejects(cabinet.keepOrgan('QHZF', qinghe, { supervisedBy: 'QHZF' }))
    await t.rejects(cabinet.keepOrgan('QHZR', qinghe, { supervisedBy: 'NONE' }))
    await cabinet.keepOrgan('QHZR', qinghe)
    t.strictSame(await cabinet.supervised('QHZF'), ['QHZ', 'QHZR'])
    await cabinet.keepOrgan('QHZR', qinghe, { supervisedBy: null })
    t.strictSame(await cabinet.supervised('QHZF'), ['QHZ'])
    t.equal((await get(supervisor, `/cases/${ours}`)).statusCode, 404, 'and from then on nothing is seen any more')
    const findings = []
    for await (const finding of cabinet.verify()) findings.push(finding)
    t.strictSame(findings, [], 'the ledgers are whole')
  },
)
