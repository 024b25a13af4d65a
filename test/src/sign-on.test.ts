import { generateKeyPairSync } from 'node:crypto'
import { buildApi, type ProviderSettings, type SignOnSettings } from '@zhiqing/api'
import t, { type Test } from 'tap'
import { openHouse, PASSWORD } from './asvs/house.js'
import { codeAt } from './asvs/sign-in.js'
import { testServer } from './database.js'
import { clientId, clientSecret, openPeer, wander } from './sign-on/provider-peer.js'

const publicUrl = 'http://gongkai.qinghe.test'
const callback = `${publicUrl}/api/v1/sign-on/callback`
const server = await testServer()
t.teardown(() => server.stop())
const peer = await openPeer({ redirectUri: callback, afterSignOut: `${publicUrl}/desk` })
t.teardown(() => peer.close())

const staff: ProviderSettings = {
  ...{ issuer: peer.issuer, clientId, clientSecret, scope: 'openid profile', idNumberClaim: undefined },
  secondFactor: [{ claim: 'amr', value: 'mfa', from: '2026-09-01' as never }],
}

const house = await openHouse(server, { signOn: { publicUrl, staff } })
t.teardown(() => house.close())
await house.staff('系统', ['admin'])
const admin = await house.bearer('系统')

/** A member of the staff, joined to who they are at the provider. */
const joined = async (name: string, sub = `sub-${name}`) => {
  const person = await house.staff(name, ['officer'])
  peer.knows({ sub, name })
  const answer = await house.call(admin, 'POST', `/staff/${person.id}/sign-on`, { sub, reason: '本人持工作证办理' })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return person
}

const start = house.clock.now
t.beforeEach(() => {
  house.clock.now = start
  Object.assign(peer.state, { tampered: undefined, metadata: {}, broken: undefined })
})

/** The same cabinet behind a counter that is set otherwise. */
const counterWith = async (t: Test, signOn: SignOnSettings | undefined, cabinet = house.cabinet) => {
  const lines: object[] = []
  const log = {
    info: (...line: unknown[]) => void lines.push(line),
    error: (...line: unknown[]) => void lines.push(line),
  }
  const app = buildApi({ ...house.services, cabinet, signOn, log })
  t.teardown(() => app.close())
  await app.ready()
  return { app, lines }
}

type Opened = Pick<typeof house, 'app'>
const cookieIn = (answer: { cookies: { name: string; value: string }[] }, name: string): string | undefined =>
  answer.cookies.findLast((one) => one.name === name)?.value
const flowName = 'zhiqing-sign-on-staff'

/** A browser of ours: begins, and keeps what it was given. */
const leave = async ({ app }: Opened, to = '', cookie = '', headers = {}) => {
  const begun = await app.inject({ url: `/api/v1/sign-on/begin${to}`, headers: { cookie, ...headers } })
  return { begun, url: String(begun.headers.location), flow: `${flowName}=${cookieIn(begun, flowName)}` }
}
const back = ({ app }: Opened, url: string, cookie: string) =>
  app.inject({ url: url.replace(publicUrl, ''), headers: { cookie } })
/** There and back again. */
const roundTrip = async (house: Opened, to = '', cookie = '') => {
  const { url, flow } = await leave(house, to, cookie)
  return back(house, await wander(url, publicUrl), flow)
}
const session = (answer: Awaited<ReturnType<typeof back>>): string | undefined => cookieIn(answer, 'zhiqing')
const whoAmI = ({ app }: Opened, token: string | undefined) =>
  app.inject({ url: '/api/v1/sessions/current', headers: { cookie: `zhiqing=${token}` } })
const refusedAs = (t: Test, answer: Awaited<ReturnType<typeof back>>, why: string, name = why) => {
  t.strictSame([answer.statusCode, answer.headers.location], [303, `/desk?sign-on=${why}`], name)
  t.notOk(session(answer), `${name}: no session`)
}

