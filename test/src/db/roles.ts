import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate, RUNTIME_ROLE, refusedAtTheDoor, roleOf, rolePowers, runtimeRoleOf } from '@zhiqing/db'
import pg from 'pg'
import type { Test } from 'tap'
import type { TestDatabase } from '../database.js'
import { archived, findings, furnish } from './office.js'

const bin = fileURLToPath(new URL('../../../packages/cli/bin/zhiqing.mjs', import.meta.url))
const password = 'only-for-tests'

/** Everything that an unquoted name, or one pasted in as a replacement text, would stumble over. */
const oddName = (): string => `Amt "O'$&$1" {role}; ${randomBytes(4).toString('hex')}`

const addressOf = (ownerUrl: string, role: string): string =>
  ownerUrl.replace(/:\/\/(?:[^@/]*@)?/, `://${encodeURIComponent(role)}:${password}@`)

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** The program in a folder of its own; what the environment of the tests says of databases is left out. */
const zhiqing = (args: readonly string[], env: Record<string, string>): Promise<Ran> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'zhiqing-roles-'))
  const inherited = { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dataDir }
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [bin, ...args],
      { env: { ...inherited, ...env }, timeout: 60_000 },
      (error, out, err) => {
        rmSync(dataDir, { recursive: true, force: true })
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err })
      },
    )
  })
}

const lastRow = ({ out }: Ran): Record<string, unknown> => JSON.parse(out.trim().split('\n').at(-1) ?? '{}')

