import { buildApi, type Services } from '@zhiqing/api'
import { hashPassword } from '@zhiqing/db'
import type { Day, Role } from '@zhiqing/law'
import { openPress } from '@zhiqing/letters'
import { smtpPost, startWorker } from '@zhiqing/worker'
import t, { type Test } from 'tap'
import { testDatabase } from './database.js'
import { readDocx } from './docx.js'
import { qinghe } from './paper-cabinet.js'
import { textOf } from './pdf.js'
import { smtpPeer } from './smtp-peer.js'

/** What the party that objected in part is told (rulebook R29). */
const overruled = [{ id: '施工单位', content: '补偿安置方案', reason: '方案不含报价' }]

const password = '青禾镇 东湾村 2025'
const database = await testDatabase()
const cabinet = await database.open()
const press = openPress()
const peer = await smtpPeer()
t.teardown(async () => {
  await peer.close()
  await press.close()
  await cabinet.close()
  await database.close()
})

const staff: Readonly<Record<string, readonly Role[]>> = {
  李登记: ['registrar'],
  王经办: ['officer', 'legalReviewer'],
  赵主任: ['officeHead'],
  钱法制: ['legalReviewer'],
  孙局长: ['signatory'],
  协查员: ['assistant'],
}

await cabinet.keepOrgan('QHZR', qinghe)
await cabinet.keepOrgan('QHJY', { ...qinghe, name: '青禾县教育局', prefix: '青教', code: 'QHJY' })
const passwordHash = await hashPassword(password)
for (const [name, roles] of Object.entries(staff))
  await cabinet.keepPerson({ organ: 'QHZR', name, displayName: name, roles, passwordHash })
await cabinet.keepPerson({ organ: 'QHJY', name: '陈教育', displayName: '陈教育', roles: ['registrar'], passwordHash })

const clock = { today: '2025-03-03' as Day }
const errors: unknown[] = []
const log = { info: () => {}, error: (event: string, more?: object) => void errors.push({ event, ...more }) }
/** The hour stands still, so that nobody's session ends while the days go by. */
const now = (): Date => new Date('2025-03-03T02:00:00Z')
const services: Services = { cabinet, press, log, today: () => clock.today, now }
const app = buildApi(services)
await app.ready()
t.teardown(() => app.close())

const tokens = new Map<string, string>()
const tokenOf = async (name: string): Promise<string> => {
  const answer = await app.inject({ method: 'POST', url: '/api/v1/sessions', payload: { name, password } })
  return answer.json().token
}
const call = async (
  name: string,
  method: 'GET' | 'POST',
  url: string,
  more: { payload?: object; headers?: object } = {},
) => {
  const token = tokens.get(name) ?? (await tokenOf(name))
  tokens.set(name, token)
  const headers = { ...more.headers, authorization: `Bearer ${token}` }
  return app.inject({ method, url: `/api/v1${url}`, headers, ...(more.payload ? { payload: more.payload } : {}) })
}

const request = {
  channel: 'inPerson',
  applicant: { kind: 'natural', name: '张三', idNumber: '11010519491231002X', email: 'zhangsan@example.com' },
  information: { description: '青禾镇东湾村2023年第5批次征地的补偿安置方案' },
  form: { medium: 'electronic', method: 'email' },
}
const receive = async (headers: object = {}) => {
  const answer = await call('李登记', 'POST', '/cases', { payload: request, headers })
  return answer.json().id as string
}

/** Does a step and looks at the whole case after it: what a command says and what the page shows are one. */
const step = async (t: Test, id: string, [on, who, name, payload = {}]: Step): Promise<void> => {
  clock.today = on as Day
  const done = await call(who, 'POST', `/cases/${id}/commands/${name}`, { payload })
  t.equal(done.statusCode, 200, `${on} ${who} ${name} ${done.statusCode === 200 ? '' : done.body}`)
  // Who only assists reads nothing of the case; a colleague looks.
  const assists = who === '协查员'
  const page = await call(assists ? '王经办' : who, 'GET', `/cases/${id}`)
  t.equal(page.statusCode, 200, page.statusCode === 200 ? 'and the case can be read' : page.body)
  for (const field of ['version', 'state', 'stage', 'clock', ...(assists ? [] : ['dueDates', 'permitted'])])
    t.strictSame(page.json()[field], done.json()[field], field)
  t.equal(page.headers.etag, done.headers.etag)
}

type Step = readonly [on: string, who: string, name: string, payload?: object]

