import { buildApi } from '@zhiqing/api'
import type { Cabinet } from '@zhiqing/db'
import { type Role, roleNames } from '@zhiqing/law'
import t, { type Test } from 'tap'
import { openHouse } from './asvs/house.js'
import { attached, namesBeside, type Probe, probesOf, takesFiles } from './crossing/probes.js'
import { unchecked } from './crossing/unchecked.js'
import { testServer } from './database.js'
import { archived, ORGAN, receive, registered, request } from './db/office.js'
import { bodies } from './rights-lives.js'

const server = await testServer()
t.teardown(() => server.stop())
/** Never asked for anything here: it is enough that staff could be joined to it. */
const staff = {
  ...{ issuer: 'https://id.example.test', clientId: 'zhiqing', clientSecret: undefined, scope: 'openid' },
  ...{ secondFactor: [], idNumberClaim: undefined },
}
const house = await openHouse(server, { signOn: { publicUrl: 'http://gongkai.example.test', staff } })
t.teardown(() => house.close())
const { cabinet, db } = house
const organs = [ORGAN, 'QHJY', 'QHZF']
const NEVER = '00000000-0000-4000-8000-0000000000ff'

/** Two organs that have nothing to do with each other, with an open case and an archived one each. */
const inOrgan = async (organ: string) => {
  const own = { organ, input: { ...request, applicant: { ...request.applicant, name: `苻${organ}` } } }
  const { id } = await receive(cabinet, own)
  return id
}
const cases = {
  [ORGAN]: [(await registered(cabinet)).id, (await archived(cabinet)).id, await inOrgan(ORGAN)],
  QHJY: [await inOrgan('QHJY'), await inOrgan('QHJY'), await inOrgan('QHJY')],
}
const organOf = (id: string): string | undefined => Object.entries(cases).find(([, ids]) => ids.includes(id))?.[0]

/** Everybody who may ask: each role in either organ, the supervisor who is over one of them, an administrator of none. */
interface Asker {
  readonly name: string
  readonly headers: Record<string, string>
  readonly foreign: readonly string[]
}
const askers: Asker[] = []
const addAsker = async (name: string, role: Role, organ: string | null, foreign: readonly string[]) => {
  await house.staff(name, [role], organ)
  askers.push({ name, headers: await house.bearer(name), foreign })
}
for (const role of Object.keys(roleNames) as Role[]) {
  if (role === 'applicant') continue
  await addAsker(`zr-${role}`, role, ORGAN, cases.QHJY)
  await addAsker(`jy-${role}`, role, 'QHJY', cases[ORGAN])
}
await addAsker('zf-supervisor', 'supervisor', 'QHZF', cases.QHJY)
await addAsker('zf-officer', 'officer', 'QHZF', [...cases.QHJY, ...cases[ORGAN]])
await addAsker('none-admin', 'admin', null, [...cases.QHJY, ...cases[ORGAN]])

const document = (await house.app.inject('/api/v1/openapi.json')).json()
const probes = probesOf(document)

/** Every table there is: how many rows, and one figure over all of them. */
const tables = (
  await db.owner<{ name: string }>(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
  )
).map(({ name }) => name)
const stateOfTables = async (): Promise<string> => {
  const sums = await Promise.all(
    tables.map(async (table) => [
      table,
      await db.owner(`select count(*) as n, sum(hashtextextended(x::text, 0)::numeric)::text as s from "${table}" x`),
    ]),
  )
  return JSON.stringify(sums)
}

