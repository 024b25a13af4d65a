import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadKeys } from '@zhiqing/db'
import t, { type Test } from 'tap'
import { testDatabase } from './database.js'
import { done, findings, furnish, ORGAN, receive, request } from './db/office.js'

/* What whoever runs the machine does at the command line and nowhere else: changing the keys, making the first people. */

t.setTimeout(600_000)
const program = fileURLToPath(new URL('../../packages/cli/bin/zhiqing.mjs', import.meta.url))
const dataDir = mkdtempSync(join(tmpdir(), 'zhiqing-cli-keys-'))
const db = await testDatabase()
t.teardown(async () => {
  await db.close()
  rmSync(dataDir, { recursive: true, force: true })
})

interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const zhiqing = (args: readonly string[], more: Readonly<Record<string, string>> = {}): Ran => {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, DATABASE_URL: db.url, DATABASE_OWNER_URL: db.ownerUrl }
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    ...{ env: { ...env, DATA_DIR: dataDir, ...more }, encoding: 'utf8', timeout: 60_000 },
  })
  return { code: status, out: stdout, err: stderr }
}

const open = async (poolSize?: number) => db.open({ keys: await loadKeys(dataDir), ...(poolSize ? { poolSize } : {}) })

const ID = '44010619850307731X'
const applicant = { ...request.applicant, idType: '居民身份证', idNumber: ID }
const sealedNow = async (id: string): Promise<string> => {
  const [row] = await db.app<{ sealed: string }>(
    `select words #>> '{applicant,idNumber}' as sealed from case_words where case_id = $1`,
    [id],
  )
  return row?.sealed ?? ''
}

const isOneLine = (t: Test, { code, err }: Ran, words: RegExp): void => {
  t.equal(code, 1, err)
  t.match(err, /^[^\n]*[一-龥][^\n]*\n$/, 'one line, no stack, no help')
  t.match(err, words)
}

await t.test(
  'keys rotate | everything opens with the new key, nothing with the old one',
  { timeout: 300_000 },
  async (t) => {
    const first = await open()
    await furnish(first)
    const { id, number, queryCode = '' } = await receive(first, { input: { ...request, applicant } })
    await done(first, 'registerRequest', { caseId: id })
    const { id: other } = await receive(first, { input: { ...request, applicant } })
    const before = await sealedNow(id)
    const oldKeys = await loadKeys(dataDir)
    t.match(before, /^密:/)

    const busy = zhiqing(['keys', 'rotate'])
    isOneLine(t, busy, /请先停止服务/)
    t.equal(await sealedNow(id), before, 'beside a running service nothing is changed')
    await first.close()

    const ran = zhiqing(['keys', 'rotate', '--forget'])
    t.equal(ran.code, 0, ran.err)
    t.match(ran.out, /^已更换密钥，重新密封了(\d+)项，删除了2个旧密钥。\n$/)
    t.ok(Number(/(\d+)项/.exec(ran.out)?.[1]) >= 4, 'both cases and what hangs on them')
    const files = readdirSync(join(dataDir, 'keys')).toSorted()
    t.strictSame(files, ['codes', 'master-3'], 'the one that was made beside the service is gone too')
    for (const file of files) t.equal(statSync(join(dataDir, 'keys', file)).mode & 0o777, 0o600, file)
    t.notOk(ran.out.includes(ID) || ran.err.includes(ID))

    t.not(await sealedNow(id), before)
    await t.rejects(db.open({ keys: oldKeys }), { code: 'KEYS_DIFFER' }, 'the old key opens this database no more')
    const later = await open()
    t.equal((await later.findCase(ORGAN, id))?.current.applicant.idNumber, ID)
    t.match(
      await later.related(ORGAN, id),
      [{ kept: { id: other }, double: true }],
      'the same person is still the same',
    )
    t.match(await later.lookUp({ number: number ?? '', code: queryCode, address: 'x', now: new Date() }), { id })
    t.match(await later.listCases({ organ: ORGAN, limit: 9, search: '陈䶮' }), { cases: [{ id: other }, { id }] })
    t.strictSame(await findings(later), [])
    await later.close()
  },
)

