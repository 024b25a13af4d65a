import { mkdirSync } from 'node:fs'
import {
  asRole,
  DATA_DIR_IN_USE,
  ensureDatabase,
  holdDataDir,
  migrate,
  type RolePowers,
  rolePowers,
  runtimeRoleOf,
  startEmbedded,
} from '@zhiqing/db'
import type { Environment } from '../environment.js'
import { UsageError } from '../usage.js'

/** The database as the service reaches it; `close` frees what was taken for it. */
export interface Database {
  /** As the runtime role. */
  readonly url: string
  readonly powers: RolePowers
  /** Migrations applied now, by name. */
  readonly migrated: readonly string[]
  close(): Promise<void>
}

const NAME = 'zhiqing'
type Say = (line: string) => void

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code

/** The server on its own: the holder starts and stops it; beside a running service it is only joined. */
const embeddedServer = async (dataDir: string, say: Say, mayJoin: boolean) => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  try {
    const hold = await holdDataDir(dataDir)
    try {
      const server = await startEmbedded({ dataDir, log: say })
      return { server, close: () => server.stop().finally(() => hold.release()) }
    } catch (error) {
      await hold.release()
      throw error
    }
  } catch (error) {
    if (codeOf(error) !== DATA_DIR_IN_USE || !mayJoin) throw error
    return { server: await startEmbedded({ dataDir, log: say }), close: async () => {} }
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
  if (faults.length > 0) throw new UsageError(`数据库设置不安全，拒绝启动：\n${faults.join('\n')}`)
}

const settle = async (ownerUrl: string, url: string, demo: boolean, close: () => Promise<void>): Promise<Database> => {
  try {
    const migrated = await migrate(ownerUrl, runtimeRoleOf(ownerUrl, url))
    const powers = await rolePowers(url)
    refuseUnsafe(powers)
    if ((powers.ownsLedger || powers.canChangeLedger) && !demo) {
      throw new UsageError(
        '服务使用的数据库用户能够改动台账，拒绝启动。请用 DATABASE_OWNER_URL 给出表的所有者，DATABASE_URL 用另一个只作查询和追加的用户（启动时的迁移会给它授权）；仅作演示可设 DEMO=1',
      )
    }
    return { url, powers, migrated, close }
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * Opens the database of this environment, migrated. Embedded: starts it, or (`mayJoin`) joins the one that a running
 * service holds. Throws UsageError, or the operator's sentence of the room that failed.
 */
export const openDatabase = async (environment: Environment, say: Say, mayJoin = false): Promise<Database> => {
  const { databaseUrl, ownerUrl, dataDir, demo } = environment
  if (databaseUrl) return settle(ownerUrl ?? databaseUrl, databaseUrl, demo, async () => {})
  const { server, close } = await embeddedServer(dataDir, say, mayJoin)
  await ensureDatabase(server.url('postgres'), NAME)
  return settle(server.url(NAME), asRole(server.url(NAME)), demo, close)
}
