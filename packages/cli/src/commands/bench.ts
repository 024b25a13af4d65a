import { availableParallelism, cpus } from 'node:os'
import { measureCalendar } from '../bench/calendar.js'
import { measureDesk, wholeDesk } from '../bench/desk.js'
import { type Figure, keepsBar } from '../bench/figure.js'
import { measureLetters } from '../bench/letters.js'
import { measureReport, wholeRegion } from '../bench/report.js'
import { measureService } from '../bench/service.js'
import type { CliCommand } from '../command.js'
import { printLine, readArgs, UsageError } from '../usage.js'

type Measure = (size: { readonly cases?: string; readonly organs?: string }) => Promise<readonly Figure[]>

const countOf = (text: string | undefined, usual: number): number => {
  if (text === undefined) return usual
  if (!/^[1-9]\d{0,7}$/.test(text)) throw new UsageError(`“${text}”不是个数`)
  return Number(text)
}

/** The yearly report on so many cases; a million where nothing is said. */
const measureYears: Measure = ({ cases, organs }) =>
  measureReport({
    ...wholeRegion,
    cases: countOf(cases, wholeRegion.cases),
    organs: countOf(organs, wholeRegion.organs),
  })

const subjects: Readonly<Record<string, Measure>> = {
  calendar: measureCalendar,
  letters: measureLetters,
  service: measureService,
  report: measureYears,
  desk: ({ cases }) => measureDesk(countOf(cases, wholeDesk)),
}

const help = `用法：zhiqing bench [${Object.keys(subjects).join('|')}…] [--cases 件数] [--organs 机关数] [--json]

在本机量一遍：推算期限、印文书、整套服务、年度报告和统计、工作人员的桌面。不写名目就全量。
年度报告在自己的数据库上生成十年的案件再量：一百万件、300个机关，--cases 和 --organs 可以改小。
桌面（desk）另建一套服务，生成十万件再量案件页、列表、检索、登记、统计，每项取百分之九十五的应答；--cases 可以改小。
有标准的数字没有达到标准，退出码为 1。`

const rounded = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))

const show = (figure: Figure): void => {
  const { zh, value, unit, bar } = figure
  const wanted = bar
    ? `（标准：${'most' in bar ? `≤ ${bar.most}` : `≥ ${bar.least}`}${keepsBar(figure) ? '' : '，未达到'}）`
    : ''
  console.log(`${rounded(value).padStart(8)} ${unit.padEnd(3)} ${zh}${wanted}`)
}

/** `zhiqing bench` (contract §4): figures of this machine, as a table or as JSON Lines. */
export const bench: CliCommand = {
  help,
  run: async (args) => {
    const { values, positionals } = readArgs(args, {
      json: { type: 'boolean' },
      cases: { type: 'string' },
      organs: { type: 'string' },
    })
    const unknown = positionals.filter((name) => !Object.hasOwn(subjects, name))
    if (unknown.length > 0) throw new UsageError(`没有这个名目：${unknown.join('、')}`)
    const asked = positionals.length > 0 ? positionals : Object.keys(subjects)
    if (!values.json)
      console.log(`${cpus()[0]?.model ?? '未知处理器'} × ${availableParallelism()}，Node ${process.version}`)
    let kept = true
    for (const name of asked) {
      for (const figure of (await subjects[name]?.(values)) ?? []) {
        kept &&= keepsBar(figure)
        if (values.json) printLine(figure)
        else show(figure)
      }
    }
    return kept ? 0 : 1
  },
}
