import { buildApi } from '@zhiqing/api'
import { mostBytes } from '@zhiqing/casework'
import type { Day, Role } from '@zhiqing/law'
import { openPress } from '@zhiqing/letters'
import t from 'tap'
import { openHouse } from './asvs/house.js'
import { testServer } from './database.js'
import { done, findings, ORGAN, receive, registered, request } from './db/office.js'
import { unzip } from './unzip.js'

const server = await testServer()
t.teardown(() => server.stop())

const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('<script>')])
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Page>>endobj\n%%EOF')
const never = '00000000-0000-4000-8000-0000000000ff'

/** A form with a file in it, packed by hand. */
const packed = (kind: string, bytes: Buffer, name = '扫描件.pdf') => {
  const part = (head: string, body: Buffer) =>
    Buffer.concat([Buffer.from(`--edge\r\nContent-Disposition: form-data; ${head}\r\n\r\n`), body, Buffer.from('\r\n')])
  return {
    payload: Buffer.concat([
      part('name="kind"', Buffer.from(kind)),
      part(`name="file"; filename="${name}"\r\nContent-Type: text/html`, bytes),
      Buffer.from('--edge--\r\n'),
    ]),
    headers: { 'content-type': 'multipart/form-data; boundary=edge' },
  }
}

const openOffice = async () => {
  const house = await openHouse(server)
  t.teardown(() => house.close())
  const names = {
    ...{ reg: 'registrar', off: 'officer', off2: 'officer', sign: 'signatory', ass: 'assistant', stat: 'statistician' },
    ...{ sys: 'admin', aud: 'auditAdmin' },
  } as const
  for (const [name, role] of Object.entries(names)) await house.staff(name, [role as Role])
  await house.staff('jy', ['registrar'], 'QHJY')
  const bearers = new Map<string, { authorization: string }>()
  for (const name of [...Object.keys(names), 'jy']) bearers.set(name, await house.bearer(name))
  const bring = async (who: string, kind: string, bytes: Buffer, name?: string) => {
    const { payload, headers } = packed(kind, bytes, name)
    const url = '/api/v1/uploads'
    return house.app.inject({ method: 'POST', url, payload, headers: { ...headers, ...bearers.get(who) } })
  }
  const call = (who: string, method: 'GET' | 'POST' | 'DELETE', url: string, body?: object, more: object = {}) =>
    house.call({ ...bearers.get(who), ...more }, method, url, body)
  return { house, bring, call }
}

t.test(
  'ASVS 24 25 27 上传 | by content, by size, by kind; whose office it is; names lose folders and hidden marks',
  async (t) => {
    const { house, bring, call } = await openOffice()
    t.match((await bring('reg', 'request', pdf)).json(), {
      kind: 'request',
      name: '扫描件.pdf',
      mediaType: 'application/pdf',
      size: pdf.length,
      sha256: /^[0-9a-f]{64}$/,
    })
    t.match((await bring('reg', 'identity', png, 'C:\\x\\身份\u202e证.exe')).json(), {
      mediaType: 'image/png',
      name: '身份证.exe',
    })
    for (const [kind, bytes, zh] of [
      ['other', Buffer.from('<html><script>'), /只收PDF/],
      ['other', Buffer.from('PK\u0003\u0004zip'), /只收PDF/],
      ['other', Buffer.alloc(0), /空的/],
      ['purpose', pdf, /什么材料/],
      ['__proto__', pdf, /什么材料/],
      ['other', Buffer.concat([pdf, Buffer.alloc(mostBytes + 1 - pdf.length)]), /太大/],
    ] as const) {
      const answer = await bring('reg', kind, bytes)
      t.equal(answer.statusCode, 400, String(zh))
      t.match(answer.body, zh)
    }
    for (const name of ['（机密）会议纪要.pdf', '秘密★5年.pdf', '绝密.pdf'])
      t.match((await bring('reg', 'other', pdf, name)).body, /保密法实施条例第四十一条/, name)
    for (const name of ['商业秘密说明.pdf', '工作秘密目录.pdf'])
      t.equal((await bring('reg', 'other', pdf, name)).statusCode, 201, name)
    for (const [bytes, taken] of [
      ['<script>%PDF-', 400],
      ['MZ%PDF-', 400],
      ['\n%PDF-1.4', 201],
      ['\ufeff%PDF-1.4', 201],
    ] as const)
      t.equal((await bring('reg', 'other', Buffer.from(bytes))).statusCode, taken, JSON.stringify(bytes))
    t.equal(
      (await bring('reg', 'other', Buffer.concat([pdf, Buffer.alloc(mostBytes - pdf.length)]))).statusCode,
      201,
      'on the limit',
    )
    for (const who of ['sign', 'ass', 'stat', 'sys', 'aud'])
      t.equal((await bring(who, 'other', pdf)).statusCode, 403, who)
    t.equal((await call('reg', 'POST', '/uploads', {})).statusCode, 400, 'JSON is no form')
    const rows = await house.db.owner<{ n: string }>('select count(*) as n from uploads')
    t.equal(Number(rows[0]?.n), 7, 'what was refused is nowhere')
  },
)