await t.test(
  'keys rotate | without --forget the keys of before stay; a slip of the pen changes nothing',
  { timeout: 300_000 },
  async (t) => {
    const keys = () => readdirSync(join(dataDir, 'keys')).toSorted()
    const had = keys()
    for (const args of [['keys'], ['keys', 'turn'], ['keys', 'rotate', 'now'], ['keys', 'rotate', '--drop']]) {
      const ran = zhiqing(args)
      t.equal(ran.code, 2, args.join(' '))
      t.match(ran.err, /用法：zhiqing keys rotate/)
    }
    t.strictSame(keys(), had)
    const ran = zhiqing(['keys', 'rotate'])
    t.match(ran, { code: 0, out: /^已更换密钥，重新密封了\d+项。\n$/ }, ran.err)
    t.strictSame(keys(), ['codes', 'master-3', 'master-4'])
    const empty = mkdtempSync(join(tmpdir(), 'zhiqing-cli-none-'))
    t.teardown(() => rmSync(empty, { recursive: true, force: true }))
    isOneLine(
      t,
      zhiqing(['keys', 'rotate'], { DATA_DIR: empty, DATABASE_URL: '', DATABASE_OWNER_URL: '' }),
      /没有知情的数据/,
    )
    t.notOk(existsSync(join(empty, 'keys')), 'in a wrong folder no key is made')
    const strange = zhiqing(['keys', 'rotate'], { DATA_DIR: empty })
    isOneLine(t, strange, /密钥/)
    t.strictSame(
      readdirSync(join(empty, 'keys')).filter((name) => name !== 'master'),
      [],
      'nor a second one for another database',
    )
  },
)

await t.test(
  'staff add | the first of three offices, each with a password for one use',
  { timeout: 300_000 },
  async (t) => {
    const cabinet = await open()
    const roles = { admin: '系统管理员', securityAdmin: '安全管理员', auditAdmin: '审计管理员' } as const
    for (const [role, zh] of Object.entries(roles)) {
      const ran = zhiqing(['staff', 'add', `first-${role}`, '--role', role, '--name', '赵一'])
      t.equal(ran.code, 0, ran.err)
      const [told, password = ''] = ran.out.trimEnd().split('\n')
      t.match(told, `已建立 first-${role}（${zh}）`)
      t.match(password, /^([0-9a-f]{4}-){8}[0-9a-f]{2}$/, '34 hexadecimal digits: 136 bits')
      const knock = (now: Date, given = password) =>
        cabinet.signIn({ name: `first-${role}`, password: given, address: '192.0.2.9', now })
      t.match(
        await knock(new Date()),
        { must: 'changePassword', person: { displayName: '赵一', organ: null, roles: [role] } },
        'first of all it is to be changed',
      )
      t.equal(await knock(new Date(), password.slice(0, -1)), 'no')
      t.equal(await knock(new Date(Date.now() + 72.1 * 3_600_000)), 'no', 'after three days it is void')
      const rows = JSON.stringify(await db.owner('select c.*, s.* from credentials c join staff s on s.id = c.person'))
      t.notMatch(rows, password, 'kept only as a hash')
    }
    const logged = await db.owner<{ name: string; act: string; subject: string }>(
      `select name, act, subject from security_log where act = 'create' order by id`,
    )
    t.strictSame(
      logged,
      Object.keys(roles).map((role) => ({ name: '（命令行）', act: 'create', subject: `first-${role}` })),
      'and it is on record',
    )
    await cabinet.close()
  },
)

