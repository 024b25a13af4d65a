import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { csvCell } from '@zhiqing/api'
import { openPress } from '@zhiqing/letters'
import { folderPost } from '@zhiqing/worker'
import fc from 'fast-check'
import type { Test } from 'tap'
import type { TestServer } from '../database.js'
import { done, ORGAN, receive, request } from '../db/office.js'
import { textOf } from '../pdf.js'
import { type House, openHouse } from './house.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const rooms = ['db', 'workflows', ...readdirSync(join(root, 'packages')).map((room) => join('packages', room))]
const sources = rooms.flatMap((room) => {
  const folder = join(root, room, 'src')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ name: join(room, name), text: readFileSync(join(folder, name), 'utf8') }))
})
const saying = (words: RegExp): string[] => sources.filter(({ text }) => words.test(text)).map(({ name }) => name)

const wraps = ['X', '"X', "'X", '">X', "'>X", '</title>X', '</textarea>X', '</script>X', '--!>X', '\u0000X']
const cores = [
  '<script>a()</script>',
  '<img src=x onerror=a()>',
  '<svg/onload=a()>',
  '<a href=javascript:a()>',
  '&lt;script&gt;',
  '{{constructor}}',
]
export const xss = wraps.flatMap((wrap) => cores.map((core) => wrap.replace('X', () => core)))

const sqls = [
  "'",
  "''",
  "' or 1=1--",
  "'; drop table cases;--",
  '"',
  '\\',
  "\\'",
  '$1',
  '$$',
  '%',
  '_',
  '%00',
  '*/',
  '/*',
  '--',
  ';',
  ')',
  "')",
  "' union select null--",
  "1' and sleep(5)--",
  '{}',
  '[]',
  'null',
  "E'\\x27'",
  "' || '",
  "'::text",
  '\u02bc',
  '＇',
  "';select pg_sleep(5)--",
  "' order by 99--",
  '0x27',
  'char(39)',
  "\u0027 OR ''='",
  "admin'--",
  '1;select 1',
  '(select 1)',
  "' and '1'='1",
  "' having 1=1--",
  "x' or 'x'='x",
  "' limit 1--",
]

const form = (fields: Record<string, string>) => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  payload: new URLSearchParams(fields).toString(),
})

