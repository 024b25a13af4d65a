import { createInterface } from 'node:readline'
import { addDays, type Calendar, CalendarUnknown, type Day, day, isDay, weekday } from '@zhiqing/law'
import { shippedCalendar } from '../calendar.js'
import type { CliCommand } from '../command.js'
import { printLine, readArgs, UsageError } from '../usage.js'

const help = `用法：
  zhiqing calendar add --from 日期 --days 工作日数 [--json]   从次日起数第 N 个工作日
  zhiqing calendar add --batch                               从标准输入逐行读 {"start","workingDays"}
  zhiqing calendar days --from 日期 --to 日期                 逐日列出（JSON Lines）
  zhiqing calendar import 文件                                导入放假安排（格式同 cn-YYYY.json）

状态：official 有放假安排；provisional 暂定，以国务院办公厅公布的放假安排为准。`

const weekdays = '一二三四五六日'

interface DueRow {
  readonly start: string
  readonly workingDays: number
  readonly due: Day
  readonly status: 'official' | 'provisional'
}

const dueRow = (calendar: Calendar, start: unknown, workingDays: unknown): DueRow => {
  if (typeof start !== 'string' || !isDay(start))
    throw new RangeError(`起算日期不存在：${JSON.stringify(start)}，应为 YYYY-MM-DD`)
  if (typeof workingDays !== 'number' || !Number.isInteger(workingDays) || workingDays < 1) {
    throw new RangeError(`工作日数应为正整数：${JSON.stringify(workingDays)}`)
  }
  const { due, provisional } = calendar.addWorkingDays(start, workingDays)
  return { start, workingDays, due, status: provisional ? 'provisional' : 'official' }
}

const one = (from: string | undefined, days: string | undefined, json: boolean): number => {
  if (!from || !days) throw new UsageError('请给出 --from 和 --days')
  try {
    const row = dueRow(shippedCalendar(), from, Number(days))
    if (json) printLine(row)
    else
      console.log(
        `${row.due}（周${weekdays[weekday(row.due) - 1]}）${row.status === 'provisional' ? ' 暂定，以国务院办公厅公布的放假安排为准' : ''}`,
      )
    return 0
  } catch (error) {
    if (error instanceof CalendarUnknown) {
      console.error(error.message)
      return 1
    }
    if (error instanceof RangeError) throw new UsageError(error.message)
    throw error
  }
}

const batchRow = (calendar: Calendar, text: string, line: number): object => {
  try {
    const asked: unknown = JSON.parse(text)
    const { start, workingDays } = (asked ?? {}) as Record<string, unknown>
    return dueRow(calendar, start, workingDays)
  } catch (error) {
    return { line, error: error instanceof SyntaxError ? '不是 JSON' : (error as Error).message }
  }
}

const batch = async (): Promise<number> => {
  const calendar = shippedCalendar()
  let line = 0
  let bad = 0
  for await (const text of createInterface({ input: process.stdin })) {
    line += 1
    if (!text.trim()) continue
    const row = batchRow(calendar, text, line)
    if ('error' in row) bad += 1
    printLine(row)
  }
  return bad > 0 ? 1 : 0
}

const days = (from: string | undefined, to: string | undefined): number => {
  if (!from || !to || !isDay(from) || !isDay(to)) throw new UsageError('请给出存在的 --from 和 --to 日期')
  const calendar = shippedCalendar()
  try {
    for (let on = day(from); on <= to; on = addDays(on, 1)) printLine(calendar.look(on))
    return 0
  } catch (error) {
    if (!(error instanceof CalendarUnknown)) throw error
    console.error(error.message)
    return 1
  }
}

/** `zhiqing calendar …` (contract §4). */
export const calendar: CliCommand = {
  help,
  run: async (args) => {
    const { values, positionals } = readArgs(args, {
      from: { type: 'string' },
      to: { type: 'string' },
      days: { type: 'string' },
      batch: { type: 'boolean' },
      json: { type: 'boolean' },
    })
    const [act, file] = positionals
    if (act === 'add') return values.batch ? batch() : one(values.from, values.days, values.json === true)
    if (act === 'days') return days(values.from, values.to)
    if (act === 'import' && file) return (await import('./calendar-import.js')).importNotice(file)
    throw new UsageError('请写明 add、days 或者 import 文件')
  },
}
