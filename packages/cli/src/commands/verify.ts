import type { Walked } from '@zhiqing/db'
import type { CliCommand } from '../command.js'
import { withCabinet } from '../service/cabinet.js'
import { printLine, readArgs } from '../usage.js'

const help = `用法：zhiqing verify [--json]

逐件核验台账：散列链、版本连续、由事实重算的案件与存档一致、私密文字的摘要、文书散列、编号连续。
没有问题退出码为 0；发现问题逐条列出，退出码为 1。服务运行时也可以核验。`

const words = ({ cases, facts }: Walked): string => `核验了${cases}个案件、${facts}条事实`

/** How far it is, on a terminal only: a long ledger must not look like a hanging program. */
const showProgress = (walked: Walked): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r已${words(walked)}……\r`)
}

/** `zhiqing verify` (contract §4). */
export const verify: CliCommand = {
  help,
  run: async (args) => {
    const { values } = readArgs(args, { json: { type: 'boolean' } })
    let found = 0
    let walked: Walked = { cases: 0, facts: 0 }
    await withCabinet(async (cabinet) => {
      const tell = (now: Walked): void => {
        walked = now
        showProgress(now)
      }
      for await (const finding of cabinet.verify(tell)) {
        found += 1
        if (values.json) printLine(finding)
        else console.log(finding.zh)
      }
    })
    const told = found === 0 ? `台账完好：${words(walked)}，没有发现问题。` : `${words(walked)}，发现 ${found} 处问题。`
    if (!values.json) console.log(told)
    return found === 0 ? 0 : 1
  },
}