/** The tags of a page in their order, with the names of their attributes: what text put in must not change. */
const shapeOf = (html: string): string =>
  [...html.matchAll(/<\/?[a-z][^>]*>/gi)].map(([tag]) => tag.replace(/="[^"]*"/g, '').replace(/\s+/g, ' ')).join('')

type Described = Record<string, { get?: { parameters?: { name: string; in: string }[] } }>

/** Every name in an address and every parameter behind it that the description gives to a GET: where it stands, and a way to fill it. */
const stringsOf = async (house: House, id: string): Promise<(readonly [string, (words: string) => string])[]> => {
  const { paths } = (await house.app.inject('/api/v1/openapi.json')).json() as { paths: Described }
  return Object.entries(paths).flatMap(([path, { get }]) => {
    if (!get || !path.startsWith('/api/v1/')) return []
    const plain = (url: string): string =>
      url
        .replace('{id}', id)
        .replace('{year}', '2026')
        .replace(/\{\w+\}/g, '1')
    return (get.parameters ?? []).map(({ name, in: where }) => {
      const fill = (words: string): string => {
        const word = encodeURIComponent(words)
        if (where === 'query') return `${plain(path.slice(7))}?${name}=${word}`
        return plain(path.slice(7).replace(`{${name}}`, `x${word}`))
      }
      return [`${path} ${name}`, fill] as const
    })
  })
}

const filed = async (house: House, more: object = {}) => {
  await house.staff('reg', ['registrar', 'officer'])
  const me = await house.bearer('reg')
  const send = (payload: object | string, headers: Record<string, string> = {}) =>
    house.app.inject({
      method: 'POST',
      url: '/api/v1/cases',
      headers: { ...me, 'content-type': 'application/json', ...headers },
      payload,
    })
  return { me, send, body: { ...request, channel: 'inPerson', ...more } }
}

export const inputs = async (t: Test, server: TestServer): Promise<void> => {
  await t.test(
    'ASVS 1 | sixty scripts wherever pages show words: the page has the shape of a harmless one',
    async (t) => {
      const house = await openHouse(server)
      t.equal(xss.length, 60)
      const lookup = async (words: string): Promise<string> => {
        const from = { remoteAddress: `198.18.0.${xss.indexOf(words) + 2}`, ...form({ number: words, code: words }) }
        return (await house.app.inject({ method: 'POST', url: '/lookup', ...from })).body
      }
      const casePage = async (words: string): Promise<string> => {
        const applicant = { kind: 'natural', name: words, phone: '13800000000' }
        const information = { description: words, title: words }
        const { id } = await receive(house.cabinet, { input: { ...request, applicant, information } })
        await done(house.cabinet, 'registerRequest', { caseId: id })
        await done(house.cabinet, 'requestCorrection', { caseId: id, input: { items: [words], guidance: words } })
        const cookie = await house.visit(id)
        const pages = ['/case', '/case/correction'].map((url) => house.app.inject({ url, headers: { cookie } }))
        return (await Promise.all(pages)).map(({ body, statusCode }) => `<p class="${statusCode}">${body}`).join('')
      }
      for (const page of [lookup, casePage]) {
        const plain = await page('平常的字')
        t.ok(page === lookup || plain.includes('平常的字'), 'the words are shown at all')
        for (const words of xss.filter((one) => page === lookup || !one.includes('\u0000'))) {
          const html = await page(words)
          t.equal(shapeOf(html), shapeOf(plain), words)
          t.notMatch(html.replace(/="[^"]*"/g, ''), /<svg\/|<img|<[^>]*\sonerror/, words)
          t.notMatch(html, /href="\s*javascript/, words)
        }
      }
      await house.close()
    },
  )

  await t.test('ASVS 2 | no address of somebody’s making becomes a link', async (t) => {
    const house = await openHouse(server)
    const { paths, components } = (await house.app.inject('/api/v1/openapi.json')).json()
    // An organ's own addresses, kept by its administrator; what they refuse is in staff-api.test.
    const { '/api/v1/organs': _, '/api/v1/organs/{organ}': __, ...others } = paths
    t.notMatch(JSON.stringify([others, components]), /"format":"(uri|url|iri)"/, 'no other field takes an address')
    for (const words of ['javascript:alert(1)', 'data:text/html,x', 'JaVaScRiPt:x']) {
      const information = { description: words, title: words }
      const { id } = await receive(house.cabinet, { input: { ...request, information } })
      await done(house.cabinet, 'registerRequest', { caseId: id })
      await done(house.cabinet, 'requestCorrection', { caseId: id, input: { items: [words], guidance: words } })
      const cookie = await house.visit(id)
      const { body } = await house.app.inject({ url: '/case/correction', headers: { cookie } })
      t.match(body, words, 'shown')
      t.notMatch(body, /(href|src|action)="?\s*(javascript|data:text)/i, 'and no link')
    }
    await house.close()
  })

  await t.test('ASVS 3 | forty pieces of SQL in every string: answered as a harmless string is', async (t) => {
    t.equal(sqls.length, 40)
    const house = await openHouse(server)
    const { me, send, body } = await filed(house)
    const { id } = await receive(house.cabinet)
    const classOf = (status: number): number => Math.floor(status / 100)
    const places: readonly ((words: string) => Promise<{ statusCode: number }>)[] = [
      (words) => house.call(me, 'GET', `/cases?officer=${encodeURIComponent(words)}`),
      (words) => house.call(me, 'GET', `/cases?after=${encodeURIComponent(words)}`),
      (words) => house.call(me, 'GET', `/cases/${encodeURIComponent(`x${words}`)}`),
      (words) => house.call(me, 'POST', `/cases/${id}/full-look`, { reason: `x${words}` }),
      (words) => house.call(me, 'DELETE', `/sessions/${encodeURIComponent(`x${words}`)}`),
      (words) => send({ ...body, information: { description: `x${words}` } }),
      (words) => send({ ...body, applicant: { ...request.applicant, name: `x${words}` } }),
      (words) =>
        house.app.inject({
          method: 'POST',
          url: '/lookup',
          remoteAddress: `192.0.${Math.floor(Math.random() * 255)}.9`,
          ...form({ number: `x${words}`, code: `y${words}` }),
        }),
    ]
    for (const [i, ask] of places.entries()) {
      const expected = classOf((await ask('标准')).statusCode)
      for (const words of sqls) {
        const { statusCode } = await ask(words)
        t.ok(classOf(statusCode) === expected && statusCode !== 500, `${i} ${words}: ${statusCode}`)
      }
    }
    for (const [url, fill] of await stringsOf(house, id)) {
      const expected = classOf((await house.call(me, 'GET', fill('标准'))).statusCode)
      for (const words of sqls) {
        const { statusCode } = await house.call(me, 'GET', fill(words))
        t.ok(classOf(statusCode) === expected && statusCode !== 500, `${url} ${words}: ${statusCode}`)
      }
    }
    t.equal((await house.db.owner('select 1 from cases')).length > 40, true, 'the tables are there')
    t.strictSame(saying(/sql\.raw|CompiledQuery\.raw/), [], 'no query is made of text')
    await house.close()
  })

  await t.test('ASVS 4 | no shell anywhere', async (t) => {
    t.strictSame(saying(/\bexecSync\(|\bexec\(\s*[`'"]|shell:\s*true/), [])
    const starting = saying(/from 'node:child_process'/)
    t.ok(
      starting.every((name) => /^(db.embedded|packages.cli)/.test(name)),
      starting.join(' '),
    )
  })

  await t.test('ASVS 5 | a cell of a table is never a formula, and every text comes back', async (t) => {
    for (const sign of [...'=+-@\t\r\n\0＝＋－＠'])
      t.match(csvCell(`${sign}cmd|' /C calc'!A0`), /^"'/, JSON.stringify(sign))
    t.equal(csvCell('张“三”, "四"'), '"张“三”, ""四"""')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const cell = csvCell(words)
        const read = cell.slice(1, -1).replaceAll('""', '"')
        return cell.startsWith('"') && cell.endsWith('"') && (read === words || read === `'${words}`)
      }),
      { numRuns: 1000, seed: 5 },
    )
  })

  await t.test('ASVS 6 | what looks like a template in somebody’s words is printed as it was written', async (t) => {
    const press = openPress()
    const dollars = ['$', '{7*7}'].join('')
    const hostile = `{{ 机关名称 }}{% include x %}<%= 7*7 %>${dollars}`
    const house = await openHouse(server)
    const { id } = await receive(house.cabinet, { input: { ...request, information: { description: hostile } } })
    const letter = await house.cabinet.letter(ORGAN, id, 1)
    const { pdf } = await press.print({ code: letter?.code ?? '', fields: letter?.fields as never })
    const text = (await textOf(pdf)).replace(/\s/g, '')
    for (const piece of ['{{机关名称}}', '{%includex%}', '<%=7*7%>', dollars]) t.match(text, piece)
    await press.close()
    await house.close()
  })

  await t.test('ASVS 7 8 | mail goes to one address; nothing is fetched for anybody', async (t) => {
    const house = await openHouse(server)
    const { send, body } = await filed(house)
    const post = folderPost('/nonexistent-never-written')
    const odd = [
      'a@b\r\nBcc: evil@x.org',
      'a@b.org, evil@x.org',
      'g: a@b.org, c@d.org;',
      '"a@b.org"@x.org',
      'a b@c.org',
      '<a@b.org>',
      'a@b.org\u0000',
      'ａ@b．org',
    ]
    for (const email of odd) {
      const answer = await send({ ...body, applicant: { ...request.applicant, email } })
      t.equal(answer.statusCode, 400, JSON.stringify(email))
      const mail = { to: email, sender: '局', subject: 's', text: 't', messageId: '<a@b>', date: new Date(0) }
      t.match(await post.send(mail), { ok: false, permanent: true }, 'and the post refuses it once more')
    }
    t.strictSame(
      saying(/\bfetch\(|https?\.request\(|https?\.get\(/).filter(
        (name) => !/cli.bench|worker.seal|workbench/.test(name),
      ),
      [],
      'no request goes out',
    )
    const posting = sources.filter(({ text }) => /createTransport\(/.test(text))
    t.ok(
      sources.some(({ text }) => /disableFileAccess: true,\s+disableUrlAccess: true/.test(text)) && posting.length > 0,
    )
    await house.close()
  })

  await t.test('ASVS 9 | JSON that means two things, or none, is refused; nothing is polluted', async (t) => {
    const house = await openHouse(server)
    const { send, body } = await filed(house)
    const text = JSON.stringify(body)
    const odd = [
      text.replace('{', '{"__proto__":{"x":1},'),
      text.replace('{', '{"constructor":{"prototype":{"x":1}},'),
      text.replace('{', '\ufeff{').replace('}', '},'),
      text.replace('青禾镇', '\\ud800'),
      text.replace('青禾镇', '\\u0000'),
      text.replace('{', '{"coApplicants":1e400,'),
      text.replace('{', '{"channel":"fax",'),
      text.replace('{', '{"ch\\u0061nnel" : "fax",'),
      text.replace('"name"', '"kind":"commercial","name"'),
      '{"a":',
      '[]',
      '"x"',
      '1e400',
      'null',
      'true',
      '[[[[[[',
      `${'['.repeat(20_000)}`,
    ]
    for (const payload of odd) {
      const { statusCode } = await send(payload)
      t.ok([400, 413].includes(statusCode), `${payload.slice(0, 60)}: ${statusCode}`)
    }
    const again = text.replace('青禾镇', '{\\"channel\\":1,\\"channel\\":2}')
    t.equal((await send(again)).statusCode, 201, 'a word that only looks like a field is a word')
    const twins = text.replace('{', '{"coApplicants":[{"kind":"natural","name":"甲"},{"kind":"natural","name":"甲"}],')
    t.equal((await send(twins)).statusCode, 201, 'two of a list may have the same fields')
    t.equal(({} as Record<string, unknown>).x, undefined)
    t.equal((await send(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]) as never)).statusCode, 400, 'not UTF-8')
    await house.close()
  })

  await t.test('ASVS 10 | each rule with a right and a wrong value, straight at the interface', async (t) => {
    const house = await openHouse(server)
    const { send, body } = await filed(house)
    const { applicant, information } = request
    const pairs: readonly (readonly [string, object, object])[] = [
      ['kind', { applicant }, { applicant: { ...applicant, kind: 'person' } }],
      ['name', { applicant }, { applicant: { kind: 'natural' } }],
      [
        'name length',
        { applicant: { ...applicant, name: '张'.repeat(100) } },
        { applicant: { ...applicant, name: '张'.repeat(101) } },
      ],
      ['description', { information }, { information: {} }],
      ['channel', { channel: 'inPerson' }, { channel: 'pigeon' }],
      ['method', { form: { medium: 'paper', method: 'mail' } }, { form: { medium: 'paper', method: 'dove' } }],
      ['a day', { on: '2026-08-31' }, { on: '2026-02-30' }],
      ['type', { information: { description: '标准' } }, { information: { description: 7 } }],
    ]
    for (const [rule, right, wrong] of pairs) {
      t.equal((await send({ ...body, ...right })).statusCode, 201, `${rule}: right`)
      t.equal((await send({ ...body, ...wrong })).statusCode, 400, `${rule}: wrong`)
    }
    const odd = await send({
      ...body,
      applicant: { ...applicant, idType: '居民身份证', idNumber: '11010519491231002Y' },
    })
    t.match(
      odd.json(),
      { warnings: [{ code: 'idNumberCheck' }] },
      'a check digit that does not fit is told, and never a bar (R14)',
    )
    await house.close()
  })

  await t.test('ASVS 13 | eight at once, as a double click sends them: one event, one case', async (t) => {
    const house = await openHouse(server)
    const { send, body } = await filed(house)
    const key = { 'idempotency-key': 'a-form-filled-in-once' }
    const eight = await Promise.all(Array.from({ length: 8 }, () => send(body, key)))
    t.equal(new Set(eight.map((answer) => answer.json().id)).size, 1)
    t.equal((await house.db.owner('select 1 from cases')).length, 1)
    await house.close()
  })
}