t.test(
  'the probes | no address with an unfilled name, files with each act that takes some, every table watched',
  async (t) => {
    t.strictSame(
      probes.map(({ url }) => url(NEVER)).filter((one) => /[{}]/.test(one)),
      [],
    )
    t.equal(new Set(probes.filter(({ path }) => path.includes('/previews/')).map(({ path }) => path)).size, 4)
    const withFiles = probes.filter(({ payload }) => payload && 'attachments' in payload)
    t.strictSame([...new Set(withFiles.map(({ path }) => path.split('/').at(-1)))].toSorted(), [
      'decide',
      'divert',
      'filePapers',
      'receiveCorrection',
      'receiveReasons',
      'receiveRequest',
      'tellOrgan',
    ])
    t.ok(
      tables.length >= 25 && ['uploads', 'publication_decisions', 'security_log'].every((one) => tables.includes(one)),
      `${tables}`,
    )
    // Whoever adds a route with another name in its address says here whose it is, and where it is probed.
    t.strictSame(
      namesBeside(document).toSorted(),
      [
        ...['file', 'topic', 'session', 'person'], // below
        ...['organ'], // staff-api.test: an organ of somebody else is as if it were not
        ...['name', 'year', 'line', 'column', 'form', 'command', 'code'], // of the asker's own organ, or everybody's
      ].toSorted(),
    )
  },
)

type App = ReturnType<typeof buildApi>
interface Found {
  probes: number
  through: string[]
  told: string[]
  times: { foreign: number[]; never: number[] }
}

/** Whatever is the same for every answer of this kind, or only says when it was given. */
const ignored = ['date', 'connection', 'keep-alive']

const asked = async (app: App, { method, url, payload }: Probe, { headers }: Asker, id: string) => {
  const from = performance.now()
  const answer = await app.inject({ method: method as 'GET', url: url(id), headers, ...(payload ? { payload } : {}) })
  const rest = Object.entries(answer.headers).filter(([name]) => !ignored.includes(name))
  const seen = JSON.stringify([answer.statusCode, answer.body, rest]).replaceAll(encodeURIComponent(id), '<id>')
  return { status: answer.statusCode, body: answer.body, seen, ms: performance.now() - from }
}

const words = /苻|陈䶮|QHZR2026|QHJY2026|征地补偿/

/** The same question with an id of nobody's and with ids that are somebody else's. */
const putOne = async (app: App, probe: Probe, asker: Asker, found: Found): Promise<void> => {
  const never = await asked(app, probe, asker, NEVER)
  found.times.never.push(never.ms)
  const ids = probe.documented ? asker.foreign : asker.foreign.slice(0, 1)
  for (const id of ids) {
    const foreign = await asked(app, probe, asker, id)
    found.probes += 1
    found.times.foreign.push(foreign.ms)
    const name = `${asker.name} ${probe.method} ${probe.path}`
    if (foreign.status < 400 || words.test(foreign.body)) found.through.push(`${name}: ${foreign.status}`)
    if (foreign.seen !== never.seen)
      found.told.push(`${name}: ${foreign.seen.slice(0, 200)} / ${never.seen.slice(0, 200)}`)
  }
}

/** Undescribed methods are no route for anybody: a few ask them, everybody asks the rest. */
const put = async (app: App, chosen: readonly Probe[], who: readonly Asker[] = askers): Promise<Found> => {
  const found: Found = { probes: 0, through: [], told: [], times: { foreign: [], never: [] } }
  const all = chosen.flatMap((probe) => (probe.documented ? who : who.slice(0, 3)).map((asker) => ({ probe, asker })))
  const next = all.values()
  const lane = async () => {
    for (const { probe, asker } of next) await putOne(app, probe, asker, found)
  }
  await Promise.all(Array.from({ length: 6 }, lane))
  return found
}

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0

const check = (t: Test, found: Found, least: number): void => {
  t.ok(found.probes >= least, `${found.probes} probes`)
  t.strictSame(found.through.slice(0, 5), [], 'none let through')
  t.strictSame(found.told.slice(0, 5), [], 'none told apart from what never was')
  const ratio = median(found.times.foreign) / median(found.times.never)
  t.ok(ratio > 0.5 && ratio < 2, `answered as fast: ${ratio.toFixed(2)}`)
}

const counterOver = (over: Cabinet): App => {
  const log = { info: () => {}, error: () => {} }
  const nothing = () => Promise.reject(new Error('nothing is printed here'))
  const press = {
    print: nothing,
    ...{ edit: nothing, printLabels: nothing, printSheets: nothing },
    missingCharacters: async () => [],
    words: {} as never,
  }
  return buildApi({ cabinet: over, press, today: () => '2026-09-01' as never, now: () => house.clock.now, log })
}