t.test(
  'R18 R63 收录材料 | a counter request with its scans; papers put to the case; the ledger, the page, the bytes, the dossier',
  async (t) => {
    const { house, bring, call } = await openOffice()
    const scan = (await bring('reg', 'request', pdf)).json()
    const received = await call('reg', 'POST', '/cases', { ...request, attachments: [scan] })
    t.equal(received.statusCode, 201, received.body)
    const { id } = received.json()
    await call('reg', 'POST', `/cases/${id}/commands/registerRequest`, { officer: 'off' })
    const opinion = (await bring('off', 'opinion', png, '乙公司的意见.png')).json()
    const enclosure = (await bring('off', 'enclosure', pdf, '标准.pdf')).json()
    const before = (await call('off', 'GET', `/cases/${id}`)).json()
    const key = { 'idempotency-key': 'file-these-once' }
    const body = { attachments: [opinion, enclosure], note: '来函所附' }
    const filed = await call('off', 'POST', `/cases/${id}/commands/filePapers`, body, key)
    t.equal(filed.statusCode, 200, filed.body)
    t.equal(
      (await call('off', 'POST', `/cases/${id}/commands/filePapers`, body, key)).body,
      filed.body,
      'a lost answer',
    )
    t.equal((await call('off', 'POST', `/cases/${id}/commands/filePapers`, { attachments: [] })).statusCode, 400)
    const page = (await call('off', 'GET', `/cases/${id}`)).json()
    t.match(page.attachments, [
      { n: 1, kind: 'request', with: 'request' },
      { n: 2, kind: 'opinion', with: 'filing', name: '乙公司的意见.png' },
      { n: 3, kind: 'enclosure', with: 'filing' },
    ])
    t.strictSame(page.dueDates, before.dueDates, 'no day moves')
    t.equal(page.state, before.state)
    const facts = (await call('off', 'GET', `/cases/${id}/facts`)).json().facts
    t.match(facts.at(-1).fact ?? facts.at(-1), { type: 'PapersFiled', person: 'off' })
    const got = await call('reg', 'GET', `/cases/${id}/attachments/2`)
    t.ok(got.rawPayload.equals(png))
    t.match(got.headers, {
      'content-type': 'image/png',
      'content-disposition': /^attachment/,
      'x-content-type-options': 'nosniff',
    })
    t.equal((await call('sign', 'GET', `/cases/${id}/attachments/2`)).statusCode, 403)
    t.equal((await call('jy', 'GET', `/cases/${id}/attachments/2`)).statusCode, 404)
    t.equal((await call('off2', 'GET', `/cases/${id}/attachments/2`)).statusCode, 403, 'an officer of other cases')
    const taken = await house.db.owner<{ name: string }>(`select name from security_log where act = 'attachment'`)
    t.ok(taken.length > 0 && taken.every(({ name }) => name === 'reg'), 'who took it stands in the security log')
    t.strictSame(await findings(house.cabinet), [], 'verify: every file is there, as the ledger says')

    const press = openPress()
    const log = { info: () => {}, error: () => {} }
    const app = buildApi({
      cabinet: house.cabinet,
      press,
      today: () => '2026-09-01' as Day,
      now: () => house.clock.now,
      log,
    })
    t.teardown(async () => {
      await app.close()
      await press.close()
    })
    const { authorization } = await house.bearer('reg')
    const dossier = async (query = '') => {
      const answer = await app.inject({ url: `/api/v1/cases/${id}/dossier.zip${query}`, headers: { authorization } })
      t.equal(answer.statusCode, 200)
      return new Map(unzip(answer.rawPayload).map(({ name, bytes }) => [name, bytes]))
    }
    const whole = await dossier()
    const names = [...whole.keys()].filter((name) => name.includes('材料'))
    t.match(names, [
      /材料1-申请书或者来件的扫描件\.pdf$/,
      /材料2-第三方、?_?其他机关的意见\.png$/,
      /材料3-答复的附件\.pdf$/,
    ])
    t.ok(Buffer.from(whole.get(names[1] ?? '') ?? []).equals(png), 'byte for byte')
    t.match(String(whole.get('SHA256SUMS')), /材料3-答复的附件\.pdf/)
    const copy = await dossier('?withoutThirdParties=true')
    t.strictSame(
      [...copy.keys()].filter((name) => name.includes('材料')).map((name) => /材料\d/.exec(name)?.[0]),
      ['材料1', '材料3'],
      'the applicant’s copy is without the opinion',
    )
    t.notMatch(String(copy.get('台账.jsonl')), /乙公司的意见/)
  },
)

