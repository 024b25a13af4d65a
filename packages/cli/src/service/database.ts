import {
  asRole,
  DATA_DIR_IN_USE,
  type Embedded,
  ensureDatabase,
  holdDataDir,
  joinEmbedded,
  migrate,
  openDataDir,
  type RolePowers,
  roleOf,
  rolePowers,
  runtimeRoleOf,
  startEmbedded,
} from '@zhiqing/db'
import type { Environment } from '../environment.js'
import { OperatorFault } from '../operator-fault.js'

/** The database as the service reaches it; `close` frees what was taken for it. */
export interface Database {
  /** As the runtime role. */
  readonly url: string
  readonly powers: RolePowers
  /** Migrations applied now, by name. */
  readonly migrated: readonly string[]
  /** The folder of the embedded server's files; null where DATABASE_URL names another server. */
  readonly home: string | null
  close(): Promise<void>
}

const NAME = 'zhiqing'
type Say = (line: string) => void
type Close = () => Promise<void>

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code

/** Whatever goes wrong in `work`, what was taken before is freed; why it went wrong matters more than how it ended. */
const orElse = async <T>(close: Close, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    await close().catch(() => {})
    throw error
  }
}

/** The server on its own: the holder starts and stops it; beside a running service it is only joined. */
const embeddedServer = async (
  dataDir: string,
  say: Say,
  mayJoin: boolean,
): Promise<{ server: Embedded; close: Close }> => {
  try {
    const hold = await holdDataDir(dataDir)
    const server = await orElse(hold.release, () => startEmbedded({ dataDir, log: say }))
    return { server, close: () => server.stop().finally(hold.release) }
  } catch (error) {
    if (codeOf(error) !== DATA_DIR_IN_USE || !mayJoin) throw error
    return { server: await joinEmbedded({ dataDir, log: say }), close: async () => {} }
  }
}

/** The server must keep what it has acknowledged (reliability: an answer is a promise). */
const refuseUnsafe = ({ versionNumber, version, fsync, synchronousCommit, fullPageWrites }: RolePowers): void => {
  const faults = [
    ...(versionNumber < 150_000 ? [`PostgreSQL ${version} 太旧，需要 15 以上`] : []),
    ...(fsync ? [] : ['fsync 关闭：断电会丢失已确认的数据']),
    ...(synchronousCommit === 'off' ? ['synchronous_commit 为 off：断电会丢失已确认的数据'] : []),
    ...(fullPageWrites ? [] : ['full_page_writes 关闭：断电会损坏数据']),
  ]
  if (faults.length > 0) throw new OperatorFault(`数据库设置不安全，拒绝启动：\n${faults.join('\n')}`)
}

const refuseOpenLedger = ({ ownsLedger, canChangeLedger, bypassesRls }: RolePowers): void => {
  if (bypassesRls)
    throw new OperatorFault(
      '服务使用的数据库用户不受行级安全约束（超级用户或者 BYPASSRLS），拒绝启动。请给 DATABASE_URL 另用一个普通用户；仅作演示可设 DEMO=1',
    )
  if (!ownsLedger && !canChangeLedger) return
  throw new OperatorFault(
    '服务使用的数据库用户能够改动台账，拒绝启动。请用 DATABASE_OWNER_URL 给出表的所有者，DATABASE_URL 用另一个只作查询和追加的用户（启动时的迁移会给它授权）；仅作演示可设 DEMO=1',
  )
}

const settle = async (ownerUrl: string, url: string, demo: boolean): Promise<Omit<Database, 'home' | 'close'>> => {
  const migrated = await migrate(ownerUrl, runtimeRoleOf(ownerUrl, url))
  const powers = await rolePowers(url)
  refuseUnsafe(powers)
  if (!demo) refuseOpenLedger(powers)
  return { url, powers, migrated }
}

/** An address that cannot be read is told by the name of its variable alone: a password may stand in it. */
const refuseUnreadable = (addresses: Readonly<Record<string, string>>): void => {
  for (const [variable, address] of Object.entries(addresses))
    try {
      roleOf(address)
    } catch {
      throw new OperatorFault(
        `${variable} 不是数据库的地址，应为 postgresql://用户:口令@主机:端口/数据库；口令里的特殊符号请写成 %XX。`,
      )
    }
}

const openGiven = async (url: string, ownerUrl: string, { dataDir, demo }: Environment): Promise<Database> => {
  refuseUnreadable({ DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl })
  await openDataDir(dataDir)
  return { ...(await settle(ownerUrl, url, demo)), home: null, close: async () => {} }
}

/**
 * Opens the database of this environment, migrated. Embedded: starts it, or (`mayJoin`) joins the one that a running
 * service holds. Throws the operator's sentence of the room that failed; nothing stays open then.
 */
export const openDatabase = async (environment: Environment, say: Say, mayJoin = false): Promise<Database> => {
  const { databaseUrl, ownerUrl, dataDir, demo } = environment
  if (databaseUrl) return openGiven(databaseUrl, ownerUrl ?? databaseUrl, environment)
  const { server, close } = await embeddedServer(dataDir, say, mayJoin)
  return orElse(close, async () => {
    await ensureDatabase(server.url('postgres'), NAME)
    return { ...(await settle(server.url(NAME), asRole(server.url(NAME)), demo)), home: server.home, close }
  })
}