await t.test(
  'ASVS 39 | two organs, every role, every case id, every method of the description: at least 5,000 probes',
  { timeout: 600_000 },
  async (t) => {
    const before = await stateOfTables()
    check(t, await put(house.app, probes), 5000)
    t.equal(await stateOfTables(), before, 'and not a row has changed')
  },
)

await t.test(
  'ASVS 39 协查单位 | who only assists: every case of the own organ in which nothing was asked is as if it were not',
  { timeout: 600_000 },
  async (t) => {
    const before = await stateOfTables()
    const only = askers
      .filter(({ name }) => /^(zr|jy)-assistant$/.test(name))
      .map((one) => ({ ...one, foreign: one.name === 'zr-assistant' ? cases[ORGAN] : cases.QHJY }))
    check(t, await put(house.app, probes, only), 400)
    t.equal(await stateOfTables(), before, 'and not a row has changed')
    const whole = { ...only[0], name: 'zr-officer', headers: askers.find(({ name }) => name === 'zr-officer')?.headers }
    const reads = probes.filter(({ method, documented }) => documented && method === 'GET')
    const found = await put(house.app, reads, [whole as Asker])
    t.ok(found.through.length > 0, 'an officer’s same questions are answered: the check can fail')
  },
)

await t.test(
  'ASVS 39 | the same with every check of the counter taken out: the database alone holds back as much',
  { timeout: 600_000 },
  async (t) => {
    const app = counterOver(unchecked(cabinet, organs, organOf))
    const before = await stateOfTables()
    check(t, await put(app, probes), 5000)
    t.equal(await stateOfTables(), before, 'and not a row has changed')

    const own = await app.inject({
      url: `/api/v1/cases/${cases.QHJY[0]}`,
      headers: askers.find(({ name }) => name === 'jy-officer')?.headers ?? {},
    })
    t.equal(own.statusCode, 200, 'one’s own is still there: the net is not simply shut')

    const reads = probes.filter(
      ({ method, documented, path }) => documented && method === 'GET' && !path.includes('pdf'),
    )
    const few = askers.filter(({ name }) => name === 'jy-officer')
    for (const table of ['cases', 'case_words'])
      await db.owner(`create policy hole on ${table} for select using (true)`)
    const leaking = await put(app, reads, few)
    const held = await put(house.app, reads, few)
    for (const table of ['cases', 'case_words']) await db.owner(`drop policy hole on ${table}`)
    t.ok(leaking.through.length > 0, 'planted: a policy that lets all through is found')
    t.strictSame(held.through, [], 'and then the counter’s own checks still hold')
    await app.close()
  },
)

