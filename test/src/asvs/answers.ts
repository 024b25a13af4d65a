import { readdirSync, readFileSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { buildApi } from '@zhiqing/api'
import type { Test } from 'tap'
import type { TestServer } from '../database.js'
import { done, ORGAN, receive, request } from '../db/office.js'
import { type Description, undescribed } from './described.js'
import { openHouse, PASSWORD } from './house.js'

const CANARY = '36073319900101877X'
const PHONE = '13912345678'

/** Every byte of a folder, file by file; what goes while one looks is gone. */
const filesWith = (folder: string, words: readonly Buffer[]): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const path = join(folder, name)
    try {
      if (!statSync(path).isFile()) return []
      const bytes = readFileSync(path)
      return words.some((one) => bytes.includes(one)) ? [name] : []
    } catch {
      return []
    }
  })

/** What a server says to a line that no client library would send; nothing where it only hangs up. */
const overSocket = (port: number, line: string, authorization: string): Promise<string> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1')
    socket.on('data', (chunk) => chunks.push(chunk))
    // Hung up on while it still speaks: what was said before counts.
    socket.on('error', () => {})
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()))
    socket.write(
      `${line} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: ${authorization}\r\nConnection: close\r\n\r\n`,
    )
  })

export const answers = async (t: Test, server: TestServer): Promise<void> => {
  await t.test(
    'ASVS 15 19 20 | every answer: no frame, nothing inline, no guessing of types; papers are files to keep',
    async (t) => {
      const house = await openHouse(server)
      await house.staff('reg', ['registrar'])
      const me = await house.bearer('reg')
      const { id } = await receive(house.cabinet)
      const asked = [
        ...[
          '/',
          '/lookup',
          `/apply/${ORGAN}`,
          '/nowhere',
          '/api/v1/nowhere',
          '/api/v1/openapi.json',
          '/health/live',
          '/%ff',
        ].map((url) => ({ url, headers: {} })),
        ...['/api/v1/cases', `/api/v1/cases/${id}`, '/api/v1/cases?limit=x', '/api/v1/account'].map((url) => ({
          url,
          headers: me,
        })),
      ]
      const { paths } = (await house.app.inject('/api/v1/openapi.json')).json() as { paths: Record<string, object> }
      for (const [path, methods] of Object.entries(paths))
        if ('get' in methods) asked.push({ url: path.replace('{id}', id).replace(/\{\w+\}/g, '1'), headers: me })
      t.ok(asked.length > 40, `${asked.length} addresses`)
      for (const one of asked) {
        const { headers } = await house.app.inject(one)
        const policy = String(headers['content-security-policy'])
        t.notMatch(policy, /unsafe-inline|unsafe-eval/, one.url)
        // A file to keep is opened nowhere: nothing of it runs, whoever frames it (item 15).
        if (policy === "sandbox; default-src 'none'")
          t.match(String(headers['content-disposition']), /^attachment/, one.url)
        else if (one.url !== '/%ff')
          for (const rule of [/(object|default)-src 'none'/, /base-uri 'none'/, /frame-ancestors 'none'/])
            t.match(policy, rule, one.url)
        t.equal(headers['x-content-type-options'], 'nosniff', one.url)
        if (headers['content-length'] !== '0' && /text|json/.test(String(headers['content-type'])))
          t.match(String(headers['content-type']), /charset=utf-8/i, one.url)
        if (one.url !== '/%ff') t.ok(headers['referrer-policy'], one.url)
      }
      const paper = await house.app.inject({ url: `/api/v1/cases/${id}/letters/1.pdf`, headers: me })
      t.equal(paper.statusCode, 200, 'the letter is there to be looked at')
      t.match(paper.headers, { 'content-disposition': /^attachment/, 'content-security-policy': /sandbox/ })
      const kept = await house.app.inject({ url: `/api/v1/cases/${id}/letters/1.pdf`, headers: me })
      t.match(kept.headers, {
        'content-disposition': /^attachment/,
        'content-security-policy': "sandbox; default-src 'none'",
        'content-type': 'application/pdf',
      })
      await house.close()
    },
  )

  await t.test(
    'ASVS 15 | what somebody uploaded is a file to keep, of a type from our list, whatever it says it is',
    async (t) => {
      const house = await openHouse(server)
      const { id: person } = await house.staff('reg', ['registrar'])
      const me = await house.bearer('reg')
      const { id } = await receive(house.cabinet)
      const script = '<script>alert(1)</script>'
      const brought = [
        ['application/pdf', `%PDF-1.7 ${script}`, 'a.html'],
        ['image/png', `\x89PNG\r\n\x1a\n${script}`, 'b.svg"; filename=x.html'],
      ] as const
      const expiresAt = new Date(house.clock.now.getTime() + 3_600_000)
      const attachments = []
      for (const [mediaType, text, name] of brought) {
        const file = { kind: 'other', name, mediaType, bytes: Buffer.from(text, 'latin1') } as const
        const asked = { basket: { person }, file, expiresAt, address: '192.0.2.1', now: house.clock.now }
        attachments.push(await house.cabinet.putUpload(asked))
      }
      const filed = await house.call(me, 'POST', `/cases/${id}/commands/filePapers`, { attachments })
      t.equal(filed.statusCode, 200, filed.body)
      for (const [i, [mediaType, text]] of brought.entries()) {
        const answer = await house.call(me, 'GET', `/cases/${id}/attachments/${i + 1}`)
        t.equal(answer.statusCode, 200)
        t.equal(answer.headers['content-type'], mediaType)
        t.equal(answer.headers['content-security-policy'], "sandbox; default-src 'none'")
        t.equal(answer.headers['x-content-type-options'], 'nosniff')
        t.match(
          answer.headers['content-disposition'],
          /^attachment; filename="[\w.-]+"(; filename\*=UTF-8''[\w.%-]+)?$/,
        )
        const end = mediaType === 'application/pdf' ? /\.pdf$/ : /\.png$/
        t.match(answer.headers['content-disposition'], end, 'its name ends as what it is, not as its sender called it')
        t.equal(answer.rawPayload.toString('latin1'), text, 'byte for byte')
      }
      for (const mediaType of ['text/html', 'image/svg+xml', 'application/octet-stream']) {
        const [file] = attachments
        const asked = { attachments: [{ ...(file as object), mediaType }] }
        t.equal((await house.call(me, 'POST', `/cases/${id}/commands/filePapers`, asked)).statusCode, 400, mediaType)
      }
      await house.close()
    },
  )

  await t.test(
    'ASVS 43 | every answer of every address has the members of its description, and no other',
    async (t) => {
      const house = await openHouse(server)
      const roles = ['registrar', 'officer', 'officeHead', 'remedyClerk', 'statistician', 'assistant'] as const
      await house.staff('all', roles)
      await house.staff('sys', ['admin'])
      await house.staff('aud', ['auditAdmin'])
      const { id } = await receive(house.cabinet)
      await done(house.cabinet, 'registerRequest', { caseId: id })
      const document = (await house.app.inject('/api/v1/openapi.json')).json() as Description
      const seen = { n: 0 }
      const told = new Map<string, string[]>()
      for (const name of ['all', 'sys', 'aud']) {
        const headers = await house.bearer(name)
        for (const [path, { get }] of Object.entries(document.paths)) {
          const schema = get?.responses?.['200']?.content?.['application/json']?.schema
          if (!schema || path.endsWith('openapi.json')) continue
          const url = path.replace('{id}', id).replace('{year}', '2026').replace('{command}', 'decide')
          const answer = await house.app.inject({ url: url.replace(/\{\w+\}/g, '1'), headers })
          if (answer.statusCode === 200) told.set(path, undescribed(answer.json(), schema, { document, seen }))
        }
      }
      t.ok(told.size >= 25 && seen.n > 300, `${told.size} answers, ${seen.n} members`)
      t.strictSame(
        [...told].filter(([, more]) => more.length > 0),
        [],
      )
      const row = { $ref: '#/components/schemas/StaffRow' }
      const planted = { id: 'x', name: 'x', passwordHash: 'scrypt$x' }
      t.strictSame(undescribed([planted], { items: row } as never, { document, seen }), ['[].passwordHash'], 'planted')
      await house.close()
    },
  )

  await t.test(
    'ASVS 16 | the cookie of a session: of this host alone, encrypted, unseen by scripts, never from elsewhere',
    async (t) => {
      const house = await openHouse(server, { secureCookies: true })
      await house.staff('reg', ['registrar'])
      const answer = await house.knock({ name: 'reg', password: PASSWORD })
      for (const name of ['__Host-zhiqing', '__Host-zhiqing-device']) {
        const cookie = answer.cookies.find((one) => one.name === name)
        t.match(cookie, { path: '/', httpOnly: true, secure: true, sameSite: 'Strict' }, name)
        t.notOk(cookie?.domain)
      }
      t.match(answer.headers['strict-transport-security'], /max-age=31536000; includeSubDomains/)
      await house.close()
    },
  )

  await t.test('ASVS 21 | nothing is written for a page of elsewhere, nor by a GET', async (t) => {
    const house = await openHouse(server)
    await house.staff('reg', ['registrar'])
    const signed = await house.knock({ name: 'reg', password: PASSWORD })
    const cookie = `zhiqing=${signed.json().token}`
    const { id } = await receive(house.cabinet)
    const state = async () =>
      JSON.stringify(await house.db.owner("select organ, id, version, encode(head_hash, 'hex') from cases order by 2"))
    const before = await state()
    const document = (await house.app.inject('/api/v1/openapi.json')).json() as { paths: Record<string, object> }
    for (const [path, described] of Object.entries(document.paths)) {
      const url = path
        .replace('{id}', id)
        .replace('{n}', '1')
        .replace('{code}', 'L01')
        .replace(/\{\w+\}/g, 'x')
      for (const method of Object.keys(described).map((one) => one.toUpperCase())) {
        if (method === 'GET') {
          await house.app.inject({ url, headers: { cookie } })
          continue
        }
        const ask = (headers: Record<string, string>, payload: object | string = {}) =>
          house.app.inject({ method: method as 'POST', url, headers, payload })
        const opens = /\/(sessions|sign-on)$/.test(path) && method === 'POST'
        if (!opens) t.equal((await ask({})).statusCode, 401, `${method} ${path} without a token`)
        const elsewhere = { cookie, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
        const signIn = { name: 'reg', password: PASSWORD }
        const body = path.endsWith('/sessions') ? signIn : path.endsWith('/sign-on') ? { totp: '123456' } : {}
        t.equal((await ask(elsewhere, body)).statusCode, 403, `${method} ${path} from elsewhere`)
        t.equal((await ask({ cookie, origin: 'null' }, body)).statusCode, 403, `${method} ${path} from nowhere`)
        const plain = await ask({ authorization: `Bearer ${signed.json().token}`, 'content-type': 'text/plain' }, '{}')
        t.ok([415, 404].includes(plain.statusCode), `${method} ${path} as plain text: ${plain.statusCode}`)
      }
    }
    t.equal(await state(), before)
    await house.close()
  })

  await t.test('ASVS 23 | who says he is somebody else is himself, unless a proxy of ours says it', async (t) => {
    const plain = await openHouse(server)
    await plain.knock(
      { name: 'x', password: 'y' },
      { 'x-forwarded-for': '203.0.113.7', 'x-real-ip': '203.0.113.7' },
      '192.0.2.44',
    )
    t.equal(plain.lines.find(({ event }) => event === 'signIn')?.more?.ip, '192.0.2.44')
    t.strictSame(await plain.db.owner('select address from security_log'), [{ address: '192.0.2.44' }])
    await plain.close()
    const behind = await openHouse(server, { trustedProxies: ['192.0.2.44'] })
    await behind.knock({ name: 'x', password: 'y' }, { 'x-forwarded-for': '203.0.113.7' }, '192.0.2.44')
    await behind.knock({ name: 'x', password: 'y' }, { 'x-forwarded-for': '203.0.113.8' }, '192.0.2.45')
    t.strictSame(await behind.db.owner('select address from security_log order by id'), [
      { address: '203.0.113.7' },
      { address: '192.0.2.45' },
    ])
    await behind.close()
  })

  await t.test('ASVS 41 | no powers, no stack, no trace, no figures for everybody', async (t) => {
    const house = await openHouse(server)
    await house.staff('reg', ['registrar'])
    const me = await house.bearer('reg')
    const [role] = await house.db.unsaid<Record<string, boolean>>(
      'select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls from pg_roles where rolname = current_user',
    )
    t.strictSame(Object.values(role ?? {}), [false, false, false, false])
    for (const sql of [
      'delete from case_facts',
      'truncate case_facts',
      'update case_facts set role = role',
      'create table x ()',
      'drop table cases',
    ])
      await t.rejects(house.db.app(sql), { code: '42501' }, sql)
    const broken = buildApi({
      cabinet: {
        ...house.cabinet,
        as: () => ({
          ...house.cabinet,
          listCases: async () => Promise.reject(new Error('select secret from /work/db.ts')),
        }),
      },
      press: { missingCharacters: async () => [], words: {} } as never,
      today: () => '2026-09-01' as never,
      now: () => house.clock.now,
      log: { info: () => {}, error: () => {} },
    })
    const fault = await broken.inject({ url: '/api/v1/cases', headers: me })
    t.equal(fault.statusCode, 500)
    t.notMatch(fault.body, /select|\.ts|Error|at /)
    await broken.close()
    const place = new URL(await house.app.listen({ host: '127.0.0.1', port: 0 }))
    const said = (method: string) => overSocket(Number(place.port), `${method} /api/v1/cases`, me.authorization)
    t.match(await said('GET'), /^HTTP\/1\.1 200 /, 'the question itself is a sound one')
    for (const method of ['TRACE', 'CONNECT', 'TRACK', 'DEBUG']) {
      const answer = await said(method)
      t.match(answer, /^(HTTP\/1\.1 4\d\d |$)/, `${method}: ${answer.slice(0, 20)}`)
      t.notMatch(answer, /Bearer|QHZR/, `${method}: nothing is said back`)
    }
    for (const url of ['/documentation', '/docs', '/metrics', '/.git/config', '/.env', '/package.json'])
      t.equal((await house.app.inject({ url, headers: { accept: 'application/json' } })).statusCode, 404, url)
    await house.close()
  })

  await t.test(
    'ASVS 42 | a planted number is nowhere in clear: files of the database, lines, subjects, addresses',
    async (t) => {
      const house = await openHouse(server)
      await house.staff('reg', ['registrar', 'officer'])
      await house.staff('aud', ['auditAdmin'])
      const me = await house.bearer('reg')
      const input = {
        ...request,
        applicant: {
          kind: 'natural',
          name: '卞植',
          idType: '居民身份证',
          idNumber: CANARY,
          phone: PHONE,
          email: 'bian@example.org',
        },
      }
      const made = await house.call(me, 'POST', '/cases', { ...input, channel: 'inPerson' })
      t.equal(made.statusCode, 201)
      const { id, number, queryCode } = made.json()
      await house.call(me, 'POST', `/cases/${id}/commands/registerRequest`, { officer: 'reg' })
      await house.call(me, 'POST', `/cases/${id}/commands/requestCorrection`, {
        guidance: '可以写明文件名称、文号或者形成年份',
        items: ['名称'],
      })
      const bodies: string[] = []
      for (const url of ['/cases', `/cases/${id}`, `/cases/${id}/facts`, `/cases/${id}/trace`, `/cases/${id}/risks`]) {
        const answer = await house.call(me, 'GET', url)
        t.equal(answer.headers['cache-control'], 'no-store', url)
        bodies.push(answer.body)
      }
      t.notMatch(bodies.join(), CANARY, 'masked wherever staff look')
      t.match(bodies[1], '360733********877X')
      const nothing = await house.call(me, 'POST', `/cases/${id}/full-look`, { reason: '' })
      t.equal(nothing.statusCode, 400, 'no full look without a reason')
      const look = await house.call(me, 'POST', `/cases/${id}/full-look`, { reason: '邮寄前核对身份' })
      t.match(look.json(), { applicant: { idNumber: CANARY } })
      await house.call(me, 'GET', `/cases/${id}/dossier.zip`)
      const log = (await house.call(await house.bearer('aud'), 'GET', '/security-log')).json().rows
      t.match(
        log.find(({ act }: { act: string }) => act === 'fullLook'),
        { name: 'reg', caseId: id, reason: '邮寄前核对身份' },
        'and it is on record',
      )
      t.match(
        log.find(({ act }: { act: string }) => act === 'dossier'),
        { name: 'reg', caseId: id },
        'so is who took the file',
      )
      const visit = await house.app.inject({
        method: 'POST',
        url: '/lookup',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ number, code: queryCode }).toString(),
      })
      t.equal(visit.statusCode, 303)
      const lines = JSON.stringify(house.lines)
      for (const secret of [CANARY, PHONE, queryCode, PASSWORD, me.authorization.slice(7)]) {
        t.notMatch(lines, secret, 'no line tells it')
        t.notMatch(visit.headers.location, secret, 'no address tells it')
      }
      const jobs = JSON.stringify(await house.db.owner('select * from outbox'))
      t.notMatch(jobs, CANARY)
      const [place] = await house.db.owner<{ data_directory: string }>('show data_directory')
      await house.db.owner('checkpoint')
      const utf16 = Buffer.from(CANARY, 'utf16le')
      t.strictSame(
        filesWith(place?.data_directory ?? '', [Buffer.from(CANARY), utf16]),
        [],
        'not in tables, not in the log of the database',
      )
      const planted = await house.db.owner("select set_config('zhiqing.kind', 'keeper', false); ")
      t.ok(planted)
      await house.db.owner(`comment on table looks is '${CANARY} / planted'`)
      await house.db.owner('checkpoint')
      t.ok(filesWith(place?.data_directory ?? '', [Buffer.from(CANARY)]).length > 0, 'planted: in clear it is found')
      await house.close()
    },
  )

  await t.test(
    'ASVS 43 | an answer has the fields of its description; more fields, and a parameter twice, are refused',
    async (t) => {
      const house = await openHouse(server)
      await house.staff('reg', ['registrar'])
      await house.staff('sys', ['admin'])
      const [me, sys] = [await house.bearer('reg'), await house.bearer('sys')]
      const row = (await house.call(sys, 'GET', '/staff')).json().staff[0]
      t.strictSame(Object.keys(row).toSorted(), [
        'disabled',
        'displayName',
        'id',
        'mustChangePassword',
        'name',
        'organ',
        'roles',
        'signOn',
        'totp',
      ])
      const signed = (await house.knock({ name: 'reg', password: PASSWORD })).json()
      t.strictSame(Object.keys(signed).toSorted(), ['endsAt', 'must', 'person', 'token'])
      t.strictSame(Object.keys(signed.person).toSorted(), ['displayName', 'name', 'organ', 'roles'])
      t.equal((await house.knock({ name: 'reg', password: PASSWORD, roles: ['admin'] })).statusCode, 400)
      t.equal(
        (await house.call(sys, 'POST', '/staff', { name: 'neu', displayName: '新', roles: ['officer'] })).statusCode,
        400,
      )
      const extra = { ...request, channel: 'inPerson', state: 'served', number: 'QHZR202600001' }
      t.equal((await house.call(me, 'POST', '/cases', extra)).statusCode, 400)
      for (const url of [
        '/cases?limit=1&limit=2',
        '/cases?state=served&state=issued',
        '/security-log?before=1&before=2',
      ])
        t.ok([400, 403].includes((await house.call(me, 'GET', url)).statusCode), url)
      const { id } = await receive(house.cabinet)
      await done(house.cabinet, 'registerRequest', { caseId: id })
      t.equal((await house.call(me, 'POST', `/cases/${id}/commands/archiveCase`, { force: true })).statusCode, 400)
      await house.close()
    },
  )
}
