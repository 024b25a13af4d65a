import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fault } from '../fault.js'
import { type Home, PORT, SOCKET } from './home.js'
import { readPostmaster, removeStaleLocks } from './postmaster.js'
import { childOptions } from './run-program.js'

/** Small, for one office; what is not named here is PostgreSQL's default, `fsync` and `synchronous_commit` above all. */
const SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '50',
  shared_buffers: '64MB',
  max_wal_size: '512MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  cluster_name: 'zhiqing',
}

const POLL_MS = 20
/** Recovery after a power cut replays up to `max_wal_size`. */
const READY_MS = 180_000
const LOCK_RETRIES = 80
const LOCK_RETRY_MS = 250
const LOCKED = /lock file ".*" already exists|pre-existing shared memory block/
const LARGEST_LOG = 8 * 1024 * 1024

/**
 * Starts the server on its data folder and waits until it takes connections. For some 20 s a lock is retried: children
 * of a killed server may outlive it for a moment. Throws with the end of the server's log when it does not start.
 */
export async function launch(home: Home, socketFolder: string): Promise<void> {
  await rotateLog(home.log)
  for (let retries = 0; ; retries += 1) {
    await removeStaleLocks(home.data, join(socketFolder, SOCKET))
    const before = await stat(home.log).then(
      (file) => file.size,
      () => 0,
    )
    const failure = await attempt(home, socketFolder)
    if (failure === undefined) return
    const said = (await readFile(home.log)).subarray(before).toString('utf8').trim()
    if (!LOCKED.test(said) || retries >= LOCK_RETRIES) {
      throw fault(
        'EMBEDDED_FAILED',
        `内置数据库没有启动（${failure}），日志 ${home.log}：\n${said.split('\n').slice(-8).join('\n')}`,
      )
    }
    await sleep(LOCK_RETRY_MS)
  }
}

/** One start: undefined when ready, else why not. */
async function attempt(home: Home, socketFolder: string): Promise<string | undefined> {
  const log = await open(home.log, 'a', 0o600)
  if (home.user) await log.chown(home.user.uid, home.user.gid)
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(
    join(home.binaries, 'bin', 'postgres'),
    ['-D', home.data, '-k', socketFolder, '-p', String(PORT), ...settings],
    // Its own process group: Ctrl-C in the terminal must reach the product first, the database after it.
    { ...childOptions(home), detached: true, stdio: ['ignore', log.fd, log.fd] },
  )
  const failed = endOf(child)
  child.unref()
  await log.close()
  for (let waited = 0; waited < READY_MS; waited += POLL_MS) {
    if (failed.reason !== undefined) return failed.reason
    const postmaster = await readPostmaster(home.data)
    // A lock file left by a killed server may say `ready`; only our own child's word counts.
    if (postmaster && postmaster.pid === child.pid && postmaster.status === 'ready') return undefined
    await sleep(POLL_MS)
  }
  child.kill('SIGQUIT')
  return `${READY_MS / 1000} 秒内未就绪`
}

function endOf(child: ChildProcess): { reason: string | undefined } {
  const end: { reason: string | undefined } = { reason: undefined }
  child.on('error', (error) => {
    end.reason = error.message
  })
  child.on('exit', (code, signal) => {
    end.reason = signal ?? `退出码 ${code}`
  })
  return end
}

async function rotateLog(log: string): Promise<void> {
  const size = await stat(log).then(
    (file) => file.size,
    () => 0,
  )
  if (size > LARGEST_LOG) await rename(log, `${log}.old`)
}