await t.test('ASVS 39 | another’s account, session, cursor, number with code: as if they were not', async (t) => {
  const other = await house.staff('zr-other', ['officer'])
  await house.bearer('zr-other')
  const [session] = await db.owner<{ id: string }>('select id from sessions where person = $1', [other.id])
  for (const { name, headers } of askers.filter((one) => /^jy-|none/.test(one.name))) {
    const gone = (id: string) => house.call(headers, 'DELETE', `/sessions/${id}`)
    const [a, b] = [await gone(session?.id ?? ''), await gone(NEVER)]
    t.strictSame([a.statusCode, a.body], [b.statusCode, b.body], `${name}: a session`)
    if (name === 'none-admin') continue
    for (const path of ['password', 'totp-reset', 'disable', 'enable', 'roles', 'sign-on', 'sign-on/part']) {
      const ask = (id: string) =>
        house.call(headers, 'POST', `/staff/${id}/${path}`, {
          reason: '试',
          ...(path === 'roles' ? { roles: [] } : {}),
          ...(path === 'sign-on' ? { sub: 'somebody' } : {}),
        })
      const [theirs, nobodys] = [await ask(other.id), await ask(NEVER)]
      t.ok(theirs.statusCode >= 400)
      t.strictSame([theirs.statusCode, theirs.body], [nobodys.statusCode, nobodys.body], `${name}: ${path}`)
    }
    const list = await house.call(headers, 'GET', '/cases?limit=100&after=OTk5OTk5')
    t.notMatch(list.body, /苻QHZR|QHZR2026/, `${name}: a list from anywhere`)
    const staff = await house.call(headers, 'GET', '/staff')
    t.notMatch(staff.body, 'zr-', `${name}: people`)
  }
  const [mine, theirs] = [await receive(cabinet), await receive(cabinet, { organ: 'QHJY' })]
  const look = (number: string | null, code = '', address = '192.0.2.50') =>
    house.app.inject({
      method: 'POST',
      url: '/lookup',
      remoteAddress: address,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ number: number ?? '', code }).toString(),
    })
  const crossed = await look(mine.number, theirs.queryCode)
  const unknown = await look('QHZR202699999', theirs.queryCode)
  t.equal(crossed.statusCode, unknown.statusCode)
  t.equal(crossed.body.replaceAll(mine.number ?? '', '#'), unknown.body.replaceAll('QHZR202699999', '#'), 'one answer')
  const right = await look(mine.number, mine.queryCode)
  const cookie = `zhiqing-case=${right.cookies.find(({ name }) => name === 'zhiqing-case')?.value}`
  t.equal((await house.app.inject({ url: '/case', headers: { cookie } })).statusCode, 200)
  const turned = cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
  t.equal(
    (await house.app.inject({ url: '/case', headers: { cookie: turned } })).statusCode,
    303,
    'a visit cannot be made up',
  )
})

await t.test('ASVS 39 | a file, a topic, a list of letters of somebody else’s: as if they were not', async (t) => {
  const pdf = Buffer.from('%PDF-1.7 委托书')
  const bring = async (person: string) => {
    const file = { kind: 'other', name: 'a.pdf', mediaType: 'application/pdf', bytes: pdf } as const
    const now = house.clock.now
    const expiresAt = new Date(now.getTime() + 3_600_000)
    const put = await cabinet.putUpload({ basket: { person }, file, expiresAt, address: '192.0.2.60', now })
    if (typeof put === 'string') throw new Error(put)
    return put
  }
  const idOf = async (name: string) =>
    (await db.owner<{ id: string }>('select id from staff where name = $1', [name]))[0]?.id ?? ''
  const theirs = await bring(await idOf('jy-registrar'))
  for (let i = 0; i < 3; i++)
    await receive(cabinet, {
      organ: 'QHJY',
      input: { ...request, applicant: { ...request.applicant, name: `申${i}` } },
    })
  const [hot] = await cabinet.reports.hotRequests(['QHJY'], '2026-01-01' as never, 3)
  t.ok(hot, 'a topic of another organ')
  const described = Object.entries(document.paths as Record<string, Record<string, object>>)
  const takers = described.filter(([path, { post }]) => path.includes('{id}') && post && takesFiles(post))
  const before = await stateOfTables()
  const told: string[] = []
  let asked = 0
  const pair = async (what: string, ask: (own: boolean) => ReturnType<typeof house.call>, names: readonly string[]) => {
    const [one, none] = [await ask(true), await ask(false)]
    const bare = ({ statusCode, body }: typeof one) =>
      names.reduce((text, name) => text.replaceAll(name, '<name>'), `${statusCode} ${body}`)
    asked += 1
    if (one.statusCode < 400 || bare(one) !== bare(none)) told.push(`${what}: ${bare(one)} / ${bare(none)}`)
  }
  for (const { name, headers } of askers.filter((one) => /^zr-|^zf-|^none-/.test(one.name))) {
    const [own = ''] = cases[ORGAN]
    for (const [path] of takers)
      await pair(
        `${name} ${path}`,
        (real) => {
          const probe = probes.find((one) => one.path === path && one.payload && 'attachments' in one.payload)
          const file = attached(real ? theirs.file : NEVER, { sha256: theirs.sha256, size: theirs.size })
          return house.call(headers, 'POST', path.slice(7).replace('{id}', own), { ...probe?.payload, ...file })
        },
        [theirs.file, NEVER],
      )
    const drop = (real: boolean) => house.call(headers, 'DELETE', `/uploads/${real ? theirs.file : NEVER}`)
    await pair(`${name} an upload`, drop, [])
    const [case1 = ''] = cases.QHJY
    const mail = (real: boolean) =>
      house.call(headers, 'POST', '/mailings', {
        paper: 'labels',
        letters: [{ case: real ? case1 : NEVER, letter: 1 }],
      })
    await pair(`${name} mailing`, mail, [])
    const decision = { act: 'published', title: '征地补偿标准', reason: '多人申请', place: '网站', reviewed: true }
    const topic = (real: boolean) => {
      const of = real ? (hot?.topic ?? '') : '0'.repeat(64)
      return house.call(headers, 'POST', `/statistics/hot-requests/${of}/decisions`, decision)
    }
    await pair(`${name} a topic`, topic, [])
  }
  t.ok(asked >= 160, `${asked} pairs`)
  t.strictSame(told.slice(0, 5), [], 'none let through, none told apart from what never was')
  t.equal(await stateOfTables(), before, 'and not a row has changed')

  const registrar = askers.find((one) => one.name === 'jy-registrar')?.headers ?? {}
  const [mine = ''] = cases.QHJY
  const filed = await house.call(registrar, 'POST', `/cases/${mine}/commands/filePapers`, {
    ...bodies.filePapers,
    ...attached(theirs.file, { sha256: theirs.sha256, size: theirs.size }),
  })
  t.equal(filed.statusCode, 200, `the same question with one’s own is answered: ${filed.body}`)
  t.not(await stateOfTables(), before, 'and then a row has changed: the sum can tell')
  const head = askers.find((one) => one.name === 'jy-officeHead')?.headers ?? {}
  const url = `/statistics/hot-requests/${hot?.topic}/decisions`
  const known = await house.call(head, 'POST', url, {
    act: 'publish',
    title: '征地',
    reason: '多人申请',
    reviewed: true,
  })
  t.not(known.statusCode, 404, 'whose topic it is finds it')
})

