import t from 'tap'
import { openHouse } from './asvs/house.js'
import { testServer } from './database.js'
import { ORGAN } from './db/office.js'

const server = await testServer()
t.teardown(() => server.stop())

const record = {
  name: '青禾县水利局',
  type: 'countyDepartment',
  prefix: '青水',
  department: '办公室',
  address: '青禾县青禾镇河滨路2号',
  postcode: '000000',
  telephone: '0999-6810077',
  hours: '工作日 8:30—12:00',
  government: '青禾县人民政府',
  higherGovernment: '清川市人民政府',
  higherDepartment: null,
  reconsiderationOrgan: null,
  court: null,
  reviewOnlineUrl: null,
  portalUrl: 'https://gongkai.qinghe.example/',
  channels: { online: '2026-03-02' },
}
const added = { code: 'QHSL', ...record, supervisedBy: 'QHZF', reason: '机构改革' }

const openAdministration = async () => {
  const house = await openHouse(server)
  t.teardown(() => house.close())
  await house.staff('sys', ['admin'])
  await house.staff('root', ['admin'], null)
  await house.staff('sec', ['securityAdmin'])
  await house.staff('aud', ['auditAdmin'])
  await house.staff('reg', ['registrar'])
  await house.staff('jy-sys', ['admin'], 'QHJY')
  const names = ['sys', 'root', 'sec', 'aud', 'reg', 'jy-sys'] as const
  const bearers = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await house.bearer(name)] as const)),
  )
  const call = async (who: (typeof names)[number], method: 'GET' | 'POST', url: string, body?: object) => {
    const answer = await house.call(bearers[who] ?? {}, method, url, body)
    return { status: answer.statusCode, body: answer.body, json: () => answer.json(), headers: answer.headers }
  }
  return { house, call }
}

t.test(
  '机关 | added by an administrator of none, changed by its own; nobody else, and each act stands in the log',
  async (t) => {
    const { house, call } = await openAdministration()
    for (const who of ['sec', 'aud', 'reg'] as const) {
      t.equal((await call(who, 'GET', '/organs')).status, 403, who)
      t.equal((await call(who, 'POST', '/organs', added)).status, 403, who)
    }
    t.match(await call('sys', 'POST', '/organs', added), { status: 403, body: /不属于任何机关/ })
    t.equal((await call('root', 'POST', '/organs', added)).status, 201)
    t.match(await call('root', 'POST', '/organs', added), { status: 422, body: /已经有机关使用/ })
    t.strictSame(
      (await call('root', 'GET', '/organs')).json().organs.map(({ code }: { code: string }) => code),
      ['QHJY', 'QHSL', 'QHZF', ORGAN],
    )
    t.strictSame(
      (await call('sys', 'GET', '/organs')).json().organs.map(({ code }: { code: string }) => code),
      [ORGAN],
      'an organ’s administrator sees that one',
    )
    t.equal((await house.cabinet.organ('QHSL', '2026-09-01' as never))?.organ.name, '青禾县水利局')
    t.strictSame(await house.cabinet.supervised('QHZF'), ['QHSL', ORGAN])

    const own = { ...record, name: '青禾县自然资源和规划局', reason: '更名' }
    t.match(await call('sys', 'POST', `/organs/${ORGAN}`, own), { status: 200, body: /规划局/ })
    t.strictSame(await house.cabinet.supervised('QHZF'), ['QHSL', ORGAN], 'left out, its place stays')
    t.equal((await call('sys', 'POST', `/organs/${ORGAN}`, { ...own, supervisedBy: 'QHZF' })).status, 200, 'as it is')
    t.match(await call('sys', 'POST', `/organs/${ORGAN}`, { ...own, supervisedBy: null }), {
      status: 403,
      body: /主管关系/,
    })
    const [theirs, nobodys] = [
      await call('sys', 'POST', '/organs/QHJY', own),
      await call('sys', 'POST', '/organs/QHNO', own),
    ]
    t.equal(theirs.status, 404)
    t.equal(theirs.body, nobodys.body, 'another’s is told as what never was')

    const under = (supervisedBy: string) =>
      call('root', 'POST', '/organs/QHZF', { ...own, name: '青禾县人民政府', supervisedBy })
    t.match(await under('QHZF'), { status: 422, body: /不能主管自己/ })
    t.match(await under('QHSL'), { status: 422, body: /一圈/ })
    t.match(await under('QHNO'), { status: 422, body: /没有代码为QHNO/ })

    const { rows } = (await call('aud', 'GET', '/security-log?act=changeOrgan')).json()
    t.match(rows.at(-1), { name: 'sys', actZh: '修改机关档案', resultZh: '成功', reason: '更名' })
    t.match(rows.at(-1).subject, /^QHZR：name/, 'which fields, not what is in them')
    const log = await house.db.owner('select organ, act from security_log where act = $1', ['addOrgan'])
    t.strictSame(log, [{ organ: 'QHSL', act: 'addOrgan' }])
  },
)

