import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  asRole,
  type CabinetKeeper,
  type CabinetOptions,
  ensureDatabase,
  holdDataDir,
  keysFrom,
  migrate,
  openCabinet,
  RUNTIME_ROLE,
  startEmbedded,
} from '@zhiqing/db'
import { notices } from '@zhiqing/law'
import { projectYear } from '@zhiqing/projection'
import pg from 'pg'

/** A migrated database of its own. */
export interface TestDatabase {
  readonly ownerUrl: string
  readonly url: string
  /** Statements as the owner, who may switch triggers off. */
  owner<T extends pg.QueryResultRow = pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<T[]>
  /** Statements as the role of the service, told that they are for the keeper of the whole instance. */
  app<T extends pg.QueryResultRow = pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<T[]>
  /** Statements as the role of the service, without a word of for whom. */
  unsaid<T extends pg.QueryResultRow = pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<T[]>
  /** Several at once, as one message. */
  unsaidMany(sql: string): Promise<unknown>
  open(more?: Partial<CabinetOptions>): Promise<CabinetKeeper>
  close(): Promise<void>
}

/** The server of TEST_DATABASE_URL, else an embedded one in a temporary folder. */
export interface TestServer {
  url(database: string): string
  database(): Promise<TestDatabase>
  stop(): Promise<void>
}

type Place = Pick<TestServer, 'url' | 'stop'>

export const testKeys = keysFrom(Buffer.alloc(32, 7))

const embedded = async (): Promise<Place> => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiqing-db-'))
  const dataDir = join(folder, 'data')
  const hold = await holdDataDir(dataDir)
  const server = await startEmbedded({ dataDir })
  const stop = async (): Promise<void> => {
    await server.stop()
    await hold.release()
    for (const path of [server.home, folder]) rmSync(path, { recursive: true, force: true })
  }
  return { url: server.url, stop }
}

const given = (address: string): Place => ({
  url: (name) => address.replace(/(:\/\/[^/]*\/)[^?]*/, `$1${name}`),
  stop: async () => {},
})

const once = async (url: string, sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}

/** The role belongs to the server, which other test runs share: one password for all, set by one at a time. */
const withPassword = async (ownerUrl: string): Promise<string> => {
  const password = 'only-for-tests'
  await once(ownerUrl, `select pg_advisory_lock(42); alter role ${RUNTIME_ROLE} password '${password}'`)
  return asRole(ownerUrl).replace(`${RUNTIME_ROLE}@`, `${RUNTIME_ROLE}:${password}@`)
}

const poolOf = (connectionString: string, options?: string): pg.Pool => {
  const pool = new pg.Pool({ connectionString, max: 2, options })
  pool.on('error', () => {})
  return pool
}

const database = async ({ url: urlOf }: Place): Promise<TestDatabase> => {
  const name = `zhiqing_test_${randomBytes(6).toString('hex')}`
  await ensureDatabase(urlOf('postgres'), name)
  const ownerUrl = urlOf(name)
  await migrate(ownerUrl)
  const url = await withPassword(ownerUrl)
  const [owner, unsaid] = [poolOf(ownerUrl), poolOf(url)]
  const app = poolOf(url, '-c zhiqing.kind=keeper -c zhiqing.all=write')
  return {
    ownerUrl,
    url,
    owner: async (sql, values) => (await owner.query(sql, values)).rows,
    app: async (sql, values) => (await app.query(sql, values)).rows,
    unsaidMany: (sql) => unsaid.query(sql),
    unsaid: async (sql, values) => (await unsaid.query(sql, values)).rows,
    open: (more) => openCabinet({ url, keys: testKeys, notices, project: projectYear, ...more }),
    close: async () => {
      await Promise.all([owner.end(), app.end(), unsaid.end()])
      await once(urlOf('postgres'), `drop database "${name}" with (force)`)
    },
  }
}

export const testServer = async (): Promise<TestServer> => {
  const address = process.env.TEST_DATABASE_URL
  const place = address ? given(address) : await embedded()
  return { ...place, database: () => database(place) }
}

/** A database with a server of its own; `close` ends both. */
export const testDatabase = async (): Promise<TestDatabase> => {
  const server = await testServer()
  const db = await server.database()
  return { ...db, close: () => db.close().finally(() => server.stop()) }
}
