import { availableParallelism, cpus } from 'node:os'
import { measureCalendar } from '../bench/calendar.js'
import { type Figure, keepsBar } from '../bench/figure.js'
import { measureLetters } from '../bench/letters.js'
import { measureService } from '../bench/service.js'
import type { CliCommand } from '../command.js'
import { printLine, readArgs, UsageError } from '../usage.js'

const subjects: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  calendar: measureCalendar,
  letters: measureLetters,
  service: measureService,
}

const help = `用法：zhiqing bench [${Object.keys(subjects).join('|')}…] [--json]

在本机量一遍：推算期限、印文书、整套服务。不写名目就全量。
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
    const { values, positionals } = readArgs(args, { json: { type: 'boolean' } })
    const unknown = positionals.filter((name) => !Object.hasOwn(subjects, name))
    if (unknown.length > 0) throw new UsageError(`没有这个名目：${unknown.join('、')}`)
    const asked = positionals.length > 0 ? positionals : Object.keys(subjects)
    if (!values.json)
      console.log(`${cpus()[0]?.model ?? '未知处理器'} × ${availableParallelism()}，Node ${process.version}`)
    let kept = true
    for (const name of asked) {
      for (const figure of (await subjects[name]?.()) ?? []) {
        kept &&= keepsBar(figure)
        if (values.json) printLine(figure)
        else show(figure)
      }
    }
    return kept ? 0 : 1
  },
}