const life: readonly Step[] = [
  ['2025-03-03', '李登记', 'registerRequest'],
  ['2025-03-04', '赵主任', 'assignOfficer', { officer: '王经办' }],
  [
    '2025-03-05',
    '王经办',
    'requestCorrection',
    { guidance: '可以写明文件名称、文号或者形成年份', items: ['请写明是哪一个批次'] },
  ],
  ['2025-03-06', '李登记', 'recordLetterService', { letter: 'P01', servedOn: '2025-03-06' }],
  ['2025-03-10', '李登记', 'receiveCorrection', { content: '第5批次' }],
  ['2025-03-11', '王经办', 'acceptForm'],
  ['2025-03-11', '王经办', 'requestAssistance', { id: '档案室', unit: '档案室', question: '是否存有该批次方案' }],
  ['2025-03-12', '协查员', 'giveAssistance', { id: '档案室', findings: '存有一份' }],
  [
    '2025-03-12',
    '王经办',
    'recordSearch',
    { systems: ['档案系统'], keywords: ['东湾村'], people: ['王经办'], found: true },
  ],
  ['2025-03-13', '王经办', 'openDiscussion', { question: '是否涉及第三方', members: ['王经办', '赵主任'] }],
  ['2025-03-13', '王经办', 'closeDiscussion', { conclusion: '涉及施工单位报价，应当征求意见' }],
  [
    '2025-03-14',
    '王经办',
    'consultThirdParty',
    { id: '施工单位', party: '青禾建设公司', interest: '报价', information: '第5批次补偿安置方案的报价' },
  ],
  ['2025-03-17', '李登记', 'recordLetterService', { letter: 'P04', servedOn: '2025-03-17' }],
  ['2025-03-20', '王经办', 'recordOpinion', { id: '施工单位', opinion: 'partial', reasons: '报价部分不同意' }],
  ['2025-03-21', '赵主任', 'extendReply', { workingDays: 10, reason: '内容较多' }],
  ['2025-03-24', '王经办', 'decide', { outcome: 'G2', items: ['补偿安置方案'], route: '电子邮件', overruled }],
  ['2025-03-24', '王经办', 'submitDraft', { text: '拟予公开' }],
  ['2025-03-25', '钱法制', 'returnDraft', { opinion: '请写明页数' }],
  ['2025-03-25', '王经办', 'reopenDecision', { reason: '漏列图件' }],
  [
    '2025-03-25',
    '王经办',
    'decide',
    { outcome: 'G2', items: ['补偿安置方案', '勘测定界图'], route: '电子邮件', overruled },
  ],
  ['2025-03-25', '王经办', 'submitDraft', { text: '拟予公开，共3页' }],
  ['2025-03-26', '钱法制', 'approveDraft', { opinion: '同意', secrecyReviewedOn: '2025-03-26' }],
  ['2025-03-27', '孙局长', 'signReply'],
  ['2025-03-28', '王经办', 'dispatchReply', { method: 'electronic' }],
  ['2025-04-01', '李登记', 'archiveCase'],
]

t.test('一件申请 | from the counter to the archive over HTTP, every letter printed and mailed', async (t) => {
  const id = await receive()
  const post = smtpPost(peer.url, 'gongkai@qinghe.example')
  const worker = startWorker({ cabinet, press, post, log, today: () => clock.today, now, name: 'worker-1' })
  t.teardown(async () => {
    await worker.stop()
    await post.close()
  })
  for (const one of life) await step(t, id, one)
  const page = (await call('李登记', 'GET', `/cases/${id}`)).json()
  t.match(page, {
    state: 'archived',
    stage: '归档',
    clock: { status: 'ended' },
    applicant: { idNumber: '110105********002X' },
    end: { outcome: 'G2', reportLine: '3.1', remedy: 'RB2', onTime: true },
    decision: { outcome: 'G2', items: ['补偿安置方案', '勘测定界图'] },
    consultations: [{ id: '施工单位', opinion: 'partial', endedOn: '2025-03-20' }],
    extension: { workingDays: 10 },
  })
  t.ok(page.letters.includes('P06'), 'the third party is told that its objection was overruled')
  for (const { n, letter } of page.issued) {
    const pdf = await call('李登记', 'GET', `/cases/${id}/letters/${n}.pdf`)
    t.equal(pdf.statusCode, 200, `${letter} ${pdf.statusCode === 200 ? '' : pdf.body}`)
  }
  const mailed = ['L03', 'P01', 'P05', 'P03', page.letters.find((code: string) => code.startsWith('S'))]
  const mails = await peer.mails(mailed.length)
  t.strictSame(
    mails.map(({ to }) => to),
    mailed.map(() => ['zhangsan@example.com']),
  )
  t.ok(mails.some(({ mail }) => mail.subject?.includes('补正告知书')))
  const facts = (await call('李登记', 'GET', `/cases/${id}/facts`)).json().facts
  t.equal(facts.length, page.version)
  t.notMatch(JSON.stringify(facts), '11010519491231002X')
  const trace = await call('李登记', 'GET', `/cases/${id}/trace`)
  t.match(
    trace.json().trace.map(({ verb }: { verb: string }) => verb),
    ['start', 'hold', 'restart', 'pause', 'resume', 'extend', 'end'],
  )
  const findings = []
  for await (const finding of cabinet.verify()) findings.push(finding)
  t.strictSame(findings, [], 'and the ledger is whole')
  t.strictSame(errors, [])
})

