import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readEntries } from '@zhiqing/casework'
import type { CabinetKeeper, Prepared } from '@zhiqing/db'
import { checkReport, identitiesOf, type ReportEntries } from '@zhiqing/law'
import { openFonts, reportFile, reportForms } from '@zhiqing/letters'
import { readEnvironment } from '../environment.js'
import { OperatorFault } from '../operator-fault.js'
import { fileWords } from '../reading/file-words.js'
import { readFrom } from '../reading/read-from.js'
import { readYaml } from '../reading/yaml-words.js'
import { withCabinet } from '../service/cabinet.js'
import { printLine, UsageError } from '../usage.js'
import { today } from '../world.js'

/** What `report build` was asked for. */
export interface BuildOrder {
  readonly year: number
  readonly organ: string | undefined
  readonly withSupervised: boolean
  readonly out: string
  readonly entries: string | undefined
  readonly json: boolean
}

/** The year of a report is over when it is written, or running when its draft is looked at. */
export const yearOf = (text: string | undefined): number => {
  if (!text || !/^\d{4}$/.test(text)) throw new UsageError('请用 --year 写明年份，例如 --year 2026')
  return Number(text)
}

const entriesFrom = (file: string | undefined): ReportEntries | undefined => {
  if (!file) return undefined
  const read = readEntries(readFrom(file, readYaml))
  if ('faults' in read) throw new UsageError(read.faults.map(({ path, zh }) => `${path || '文件'}：${zh}`).join('\n'))
  return read.entries
}

/** The only organ there is, or the one that was named; with it, those it supervises. */
const organsFor = async (cabinet: CabinetKeeper, { organ: named, withSupervised }: BuildOrder) => {
  const all = (await cabinet.organs(today())).map(({ id }) => id)
  const organ = named ?? (all.length === 1 ? all[0] : undefined)
  if (!organ) throw new UsageError(`本实例有${all.length}个机关，请用 --organ 写明一个：${all.join('、')}`)
  if (!all.includes(organ)) throw new OperatorFault(`没有机关“${organ}”；有：${all.join('、')}`)
  return { organ, organs: withSupervised ? [organ, ...(await cabinet.supervised(organ))] : [organ] }
}

const writeAll = async ({ report }: Prepared, out: string): Promise<string[]> => {
  const fonts = () => openFonts(readEnvironment(process.env).fonts)
  try {
    await mkdir(out, { recursive: true })
    const files = []
    for (const form of reportForms) {
      const file = join(out, `${report.year}.${form}`)
      await writeFile(file, await reportFile(report, form, { fonts, on: today() }))
      files.push(file)
    }
    return files
  } catch (error) {
    const words = fileWords(error)
    if (!words) throw error
    throw new OperatorFault(`写不了 ${out}：${words}`)
  }
}

const say = ({ report, moved, doubles }: Prepared, files: readonly string[]): void => {
  const broken = identitiesOf(report).filter(({ holds }) => !holds)
  console.log(`${report.title}（${report.edition === 0 ? '草稿' : `第${report.edition}版`}）`)
  for (const file of files) console.log(`  ${file}`)
  console.log(broken.length === 0 ? '勾稽关系全部相符。' : broken.map(({ zh }) => `不符：${zh}`).join('\n'))
  if (moved.length > 0) console.log(`打开草稿（已经公布的，为公布）以后有${moved.length}件案件的归属有变动。`)
  if (doubles.length > 0) console.log(`有${doubles.length}条记录说的是同一件诉讼或者复议，已按一件计算。`)
  if (!report.previous) console.log('没有上年公布的报告，没有核对上年结转。')
}

/** `zhiqing report build`: the tables from the ledgers and the words from the draft, in every form. Exit 1 on an error found. */
export const buildReport = (order: BuildOrder): Promise<number> => {
  const entries = entriesFrom(order.entries)
  return withCabinet(async (cabinet) => {
    const { year, out, json } = order
    const prepared = await cabinet.reports
      .yearReport({ ...(await organsFor(cabinet, order)), year, entries })
      .catch((error: unknown) => {
        if (error instanceof RangeError) throw new OperatorFault(error.message)
        throw error
      })
    const files = await writeAll(prepared, out)
    const findings = checkReport(prepared.report)
    if (json) printLine({ files, findings, moved: prepared.moved, doubles: prepared.doubles })
    else {
      say(prepared, files)
      for (const { zh } of findings) console.log(zh)
    }
    return findings.some(({ level }) => level === 'error') ? 1 : 0
  })
}