t.test('统一身份认证 | staff come in by it, with a session like that of a password', async (t) => {
  const person = await joined('wang')
  const { begun, url } = await leave(house)
  const asked = new URL(url)
  t.equal(asked.origin, peer.issuer)
  const { state, nonce, code_challenge, ...rest } = Object.fromEntries(asked.searchParams)
  t.strictSame(rest, {
    ...{ client_id: clientId, redirect_uri: callback, response_type: 'code', scope: 'openid profile' },
    code_challenge_method: 'S256',
  })
  for (const one of [state, nonce, code_challenge]) t.match(one, /^[\w-]{43}$/, '256 random bits')
  t.match(begun.headers['set-cookie'], /; HttpOnly; SameSite=Lax$/)
  t.notMatch(cookieIn(begun, flowName), state, 'sealed')

  const answer = await roundTrip(house, '?to=/desk/cases')
  t.strictSame([answer.statusCode, answer.headers.location], [303, '/desk/cases'])
  t.match(answer.headers['set-cookie'], /SameSite=Strict/)
  t.equal(cookieIn(answer, flowName), '', 'the flow is used up')
  const token = session(answer)
  const me = (await whoAmI(house, token)).json()
  t.match(me, { person: { name: 'wang' }, via: 'provider' })
  house.pass(31)
  t.equal((await whoAmI(house, token)).statusCode, 401, 'ASVS 38: idle for half an hour')
  house.clock.now = new Date('2026-09-01T01:00:00Z')
  const long = session(await roundTrip(house))
  for (let i = 0; i < 24 * 12; i++) {
    house.pass(2.5)
    await whoAmI(house, long)
  }
  t.equal((await whoAmI(house, long)).statusCode, 401, 'and twelve hours at the longest')
  const rows = await house.db.owner<{ act: string; result: string; address: string }>(
    'select act, result, address from security_log where person = $1 order by id',
    [person.id],
  )
  t.match(rows, [{ act: 'signOn', result: 'ok', address: '127.0.0.1' }])
  const [join] = await house.db.owner("select * from security_log where act = 'joinSignOn'")
  t.match(
    join,
    { name: '系统', subject: `wang：${peer.issuer}`, reason: '本人持工作证办理' },
    'an administrator did it',
  )
  const tables = JSON.stringify(await house.db.owner('select x::text from staff_sign_ons x'))
  t.notMatch(tables, 'sub-wang', 'what the provider calls somebody is kept as a digest')
})

t.test('统一身份认证 | not set: it is not offered; the desk is told which', async (t) => {
  const { app } = await counterWith(t, undefined)
  const url = '/api/v1/sign-on'
  t.strictSame((await app.inject({ url })).json(), { offered: false, begin: null, words: {} })
  for (const way of ['begin', 'callback', 'end']) t.equal((await app.inject({ url: `${url}/${way}` })).statusCode, 404)
  t.equal((await app.inject({ method: 'POST', url, payload: { totp: '123456' } })).statusCode, 404)
  const person = await house.staff('li', ['officer'])
  const payload = { sub: 'x', reason: '试' }
  const join = `/api/v1/staff/${person.id}/sign-on`
  const answer = await app.inject({ method: 'POST', url: join, headers: admin, payload })
  t.match(answer.json(), { status: 422, detail: /没有设置/ })
  const offer = (await house.call({}, 'GET', '/sign-on')).json()
  t.match(offer, { offered: true, begin: '/api/v1/sign-on/begin', words: { unknown: /还没有关联/ } })
  for (const zh of Object.values(offer.words)) t.match(zh, /[一-龥]/)
})

t.test('统一身份认证 | an unknown person is refused, and nobody is made; a disabled one is refused', async (t) => {
  const person = await joined('chen')
  const count = async () => (await house.db.owner('select count(*)::int as n from staff'))[0]?.n
  const before = await count()
  peer.knows({ sub: 'a-stranger', name: 'chen' })
  refusedAs(t, await roundTrip(house), 'unknown')
  t.equal(await count(), before, 'nobody is made by itself')
  peer.knows({ sub: 'sub-chen' })
  await house.db.owner('update staff set disabled_at = $1 where id = $2', [house.clock.now, person.id])
  refusedAs(t, await roundTrip(house), 'disabled')
  await house.db.owner('update staff set disabled_at = null where id = $1', [person.id])
  t.ok(session(await roundTrip(house)))
  await house.db.owner('update staff set roles = $1 where id = $2', [[], person.id])
  refusedAs(t, await roundTrip(house), 'unknown', 'who holds no office')
  const rows = await house.db.owner<{ name: string; result: string }>(
    "select name, result from security_log where act = 'signOn' and (name = 'chen' or result = 'unknown') order by id",
  )
  t.match(rows, [
    { name: '（统一身份认证）', result: 'unknown' },
    { name: 'chen', result: 'disabled' },
    { name: 'chen', result: 'ok' },
  ])
})

