import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Figure, median, timed } from './figure.js'
import { residentMb } from './resident.js'
import { untilReady, withService } from './running.js'

/** The demo's letters are printed first, and the press then rests. */
const settling = 45_000
const oneByOne = 200
const together = 8
const each = 100

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

/** The slowest of a hundred short answers, but for the one slowest of all, while the press works through what came before. */
const whilePrinting = async (address: string): Promise<number> => {
  const waits: number[] = []
  for (let asked = 0; asked < 100; asked++) {
    waits.push(await timed(async () => (await fetch(`${address}/health/live`)).arrayBuffer()))
    await sleep(10)
  }
  return waits.toSorted((a, b) => a - b).at(-2) ?? Number.NaN
}

/** A service on a new folder: how soon it can be used, and what it takes when nothing is left to do. */
const measureFresh = async (address: string, pid: number, begun: number): Promise<readonly Figure[]> => {
  await untilReady(address)
  const ready = (performance.now() - begun) / 1000
  await sleep(settling)
  return [
    {
      name: 'service.ready',
      zh: '新数据文件夹从启动到可用（含建库、演示数据）',
      value: ready,
      unit: 's',
      bar: { most: 120 },
    },
    { name: 'service.idle', zh: '空闲时服务进程的内存', value: residentMb(pid), unit: 'MB', bar: { most: 300 } },
  ]
}

/** The same started again, with no letter left to print: the first one, then a crowd. */
const measureBusy = async (address: string, dataDir: string, pid: number): Promise<readonly Figure[]> => {
  await untilReady(address)
  const caller = await signIn(address, dataDir)
  const first = await timed(async () => caller.letter(((await caller.receive()) as { id: string }).id))
  const alone: number[] = []
  for (let i = 0; i < oneByOne; i++) alone.push(await timed(() => caller.receive()))
  const crowd = await timed(() =>
    Promise.all(
      Array.from({ length: together }, async () => {
        for (let i = 0; i < each; i++) await caller.receive()
      }),
    ),
  )
  const printing = await whilePrinting(address)
  const { id } = (await caller.receive()) as { id: string }
  await caller.register(id)
  await caller.letter(id)
  return [
    {
      name: 'service.firstLetter',
      zh: '启动后的第一份文书：从递交申请到取得回执的 PDF（HTTP）',
      value: first,
      unit: 'ms',
      bar: { most: 1000 },
    },
    { name: 'service.afterLetter', zh: '连续收到一千件、正在印回执时', value: residentMb(pid), unit: 'MB' },
    {
      name: 'service.whilePrinting',
      zh: '同时问一百次，除一次以外最慢的应答',
      value: printing,
      unit: 'ms',
    },
    { name: 'service.command', zh: '收到一件申请，一次一件（HTTP 往返，含落盘）', value: median(alone), unit: 'ms' },
    { name: 'service.commands', zh: '同上，八路同时', value: (together * each * 1000) / crowd, unit: '/s' },
  ]
}

/** The whole service as `start` runs it, on a data folder of its own, over HTTP on loopback; then the same started again. */
export const measureService = async (): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiqing-bench-'))
  const dataDir = join(folder, 'data')
  let home: string | undefined
  try {
    const fresh = await withService(dataDir, (address, pid, begun) => {
      home = realpathSync(join(dataDir, 'postgres'))
      return measureFresh(address, pid, begun)
    })
    return [...fresh, ...(await withService(dataDir, (address, pid) => measureBusy(address, dataDir, pid)))]
  } finally {
    for (const used of [folder, home]) if (used) rmSync(used, { recursive: true, force: true })
  }
}