export const roles = async (t: Test, db: TestDatabase): Promise<void> => {
  const role = oddName()
  const quoted = pg.escapeIdentifier(role)
  await db.owner(`create role ${quoted} login noinherit password '${password}'`)
  t.teardown(() => db.owner(`drop owned by ${quoted}; drop role ${quoted}`))
  const url = addressOf(db.ownerUrl, role)
  const both = { DATABASE_URL: url, DATABASE_OWNER_URL: db.ownerUrl }

  await t.test('who is granted to: the service’s own user, unless that is the owner', async (t) => {
    t.equal(roleOf(url), role)
    t.equal(runtimeRoleOf(db.ownerUrl, url), role)
    t.equal(runtimeRoleOf(db.ownerUrl, db.url), RUNTIME_ROLE)
    t.equal(runtimeRoleOf(db.ownerUrl, db.ownerUrl), RUNTIME_ROLE)
  })

  await t.test('a customer’s own name for the service’s user: the start grants to it, and it works', async (t) => {
    t.strictSame(
      await db.owner(`select has_table_privilege($1, 'cases', 'select') as may`, [role]),
      [{ may: false }],
      'nothing at first',
    )
    const ran = await zhiqing(['verify', '--json'], both)
    t.match(ran, { code: 0, out: '' }, ran.err)
    t.match(await rolePowers(url), { role, ownsLedger: false, canChangeLedger: false, superuser: false })
    t.strictSame(
      await db.owner(
        `select privilege_type from information_schema.role_table_grants
        where grantee = $1 and table_name = 'case_facts' order by 1`,
        [role],
      ),
      [{ privilege_type: 'INSERT' }, { privilege_type: 'SELECT' }],
    )
    await db.owner('delete from instance')
    const cabinet = await db.open({ url })
    await furnish(cabinet)
    t.equal((await archived(cabinet)).state, 'archived', 'a whole life')
    t.strictSame(await findings(cabinet), [])
    await cabinet.close()
  })

  await t.test('a role of another name that is not there is refused: a slip of the pen makes no user', async (t) => {
    const slip = oddName()
    await t.rejects(migrate(db.ownerUrl, slip), {
      code: 'ROLE_MISSING',
      message: /里没有用户“Amt .*CREATE ROLE .* LOGIN NOINHERIT PASSWORD/,
    })
    t.strictSame(await db.owner('select 1 from pg_roles where rolname = $1', [slip]), [])
    const wrong = await zhiqing(['verify'], {
      DATABASE_URL: addressOf(db.ownerUrl, slip),
      DATABASE_OWNER_URL: db.ownerUrl,
    })
    t.match(wrong, { code: 1, out: '', err: /^[^\n]*里没有用户“[^\n]*\n$/ }, 'one line, no stack')
    t.strictSame(await db.owner('select 1 from pg_roles where rolname = $1', [slip]), [])
  })

  await t.test(
    'an owner that may not make tables, a database that is not there, an address that is none',
    async (t) => {
      const told = (env: Record<string, string>) => zhiqing(['verify'], env)
      t.match(await told({ DATABASE_URL: db.url, DATABASE_OWNER_URL: url }), {
        code: 1,
        err: /^执行迁移的用户“[^\n]*GRANT CREATE[^\n]*\n$/,
      })
      const elsewhere = db.ownerUrl.replace(/(:\/\/[^/]*\/)[^?]*/, '$1no_such_database')
      t.match(await told({ DATABASE_URL: elsewhere }), {
        code: 1,
        err: /^数据库服务器[^\n]*“no_such_database”[^\n]*CREATE DATABASE[^\n]*\n$/,
      })
      t.match(await told({ DATABASE_URL: 'postgres://a:secret@127.0.0.1:1/x' }), {
        code: 1,
        err: /^数据库连接不上（127\.0\.0\.1:1）[^\n]*\n$/,
      })
      const unreadable = await told({ DATABASE_URL: 'postgres://a:secret%@[::x/y' })
      t.match(unreadable, { code: 1, err: /^DATABASE_URL 不是数据库的地址[^\n]*\n$/ })
      t.notMatch(unreadable.err, /secret/)
    },
  )

  await t.test('what the server says to who may not come in is told in Chinese, with the names', async (t) => {
    const stranger = (code: string) =>
      refusedAtTheDoor(Object.assign(new Error('FATAL'), { code }), { user: 'u', host: 'h', port: 5432, database: 'd' })
    t.match(stranger('28P01'), { code: 'SIGN_IN_REFUSED', message: /^数据库（h:5432）不让用户“u”登录：口令不对/ })
    t.match(stranger('28000'), { code: 'SIGN_IN_REFUSED', message: /没有这个用户，或者它不准登录/ })
    t.match(stranger('3D000'), { code: 'DATABASE_MISSING', message: /没有名为“d”的数据库/ })
    t.equal(stranger('42P01'), undefined)
    await t.rejects(rolePowers(addressOf(db.ownerUrl, 'nobody_here')), { code: 'SIGN_IN_REFUSED' })
  })

  await t.test('config says where service and owner are one role, and where the ledger is open', async (t) => {
    const config = (env: Record<string, string>) => zhiqing(['config', '--json'], env)
    const one = await config({ DATABASE_URL: db.ownerUrl })
    t.equal(one.code, 0)
    t.match(lastRow(one), { warning: 'oneRole', zh: /同一个数据库用户（.+）.*DATABASE_OWNER_URL/ })
    const text = await zhiqing(['config'], { DATABASE_URL: db.ownerUrl, DATABASE_OWNER_URL: db.ownerUrl })
    t.match(text.out, /\n注意：服务和迁移用的是同一个数据库用户/)
    t.match(lastRow(await config({ DATABASE_URL: db.ownerUrl, DATABASE_OWNER_URL: url })), {
      warning: 'ledgerOpen',
      zh: /能够改动台账/,
    })
    t.notMatch((await config(both)).out, /warning/, 'two roles as they should be')
    t.notMatch((await config({})).out, /warning/, 'the embedded database has two roles')
    const away = await config({ DATABASE_URL: 'postgres://a:secret@127.0.0.1:1/x', DATABASE_OWNER_URL: db.ownerUrl })
    t.match(lastRow(away), { warning: 'rolesUnchecked', zh: /数据库连接不上/ })
    t.match(away, { code: 0 })
    t.notMatch(away.out + away.err, /secret/)
  })
}