t.test(
  'ASVS 39 上传 | a file is its bringer’s own: by its id nobody else files it, drops it, or learns that it is',
  async (t) => {
    const { house, bring, call } = await openOffice()
    const { id, version } = await registered(house.cabinet)
    const theirs = await receive(house.cabinet, { organ: 'QHJY' })
    const own = (await bring('off', 'other', pdf)).json()
    const file = (who: string, attachment: object, at = id) =>
      call(who, 'POST', `/cases/${at}/commands/filePapers`, { attachments: [attachment] })
    const [stolen, made] = [await file('off2', own), await file('off2', { ...own, file: never })]
    t.ok(stolen.statusCode >= 400)
    t.strictSame([stolen.statusCode, stolen.body], [made.statusCode, made.body], 'told as what never was')
    for (const other of [{ kind: 'identity' }, { mediaType: 'image/png' }, { sha256: 'ab'.repeat(32) }, { size: 1 }]) {
      const answer = await file('off', { ...own, ...other })
      t.equal(answer.statusCode, made.statusCode, JSON.stringify(other))
    }
    t.equal((await file('off', own, theirs.id)).statusCode, 404, 'not into another organ’s case')
    t.equal((await file('sign', own)).statusCode, 403)
    const [drop, nothing] = [
      await call('off2', 'DELETE', `/uploads/${own.file}`),
      await call('off2', 'DELETE', `/uploads/${never}`),
    ]
    t.equal(drop.statusCode, 404)
    t.equal(drop.body, nothing.body)
    t.equal((await house.cabinet.findCase(ORGAN, id))?.version, version, 'nothing was written')
    const acting = `set zhiqing.kind = 'staff'; set zhiqing.organs = '{QHZR}'; set zhiqing.organ = 'QHZR'; set zhiqing.roles = '{officer}'`
    const seen = (await house.db.unsaidMany(`${acting}; select count(*)::int as n from uploads; reset all`)) as {
      rows: { n?: number }[]
    }[]
    t.equal(
      seen.flatMap(({ rows }) => rows).find(({ n }) => n !== undefined)?.n,
      0,
      'to the database too it is nobody’s',
    )

    t.equal((await file('off', own)).statusCode, 200, 'the bringer files it')
    t.equal((await file('off', own)).statusCode, made.statusCode, 'once')
    t.equal((await call('off', 'DELETE', `/uploads/${own.file}`)).statusCode, 404, 'a filed one is not dropped')
    const spare = (await bring('off', 'other', pdf)).json()
    t.equal((await call('off', 'DELETE', `/uploads/${spare.file}`)).statusCode, 204)
    t.equal((await file('off', spare)).statusCode, made.statusCode)
    await done(house.cabinet, 'assignOfficer', { caseId: id, input: { officer: 'wang' } })
  },
)
