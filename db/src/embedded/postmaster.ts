import { readFile, readlink, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fault } from '../fault.js'

/** What a server says of itself in `postmaster.pid`, the file by which it locks its data folder. */
export type Postmaster = { pid: number; port: number; socketFolder: string; status: string; sharedMemory: string }

const POLL_MS = 20
/** A fast stop ends sessions and writes a checkpoint; on a slow disk that takes a while. */
const FAST_STOP_MS = 60_000
const IMMEDIATE_STOP_MS = 10_000

const pidFile = (data: string): string => join(data, 'postmaster.pid')

/** Reads the lock file of a data folder; undefined where there is none. It may be stale. */
export async function readPostmaster(data: string): Promise<Postmaster | undefined> {
  const text = await readFile(pidFile(data), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const lines = text.split('\n').map((line) => line.trim())
  const sharedMemory = lines[6]?.split(/\s+/)[1] ?? ''
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  return { pid, port, socketFolder: lines[4] ?? '', status: lines[7] ?? '', sharedMemory }
}

/** The server that runs on a data folder now; undefined when the lock file is missing or stale. */
export async function livingPostmaster(data: string): Promise<Postmaster | undefined> {
  const postmaster = await readPostmaster(data)
  return postmaster && (await servesFolder(postmaster.pid, data)) ? postmaster : undefined
}

/**
 * Whether a process lives and is the server of this folder. Its number alone proves nothing: numbers come round again
 * (at once, in a container that starts anew), and a killed server whose parent is slow stays as a zombie.
 */
async function servesFolder(pid: number, data: string): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 1 || !mayLive(pid)) return false
  if (process.platform !== 'linux') return true
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  if (command.split('\0').includes(data)) return true
  return command !== '' && (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === data
}

function mayLive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Removes the locks of a dead server (of its data folder and of its socket), as PostgreSQL itself would but for a zombie
 * or a number that came round. The data folder's stays while somebody is attached to the dead server's shared memory:
 * its children may outlive it for a moment. Elsewhere than on Linux both are left to PostgreSQL.
 */
export async function removeStaleLocks(data: string, socket: string): Promise<void> {
  if (process.platform !== 'linux' || (await livingPostmaster(data))) return
  for (const file of [socket, `${socket}.lock`]) await rm(file, { force: true })
  const dead = await readPostmaster(data)
  if (dead && !(await isAttached(dead.sharedMemory))) await rm(pidFile(data), { force: true })
}

/** Whether a process is attached to a shared memory segment; true when that cannot be told. */
async function isAttached(segment: string): Promise<boolean> {
  const table = await readFile('/proc/sysvipc/shm', 'utf8').catch(() => undefined)
  if (table === undefined) return true
  // key shmid perms size cpid lpid nattch …
  const rows = table.split('\n').map((line) => line.trim().split(/\s+/))
  return (rows.find((row) => row[1] === segment)?.[6] ?? '0') !== '0'
}

/** Stops the server of a data folder, when one runs, and waits until it is gone. Throws when it does not go. */
export async function stopPostmaster(data: string): Promise<void> {
  const postmaster = await livingPostmaster(data)
  if (!postmaster) return
  if (await endedAfter(postmaster.pid, data, 'SIGINT', FAST_STOP_MS)) return
  // An immediate stop loses nothing that was committed: the next start recovers.
  if (await endedAfter(postmaster.pid, data, 'SIGQUIT', IMMEDIATE_STOP_MS)) return
  throw fault('EMBEDDED_FAILED', `数据库进程 ${postmaster.pid} 没有停止`)
}

async function endedAfter(pid: number, data: string, signal: NodeJS.Signals, patience: number): Promise<boolean> {
  try {
    process.kill(pid, signal)
  } catch {
    // Gone in between; seen below.
  }
  for (let waited = 0; waited < patience; waited += POLL_MS) {
    if (!(await servesFolder(pid, data))) return true
    await sleep(POLL_MS)
  }
  return false
}
