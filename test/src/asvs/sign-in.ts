import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { passwordFaults } from '@zhiqing/db'
import type { Test } from 'tap'
import type { TestServer } from '../database.js'
import { ORGAN } from '../db/office.js'
import { openHouse, PASSWORD } from './house.js'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 6238 once more, by hand, so that the code under test is not its own judge. */
export const codeAt = (base32: string, now: Date, by = 0): string => {
  let bits = ''
  for (const one of base32) bits += letters.indexOf(one).toString(2).padStart(5, '0')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
  const step = Math.floor(now.getTime() / 30_000) + by
  const digest = createHmac('sha1', key)
    .update(Buffer.from(step.toString(16).padStart(16, '0'), 'hex'))
    .digest()
  const at = (digest[19] ?? 0) & 15
  const number =
    (((digest[at] ?? 0) & 127) << 24) |
    ((digest[at + 1] ?? 0) << 16) |
    ((digest[at + 2] ?? 0) << 8) |
    (digest[at + 3] ?? 0)
  return String(number % 1_000_000).padStart(6, '0')
}

const NEXT = '银杏-Harbour-2290-Quill'

export const signIns = async (t: Test, server: TestServer): Promise<void> => {
  await t.test('ASVS 14 | guesses are counted by name and address together, by address, and by name', async (t) => {
    const house = await openHouse(server)
    await house.staff('wang', ['officer'])
    const guess = (name: string, address: string, headers = {}) =>
      house.knock({ name, password: 'wrong' }, headers, address).then(({ statusCode }) => statusCode)
    const first = await house.knock({ name: 'wang', password: PASSWORD })
    const device = first.cookies.find(({ name }) => name === 'zhiqing-device')?.value ?? ''
    t.match(device, /^[\w-]{43}$/, 'the device is known from now on')
    for (let i = 0; i < 5; i++) t.equal(await guess('wang', '198.51.100.1'), 401)
    t.equal(await guess('wang', '198.51.100.1'), 429, 'five from one address, then it is slow')
    t.equal(await guess('wang', '198.51.100.1', { 'x-forwarded-for': '203.0.113.9' }), 429, 'whatever it says it is')
    t.equal((await house.knock({ name: 'wang', password: PASSWORD }, {}, '198.51.100.2')).statusCode, 200)
    /** As if the guesses on record had been made so often. */
    const manyTimes = (kind: string, n: number) =>
      house.db.owner(
        'update attempts set at = array_fill(at[1], array[$1::int]) where kind = $2 and at[1] is not null',
        [n, kind],
      )
    await house.db.owner('delete from attempts')
    t.equal(await guess('nobody', '198.51.100.3'), 401)
    await manyTimes('signInAddress', 59)
    t.equal(await guess('wang', '198.51.100.3'), 401)
    t.equal(await guess('somebody', '198.51.100.3'), 429, 'sixty an hour for one address')
    house.pass(61)
    await house.db.owner('delete from attempts')
    t.equal(await guess('wang', '203.0.113.1'), 401)
    await manyTimes('signInName', 100)
    const right = { name: 'wang', password: PASSWORD }
    t.equal((await house.knock(right, {}, '203.0.113.200')).statusCode, 429, 'a hundred for one name from the world')
    const own = await house.knock(right, { cookie: `zhiqing-device=${device}` }, '203.0.113.200')
    t.equal(own.statusCode, 200, 'the person’s own device is not shut out by a crowd')
    const row = "select result, count(*)::int as n from security_log where act = 'signIn' and name = 'wang' group by 1"
    const rows = await house.db.owner<{ result: string; n: number }>(row)
    t.ok(
      rows.find(({ result }) => result === 'no') && rows.find(({ result }) => result === 'tooMany'),
      'all is on record',
    )
    await house.close()
  })

  await t.test(
    'ASVS 30 | twelve characters, no common one, nothing cut off, blanks and 汉字 are letters',
    async (t) => {
      const house = await openHouse(server)
      await house.staff('chenyan', ['officer'])
      const me = await house.bearer('chenyan')
      const change = (next: string) => house.call(me, 'POST', '/account/password', { current: PASSWORD, next })
      const refused = ['Kurz-1-Wort', 'password12345', 'P@ssw0rd2026!!', 'qwertyuiop12', 'aaaaaaaaaaaa', 'abcdefghijkl']
      const own = ['chenyan-12345-x', 'zhiqing-2026-abc', 'woaini1314woaini1314', '5201314!5201314!']
      for (const next of [...refused, ...own]) {
        const answer = await change(next)
        t.equal(answer.statusCode, 422, next)
        t.notMatch(answer.body, next, 'and it is not said back')
      }
      const rows = readFileSync(new URL('../../../db/words/common-passwords.txt', import.meta.url), 'utf8')
      const words = rows.split(/\s+/).filter(Boolean)
      t.ok(words.length >= 3000, `${words.length} common ones`)
      for (const profile of ['asvs', 'dengbao'] as const) {
        const faultsOf = (password: string) => passwordFaults(password, ['chenyan'], profile).join()
        const let1 = words.filter((word) => !/太常见/.test(faultsOf(word)))
        t.strictSame(let1, [], `${profile}: each of the list, whatever its length`)
        const long = words.filter((word) => [...word].length >= 12)
        t.ok(long.length > 0)
        t.strictSame(
          words.filter((word) => word.length >= 4 && !/太常见/.test(faultsOf(`${word.toUpperCase()}!`))),
          [],
          `${profile}: nor in capitals with a sign behind`,
        )
        const sound = 'Kranich-Nebel-47-银杏'
        for (const [n, fault] of [
          [11, /至少12个字，现在有11个字/],
          [12, /^$/],
          [13, /^$/],
        ] as const)
          t.match(faultsOf([...sound].slice(0, n).join('')), fault, `${profile}: ${n} characters`)
        const mixed = 'aB3-银'
        const of = (n: number) => [...`${sound}${mixed.repeat(60)}`].slice(0, n).join('')
        t.match(faultsOf(of(200)), /^$/, 'long ones are welcome')
        t.match(faultsOf(of(201)), /最多200个字/)
      }
      const long = `${'长密码 with spaces and 汉字 '.repeat(4)}é${'x'.repeat(20)}`
      t.ok(Buffer.byteLength(long) > 72 && long.length > 64)
      const answer = await change(long)
      t.equal(answer.statusCode, 200)
      const knock = (password: string) =>
        house.knock({ name: 'chenyan', password }).then(({ statusCode }) => statusCode)
      t.equal(await knock(long), 200)
      t.equal(await knock(long.slice(0, 72)), 401, 'not cut at 72')
      t.equal(await knock(`${long.slice(0, -1)}y`), 401, 'the last character counts')
      await house.close()
    },
  )

  await t.test('ASVS 31 | both profiles: 等保 wants kinds, a history and ninety days, ASVS none of them', async (t) => {
    const plain = 'all small letters and blanks'
    for (const passwords of ['asvs', 'dengbao'] as const) {
      const house = await openHouse(server, { security: { passwords } })
      const { id } = await house.staff('liu', ['officer'])
      await house.db.owner('update credentials set password_set_at = $1', [house.clock.now])
      const change = async (current: string, next: string) => {
        const headers = await house.knock({ name: 'liu', password: current })
        const authorization = `Bearer ${headers.json().token}`
        return house.call({ authorization }, 'POST', '/account/password', { current, next })
      }
      const weak = await change(PASSWORD, plain)
      t.equal(weak.statusCode, passwords === 'asvs' ? 200 : 422, `${passwords}: one kind of letters`)
      if (passwords === 'dengbao') {
        t.match(weak.json().detail, /至少有3种/)
        t.equal((await change(PASSWORD, NEXT)).statusCode, 200)
        t.match((await change(NEXT, PASSWORD)).json().detail, /最近用过/, 'the one before does not come back')
        const held = await house.knock({ name: 'liu', password: NEXT })
        t.equal(held.json().must, null)
      }
      house.pass(91 * 24 * 60)
      const old = await house.knock({ name: 'liu', password: passwords === 'asvs' ? plain : NEXT })
      t.equal(old.json().must, passwords === 'asvs' ? null : 'changePassword', `${passwords}: after 91 days`)
      const me = { authorization: `Bearer ${old.json().token}` }
      const page = await house.call(me, 'GET', '/cases')
      t.equal(page.statusCode, passwords === 'asvs' ? 200 : 403, 'nothing else is open first')
      t.ok(id)
      await house.close()
    }
  })

  await t.test(
    'ASVS 33 36 | without the second factor nothing opens; a code opens once, one step to either side',
    async (t) => {
      const house = await openHouse(server, { security: { totpRoles: ['officer', 'admin'] } })
      const { id } = await house.staff('zhou', ['officer'])
      await house.staff('reg', ['registrar'])
      t.equal(
        (await house.call(await house.bearer('reg'), 'GET', '/cases')).statusCode,
        200,
        'a role without the demand',
      )
      const first = await house.knock({ name: 'zhou', password: PASSWORD })
      t.equal(first.json().must, 'enrolTotp')
      const weak = { authorization: `Bearer ${first.json().token}` }
      const document = (await house.app.inject('/api/v1/openapi.json')).json() as { paths: Record<string, object> }
      for (const [path, methods] of Object.entries(document.paths)) {
        if (
          !path.startsWith('/api/v1/') ||
          /openapi|\/account|\/sessions|\/sign-on(\/(begin|callback|end))?$|\/calendars\//.test(path)
        )
          continue
        for (const method of Object.keys(methods)) {
          const url = path
            .slice(7)
            .replace('{n}', '1')
            .replace('{code}', 'L01')
            .replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000')
          const answer = await house.call(weak, method.toUpperCase() as 'GET', url, method === 'get' ? undefined : {})
          t.match(answer.json(), { status: 403, type: 'urn:zhiqing:problem:mustEnrolTotp' }, `${method} ${path}`)
        }
      }
      t.equal((await house.call(weak, 'POST', '/account/totp', { password: 'wrong' })).statusCode, 403)
      const offer = (await house.call(weak, 'POST', '/account/totp', { password: PASSWORD })).json()
      t.match(offer.uri, `otpauth://totp/%E7%9F%A5%E6%83%85:zhou?secret=${offer.secret}&`)
      t.match(offer.svg, /^<svg/)
      t.equal((await house.call(weak, 'POST', '/account/totp/confirm', { totp: '000000' })).statusCode, 403)
      const code = codeAt(offer.secret, house.clock.now)
      const enrolled = (await house.call(weak, 'POST', '/account/totp/confirm', { totp: code })).json()
      t.equal(enrolled.recoveryCodes.length, 8)
      t.equal((await house.call(weak, 'GET', '/account')).statusCode, 401, 'the session from before is over')
      const strong = { authorization: `Bearer ${enrolled.token}` }
      t.equal((await house.call(strong, 'GET', '/cases')).statusCode, 200)

      const knock = async (totp?: string, minutes = 0) => {
        house.pass(minutes)
        const answer = await house.knock({ name: 'zhou', password: PASSWORD, ...(totp ? { totp } : {}) })
        return `${answer.statusCode} ${answer.json().type ?? ''}`.replace('urn:zhiqing:problem:', '').trim()
      }
      t.equal(await knock(), '401 totpNeeded')
      t.equal(await knock(code), '401 signInFailed', 'the code that enrolled opens nothing more')
      house.pass(5)
      const now = () => house.clock.now
      t.equal(await knock(codeAt(offer.secret, now(), -2)), '401 signInFailed', 'two steps ago')
      t.equal(await knock(codeAt(offer.secret, now(), -1)), '200', 'one step ago')
      t.equal(await knock(codeAt(offer.secret, now(), -1)), '401 signInFailed', 'not twice')
      t.equal(await knock(codeAt(offer.secret, now(), 1)), '200', 'one step ahead')
      t.equal(await knock(codeAt(offer.secret, now(), 0)), '401 signInFailed', 'an earlier one after it is used up')
      house.pass(5)
      const twice = codeAt(offer.secret, now())
      const both = await Promise.all([knock(twice), knock(twice)])
      t.strictSame(both.toSorted(), ['200', '401 signInFailed'], 'two at once: one is first')
      const [recovery] = enrolled.recoveryCodes
      t.equal(await knock(String(recovery).toLowerCase()), '200', 'a recovery code stands in for it')
      t.equal(await knock(recovery), '401 signInFailed', 'once')
      // No way round it: a device that is known, a session of before, a password given anew, the sign-in once more.
      const device = first.cookies.find(({ name }) => name === 'zhiqing-device')?.value ?? ''
      t.match(device, /^[\w-]{43}$/)
      const around = await house.knock({ name: 'zhou', password: PASSWORD }, { cookie: `zhiqing-device=${device}` })
      t.match([around.statusCode, around.json().type], [401, 'urn:zhiqing:problem:totpNeeded'], 'a known device')
      t.notOk(
        around.cookies.some(({ name, value }) => name === 'zhiqing' && value),
        'and no session comes of it',
      )
      for (const totp of ['', '000000', 'ABCDEFGH', offer.secret]) {
        const guessed = await house.knock({ name: 'zhou', password: PASSWORD, totp })
        t.ok([400, 401].includes(guessed.statusCode), `${totp.length} characters: ${guessed.statusCode}`)
      }
      await house.staff('root', ['admin'])
      await house.db.owner("update staff set roles = '{admin}' where name = 'root'")
      const must = await house.knock({ name: 'root', password: PASSWORD })
      const bare = { authorization: `Bearer ${must.json().token}` }
      t.equal(
        (await house.call(bare, 'POST', `/staff/${id}/password`, { reason: '试' })).statusCode,
        403,
        'nor resets any',
      )
      const kept = JSON.stringify(await house.db.owner('select * from credentials where person = $1', [id]))
      for (const secret of [offer.secret, ...enrolled.recoveryCodes])
        t.notMatch(kept, secret, 'kept only sealed or digested')
      await house.close()
    },
  )

  await t.test(
    'ASVS 32 35 | no account by default; a password given by others is random, once, short, and keeps the factor',
    async (t) => {
      const house = await openHouse(server)
      t.strictSame(await house.db.owner('select name from staff'), [], 'a new instance has nobody')
      await house.staff('sys', ['admin'])
      await house.staff('sec', ['securityAdmin'])
      await house.staff('aud', ['auditAdmin'])
      await house.staff('other', ['admin'], 'QHJY')
      const [sys, sec, aud, other] = await Promise.all(['sys', 'sec', 'aud', 'other'].map((name) => house.bearer(name)))
      if (!sys || !sec || !aud || !other) throw new Error('nobody is in')
      const made = await house.call(sys, 'POST', '/staff', { name: 'new-one', displayName: '新来' })
      t.equal(made.statusCode, 201)
      const { password, person } = made.json()
      t.match(password, /^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/, '28 letters of five bits: 140 bits')
      t.strictSame(person.roles, [], 'whoever makes accounts gives no rights')
      t.equal(
        (await house.call(sys, 'POST', `/staff/${person.id}/roles`, { roles: ['officer'], reason: '入职' })).statusCode,
        403,
      )
      t.equal(
        (await house.call(sec, 'POST', `/staff/${person.id}/roles`, { roles: ['officer'], reason: '入职' })).statusCode,
        200,
      )
      const mixed = await house.call(sec, 'POST', `/staff/${person.id}/roles`, {
        roles: ['admin', 'officer'],
        reason: '兼',
      })
      t.match(mixed.json(), { status: 422, detail: /不能兼任/ })
      for (const roles of [['admin', 'auditAdmin'], ['applicant']])
        t.equal((await house.call(sec, 'POST', `/staff/${person.id}/roles`, { roles, reason: '兼' })).statusCode, 422)
      const stranger = await house.call(other, 'POST', `/staff/${person.id}/password`, { reason: '试' })
      const nobody = await house.call(other, 'POST', '/staff/00000000-0000-4000-8000-00000000000f/password', {
        reason: '试',
      })
      t.strictSame([stranger.statusCode, stranger.body], [nobody.statusCode, nobody.body], 'another organ’s is nobody')
      t.equal(stranger.statusCode, 404)

      const signed = await house.knock({ name: 'new-one', password })
      t.equal(signed.json().must, 'changePassword')
      const fresh = { authorization: `Bearer ${signed.json().token}` }
      t.equal((await house.call(fresh, 'GET', '/cases')).json().type, 'urn:zhiqing:problem:mustChangePassword')
      const changed = await house.call(fresh, 'POST', '/account/password', { current: password, next: NEXT })
      t.equal((await house.call({ authorization: `Bearer ${changed.json().token}` }, 'GET', '/cases')).statusCode, 200)
      t.equal((await house.knock({ name: 'new-one', password })).statusCode, 401, 'it opened once')

      await house.db.owner(`update credentials set totp_since = now(), totp_secret = '\\x01' where person = $1`, [
        person.id,
      ])
      const reset = (await house.call(sys, 'POST', `/staff/${person.id}/password`, { reason: '忘记' })).json()
      t.equal(
        (await house.knock({ name: 'new-one', password: reset.password })).json().type,
        'urn:zhiqing:problem:totpNeeded',
      )
      await house.call(sec, 'POST', `/staff/${person.id}/totp-reset`, { reason: '丢手机' })
      house.pass(72 * 60 + 1)
      t.equal(
        (await house.knock({ name: 'new-one', password: reset.password })).statusCode,
        401,
        'three days later it is void',
      )

      const people = await Promise.all(['sys', 'sec', 'aud'].map((name) => house.bearer(name)))
      const [, , audit] = people
      for (const admin of people)
        for (const url of ['/cases', '/cases/00000000-0000-4000-8000-000000000000'])
          t.ok([403, 404].includes((await house.call(admin, 'GET', url)).statusCode), 'administrators see no case')
      for (const who of [people[0], people[1]])
        t.equal((await house.call(who ?? {}, 'GET', '/security-log')).statusCode, 403, 'nor the log of what they did')
      const rows = (await house.call(audit ?? {}, 'GET', '/security-log')).json().rows as {
        act: string
        name: string
      }[]
      for (const act of ['create', 'giveRoles', 'resetPassword', 'resetTotp', 'changePassword', 'signIn'])
        t.ok(
          rows.some((row) => row.act === act),
          act,
        )
      await t.rejects(house.db.app('update security_log set name = $1', ['x']), { code: '42501' })
      await t.rejects(house.db.owner('delete from security_log'), { code: '42501' }, 'not even by the owner')
      await house.close()
    },
  )

  await t.test(
    '三员 | none of the three lets himself in as another: not by password, second factor or provider',
    async (t) => {
      const signOn = {
        publicUrl: 'http://gongkai.example.test',
        staff: {
          ...{ issuer: 'https://id.example.test', clientId: 'zhiqing', clientSecret: undefined, scope: 'openid' },
          ...{ secondFactor: [], idNumberClaim: undefined },
        },
      }
      const house = await openHouse(server, { signOn })
      const roles = {
        sys: 'admin',
        sec: 'securityAdmin',
        aud: 'auditAdmin',
        sys2: 'admin',
        sec2: 'securityAdmin',
        off: 'officer',
      }
      const ids: Record<string, string> = {}
      for (const [name, role] of Object.entries(roles)) ids[name] = (await house.staff(name, [role as never])).id
      await house.staff('whole', ['admin'], null)
      const bearers = Object.fromEntries(
        await Promise.all(['sys', 'sec', 'whole'].map(async (name) => [name, await house.bearer(name)] as const)),
      )
      const opened = async (who: string, path: string, whom: string) => {
        const body = { reason: '试', ...(path === 'sign-on' ? { sub: `${who}-${whom}` } : {}) }
        const answer = await house.call(bearers[who] ?? {}, 'POST', `/staff/${ids[whom]}/${path}`, body)
        if (answer.statusCode !== 200)
          t.match(
            answer.json(),
            { status: 403, detail: /三员互不接管.*zhiqing staff recover.*安全管理员收回/ },
            `${who} ${path} ${whom}`,
          )
        return answer.statusCode
      }
      const state = () => house.db.owner('select person, password_hash, totp_since from credentials order by 1')
      const before = await state()
      for (const who of ['sys', 'whole'])
        for (const path of ['password', 'sign-on'])
          for (const whom of ['sec', 'aud']) t.equal(await opened(who, path, whom), 403, `${who} ${path} ${whom}`)
      for (const whom of ['sys', 'aud']) t.equal(await opened('sec', 'totp-reset', whom), 403, whom)
      t.strictSame(await state(), before)
      t.strictSame(await house.db.owner('select person from staff_sign_ons'), [])
      for (const [who, path, whom] of [
        ['sys', 'password', 'off'],
        ['sys', 'password', 'sys2'],
        ['whole', 'password', 'sys'],
        ['sec', 'totp-reset', 'off'],
        ['sec', 'totp-reset', 'sec2'],
      ] as const)
        t.equal(
          await opened(who, path, whom),
          200,
          `${who} ${path} ${whom}: within one’s own kind, and of everybody else`,
        )
      // Two of the three, each on record: the office is taken back first.
      const [sys, sec] = [await house.bearer('sys2').catch(() => undefined), bearers.sec ?? {}]
      t.equal(sys, undefined, 'whose password was reset is out')
      const give = (roles: string[]) =>
        house.call(sec, 'POST', `/staff/${ids.aud}/roles`, { roles, reason: '忘记密码' })
      t.equal((await give([])).statusCode, 200)
      t.equal(await opened('whole', 'password', 'aud'), 200)
      t.equal((await give(['auditAdmin'])).statusCode, 200)
      await house.close()
    },
  )

  await t.test('姓名 | one in an organ: two of one name would share dossiers and a place in the ledger', async (t) => {
    const house = await openHouse(server)
    await house.staff('sys', ['admin'])
    await house.staff('jy', ['admin'], 'QHJY')
    const add = async (by: string, name: string, displayName: string) =>
      house.call(await house.bearer(by), 'POST', '/staff', { name, displayName })
    t.equal((await add('sys', 'zhang3', '张三')).statusCode, 201)
    const second = await add('sys', 'zhang3-2', '张三')
    t.match(second.json(), { status: 422, detail: /本机关已经有人用这个姓名.*张三（二科）/ })
    t.match((await add('sys', 'zhang3', '李四')).json(), { status: 422, detail: /用户名已经有人使用/ })
    t.equal((await add('sys', 'zhang3-2', '张三（二科）')).statusCode, 201)
    t.equal((await add('jy', 'zhang3-jy', '张三')).statusCode, 201, 'in another organ it is another’s name')
    t.strictSame(
      await house.db.owner("select name, organ from staff where display_name like '张三%' order by name"),
      [
        { name: 'zhang3', organ: ORGAN },
        { name: 'zhang3-2', organ: ORGAN },
        { name: 'zhang3-jy', organ: 'QHJY' },
      ],
      'a refusal has made nobody',
    )
    await t.rejects(house.db.owner("update staff set display_name = '张三' where name = 'zhang3-2'"), { code: '23505' })
    await house.db.owner('drop index staff_display_name_key')
    await house.db.owner("update staff set display_name = '张三' where name = 'zhang3-2'")
    const sql = readFileSync(new URL('../../../db/migrations/0041-tell-people-apart.sql', import.meta.url), 'utf8')
    await house.db.owner(sql)
    t.strictSame(
      await house.db.owner(
        "select name, display_name as shown from staff where display_name like '张三%' order by name",
      ),
      [
        { name: 'zhang3', shown: '张三' },
        { name: 'zhang3-2', shown: '张三（zhang3-2）' },
        { name: 'zhang3-jy', shown: '张三' },
      ],
      'who was called the same before is told apart by the name to sign in with',
    )
    await house.close()
  })

  await t.test('ASVS 44 | who fails to show who they are inside a session is on record, with where from', async (t) => {
    const house = await openHouse(server)
    await house.staff('lu', ['officer'])
    const { authorization } = await house.bearer('lu')
    const post = (url: string, payload: object, remoteAddress: string) =>
      house.app.inject({ method: 'POST', url: `/api/v1${url}`, headers: { authorization }, payload, remoteAddress })
    const change = await post('/account/password', { current: 'wrong', next: NEXT }, '192.0.2.71')
    const offer = await post('/account/totp', { password: 'wrong' }, '192.0.2.72')
    await post('/account/totp', { password: PASSWORD }, '192.0.2.73')
    const confirm = await post('/account/totp/confirm', { totp: '000000' }, '192.0.2.74')
    t.strictSame(
      [change, offer, confirm].map(({ statusCode }) => statusCode),
      [403, 403, 403],
    )
    const rows = await house.db.owner(
      "select name, act, result, address from security_log where act <> 'signIn' order by id",
    )
    t.strictSame(rows, [
      { name: 'lu', act: 'account', result: 'no', address: '192.0.2.71' },
      { name: 'lu', act: 'account', result: 'no', address: '192.0.2.72' },
      { name: 'lu', act: 'enrolTotp', result: 'no', address: '192.0.2.74' },
    ])
    await house.close()
  })

  await t.test(
    'ASVS 37 38 | a session: 256 bits, new at every sign-in, ended by idleness, age, sign-out, change, leaving',
    async (t) => {
      const house = await openHouse(server)
      const { id } = await house.staff('he', ['officer'])
      await house.staff('sec', ['securityAdmin'])
      const in1 = await house.knock({ name: 'he', password: PASSWORD })
      const cookie = in1.cookies.find(({ name }) => name === 'zhiqing')?.value ?? ''
      t.equal(Buffer.from(cookie, 'base64url').length, 32)
      const in2 = await house.knock({ name: 'he', password: PASSWORD }, { cookie: `zhiqing=${cookie}` })
      t.not(in2.json().token, cookie)
      const get = (token: string, url = '/account') => house.call({ authorization: `Bearer ${token}` }, 'GET', url)
      t.equal((await get(cookie)).statusCode, 401, 'the token the browser came with opens nothing any more')
      const planted = await house.knock({ name: 'he', password: PASSWORD }, { cookie: 'zhiqing=planted-by-somebody' })
      t.equal((await get('planted-by-somebody')).statusCode, 401)
      const { token } = planted.json()
      house.pass(29)
      t.equal((await get(token)).statusCode, 200)
      house.pass(31)
      t.equal((await get(token)).statusCode, 401, 'half an hour of nothing')
      let long = (await house.knock({ name: 'he', password: PASSWORD })).json().token
      for (let i = 0; i < 29; i++) {
        house.pass(25)
        if ((await get(long)).statusCode !== 200) t.equal(25 * (i + 1) > 720, true, 'not before twelve hours')
      }
      t.equal((await get(long)).statusCode, 401, 'twelve hours whatever happens')

      const [a, b] = [(await house.bearer('he')).authorization, (await house.bearer('he')).authorization]
      const list = (await house.call({ authorization: a }, 'GET', '/sessions')).json().sessions as {
        id: string
        current: boolean
      }[]
      const there = list.find(({ current }) => !current)
      const strangers = await house.call(await house.bearer('sec'), 'DELETE', `/sessions/${there?.id}`)
      t.equal(strangers.statusCode, 404, 'another’s session is none')
      t.equal((await house.call({ authorization: a }, 'DELETE', `/sessions/${there?.id}`)).statusCode, 204)
      t.equal((await house.call({ authorization: b }, 'GET', '/account')).statusCode, 401)
      t.equal((await house.call({ authorization: a }, 'DELETE', '/sessions')).statusCode, 204)
      t.equal((await house.call({ authorization: a }, 'GET', '/account')).statusCode, 401)
      const [c, d] = [await house.bearer('he'), await house.bearer('he')]
      await house.call(c, 'POST', '/account/password', { current: PASSWORD, next: NEXT })
      for (const one of [c, d])
        t.equal((await house.call(one, 'GET', '/account')).statusCode, 401, 'a changed password')
      long = (await house.knock({ name: 'he', password: NEXT })).json().token
      await house.call(await house.bearer('sec'), 'POST', `/staff/${id}/disable`, { reason: '离职' })
      t.equal((await get(long)).statusCode, 401, 'who left is out at once')
      t.equal((await house.knock({ name: 'he', password: NEXT })).statusCode, 401)
      await house.close()
    },
  )
}