await t.test(
  'ASVS 39 | every table, every kind of acting, straight at the database: rows of others are not there',
  async (t) => {
    const tables = [
      'cases',
      'case_words',
      'case_facts',
      'fact_words',
      'letters',
      'outbox',
      'due_days',
      'looks',
      'idempotency',
      'number_series',
      'account_cases',
    ]
    const [theirs = ''] = cases.QHJY
    const settings: readonly (readonly [string, string])[] = [
      ['nobody', `set zhiqing.kind = ''`],
      ['the desk', `set zhiqing.kind = 'door'`],
      ['anybody', `set zhiqing.kind = 'public'`],
      [
        'an officer',
        `set zhiqing.kind = 'staff'; set zhiqing.organs = '{QHJY}'; set zhiqing.organ = 'QHJY'; set zhiqing.roles = '{officer}'`,
      ],
      [
        'an applicant',
        `set zhiqing.kind = 'case'; set zhiqing.organs = '{QHJY}'; set zhiqing.organ = 'QHJY'; select set_config('zhiqing.case', '${theirs}', false)`,
      ],
      ['an account with no case', `set zhiqing.kind = 'account'; set zhiqing.person = '${NEVER}'`],
    ]
    for (const [who, set] of settings)
      for (const table of tables) {
        const told = `${set}; select count(*)::int as n from ${table} where organ = 'QHZR'; reset all`
        const answers = (await db.unsaidMany(told)) as { rows: { n?: number }[] }[]
        const n = answers.flatMap(({ rows }) => rows).find((row) => row.n !== undefined)?.n
        t.equal(n, 0, `${who}: ${table}`)
      }
    const one = `${settings[4]?.[1]}; select count(distinct id)::int as n from cases; reset all`
    const answers = (await db.unsaidMany(one)) as { rows: { n?: number }[] }[]
    t.equal(
      answers.flatMap(({ rows }) => rows).find((row) => row.n !== undefined)?.n,
      1,
      'of the own organ the own case alone',
    )
  },
)
