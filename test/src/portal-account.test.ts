import { generateKeyPairSync } from 'node:crypto'
import { buildApi, type ProviderSettings, type SignOnSettings } from '@zhiqing/api'
import { portal } from '@zhiqing/portal'
import t, { type Test } from 'tap'
import { openHouse } from './asvs/house.js'
import { testServer } from './database.js'
import { ORGAN } from './db/office.js'
import { browser, fieldsOf, filledIn, type Portal, wordsOf } from './portal-counter.js'
import { clientId, clientSecret, openPeer, wander } from './sign-on/provider-peer.js'

const publicUrl = 'http://gongkai.qinghe.test'
const callback = `${publicUrl}/account/callback`
const server = await testServer()
t.teardown(() => server.stop())
const peer = await openPeer({ redirectUri: callback, afterSignOut: `${publicUrl}/account`, conformIdTokenClaims: true })
t.teardown(() => peer.close())
const applicants: ProviderSettings = {
  ...{
    issuer: peer.issuer,
    clientId,
    clientSecret,
    scope: 'openid profile',
    idNumberClaim: 'idcard',
    secondFactor: [],
  },
}
const house = await openHouse(server, { signOn: { publicUrl, applicants } })
t.teardown(() => house.close())
const start = house.clock.now
t.beforeEach(() => {
  house.clock.now = start
  Object.assign(peer.state, { tampered: undefined, metadata: {}, broken: undefined })
})

const ID = '11010519491231002X'
const sealedId = '44010619850307731X'
type App = Pick<typeof house, 'app'>
const visitor = ({ app }: App) => browser({ app } as Portal)
type Visitor = ReturnType<typeof visitor>
const flowName = 'zhiqing-sign-on-applicant'

/** The same cabinet behind pages that are set otherwise. */
const pagesWith = async (t: Test, signOn: SignOnSettings | undefined): Promise<App> => {
  const services = { ...house.services, signOn }
  const app = buildApi(services)
  await app.register(portal(services))
  t.teardown(() => app.close())
  await app.ready()
  return { app }
}

const home = async (one: Visitor): Promise<string> =>
  (await wander(String((await one.get('/account/sign-in')).headers.location), publicUrl)).replace(publicUrl, '')
/** Signs in as whoever the provider is told to know; the browser comes from another site. */
const signIn = async (one: Visitor, sub = 'zhang', more: object = {}) => {
  peer.knows({ sub, name: '张三丰', idcard: ID, ...more })
  return one.get(await home(one), { 'sec-fetch-site': 'cross-site' })
}
const signedIn = (one: Visitor): boolean => Boolean(one.cookies.get('zhiqing-account'))
const listed = async (one: Visitor): Promise<string[]> =>
  [...(await one.get('/account')).body.matchAll(/name="case" value="([^"]+)"/g)].map(([, id]) => id as string)

/** Files what is not asked for by name: whatever stands on the pages already stays there. */
const file = async (one: Visitor, form: Readonly<Record<string, string>>) => {
  for (const page of ['who', 'name', 'contact', 'what', 'how']) {
    const url = `/apply/${ORGAN}/${page}`
    const shown = fieldsOf((await one.get(url)).body)
    const own = Object.entries(form).filter(([name]) => name in shown || /kind|medium|method/.test(name))
    await one.post(url, { ...shown, ...Object.fromEntries(own) })
  }
  const check = await one.get(`/apply/${ORGAN}/check`)
  const sent = await one.post(`/apply/${ORGAN}/submit`, fieldsOf(check.body))
  t.equal(sent.headers.location, '/receipt', sent.body)
  const receipt = wordsOf((await one.get('/receipt')).body)
  const [code = ''] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}/.exec(receipt) ?? []
  const [number = ''] = /QHZR\d{9}/.exec(receipt.replace(/\s/g, '')) ?? []
  return { number, code }
}
const { 'applicant.name': _name, 'applicant.idType': _type, 'applicant.idNumber': _number, ...nameless } = filledIn

t.test('申请人账户 | not set: no button, no page; at the hall’s touch screen never', async (t) => {
  const without = visitor(await pagesWith(t, undefined))
  t.notMatch((await without.get('/')).body, /统一身份认证|\/account/)
  for (const path of ['/account', '/account/sign-in', '/account/callback?code=x', '/account/add', '/account/left'])
    t.equal((await without.get(path)).statusCode, 404, path)
  const kiosk = visitor(house)
  await signIn(kiosk)
  t.ok(signedIn(kiosk))
  const page = await kiosk.get('/?kiosk')
  t.notMatch(page.body, /统一身份认证|\/account/)
  for (const path of ['/account', '/account/sign-in', '/account/callback?code=x', '/account/add'])
    t.equal((await kiosk.get(path)).statusCode, 404, path)
  for (const path of ['/account/open', '/account/leave', '/account/add', '/account/close'])
    t.equal((await kiosk.post(path, { case: 'x' })).statusCode, 404, path)
  t.notMatch(
    (await kiosk.get(`/apply/${ORGAN}/name`)).body,
    /张三丰/,
    'and nothing is filled in for who signed in before',
  )
  await kiosk.post('/kiosk/end')
  t.equal(kiosk.cookies.get('zhiqing-account'), '', 'and the end of a visit ends it here')
})