t.test('ASVS 2 机关 | what is no code, no day, no address of the web is refused, all at once', async (t) => {
  const { call } = await openAdministration()
  for (const [wrong, path] of [
    [{ code: 'qhsl' }, 'code'],
    [{ portalUrl: 'javascript:alert(1)' }, 'portalUrl'],
    [{ reviewOnlineUrl: 'data:text/html,x' }, 'reviewOnlineUrl'],
    [{ channels: { online: '2026-02-30' } }, 'channels'],
    [{ channels: { telepathy: '2026-02-03' } }, 'channels'],
    [{ postcode: '12345' }, 'postcode'],
    [{ name: '县\n局' }, 'name'],
    [{ name: '' }, 'name'],
    [{ extra: 1 }, 'extra'],
    [{ reason: '' }, 'reason'],
  ] as const) {
    const answer = await call('root', 'POST', '/organs', { ...added, ...wrong })
    t.equal(answer.status, 400, JSON.stringify(wrong))
    t.match(answer.body, path)
  }
  const two = await call('root', 'POST', '/organs', { ...added, postcode: '1', name: '' })
  t.equal(two.json().faults.length, 2)
  t.equal((await call('root', 'GET', '/organs')).json().organs.length, 3, 'nothing was added')
})

t.test('机关 | the database alone keeps an organ’s administrator to that organ, and its place from them', async (t) => {
  const { house } = await openAdministration()
  const acting = `set zhiqing.kind = 'staff'; set zhiqing.roles = '{admin}'; set zhiqing.organ = '${ORGAN}'`
  const run = (sql: string) => house.db.unsaidMany(`${acting}; ${sql}; reset all`)
  await run(`update organs set record = '{}' where id = 'QHJY'`)
  const [kept] = await house.db.owner<{ name: string }>(
    `select record ->> 'name' as name from organs where id = 'QHJY'`,
  )
  t.equal(kept?.name, '青禾县教育局', 'another’s: no row')
  await t.rejects(run(`update organs set supervised_by = null where id = '${ORGAN}'`), /主管关系/)
  await t.rejects(run(`insert into organs (id, record) values ('NEW', '{}')`), /row-level security/)
})

t.test(
  '登录限制 | who was slowed down is let go on by the security administrator, at once and from everywhere',
  async (t) => {
    const { house, call } = await openAdministration()
    const wrong = () => house.knock({ name: 'reg', password: 'wrong' })
    for (let i = 0; i < 5; i++) t.equal((await wrong()).statusCode, 401)
    t.equal((await house.knock({ name: 'reg', password: '青禾-Gate-4711-Kranich' })).statusCode, 429, 'slowed down')
    const { staff } = (await call('sec', 'GET', '/staff')).json()
    const { id } = staff.find(({ name }: { name: string }) => name === 'reg')
    t.equal(
      (await call('sys', 'POST', `/staff/${id}/unlock`, { reason: '本人到场' })).status,
      403,
      'accounts are not rights',
    )
    t.equal((await call('jy-sys', 'POST', `/staff/${id}/unlock`, { reason: '本人到场' })).status, 403)
    const session = await call('reg', 'GET', '/sessions/current')
    t.equal(session.status, 200)
    t.equal((await call('sec', 'POST', `/staff/${id}/unlock`, { reason: '本人到场' })).status, 200)
    t.equal((await call('reg', 'GET', '/sessions/current')).status, 200, 'what was open stays open')
    await house.bearer('reg')
    for (let i = 0; i < 5; i++) await wrong()
    t.equal((await wrong()).statusCode, 429, 'and guessing is slow again')
  },
)

