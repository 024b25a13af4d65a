import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'
import { fault } from '../fault.js'
import { onClient } from './connect.js'
import { grantRuntime, RUNTIME_ROLE } from './runtime-role.js'

interface Migration {
  readonly name: string
  readonly sha256: string
  readonly sql: string
}

const folder = new URL('../../migrations/', import.meta.url)
/** Any number that nobody else uses: one runner at a time. */
const LOCK = 7_201_905

const migrations = async (): Promise<Migration[]> => {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.*\.sql$/.test(name)).toSorted()
  const read = async (name: string): Promise<Migration> => {
    const sql = await readFile(new URL(name, folder), 'utf8')
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  }
  return Promise.all(names.map(read))
}

const applied = async (client: pg.Client): Promise<Map<string, string>> => {
  await client.query(`create table if not exists migrations (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now())`)
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migrations')
  return new Map(rows.map(({ name, sha256 }) => [name, sha256]))
}

/** What was applied must be what is here: an edited or missing file means that nobody knows what the tables are. */
const refuseEdited = (before: ReadonlyMap<string, string>, all: readonly Migration[]): void => {
  for (const [name, sha256] of before) {
    const now = all.find((one) => one.name === name)
    if (now?.sha256 === sha256) continue
    const why = now ? '在执行之后被改动过' : '已经不在程序中（数据库来自更新的版本？）'
    throw fault('MIGRATION_EDITED', `数据库变更 ${name} ${why}；旧变更不能改，只能另写新的`)
  }
}

const apply = async (client: pg.Client, { name, sql, sha256 }: Migration): Promise<void> => {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migrations (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw new Error(`数据库变更 ${name} 没有执行成功：${(error as Error).message}`, { cause: error })
  }
}

/** An owner that may not make tables: since PostgreSQL 15 that is everybody who does not own the database. */
const powerless = (error: unknown, { user, database }: pg.Client): unknown => {
  const { code, cause } = error as { code?: string; cause?: { code?: string } }
  if (code !== '42501' && cause?.code !== '42501') return error
  return fault(
    'OWNER_POWERLESS',
    `执行迁移的用户“${user}”在数据库“${database}”里没有建表或者授权的权力：请用数据库的所有者作 DATABASE_OWNER_URL，或者由所有者执行 GRANT CREATE ON SCHEMA public TO ${user}。`,
    error,
  )
}

/**
 * Brings the tables up to date as their owner and gives the runtime role its grants (`runtimeRoleOf` tells which role
 * that is). Each migration is one transaction; one runner at a time. Returns the names applied now. Throws
 * MIGRATION_EDITED, ROLE_MISSING and OWNER_POWERLESS.
 */
export const migrate = (ownerUrl: string, runtimeRole: string = RUNTIME_ROLE): Promise<string[]> =>
  onClient(ownerUrl, (client) =>
    bringUp(client, runtimeRole).catch((error: unknown) => {
      throw powerless(error, client)
    }),
  )

const bringUp = async (client: pg.Client, runtimeRole: string): Promise<string[]> => {
  await client.query('set lock_timeout = 0')
  // Row-level security holds for the owner too: a migration that mends rows must see them.
  await client.query(`select set_config('zhiqing.kind', 'keeper', false), set_config('zhiqing.all', 'write', false)`)
  await client.query('select pg_advisory_lock($1)', [LOCK])
  const all = await migrations()
  const before = await applied(client)
  refuseEdited(before, all)
  const fresh = all.filter(({ name }) => !before.has(name))
  for (const one of fresh) await apply(client, one)
  await grantRuntime(client, runtimeRole)
  return fresh.map(({ name }) => name)
}