t.test('申请人账户 | signs in, files without a name typed, sees it listed, opens it without the code', async (t) => {
  const one = visitor(house)
  t.match((await one.get('/')).body, /href="\/account\/sign-in"[^>]*>用统一身份认证登录/)
  const outside = await one.get('/account')
  t.match(wordsOf(outside.body), /不登录也可以 提交申请/)
  const back = await signIn(one)
  t.equal(back.statusCode, 200)
  t.equal(back.headers.refresh, '0; url=/account', 'the strict cookie goes along with a step of our own')
  t.notMatch(back.body, /code=/, 'the code stands nowhere in the page')
  const cookie = String(back.headers['set-cookie'])
  t.match(cookie, /zhiqing-account=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict/, 'ASVS 16')
  t.equal(one.cookies.get(flowName), '', 'the flow is used up')
  t.match(wordsOf((await one.get('/account')).body), /已经登录：张\*\*，证件号码110105\*{8}002X。 还没有申请/)

  const name = await one.get(`/apply/${ORGAN}/name`)
  t.match(fieldsOf(name.body), {
    'applicant.name': '张三丰',
    'applicant.idNumber': ID,
    'applicant.idType': '居民身份证',
  })
  const { number } = await file(one, nameless)
  const [id = ''] = await listed(one)
  const kept = await house.cabinet.findCase(ORGAN, id)
  t.match(kept?.current, { number, applicant: { name: '张三丰', idType: '居民身份证', idNumber: ID } })
  t.match(wordsOf((await one.get('/account')).body), new RegExp(`征地补偿.* ${number}`))
  one.cookies.delete('zhiqing-case')
  one.cookies.delete('zhiqing-draft')
  t.equal((await one.get('/case')).statusCode, 303, 'not open yet')
  t.equal((await one.post('/account/open', { case: id })).headers.location, '/case')
  t.match(wordsOf((await one.get('/case')).body), number)
  const other = visitor(house)
  await signIn(other)
  t.strictSame(await listed(other), [id], 'on another device the same')
})

t.test('申请人账户 | an earlier request is added by number and code, as everybody looks one up', async (t) => {
  const earlier = visitor(house)
  const { number, code } = await file(earlier, { ...filledIn, 'information.description': '以前的申请：2022年的批复' })
  const one = visitor(house)
  t.equal((await one.post('/account/add', { number, code })).headers.location, '/account', 'only for who signed in')
  await signIn(one, 'adder')
  t.strictSame(await listed(one), [])
  t.match(wordsOf((await one.get('/account/add')).body), /把以前的申请加到我的申请/)
  t.match((await one.post('/account/add', {})).body, /请输入受理编号/)
  const wrong = await one.post('/account/add', { number, code: '0000-0000-00000' })
  const unknown = await one.post('/account/add', { number: 'QHZR202699999', code })
  t.strictSame([wrong.statusCode, unknown.statusCode], [400, 400])
  t.equal(
    wrong.body.replaceAll(number, '#').replace('0000-0000-00000', code),
    unknown.body.replaceAll('QHZR202699999', '#'),
  )
  t.strictSame(await listed(one), [], 'nothing is added by a wrong code')
  t.equal((await one.post('/account/add', { number, code })).headers.location, '/account')
  t.equal((await one.post('/account/add', { number, code })).headers.location, '/account', 'twice is as good as once')
  t.equal((await listed(one)).length, 1)
  for (let i = 0; i < 10; i++) await one.post('/account/add', { number, code: '0000-0000-00000' })
  t.equal((await one.post('/account/add', { number, code })).statusCode, 429, 'ASVS 14: guesses are counted here too')
  const look = visitor(house)
  t.equal(
    (await browser({ app: house.app } as Portal, '203.0.113.99').post('/lookup', { number, code })).headers.location,
    '/case',
    'and number with code opens as ever',
  )
  t.notOk(signedIn(look))
})

