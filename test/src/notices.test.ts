import t from 'tap'
import { openHouse } from './asvs/house.js'
import { testServer } from './database.js'
import { done, ORGAN, receive, request } from './db/office.js'

const server = await testServer()
t.teardown(() => server.stop())
const house = await openHouse(server)
t.teardown(() => house.close())
const { cabinet } = house

for (const [name, role] of [
  ['wang', 'officer'],
  ['zhou', 'officer'],
  ['zhao', 'officeHead'],
  ['li', 'registrar'],
  ['wu', 'admin'],
] as const)
  await house.staff(name, [role])
await house.staff('chen', ['officer'], 'QHJY')
await house.staff('nobody', ['admin'], null)

const as = async (name: string) => {
  const headers = await house.bearer(name)
  const call = async (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => {
    const answer = await house.call(headers, method, path, body)
    return { status: answer.statusCode, json: answer.body ? answer.json() : undefined, answer }
  }
  return {
    get: (path: string) => call('GET', path),
    post: (path: string, body: object = {}) => call('POST', path, body),
    delete: (path: string) => call('DELETE', path),
  }
}
type Somebody = Awaited<ReturnType<typeof as>>

const secret = '不可外传的征地补偿名单'
/** A case in the hands of wang; what is asked for is a secret of the applicant. */
const inHand = async (more: { organ?: string; officer?: string } = {}) => {
  const { organ = ORGAN, officer = 'wang' } = more
  const input = {
    ...request,
    applicant: { ...request.applicant, name: '苻坚白' },
    information: { description: secret },
  }
  const one = await receive(cabinet, { organ, input })
  await done(cabinet, 'registerRequest', { organ, caseId: one.id })
  await done(cabinet, 'assignOfficer', { organ, caseId: one.id, input: { officer } })
  return one
}
const personal = /苻坚白|13800000102|chenyan@example|征地补偿/

t.test('通知 | what concerns me, counted, listed, marked; a mark given twice changes nothing', async (t) => {
  const one = await inHand()
  const [wang, zhou, wu] = [await as('wang'), await as('zhou'), await as('wu')]
  t.strictSame((await wang.get('/notices/count')).json, { unread: 1 })
  t.strictSame((await zhou.get('/notices/count')).json, { unread: 0 })
  const { json, answer } = await wang.get('/notices')
  t.match(json.news, [{ kind: 'assigned', zh: '案件指派给您', number: one.number, caseId: one.id, isNew: true }])
  t.notMatch(answer.body, personal, 'nothing of who asks for what')
  t.strictSame((await wang.post('/notices/read', { through: json.through })).json, { unread: 0 })
  t.strictSame((await wang.post('/notices/read', { through: json.through })).json, { unread: 0 })
  t.equal((await wang.get('/notices')).json.news[0].isNew, false)
  await done(cabinet, 'receiveRequest', {
    input: { ...request, channel: 'online' },
    role: 'applicant',
    person: 'portal',
  })
  t.strictSame((await (await as('li')).get('/notices/count')).json, { unread: 1 })
  t.match((await wu.get('/notices')).json, { news: [], days: [], reports: [], next: null })
  t.match((await (await as('nobody')).get('/notices')).json, { news: [], days: [], reports: [] })
  t.match((await (await as('chen')).get('/notices')).json, { news: [] }, 'another organ')
})

t.test('通知 | odd input is told, and makes no mark', async (t) => {
  const wang = await as('wang')
  for (const through of [
    '',
    'x',
    Buffer.from('2026-09-01 2026-09-01').toString('base64url'),
    Buffer.from("'; --").toString('base64url'),
  ])
    t.match(
      (await wang.post('/notices/read', { through })).json,
      { status: 400, faults: [{ path: 'through' }] },
      through,
    )
  for (const query of ['limit=0', 'limit=101', 'limit=x', 'who=zhou'])
    t.equal((await wang.get(`/notices?${query}`)).status, 400, query)
  const far = Buffer.from('2999-01-01T00:00:00.000000Z 2999-01-01').toString('base64url')
  t.equal((await wang.post('/notices/read', { through: far })).status, 200)
  await inHand()
  t.match((await wang.get('/notices/count')).json, { unread: 1 }, 'what is still to come cannot be marked')
})

const wish = {
  address: 'wang@qinghe.example',
  kinds: ['assigned', 'overdue'],
  digestAt: '08:30',
  quietFrom: '20:00',
  quietTo: '08:00',
  workingDaysOnly: true,
}

t.test('邮件通知 | the wish is one’s own: kept, shown, changed, taken back', async (t) => {
  const [wang, zhou] = [await as('wang'), await as('zhou')]
  t.equal((await wang.get('/notice-mail')).json.wish, null, 'nobody is written to unasked')
  t.strictSame((await wang.post('/notice-mail', { wish })).json.wish, wish)
  t.strictSame((await wang.get('/notice-mail')).json.wish, wish)
  t.equal((await zhou.get('/notice-mail')).json.wish, null)
  const other = { ...wish, digestAt: null, kinds: [], workingDaysOnly: false }
  t.strictSame((await wang.post('/notice-mail', { wish: other })).json.wish, other)
  for (const [bad, path] of [
    [{ ...wish, address: 'a@b.example, c@d.example' }, 'wish.address'],
    [{ ...wish, address: 'a@b.example\r\nBcc: c@d.example' }, 'wish.address'],
    [{ ...wish, kinds: ['everything'] }, 'wish.kinds.0'],
    [{ ...wish, quietFrom: '24:00' }, 'wish.quietFrom'],
    [{ ...wish, digestAt: '8:30' }, 'wish.digestAt'],
  ] as const)
    t.match((await wang.post('/notice-mail', { wish: bad })).json, { status: 400, faults: [{ path }] }, path)
  t.strictSame((await wang.get('/notice-mail')).json.wish, other, 'and nothing was kept')
  t.equal((await wang.post('/notice-mail', { wish: null })).json.wish, null)
  t.equal((await (await as('nobody')).get('/notice-mail')).status, 403)
})

/** Lines as a calendar program reads them: unfolded octet by octet, as RFC 5545 3.1 says, not as ours were folded. */
const linesOf = (body: Buffer): string[] => {
  const text = body.toString('latin1').replaceAll('\r\n ', '')
  return text.split('\r\n').map((line) => Buffer.from(line, 'latin1').toString('utf8'))
}
const eventsOf = (body: Buffer): Record<string, string>[] => {
  const events: Record<string, string>[] = []
  for (const line of linesOf(body)) {
    if (line === 'BEGIN:VEVENT') events.push({})
    const [name = '', value = ''] = [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]
    const last = events.at(-1)
    if (last) last[name] = value
  }
  return events
}
const plain = (value = ''): string => value.replace(/\\([\\;,n])/g, (_, one: string) => (one === 'n' ? '\n' : one))

const pathOf = (address: string): string => new URL(address).pathname
const fetched = async (address: string, headers: Record<string, string> = {}) => {
  const answer = await house.app.inject({ url: pathOf(address), headers })
  return { status: answer.statusCode, headers: answer.headers, body: answer.rawPayload }
}
const given = async (somebody: Somebody): Promise<string> => (await somebody.post('/calendar-address')).json.address

t.test('订阅日历 | one’s own cases; of the head the whole organ; only number, day and why', async (t) => {
  const theirs = await inHand({ officer: 'zhou' })
  const own = await inHand()
  const [wang, zhao] = [await given(await as('wang')), await given(await as('zhao'))]
  t.match(wang, /^http:\/\/[^/]+\/api\/v1\/calendars\/[\w-]{43}\.ics$/, '256 random bits')
  const { status, headers, body } = await fetched(wang)
  t.equal(status, 200)
  t.match(headers, {
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'private, no-cache',
    etag: /^W\/"[\w-]+"$/,
  })
  t.notMatch(body.toString(), personal)
  for (const line of body.toString('latin1').split('\r\n'))
    t.ok(line.length <= 75, 'at most 75 octets, the blank among them')
  const events = eventsOf(body)
  const reply = events.find(({ SUMMARY }) => SUMMARY === `${own.number} 答复期限`)
  // Received on 1 September 2026 (Tuesday); 中秋 is 25 to 27 September, 1 to 7 October is off, 20 September and 10 October are worked:
  // 2–4 (3), 7–11 (8), 14–18 (13), 20 (14), 21–24 (18), 28, 29 (20).
  t.equal(reply?.['DTSTART;VALUE=DATE'], '20260929')
  t.equal(reply?.['DTEND;VALUE=DATE'], '20260930', 'a whole day ends on the next')
  t.match(
    plain(reply?.DESCRIPTION),
    /^依据：条例第三十三条第二款\n2026年9月1日 收到申请，自次日起计算答复期限20个工作日（条例第三十一条/,
  )
  t.match(reply?.URL, new RegExp(`/desk/cases/${own.id}$`))
  t.equal(new Set(events.map(({ UID }) => UID)).size, events.length, 'each thing once')
  t.notOk(
    events.some(({ SUMMARY = '' }) => SUMMARY.includes(theirs.number ?? '-')),
    'not a colleague’s',
  )
  const all = eventsOf((await fetched(zhao)).body)
  t.ok(
    all.some(({ SUMMARY = '' }) => SUMMARY.includes(theirs.number ?? '-')),
    'the head sees it',
  )
})

t.test('订阅日历 | unchanged is 304, however much later; a changed day is another tag', async (t) => {
  const address = await given(await as('wang'))
  const first = await fetched(address)
  const tag = String(first.headers.etag)
  house.pass(90)
  for (const seen of [tag, tag.slice(2), `"x", ${tag}`, '*']) {
    const again = await fetched(address, { 'if-none-match': seen })
    t.strictSame([again.status, again.body.length, again.headers.etag], [304, 0, tag], seen)
  }
  for (const seen of ['"x"', 'W/"x"', ''])
    t.equal((await fetched(address, { 'if-none-match': seen })).status, 200, seen)
  const later = await fetched(address)
  t.not(later.body.toString(), first.body.toString(), 'stamped anew')
  t.equal(later.headers.etag, tag, 'and yet the same')
  await inHand()
  const moved = await fetched(address, { 'if-none-match': tag })
  t.strictSame([moved.status, moved.headers.etag === tag], [200, false])
})

t.test('订阅日历 | renewed, withdrawn, gone, made up: not a byte tells them apart', async (t) => {
  await house.staff('liu', ['officer'])
  const liu = await as('liu')
  t.equal((await liu.get('/calendar-address')).json.madeAt, null)
  const [first, second] = [await given(liu), await given(liu)]
  t.match((await liu.get('/calendar-address')).json.madeAt, /^2026-/)
  t.equal((await fetched(second)).status, 200)
  const bare = ({ status, headers, body }: Awaited<ReturnType<typeof fetched>>) => {
    const { date: _, ...rest } = headers
    return JSON.stringify([status, rest, body.toString()])
  }
  const unknown = bare(await fetched(`http://x/api/v1/calendars/${'A'.repeat(43)}.ics`))
  t.match(unknown, /^\[404/)
  t.equal(bare(await fetched(first)), unknown, 'renewed: the one before is gone')
  t.equal((await liu.delete('/calendar-address')).status, 204)
  t.equal(bare(await fetched(second)), unknown, 'withdrawn')
  t.equal((await liu.delete('/calendar-address')).status, 204, 'again: no change')
  const third = await given(liu)
  for (const odd of ['x', `${'A'.repeat(43)}`, `${'A'.repeat(44)}.ics`, `${third.split('/').at(-1)}x`, '%2e%2e.ics'])
    t.equal(bare(await fetched(`http://x/api/v1/calendars/${odd}`)), unknown, odd)
  const person = (await house.db.owner<{ id: string }>(`select id from staff where name = 'liu'`))[0]?.id
  await house.db.owner('update staff set roles = $2 where id = $1', [person, ['admin']])
  t.equal(bare(await fetched(third)), unknown, 'works on cases no more')
  await house.db.owner(`update staff set roles = $2, disabled_at = now() where id = $1`, [person, ['officer']])
  t.equal(bare(await fetched(third)), unknown, 'left')
  t.equal((await (await as('wu')).post('/calendar-address')).status, 403)
})

t.test(
  '订阅日历 | the token is in no log, no table and no file of the database; the making of one is written down',
  async (t) => {
    const wang = await as('wang')
    const address = await given(wang)
    await fetched(address)
    const token = address.split('/').at(-1)?.replace('.ics', '') ?? '-'
    t.notMatch(JSON.stringify(house.lines), token)
    t.ok(
      house.lines.some(({ more }) => more?.route === '/api/v1/calendars/:file'),
      'the request itself was logged',
    )
    const [row] = await house.db.owner<{ dump: string }>(
      `select string_agg(c::text || encode(c.token_hash, 'escape'), '') || (select string_agg(l::text, '') from security_log l) as dump from calendar_addresses c`,
    )
    t.notMatch(row?.dump, token)
    t.match(row?.dump, /calendarAddress,made/)
  },
)