t.test('安全日志 | by day, by whom, by what; the days are those of the wall clock in China', async (t) => {
  const { house, call } = await openAdministration()
  // The house's clock: 2026-09-01 09:00 in China; the evening before is still that day there.
  await house.db.owner(
    `insert into security_log (at, organ, name, act, result) values
      ('2026-08-31T15:59:59Z', '${ORGAN}', 'ganz_fern', 'signIn', 'no'), ('2026-08-31T16:00:00Z', '${ORGAN}', 'ganzXfern', 'signIn', 'no')`,
  )
  const names = async (query: string) =>
    (await call('aud', 'GET', `/security-log?${query}`)).json().rows.map(({ name }: { name: string }) => name)
  t.strictSame(await names('who=ganz'), ['ganzXfern', 'ganz_fern'])
  t.strictSame(await names('who=ganz_'), ['ganz_fern'], 'a mark stands for itself')
  t.strictSame(await names('who=ganz&to=2026-08-31'), ['ganz_fern'])
  t.strictSame(await names('who=ganz&from=2026-09-01'), ['ganzXfern'])
  t.strictSame(await names('who=ganz&act=create'), [])
  for (const wrong of ['from=2026-02-30', 'act=nothing', 'who=', 'extra=1', 'who=a&who=b'])
    t.equal((await call('aud', 'GET', `/security-log?${wrong}`)).status, 400, wrong)
})

t.test(
  'ASVS 5 安全日志 | as a file: no cell is a formula, every line one line; taking it is itself written down',
  async (t) => {
    const { house, call } = await openAdministration()
    await house.knock({ name: '=cmd|calc', password: 'x' })
    await house.knock({ name: '＝1+1', password: 'x' })
    await house.db.owner(
      `insert into security_log (at, organ, name, act, result) select '2026-08-01T00:00:00Z', '${ORGAN}', '-old' || n, 'signIn', 'no' from generate_series(1, 250) n`,
    )
    await house.db.owner(
      `insert into security_log (at, organ, name, act, result) values ('2026-09-01T00:00:00Z', '${ORGAN}', '@SUM(A1)', 'signIn', 'no')`,
    )
    const file = await call('aud', 'GET', '/security-log.csv')
    t.equal(file.status, 200)
    t.match(file.headers, {
      'content-type': /^text\/csv/,
      'content-disposition': /^attachment; filename="security-log.csv"/,
    })
    const lines = file.body.trimEnd().split('\r\n')
    t.match(lines[0], /^\uFEFF"序号","时间"/)
    t.match(lines[1], /"导出安全日志","成功"/, 'the export stands first in what it exports')
    t.match(file.body, /"'@SUM\(A1\)"/)
    t.notMatch(file.body, /"[=@＝-]/, 'no cell begins like a formula')
    t.ok(lines.length > 250, `${lines.length} lines: more than one page`)
    for (const who of ['sys', 'sec', 'reg'] as const)
      t.equal((await call(who, 'GET', '/security-log.csv')).status, 403, who)
    const other = await call('aud', 'GET', '/security-log.csv?act=signIn&to=2026-08-31')
    t.equal(other.body.trimEnd().split('\r\n').length, 251, 'the file holds what was asked for')
  },
)

t.test('三员分立 | none of the three administrators, of an organ or of none, reaches a case', async (t) => {
  const { house, call } = await openAdministration()
  const { receive } = await import('./db/office.js')
  const { id } = await receive(house.cabinet)
  for (const who of ['sys', 'root', 'sec', 'aud'] as const)
    for (const url of ['/cases', `/cases/${id}`, `/cases/${id}/facts`, '/tasks', '/remedies', '/colleagues']) {
      const { status, body } = await call(who, 'GET', url)
      t.ok(status === 403 || status === 404, `${who} ${url}: ${status}`)
      t.notMatch(body, /征地|QHZR2026/)
    }
})