await t.test(
  'staff add | an organ’s own; no second of one name, no other role, no organ that is not there',
  async (t) => {
    const own = zhiqing(['staff', 'add', 'own-admin', '--role', 'admin', '--organ', ORGAN])
    t.equal(own.code, 0, own.err)
    const count = async () => (await db.owner<{ n: number }>('select count(*)::int as n from staff'))[0]?.n
    const had = await count()
    t.strictSame(
      await db.app(`select organ, display_name as shown from staff where name = 'own-admin'`),
      [{ organ: ORGAN, shown: 'own-admin' }],
      'called by the name to sign in with where no other is given',
    )
    isOneLine(t, zhiqing(['staff', 'add', 'own-admin', '--role', 'auditAdmin']), /已经有用户名为“own-admin”的人员/)
    isOneLine(t, zhiqing(['staff', 'add', 'x-admin', '--role', 'admin', '--organ', 'NONE']), /没有代码为“NONE”的机关/)
    for (const args of [
      ['staff'],
      ['staff', 'add'],
      ['staff', 'remove', 'own-admin'],
      ['staff', 'add', 'a', 'b', '--role', 'admin'],
      ['staff', 'add', 'a'],
      ['staff', 'add', 'a', '--role', 'officer'],
      ['staff', 'add', 'a', '--role', 'admin', '--password', 'x'],
    ]) {
      const ran = zhiqing(args)
      t.equal(ran.code, 2, args.join(' '))
      t.match(ran.err, /用法：zhiqing staff add/)
    }
    t.equal(await count(), had)
  },
)

await t.test(
  'staff recover | one of the three is let in again, by whoever runs the machine; nobody else is',
  { timeout: 300_000 },
  async (t) => {
    const cabinet = await open()
    await db.owner(`update credentials set totp_since = now(), totp_secret = '\\x01'`)
    const ran = zhiqing(['staff', 'recover', 'first-auditAdmin'])
    t.equal(ran.code, 0, ran.err)
    const [told, password = ''] = ran.out.trimEnd().split('\n')
    t.match(told, '已恢复 first-auditAdmin，动态口令须重新绑定')
    const knock = (name: string) => cabinet.signIn({ name, password, address: '192.0.2.9', now: new Date() })
    t.match(await knock('first-auditAdmin'), { must: 'changePassword', person: { roles: ['auditAdmin'] } })
    t.equal(await knock('first-admin'), 'no', 'it opens one door')
    await cabinet.keepPerson({
      organ: ORGAN,
      name: 'off',
      displayName: 'off',
      roles: ['officer'],
      passwordHash: 'scrypt$x',
    })
    for (const name of ['off', 'nobody'])
      isOneLine(t, zhiqing(['staff', 'recover', name]), /请系统管理员在系统里重置密码/)
    t.equal(zhiqing(['staff', 'recover']).code, 2)
    t.equal(zhiqing(['staff', 'recover', 'first-admin', '--role', 'admin']).code, 2)
    t.strictSame(
      await db.owner("select name, act, subject from security_log where act = 'recover'"),
      [{ name: '（命令行）', act: 'recover', subject: 'first-auditAdmin' }],
      'and it is on record',
    )
    const again = zhiqing([
      'staff',
      'add',
      'own-audit',
      '--role',
      'auditAdmin',
      '--organ',
      ORGAN,
      '--name',
      'own-admin',
    ])
    isOneLine(t, again, /已经有姓名为“own-admin”的人员.*张三（二科）/)
    await cabinet.close()
  },
)

await t.test(
  'help | every command of the overview has its own, and knows an option it does not have',
  { timeout: 300_000 },
  (t) => {
    const { out, code } = zhiqing([])
    t.equal(code, 0)
    const names = [...out.matchAll(/^ {2}([a-z]+) +[一-龥]/gmu)].map(([, name]) => name as string)
    t.ok(names.length >= 15, names.join(' '))
    for (const name of names) {
      t.match(zhiqing([name, '--help']), { code: 0, out: new RegExp(`^用法：\\s*zhiqing ${name}`), err: '' }, name)
      t.match(zhiqing([name, '--no-such-option']), { code: 2, err: /用法：\s*zhiqing/ }, name)
    }
    t.match(zhiqing(['nonsense']), { code: 2, err: /没有“nonsense”这个命令/ })
    t.end()
  },
)