t.test(
  '申请人账户 | ASVS 39: of another’s account nothing is there, to the pages and to the database alone',
  async (t) => {
    const [mine, theirs] = [visitor(house), visitor(house)]
    await signIn(mine, 'mine')
    await signIn(theirs, 'theirs')
    await file(theirs, nameless)
    const [foreign = ''] = await listed(theirs)
    t.strictSame(await listed(mine), [])
    const never = '00000000-0000-4000-8000-0000000000ff'
    const [a, b] = [
      await mine.post('/account/open', { case: foreign }),
      await mine.post('/account/open', { case: never }),
    ]
    t.strictSame([a.statusCode, a.body], [b.statusCode, b.body], 'told as what never was')
    t.equal(a.statusCode, 404)
    t.notOk(mine.cookies.get('zhiqing-case'))

    const accounts = await house.db.owner<{ id: string; cases: string[] }>(
      'select a.id, array(select case_id::text from account_cases c where c.account = a.id) as cases from applicant_accounts a',
    )
    const owner = accounts.find(({ cases }) => cases.includes(foreign))?.id ?? ''
    const stranger = accounts.find(({ cases }) => cases.length === 0)?.id ?? ''
    const as = (account: string) => house.cabinet.as({ kind: 'account', account })
    t.equal((await as(owner).findCase(ORGAN, foreign))?.id, foreign)
    t.equal(await as(stranger).findCase(ORGAN, foreign), undefined)
    t.strictSame(await as(stranger).applicants.cases(), [])
    t.strictSame(
      (await as(owner).applicants.cases()).map(({ id }) => id),
      [foreign],
    )
    t.strictSame(
      await as(owner).ledger(ORGAN, foreign),
      [],
      'listed, not opened: the ledger is for who stands at the case',
    )
    t.equal((await as(owner).listCases({ organ: [ORGAN, 'QHJY'], limit: 100 })).cases.length, 1)
    const grab = (acting: Parameters<typeof house.cabinet.as>[0], caseId = foreign) =>
      house.cabinet.as(acting).applicants.addCase({ account: stranger, organ: ORGAN, caseId, now: start })
    await t.rejects(grab({ kind: 'account', account: stranger }), { code: '42501' }, 'without the case being shown')
    await t.rejects(
      grab({ kind: 'case', organ: ORGAN, caseId: never, account: stranger }),
      { code: '42501' },
      'another case shown',
    )
    await t.rejects(
      grab({ kind: 'case', organ: ORGAN, caseId: foreign, account: owner }),
      { code: '42501' },
      'for another account',
    )
    await t.rejects(grab({ kind: 'public' }), { code: '42501' }, 'as anybody')
    await house.db.owner('create policy hole on account_cases for select using (true)')
    t.equal(
      (await as(stranger).findCase(ORGAN, foreign))?.id,
      foreign,
      'planted: with a hole in the net the rows are seen',
    )
    await house.db.owner('drop policy hole on account_cases')
    t.equal(await as(stranger).findCase(ORGAN, foreign), undefined)
  },
)

