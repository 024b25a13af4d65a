import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const program = fileURLToPath(new URL('../../../packages/cli/bin/zhiqing.mjs', import.meta.url))
export const withDefect = fileURLToPath(new URL('./service-with-defect.js', import.meta.url))

/** A DATA_DIR of its own, and the service process on it. */
export interface Instance {
  readonly dataDir: string
  readonly env: NodeJS.ProcessEnv
  /** Starts the service; resolves with its address once it answers. */
  start(): Promise<string>
  /** kill -9 of the service process. */
  killService(): Promise<void>
  /** kill -9 of every process of the database that this instance started, then of the service. */
  killEverything(): Promise<void>
  /** Asks the service to end and waits. Resolves with its exit code. */
  stop(): Promise<number | null>
  remove(): void
}

const gone = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()))

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it was gone already
  }
}

/** The postmaster of this instance and its children: by the pid file in its own home, never by name. */
const databasePids = (dataDir: string): number[] => {
  const file = join(dataDir, 'postgres', 'data', 'postmaster.pid')
  if (!existsSync(file)) return []
  const postmaster = Number(readFileSync(file, 'utf8').split('\n')[0])
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) === postmaster
      } catch {
        return false
      }
    })
  return [postmaster, ...children.map(Number)]
}

/** Makes an instance. The first start is always the program's own (it seeds); later ones run `script`. */
export const newInstance = (script: string, args: readonly string[]): Instance => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiqing-crash-'))
  const dataDir = join(folder, 'data')
  const env = { ...process.env, DATA_DIR: dataDir, PORT: '0', DEMO: '1', DATABASE_URL: '', SMTP_URL: '' }
  let child: ChildProcess | undefined
  const start = async (): Promise<string> => {
    const command = existsSync(dataDir) ? [script, ...args] : [program, 'start']
    const started = spawn(process.execPath, command, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    child = started
    let said = ''
    started.stderr.on('data', (bytes) => {
      said += bytes
    })
    const address = await new Promise<string>((resolve, reject) => {
      started.stdout.on('data', (bytes) => {
        said += bytes
        const found = /(http:\/\/127\.0\.0\.1:\d+)\/api\/v1 /.exec(said)?.[1]
        if (found) resolve(found)
      })
      started.once('exit', (code) => reject(new Error(`start ended with ${code}:\n${said}`)))
    })
    for (let i = 0; i < 600; i++) {
      const ready = await fetch(`${address}/health/ready`).catch(() => undefined)
      if (ready?.ok) return address
      await sleep(50)
    }
    throw new Error(`not ready:\n${said}`)
  }
  const killService = async (): Promise<void> => {
    if (!child?.pid) return
    kill(child.pid)
    await gone(child)
  }
  return {
    dataDir,
    env,
    start,
    killService,
    killEverything: async () => {
      for (const pid of databasePids(dataDir)) kill(pid)
      await killService()
    },
    stop: async () => {
      child?.kill('SIGTERM')
      if (child) await gone(child)
      return child?.exitCode ?? null
    },
    remove: () => {
      const home = join(dataDir, 'postgres')
      const real = existsSync(home) ? realpathSync(home) : undefined
      rmSync(folder, { recursive: true, force: true })
      if (real) rmSync(real, { recursive: true, force: true })
    },
  }
}