t.test('审核 | who drafted a reply cannot approve it, whatever other role they have', async (t) => {
  clock.today = '2025-03-03' as Day
  const id = await receive()
  await step(t, id, ['2025-03-03', '李登记', 'registerRequest'])
  await step(t, id, ['2025-03-04', '王经办', 'decide', { outcome: 'G1', where: '县政府网站' }])
  await step(t, id, ['2025-03-04', '王经办', 'submitDraft', { text: '已经公开' }])
  const own = await call('王经办', 'POST', `/cases/${id}/commands/approveDraft`, { payload: {} })
  t.match(own.json(), { status: 422, code: 'approverIsDrafter', zh: /王经办/ })
})

t.test('审核 | reviewer and signatory read the letter before they answer for it; nothing of it is kept', async (t) => {
  clock.today = '2025-03-03' as Day
  const id = await receive()
  const draft = (who: string) => call(who, 'GET', `/cases/${id}/letters/draft.pdf`)
  const words = async (who: string) => {
    const answer = await draft(who)
    t.equal(answer.statusCode, 200, `${who} ${answer.statusCode === 200 ? '' : answer.body}`)
    t.match(answer.headers, {
      'content-type': 'application/pdf',
      'cache-control': 'no-store',
      'content-disposition': /^attachment; filename="S02-draft.pdf"/,
    })
    return (await textOf(answer.rawPayload)).replace(/\s+/g, '')
  }
  const copy = (who: string) => call(who, 'GET', `/cases/${id}/letters/draft.docx`)
  t.equal((await copy('钱法制')).statusCode, 409)
  const none = await draft('钱法制')
  t.match([none.statusCode, none.json()], [409, { detail: /案件现在是“已接收”，没有拟好未签发的答复/ }])
  await step(t, id, ['2025-03-03', '李登记', 'registerRequest'])
  await step(t, id, ['2025-03-04', '王经办', 'decide', { outcome: 'G2', items: ['补偿安置方案'], route: '电子邮件' }])
  const before = (await call('李登记', 'GET', `/cases/${id}`)).json().version
  clock.today = '2025-03-07' as Day
  for (const said of ['待编号', '补偿安置方案。', '2025年3月7日', '第三十六条第（二）项', '青禾镇东湾村2023年第5批次'])
    t.ok((await words('王经办')).includes(said), said)
  const editable = await copy('王经办')
  t.match(editable.headers, { 'content-disposition': /^attachment; filename="S02-draft.docx"/ })
  const { notes, text } = readDocx(editable.rawPayload)
  t.strictSame(notes, ['拟稿，没有编号、没有签发，不是文书'])
  t.equal(text.replace(/\s+/g, ''), (await words('王经办')).replace(/—\d+—/g, ''), 'for the editor, the same words')
  await step(t, id, ['2025-03-07', '王经办', 'submitDraft', {}])
  t.match(await words('钱法制'), '待编号', 'the reviewer')
  await step(t, id, ['2025-03-07', '钱法制', 'approveDraft', { secrecyReviewedOn: '2025-03-07' }])
  t.match(await words('孙局长'), '待编号', 'the signatory')
  const page = (await call('李登记', 'GET', `/cases/${id}`)).json()
  t.equal(page.version, before + 3, 'two acts and the sheet L08: looking leaves no trace')
  t.notOk(page.letters.includes('S02'))
  const outside = await draft('陈教育')
  t.equal(outside.statusCode, 404, 'nobody of another organ')
  t.equal((await copy('陈教育')).body, outside.body)
  const form = (code: string) => call('李登记', 'GET', `/cases/${id}/forms/${code}.pdf`)
  const receipt = await form('L07')
  t.match(receipt.headers, { 'content-disposition': /^attachment; filename="L07.pdf"/ })
  t.match((await textOf(receipt.rawPayload)).replace(/\s+/g, ''), /送达回证/)
  for (const code of ['L16', 'L02'])
    t.match((await form(code)).json(), { status: 404, type: 'urn:zhiqing:problem:noSuchForm' }, code)
  await step(t, id, ['2025-03-07', '孙局长', 'signReply', {}])
  t.equal((await draft('孙局长')).statusCode, 409, 'once signed the letter itself is read')
  const described = (await app.inject('/api/v1/openapi.json')).json().paths
  for (const file of ['draft.pdf', 'draft.docx'])
    t.ok(described[`/api/v1/cases/{id}/letters/${file}`].get.responses['409'], `the description knows ${file}`)
})

