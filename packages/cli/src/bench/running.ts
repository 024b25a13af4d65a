import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../bin/zhiqing.mjs', import.meta.url))

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (bytes) => {
      said += bytes
      const found = /(http:\/\/127\.0\.0\.1:\d+)\/api\/v1 /.exec(said)?.[1]
      if (found) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`start ended with ${code}: ${said}`)))
  })

export const untilReady = async (address: string): Promise<void> => {
  while (!(await fetch(`${address}/health/ready`).catch(() => undefined))?.ok) await sleep(50)
}

/** Starts the service on a data folder, does the work, and stops it. */
export const withService = async <T>(
  dataDir: string,
  work: (address: string, pid: number, begun: number) => Promise<T>,
): Promise<T> => {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: '0', DEMO: '1', DATABASE_URL: '', SMTP_URL: '' }
  const begun = performance.now()
  const child = spawn(process.execPath, [program, 'start'], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    return await work(await addressOf(child), child.pid as number, begun)
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}