t.test('统一身份认证 | joined by the system administrator alone, not to oneself, one person each', async (t) => {
  const wang = await joined('mover', 'sub-1')
  const li = await house.staff('li-2', ['officer'])
  const join = (headers: Record<string, string>, id: string, sub: string) =>
    house.call(headers, 'POST', `/staff/${id}/sign-on`, { sub, reason: '试' })
  t.match((await join(admin, li.id, 'sub-1')).json(), { status: 422, detail: /已经关联|关联了另一个/ })
  const self = await house.cabinet.accounts.staff()
  const own = self.find(({ name }) => name === '系统')
  t.equal((await join(admin, own?.id ?? '', 'sub-2')).statusCode, 403, 'not to oneself')
  for (const role of ['securityAdmin', 'auditAdmin', 'officer', 'officeHead'] as const) {
    await house.staff(`x-${role}`, [role])
    t.equal((await join(await house.bearer(`x-${role}`), li.id, 'sub-3')).statusCode, 403, role)
  }
  for (const sub of ['', 'a\nb', 'x'.repeat(256), '张三'])
    t.equal((await join(admin, li.id, sub)).statusCode, 400, JSON.stringify(sub))
  t.match((await join(admin, wang.id, 'sub-9')).json(), { signOn: true }, 'a new one takes the place of the old')
  peer.knows({ sub: 'sub-1' })
  refusedAs(t, await roundTrip(house), 'unknown')
  peer.knows({ sub: 'sub-9' })
  const token = session(await roundTrip(house))
  const parted = await house.call(admin, 'POST', `/staff/${wang.id}/sign-on/part`, { reason: '调离' })
  t.match(parted.json(), { signOn: false })
  t.equal((await whoAmI(house, token)).statusCode, 401, 'and the sessions are over')
  refusedAs(t, await roundTrip(house), 'unknown')
})