t.test('申请人账户 | what the provider tells lies sealed; a number with stars is none', async (t) => {
  const one = visitor(house)
  await signIn(one, sealedId, { name: '欧阳密封', idcard: sealedId })
  t.match(wordsOf((await one.get('/account')).body), /440106\*{8}731X/)
  const tables = await house.db.owner<{ t: string }>(
    `select oid::regclass::text as t from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  const rows = await Promise.all(tables.map(({ t: table }) => house.db.owner(`select x::text from ${table} x`)))
  t.notMatch(
    JSON.stringify(rows),
    /44010619850307731X|欧阳密封/,
    'neither number, nor name, nor what the provider calls them',
  )
  t.notMatch(JSON.stringify(house.lines), /44010619850307731X|欧阳密封|code=/, 'ASVS 42: nor in a line for operators')
  await signIn(one, 'starred', { name: '  ', idcard: '440106********731X' })
  t.match(fieldsOf((await one.get(`/apply/${ORGAN}/name`)).body), { 'applicant.name': '', 'applicant.idNumber': '' })
  const log = await house.db.owner<{ act: string; name: string }>(
    "select act, name from security_log where act like 'applicant%'",
  )
  t.ok(log.length > 0)
  for (const row of log) t.strictSame(row, { act: 'applicantSignOn', name: '（申请人）' })
})

t.test('申请人账户 | ASVS 38: idle, absolute, signed out, closed', async (t) => {
  const one = visitor(house)
  await signIn(one, 'leaver')
  house.pass(31)
  t.match(wordsOf((await one.get('/account')).body), /用统一身份认证登录/, 'idle for half an hour')
  house.clock.now = start
  await signIn(one, 'leaver')
  const before = one.cookies.get('zhiqing-account') ?? ''
  await signIn(one, 'leaver')
  const held = one.cookies.get('zhiqing-account') ?? ''
  t.not(held, before, 'session fixation: a new token at every sign-in')
  one.cookies.set('zhiqing-account', before)
  t.match(wordsOf((await one.get('/account')).body), /用统一身份认证登录/, 'and the one before is over')
  one.cookies.set('zhiqing-account', held)
  await file(one, nameless)
  t.equal(
    (await one.post('/account/leave', {}, { 'sec-fetch-site': 'cross-site' })).statusCode,
    403,
    'another site cannot',
  )
  t.equal((await one.post('/account/leave')).headers.location, '/account/left')
  for (const name of ['zhiqing-account', 'zhiqing-case', 'zhiqing-draft']) t.equal(one.cookies.get(name), '', name)
  one.cookies.set('zhiqing-account', held)
  t.match(wordsOf((await one.get('/account')).body), /用统一身份认证登录/, 'the token is dead')
  t.match((await one.get('/account/left')).body, /href="\/account\/left\/there"/)
  const there = new URL(String((await one.get('/account/left/there')).headers.location))
  t.strictSame(Object.fromEntries(there.searchParams), {
    client_id: clientId,
    post_logout_redirect_uri: `${publicUrl}/account`,
  })
  t.equal((await fetch(there)).status, 200)

  await signIn(one, 'leaver')
  const [id = ''] = await listed(one)
  const count = async () => (await house.db.owner('select count(*)::int as n from applicant_accounts'))[0]?.n
  const accounts = Number(await count())
  t.match((await one.get('/account/close')).body, /确认注销/)
  t.match(wordsOf((await one.post('/account/close')).body), /账户已经注销/)
  t.equal(await count(), accounts - 1)
  t.equal((await house.db.owner('select from account_cases where case_id = $1', [id])).length, 0)
  t.ok(await house.cabinet.findCase(ORGAN, id), 'the request goes on')
  await signIn(one, 'leaver')
  t.strictSame(await listed(one), [], 'who comes again is new')
  for (let i = 0; i < 24 * 2 + 20; i++) {
    house.pass(12)
    await one.get('/account')
  }
  t.match(wordsOf((await one.get('/account')).body), /用统一身份认证登录/, 'twelve hours at the longest')
})

t.test(
  '申请人账户 | wrong state, used code, wrong nonce, forged or expired token, mix-up, alg none: nobody is in',
  async (t) => {
    const refused = async (one: Visitor, url: string, words: RegExp, name: string, status = 400) => {
      const answer = await one.get(url)
      t.equal(answer.statusCode, status, name)
      t.match(wordsOf(answer.body), words, name)
      t.notOk(signedIn(one), `${name}: no session`)
    }
    const [unproven, strayed] = [/没有通过核对/, /不是从本页开始的/]
    peer.knows({ sub: 'zhang', name: '张三丰' })
    const fresh = async () => {
      const one = visitor(house)
      const url = await home(one)
      return { one, url, flow: one.cookies.get(flowName) ?? '' }
    }
    const first = await fresh()
    await refused(visitor(house), first.url, strayed, 'another browser')
    const second = await fresh()
    await refused(second.one, first.url, unproven, 'another’s state')
    const third = await fresh()
    await refused(third.one, third.url.replace(/state=[\w-]+/, 'state=x'), unproven, 'a wrong state')
    const fourth = await fresh()
    await fourth.one.get(fourth.url)
    t.ok(signedIn(fourth.one))
    fourth.one.cookies.set(flowName, fourth.flow)
    fourth.one.cookies.delete('zhiqing-account')
    await refused(fourth.one, fourth.url, unproven, 'a used code')
    const mixed = await fresh()
    await refused(
      mixed.one,
      mixed.url.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example'),
      unproven,
      'another issuer',
    )
    const { privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const seconds = Math.floor(Date.now() / 1000)
    const tampers = {
      forged: { key },
      'alg none': { header: { alg: 'none' }, key: null },
      'a wrong nonce': { claims: { nonce: 'x' } },
      expired: { claims: { exp: seconds - 120 } },
      'of another issuer': { claims: { iss: 'https://evil.example' } },
    }
    for (const [name, tampered] of Object.entries(tampers)) {
      const { one, url } = await fresh()
      peer.state.tampered = tampered
      await refused(one, url, unproven, name)
      peer.state.tampered = undefined
    }
    const late = await fresh()
    house.pass(11)
    await refused(late.one, late.url, strayed, 'too late')
    const away = await fresh()
    peer.state.broken = 503
    await refused(away.one, away.url, /现在连接不上/, 'the provider is down', 503)
    peer.state.broken = undefined
    peer.state.who = undefined
    const none = await fresh()
    await refused(none.one, none.url, /没有在统一身份认证平台完成登录/, 'who thinks better of it', 200)
    const dead = visitor(await pagesWith(t, { publicUrl, applicants: { ...applicants, issuer: 'http://127.0.0.1:1' } }))
    await refused(dead, '/account/sign-in', /现在连接不上[\s\S]*不登录也可以/, 'nobody at the address', 503)
    t.equal((await dead.get('/lookup')).statusCode, 200, 'number and code do as ever')
  },
)
