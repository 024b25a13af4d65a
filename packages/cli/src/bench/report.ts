import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPicture } from '@zhiqing/casework'
import {
  asRole,
  type CabinetKeeper,
  ensureDatabase,
  holdDataDir,
  keysFrom,
  layDownCases,
  migrate,
  openCabinet,
  plainClient,
  plainCount,
  startEmbedded,
} from '@zhiqing/db'
import { addDays, type Day, day, notices, type Organ } from '@zhiqing/law'
import { projectYear } from '@zhiqing/projection'
import { type Figure, median, timed } from './figure.js'
import { say } from './progress.js'
import { bookOf, type CaseOrder, manyCases } from './report-cases.js'
import { typicalCase } from './typical-case.js'

const times = 7

/** What `bench report` may be told: how many cases of how many organs over how many years. */
export interface ReportSize {
  readonly cases: number
  readonly organs: number
  readonly years: number
}

/** As the house is held to: one million cases over ten years, 300 organs. */
export const wholeRegion: ReportSize = { cases: 1_000_000, organs: 300, years: 10 }

const organOf = (code: string): Organ => ({
  ...{ name: `测速县${code}局`, type: 'countyDepartment', prefix: code, code, department: '办公室' },
  ...{ address: '', postcode: '000000', telephone: '', hours: '', government: '测速县人民政府' },
  ...{ higherGovernment: '测速市人民政府', higherDepartment: '测速市局', reconsiderationOrgan: null },
  ...{ court: null, reviewOnlineUrl: null, portalUrl: null, channels: {} },
})

interface Measured {
  readonly today: Day
  readonly url: string
  readonly cabinet: CabinetKeeper
  readonly order: CaseOrder
  readonly year: number
}

/** Every figure of every organ beside the count kept with the generator; a difference is a defect, not a figure. */
const compare = async ({ cabinet, order, year }: Measured): Promise<void> => {
  const told = new Map<string, number>()
  for (const { organ, kind, from, to, count } of await cabinet.reports.yearCounts(order.organs, year))
    for (const line of [from, to]) {
      const key = `${organ} ${line} ${kind}`
      told.set(key, (told.get(key) ?? 0) + count)
    }
  const book = bookOf(manyCases(order), year)
  const differs = [...new Set([...book.keys(), ...told.keys()])].filter((key) => book.get(key) !== told.get(key))
  if (differs.length > 0)
    throw new Error(`the tables differ from the count kept beside: ${differs.slice(0, 5).join('; ')}`)
}

const middle = async (work: () => Promise<unknown>): Promise<number> => {
  await work()
  const samples: number[] = []
  for (let i = 0; i < times; i++) samples.push(await timed(work))
  return median(samples)
}

const measure = async (measured: Measured): Promise<readonly Figure[]> => {
  const { cabinet, order, year, url, today } = measured
  const [organ = ''] = order.organs
  const report = (organs: readonly string[]) => () => cabinet.reports.yearReport({ organ, organs, year })
  const dashboard = (organs: readonly string[]) => async () => {
    const open = await cabinet.reports.unfinished(organs)
    await cabinet.reports.finishedIn(organs, { from: `${year}-01-01` as Day, until: today })
    await cabinet.reports.receivedIn(organs, { from: `${year}-01-01` as Day, until: today })
    return openPicture(open, { today, soon: today })
  }
  const hot = (organs: readonly string[]) => () => cabinet.reports.hotRequests(organs, addDays(today, -364), 3)
  if ((await hot(order.organs)()).length === 0) throw new Error('nothing is asked for by many: nothing was measured')
  const client = await plainClient(url)
  const one = await middle(report([organ]))
  const all = await middle(report(order.organs))
  const plainOne = await middle(() => plainCount(client, [organ], year))
  const plainAll = await middle(() => plainCount(client, order.organs, year))
  await client.end()
  const [look, lookAll] = [await middle(dashboard([organ])), await middle(dashboard(order.organs))]
  const [hotOne, hotAll] = [await middle(hot([organ])), await middle(hot(order.organs))]
  const zh = `${order.cases}件、${order.organs.length}个机关`
  return [
    { name: 'report.organ', zh: `一个机关一年的全部表格（${zh}）`, value: one, unit: 'ms', bar: { most: 300 } },
    { name: 'report.region', zh: '全部机关汇总', value: all / 1000, unit: 's', bar: { most: 3 } },
    { name: 'report.region.plain', zh: '只数同样的行（最简单的 SQL）', value: plainAll, unit: 'ms' },
    { name: 'report.region.ratio', zh: '汇总是它的几倍', value: all / plainAll, unit: '×', bar: { most: 2 } },
    { name: 'report.organ.plain', zh: '一个机关只数同样的行', value: plainOne, unit: 'ms' },
    { name: 'report.dashboard', zh: '一个机关的运行统计', value: look, unit: 'ms', bar: { most: 300 } },
    { name: 'report.dashboard.region', zh: '全部机关的运行统计', value: lookAll, unit: 'ms', bar: { most: 300 } },
    { name: 'report.hot', zh: '一个机关许多人要的信息', value: hotOne, unit: 'ms', bar: { most: 300 } },
    { name: 'report.hot.region', zh: '全部机关许多人要的信息', value: hotAll, unit: 'ms' },
  ]
}

/** A year's tables of one organ and of all, on a database of its own; the shares of real reports, always the same cases. */
export const measureReport = async (size: ReportSize = wholeRegion): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiqing-bench-report-'))
  const dataDir = join(folder, 'data')
  const hold = await holdDataDir(dataDir)
  const server = await startEmbedded({ dataDir })
  try {
    await ensureDatabase(server.url('postgres'), 'zhiqing')
    const url = server.url('zhiqing')
    await migrate(url)
    const codes = Array.from({ length: size.organs }, (_, i) => `T${String(i + 1).padStart(3, '0')}`)
    const order = { cases: size.cases, organs: codes, firstYear: 2022, years: size.years, seed: 7 }
    const organs = new Map(codes.map((code) => [code, organOf(code)]))
    const tell = (made: number) => say(`已生成${made}件，共${size.cases}件……`)
    // Opened first, on no cases: what it finds later it takes for its own.
    const cabinet = await openCabinet({
      url: asRole(url),
      keys: keysFrom(Buffer.alloc(32, 7)),
      project: projectYear,
      notices,
    })
    try {
      const like = await typicalCase()
      const year = order.firstYear + Math.floor(size.years / 2)
      const today = day(`${year}-06-30`)
      const worded = { from: addDays(today, -364), until: today }
      const took = await timed(() => layDownCases(manyCases(order), { ownerUrl: url, organs, like, worded, tell }))
      say('')
      const measured = { url, cabinet, order, year, today }
      await compare(measured)
      const figures = await measure(measured)
      return [{ name: 'report.generated', zh: '生成并建立索引', value: took / 1000, unit: 's' }, ...figures]
    } finally {
      await cabinet.close()
    }
  } finally {
    await server.stop()
    await hold.release()
    for (const path of [server.home, folder]) rmSync(path, { recursive: true, force: true })
  }
}