t.test(
  '统一身份认证 | ASVS 33: the one-time code is asked for unless the operator takes the provider’s word',
  async (t) => {
    const strict = {
      totpRoles: ['officer'] as const,
      passwords: 'asvs' as const,
      idleMinutes: 30,
      absoluteMinutes: 720,
    }
    const cabinet = await house.db.open({ security: strict })
    t.teardown(() => cabinet.close())
    const full = await counterWith(t, { publicUrl, staff }, cabinet)
    const wang = await joined('second', 'w')
    const words = (token: string | undefined) =>
      full.app.inject({ url: '/api/v1/words', headers: { cookie: `zhiqing=${token}` } })
    const call = (headers: Record<string, string>, path: string, payload: object) =>
      full.app.inject({ method: 'POST', url: `/api/v1${path}`, headers, payload })

    peer.knows({ sub: 'w', amr: ['pwd'] })
    const first = session(await roundTrip(full))
    t.match((await words(first)).json(), { status: 403, type: /mustEnrolTotp/ }, 'nothing is open before it')
    peer.knows({ sub: 'w', amr: ['pwd', 'mfa'] })
    t.equal((await words(session(await roundTrip(full)))).statusCode, 200, 'the provider did it')
    house.clock.now = new Date('2026-08-31T10:00:00+08:00')
    const early = session(await roundTrip(full))
    t.match((await words(early)).json(), { type: /mustEnrolTotp/ }, 'the day before, its word was not taken')
    house.clock.now = start

    const me = {
      authorization: `Bearer ${(await call({}, '/sessions', { name: 'second', password: PASSWORD })).json().token}`,
    }
    const { secret } = (await call(me, '/account/totp', { password: PASSWORD })).json()
    const confirmed = await call(me, '/account/totp/confirm', { totp: codeAt(secret, start) })
    t.equal(confirmed.statusCode, 200)
    house.pass(1)
    peer.knows({ sub: 'w', amr: ['pwd'] })
    const half = await roundTrip(full, '?to=/desk/tasks')
    refusedAs(t, half, 'totpNeeded')
    const cookie = `${flowName}=${cookieIn(half, flowName)}`
    const give = (totp: string, headers = {}) =>
      full.app.inject({ method: 'POST', url: '/api/v1/sign-on', payload: { totp }, headers: { cookie, ...headers } })
    for (const path of ['/sessions/current', '/cases', '/account'])
      t.equal((await full.app.inject({ url: `/api/v1${path}`, headers: { cookie } })).statusCode, 401, path)
    t.match((await give('000000')).json(), { status: 401, detail: '动态口令不正确' })
    t.equal((await give('123456', { 'sec-fetch-site': 'cross-site' })).statusCode, 403)
    const entered = await give(codeAt(secret, house.clock.now))
    t.match(entered.json(), { must: null, person: { name: 'second' } })
    t.equal((await words(cookieIn(entered, 'zhiqing'))).statusCode, 200)
    t.equal((await give(codeAt(secret, house.clock.now))).statusCode, 401, 'ASVS 36: a code works once')
    house.pass(11)
    t.match(
      (await give(codeAt(secret, house.clock.now))).json(),
      { detail: /不是从本页开始/ },
      'and the wait is ten minutes',
    )
    const without = await full.app.inject({ method: 'POST', url: '/api/v1/sign-on', payload: { totp: '123456' } })
    t.equal(without.statusCode, 401, 'nobody was vouched for')
    const rows = await house.db.owner<{ act: string; result: string }>(
      "select act, result from security_log where person = $1 and result <> 'ok'",
      [wang.id],
    )
    t.match(rows, [
      { act: 'signOn', result: 'totpNeeded' },
      { act: 'signOn', result: 'no' },
    ])
  },
)

t.test('统一身份认证 | another’s way back, a made-up state and a used code open nothing', async (t) => {
  await joined('wang')
  const { url, flow } = await leave(house)
  const home = await wander(url, publicUrl)
  refusedAs(
    t,
    await back(house, home, ''),
    'strayed',
    'session fixation: a stranger’s way back in a browser that never left',
  )
  const other = await leave(house)
  refusedAs(t, await back(house, home, other.flow), 'unproven', 'the state of another browser')
  refusedAs(t, await back(house, home.replace(/state=[\w-]+/, 'state=x'), flow), 'unproven', 'a wrong state')
  refusedAs(t, await back(house, home.replace(/&?state=[\w-]+/, ''), flow), 'unproven', 'no state')
  const asked = peer.state.tokenRequests
  refusedAs(t, await back(house, `${home}&state=x`, flow), 'unproven', 'two states')
  t.equal(peer.state.tokenRequests, asked, 'and the provider was not even asked')
  refusedAs(
    t,
    await back(
      house,
      home,
      flow.replace(/=(.)/, (_, one) => (one === 'A' ? '=B' : '=A')),
    ),
    'strayed',
    'a made-up cookie',
  )
  t.ok(session(await back(house, home, flow)), 'the right one')
  refusedAs(t, await back(house, home, flow), 'unproven', 'a code is used once')
  const late = await leave(house)
  const lateHome = await wander(late.url, publicUrl)
  house.pass(11)
  refusedAs(t, await back(house, lateHome, late.flow), 'strayed', 'too late')
  const stolen = await leave(house)
  const code = new URL(await wander(stolen.url, publicUrl)).searchParams.get('code')
  const mine = await leave(house)
  const injected = new URL(await wander(mine.url, publicUrl))
  injected.searchParams.set('code', code ?? '')
  refusedAs(t, await back(house, injected.href, mine.flow), 'unproven', 'a stolen code: PKCE does not fit')
})

