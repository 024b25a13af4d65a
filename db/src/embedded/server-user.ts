import { spawnSync } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { fault } from '../fault.js'

/** Numeric user and group that the database server runs as. */
export type ServerUser = { uid: number; gid: number }

/** True where this process may choose whom the server runs as, and has to: PostgreSQL refuses to run as root. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/**
 * Whom the server runs as when this process is root: the owner of what is there already, else the `postgres` user of
 * the system, else a system user `zhiqing` of our own, made on the way, else `nobody`.
 */
export async function serverUser(existing: string): Promise<ServerUser> {
  const owner = await stat(existing).catch(() => undefined)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const found = (await userNamed('postgres')) ?? (await userNamed('zhiqing')) ?? (await createdUser('zhiqing'))
  const user = found ?? (await userNamed('nobody'))
  if (user === undefined)
    throw fault('EMBEDDED_FAILED', '找不到可以运行数据库的系统用户：请建立系统用户 zhiqing，或设置 DATABASE_URL。')
  return user
}

async function userNamed(name: string): Promise<ServerUser | undefined> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n')
  const fields = lines.map((line) => line.split(':')).find((field) => field[0] === name)
  const [uid, gid] = [Number(fields?.[2]), Number(fields?.[3])]
  return Number.isInteger(uid) && Number.isInteger(gid) && uid !== 0 ? { uid, gid } : undefined
}

async function createdUser(name: string): Promise<ServerUser | undefined> {
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name])
  return await userNamed(name)
}