t.test('并发 | eight clicks with one key are one request; eight people on one screen, one wins', async (t) => {
  clock.today = '2025-03-03' as Day
  await call('李登记', 'GET', '/cases')
  const headers = { 'idempotency-key': 'double-click-1' }
  const ids = await Promise.all(Array.from({ length: 8 }, () => receive(headers)))
  t.equal(new Set(ids).size, 1)
  const id = ids[0] as string
  const tries = await Promise.all(
    Array.from({ length: 8 }, () =>
      call('李登记', 'POST', `/cases/${id}/commands/registerRequest`, { payload: {}, headers: { 'if-match': '"2"' } }),
    ),
  )
  t.strictSame(tries.map(({ statusCode }) => statusCode).toSorted(), [200, 412, 412, 412, 412, 412, 412, 412])
  const facts = (await call('李登记', 'GET', `/cases/${id}/facts`)).json().facts
  t.strictSame(
    facts.map(({ fact }: { fact: { type: string } }) => fact.type),
    ['RequestReceived', 'LetterIssued', 'RequestRegistered', 'LetterIssued'],
  )
})

t.test(
  '机关 | a stranger gets the same bytes for a case of another organ, for none, and for no id at all',
  async (t) => {
    const id = await receive()
    const none = ['00000000-0000-4000-8000-000000000000', 'case-1', "1'; drop table cases; --", '%00', 'x'.repeat(99)]
    for (const path of [
      '',
      '/facts',
      '/trace',
      '/letters/1.pdf',
      '/letters/1.docx',
      '/letters/draft.docx',
      '/letters/draft.pdf',
      '/forms/L07.pdf',
    ]) {
      const foreign = await call('陈教育', 'GET', `/cases/${id}${path}`)
      t.equal(foreign.statusCode, 404)
      for (const other of none) {
        const answer = await call('陈教育', 'GET', `/cases/${encodeURIComponent(other)}${path}`)
        t.equal(answer.body, foreign.body, `${other.slice(0, 30)}${path}`)
      }
    }
    const command = await call('陈教育', 'POST', `/cases/${id}/commands/registerRequest`, { payload: {} })
    t.equal(command.statusCode, 404)
    t.strictSame((await call('陈教育', 'GET', '/cases')).json().cases, [])
    t.equal(
      (await call('李登记', 'GET', '/cases?after=bm90LWEtY3Vyc29y')).statusCode,
      200,
      'a made-up cursor begins anew',
    )
  },
)

t.test(
  '日程 | a third party that keeps silent: its last day ends the asking on the day after, by the calendar',
  async (t) => {
    const id = await receive()
    await step(t, id, ['2025-03-03', '李登记', 'registerRequest'])
    await step(t, id, ['2025-03-04', '王经办', 'consultThirdParty', { id: '甲', party: '甲公司', interest: '报价' }])
    await step(t, id, ['2025-03-05', '李登记', 'recordLetterService', { letter: 'P04', servedOn: '2025-03-05' }])
    const post = smtpPost(peer.url, 'gongkai@qinghe.example')
    clock.today = '2025-03-27' as Day
    const worker = startWorker({ cabinet, press, post, log, today: () => clock.today, now, name: 'worker-2' })
    const consulted = async () => {
      return (await call('王经办', 'GET', `/cases/${id}`)).json()
    }
    let seen = await consulted()
    while (seen.consultations[0].endedOn === null) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      seen = await consulted()
    }
    await worker.stop()
    await post.close()
    t.match(seen.consultations, [{ state: 'lapsed', opinion: null, endedOn: '2025-03-26' }])
    const facts = (await call('王经办', 'GET', `/cases/${id}/facts`)).json().facts
    t.match(facts.at(-1), { fact: { type: 'ConsultationLapsed', role: 'calendar', on: '2025-03-27' } })
    t.equal(facts.filter(({ fact }: { fact: { type: string } }) => fact.type === 'ConsultationLapsed').length, 1)
  },
)