t.test('统一身份认证 | an id token is taken only as the provider itself signed it, for us, now', async (t) => {
  await joined('wang')
  const { privateKey: forged } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const seconds = Math.floor(Date.now() / 1000)
  const tampers = {
    'a forged signature': { key: forged },
    'alg none': { header: { alg: 'none' }, key: null },
    'alg none with a signature': { header: { alg: 'none' } },
    'a symmetric alg': { header: { alg: 'HS256' } },
    'an unknown key': { header: { kid: 'second' } },
    'a wrong nonce': { claims: { nonce: 'x'.repeat(43) } },
    'no nonce': { claims: { nonce: undefined } },
    expired: { claims: { exp: seconds - 120, iat: seconds - 600 } },
    'for another client': { claims: { aud: 'somebody-else' } },
    'for several, authorized for another': { claims: { aud: [clientId, 'x'], azp: 'x' } },
    'from another issuer': { claims: { iss: 'https://evil.example.test' } },
    'of nobody': { claims: { sub: undefined } },
  }
  for (const [name, tampered] of Object.entries(tampers)) {
    peer.state.tampered = tampered
    refusedAs(t, await roundTrip(house), 'unproven', name)
  }
  peer.state.tampered = {}
  t.ok(session(await roundTrip(house)), 'signed again with the right key it is taken: the checks above can fail')
})

