import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { asRole, copyCases, holdDataDir, loadKeys, openCabinet, startEmbedded } from '@zhiqing/db'
import { notices } from '@zhiqing/law'
import { projectYear } from '@zhiqing/projection'
import { today } from '../world.js'
import { measureInBrowser } from './desk-browser.js'
import { callerOf } from './desk-caller.js'
import { type Desks, type Wait, waitsOf } from './desk-waits.js'
import { type Figure, timed } from './figure.js'
import { say } from './progress.js'
import { untilReady, withService } from './running.js'

/** As the house is held to. */
export const wholeDesk = 100_000
const [years, seed] = [6, 7]
/** The demo's own letters are printed first, and the press then rests. */
const settling = 45_000
/** Before the first that counts: plans are made, rows are read from the disk. */
const warm = 3

/** Nineteen of twenty samples are as quick or quicker. */
const p95 = (samples: readonly number[]): number =>
  samples.toSorted((a, b) => a - b)[Math.ceil(samples.length * 0.95) - 1] ?? Number.NaN

/** The cases of the demo, lived again until there are so many: on the data folder of a service that has stopped. */
const fill = async (dataDir: string, cases: number): Promise<number> => {
  const hold = await holdDataDir(dataDir)
  const server = await startEmbedded({ dataDir })
  try {
    const [ownerUrl, keys] = [server.url('zhiqing'), await loadKeys(dataDir)]
    const cabinet = await openCabinet({ url: asRole(ownerUrl), keys, project: projectYear, notices })
    const tell = (made: number) => say(`已生成${made}件，共${cases}件……`)
    const took = await timed(() =>
      copyCases({ cases, years, seed, today: today(), ownerUrl, cabinet, keys, tell }).finally(() => cabinet.close()),
    )
    return took / 1000
  } finally {
    say('')
    await server.stop()
    await hold.release()
  }
}

const deskNames: Readonly<Record<keyof Desks, string>> = {
  officer: 'qhzr-officer',
  registrar: 'qhzr-registrar',
  head: 'qhzr-office-head',
  supervisor: 'qhzf-supervisor',
}

const desksAt = async (address: string, dataDir: string): Promise<Desks> => {
  const desks = Object.entries(deskNames).map(
    async ([desk, name]) => [desk, await callerOf(address, dataDir, name)] as const,
  )
  return Object.fromEntries(await Promise.all(desks)) as unknown as Desks
}

const figureOf = async ({ name, zh, most, times, work }: Wait): Promise<Figure> => {
  const samples: number[] = []
  for (let n = 0; n < times; n++) {
    const took = await timed(() => work(n))
    if (n >= warm) samples.push(took)
  }
  return { name, zh, value: p95(samples), unit: 'ms', bar: { most } }
}

const measure = async (address: string, dataDir: string): Promise<readonly Figure[]> => {
  await untilReady(address)
  await sleep(settling)
  const figures: Figure[] = []
  const desks = await desksAt(address, dataDir)
  for (const wait of await waitsOf(desks)) {
    say(wait.zh)
    figures.push(await figureOf(wait))
  }
  say('')
  const { cases } = await desks.officer.get<{ cases: readonly { readonly id: string }[] }>('/cases?mine=true')
  const ids = cases.map(({ id }) => id)
  return [...figures, ...(await measureInBrowser({ address, officer: desks.officer, ids }))]
}

/**
 * What the staff wait for at their desks, over HTTP from a service that keeps so many cases of three organs: 95 of 100
 * answers, one after the other.
 */
export const measureDesk = async (cases: number = wholeDesk): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiqing-bench-desk-'))
  const dataDir = join(folder, 'data')
  let home: string | undefined
  try {
    await withService(dataDir, async (address) => {
      await untilReady(address)
      home = realpathSync(join(dataDir, 'postgres'))
    })
    const seconds = await fill(dataDir, cases)
    const generated: Figure = {
      name: 'desk.generated',
      zh: `生成${cases}件（台账、文书、期限）`,
      value: seconds,
      unit: 's',
    }
    return [generated, ...(await withService(dataDir, (address) => measure(address, dataDir)))]
  } finally {
    for (const used of [folder, home]) if (used) rmSync(used, { recursive: true, force: true })
  }
}
