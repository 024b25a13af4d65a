import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Figure, median, timed } from './figure.js'

const program = fileURLToPath(new URL('../../bin/zhiqing.mjs', import.meta.url))
/** The demo's letters are printed first, and the press then rests. */
const settling = 45_000
const oneByOne = 200
const together = 8
const each = 100

/** Resident memory of a process in MB; NaN where the system does not tell (Linux only). */
const residentMb = (pid: number): number => {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}

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

const untilReady = async (address: string): Promise<void> => {
  while (!(await fetch(`${address}/health/ready`).catch(() => undefined))?.ok) await sleep(50)
}

/** A caller of the public API, signed in as the registrar of the demo. */
const signIn = async (address: string, dataDir: string) => {
  const { password } = JSON.parse(readFileSync(join(dataDir, 'demo-sign-ins.json'), 'utf8')) as { password: string }
  const post = async (path: string, body: object, headers: Record<string, string>): Promise<unknown> => {
    const answer = await fetch(`${address}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const { token } = (await post('sessions', { name: 'qhzr-registrar', password }, {})) as { token: string }
  let sent = 0
  const headers = () => ({ authorization: `Bearer ${token}`, 'idempotency-key': `bench-request-${++sent}` })
  return {
    receive: () =>
      post(
        'cases',
        {
          channel: 'inPerson',
          applicant: { kind: 'natural', name: '陈量' },
          information: { description: '测速用的申请' },
        },
        headers(),
      ),
    letter: async (id: string): Promise<void> => {
      const path = `${address}/api/v1/cases/${id}/letters/1.pdf`
      for (let tries = 0; tries < 200; tries++) {
        const answer = await fetch(path, { headers: { authorization: `Bearer ${token}` } })
        if (answer.ok) return void (await answer.arrayBuffer())
        await sleep(50)
      }
      throw new Error('the receipt was not printed')
    },
    register: (id: string) => post(`cases/${id}/commands/registerRequest`, {}, headers()),
  }
}

const measureRunning = async (
  address: string,
  dataDir: string,
  pid: number,
  begun: number,
): Promise<readonly Figure[]> => {
  await untilReady(address)
  const ready = (performance.now() - begun) / 1000
  await sleep(settling)
  const idle = residentMb(pid)
  const caller = await signIn(address, dataDir)
  const alone: number[] = []
  for (let i = 0; i < oneByOne; i++) alone.push(await timed(() => caller.receive()))
  const crowd = await timed(() =>
    Promise.all(
      Array.from({ length: together }, async () => {
        for (let i = 0; i < each; i++) await caller.receive()
      }),
    ),
  )
  const { id } = (await caller.receive()) as { id: string }
  await caller.register(id)
  await caller.letter(id)
  return [
    {
      name: 'service.ready',
      zh: '新数据文件夹从启动到可用（含建库、演示数据）',
      value: ready,
      unit: 's',
      bar: { most: 120 },
    },
    { name: 'service.idle', zh: '空闲时服务进程的内存', value: idle, unit: 'MB', bar: { most: 300 } },
    { name: 'service.afterLetter', zh: '连续收到一千件、正在印回执时', value: residentMb(pid), unit: 'MB' },
    { name: 'service.command', zh: '收到一件申请，一次一件（HTTP 往返，含落盘）', value: median(alone), unit: 'ms' },
    { name: 'service.commands', zh: '同上，八路同时', value: (together * each * 1000) / crowd, unit: '/s' },
  ]
}

/** The whole service as `start` runs it, on a data folder of its own, over HTTP on loopback. */
export const measureService = async (): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiqing-bench-'))
  const dataDir = join(folder, 'data')
  const env = { ...process.env, DATA_DIR: dataDir, PORT: '0', DEMO: '1', DATABASE_URL: '', SMTP_URL: '' }
  const begun = performance.now()
  const child = spawn(process.execPath, [program, 'start'], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  let home: string | undefined
  try {
    const address = await addressOf(child)
    home = realpathSync(join(dataDir, 'postgres'))
    return await measureRunning(address, dataDir, child.pid as number, begun)
  } finally {
    child.kill('SIGTERM')
    await ended
    for (const used of [folder, home]) if (used) rmSync(used, { recursive: true, force: true })
  }
}