t.test('统一身份认证 | issuer mix-up: an answer from another provider is none', async (t) => {
  await joined('wang')
  const { url, flow } = await leave(house)
  const home = await wander(url, publicUrl)
  t.match(home, /[?&]iss=/, 'this provider says who it is (RFC 9207)')
  refusedAs(
    t,
    await back(house, home.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example.test'), flow),
    'unproven',
    'another',
  )
  refusedAs(t, await back(house, home.replace(/&?iss=[^&]+/, ''), flow), 'unproven', 'it does not say')
  const asked = peer.state.tokenRequests
  t.ok(session(await back(house, home, flow)))
  t.equal(peer.state.tokenRequests, asked + 1, 'the code was shown to nobody before')

  const liar = await openPeer({ redirectUri: callback, afterSignOut: `${publicUrl}/desk` })
  t.teardown(() => liar.close())
  liar.state.metadata = { issuer: peer.issuer }
  const other = await counterWith(t, { publicUrl, staff: { ...staff, issuer: liar.issuer } })
  const { begun } = await leave(other)
  t.equal(begun.headers.location, '/desk?sign-on=misset', 'who calls himself by another’s name')
  // The same person at two providers is two: joined to the one, unknown by the other.
  liar.state.metadata = {}
  liar.knows({ sub: 'sub-wang' })
  refusedAs(t, await roundTrip(other), 'unknown', 'a sub is one’s own at its issuer alone')
})

t.test('统一身份认证 | ASVS 22: no way out of this house; the host a browser names decides nothing', async (t) => {
  await joined('wang')
  const outside = [
    '//evil',
    '/\\evil',
    'https:evil',
    'https://evil',
    '/',
    '/case',
    '/desk//evil',
    '/desk/../case',
    '/deskx',
    '/desk?x=//evil',
    'javascript:0',
  ]
  for (const to of outside) {
    const answer = await roundTrip(house, `?to=${encodeURIComponent(to)}`)
    t.equal(answer.headers.location, '/desk', to)
  }
  const twice = await leave(house, '?to=/desk&to=//evil')
  t.not(twice.begun.headers.location, '//evil')
  const spoofed = await leave(house, '', '', { host: 'evil.example.test', 'x-forwarded-host': 'evil.example.test' })
  t.equal(new URL(spoofed.url).searchParams.get('redirect_uri'), callback)
  const foreign = new URL((await leave(house)).url)
  foreign.searchParams.set('redirect_uri', 'https://evil.example.test/callback')
  await t.rejects(wander(foreign.href, publicUrl), /redirect_uri/, 'and the provider sends nobody elsewhere either')
})

t.test('统一身份认证 | session fixation: what the browser held before is over, and the new one is new', async (t) => {
  await joined('wang')
  const before = session(await roundTrip(house))
  t.equal((await whoAmI(house, before)).statusCode, 200)
  const planted = `zhiqing=${before}`
  const answer = await roundTrip(house, '', planted)
  const after = session(answer)
  t.ok(after && after !== before)
  t.equal((await whoAmI(house, before)).statusCode, 401, 'the one before is over')
  t.equal((await whoAmI(house, after)).statusCode, 200)
  const out = await house.app.inject({
    method: 'DELETE',
    url: '/api/v1/sessions',
    headers: { cookie: `zhiqing=${after}`, 'sec-fetch-site': 'same-origin' },
  })
  t.equal(out.statusCode, 204)
  t.equal((await whoAmI(house, after)).statusCode, 401)
  const end = new URL(String((await house.call({}, 'GET', '/sign-on/end')).headers.location))
  t.equal(end.origin, peer.issuer)
  t.strictSame(
    Object.fromEntries(end.searchParams),
    { client_id: clientId, post_logout_redirect_uri: `${publicUrl}/desk` },
    'without a token in the address',
  )
  t.equal((await fetch(end)).status, 200, 'and the provider knows it')
})

t.test(
  '统一身份认证 | the provider is down, or set wrong: told in Chinese, and the password still opens',
  async (t) => {
    await joined('wang')
    const { url, flow } = await leave(house)
    const home = await wander(url, publicUrl)
    peer.state.broken = 503
    refusedAs(t, await back(house, home, flow), 'down', 'between the leaving and the coming back')
    peer.state.broken = undefined
    const cases = [
      ['a port where nobody is', { ...staff, issuer: 'http://127.0.0.1:1' }, 'down'],
      ['an address that is no provider', { ...staff, issuer: `${peer.issuer}/nothing` }, 'misset'],
      ['plain http elsewhere', { ...staff, issuer: 'http://id.example.test' }, 'misset'],
    ] as const
    for (const [name, settings, why] of cases) {
      const other = await counterWith(t, { publicUrl, staff: settings })
      const { begun } = await leave(other)
      t.equal(begun.headers.location, `/desk?sign-on=${why}`, name)
      t.equal(
        (await other.app.inject('/api/v1/sign-on/end')).headers.location,
        '/desk',
        'and there is no way to sign out there',
      )
      t.match(other.lines[0], ['signOn', { issuer: settings.issuer, failure: why }], 'a line for operators')
    }
    const wrongSecret = await counterWith(t, { publicUrl, staff: { ...staff, clientSecret: 'wrong' } })
    peer.knows({ sub: 'sub-wang' })
    refusedAs(t, await roundTrip(wrongSecret), 'misset', 'a wrong secret')
    t.notMatch(
      JSON.stringify(wrongSecret.lines),
      /code=|wrong|sub-wang/,
      'ASVS 42: no code, secret or subject in the log',
    )
    peer.state.who = undefined
    refusedAs(t, await roundTrip(house), 'cancelled', 'who thinks better of it')
    t.ok(await house.bearer('wang'), 'the password opens as ever')
  },
)

t.test('统一身份认证 | ASVS 14: ways back that come to nothing are counted by address', async (t) => {
  await joined('wang')
  const { url, flow } = await leave(house)
  const home = await wander(url, publicUrl)
  refusedAs(t, await back(house, home.replace(/code=[^&]+/, 'code=guess'), flow), 'unproven')
  const many = 'update attempts set at = array_fill($1::timestamptz, array[60]) where cardinality(at) > 0'
  await house.db.owner(many, [house.clock.now])
  refusedAs(t, await back(house, home, flow), 'tooMany')
  const told = await house.db.owner<{ result: string; address: string }>(
    "select result, address from security_log where act = 'signOn' and person is null order by id desc limit 2",
  )
  const address = '127.0.0.1'
  t.strictSame(
    told,
    [
      { result: 'tooMany', address },
      { result: 'unproven', address },
    ],
    'ASVS 44: and written down',
  )
  house.pass(61)
  for (let i = 0; i < 3; i++) t.ok(session(await roundTrip(house)))
  const [{ n } = { n: 0 }] = await house.db.owner<{ n: number }>(
    "select coalesce(max(cardinality(at)), 0)::int as n from attempts where kind = 'signInAddress'",
  )
  t.ok(n <= 60, 'who comes in is not counted')
})
