import type { CliCommand } from '../index.js'
import { withCabinet } from '../service/cabinet.js'
import { printLine, readArgs } from '../usage.js'

const help = `用法：zhiqing verify [--json]

逐件核验台账：散列链、版本连续、由事实重算的案件与存档一致、私密文字的摘要、文书散列、编号连续。
没有问题退出码为 0；发现问题逐条列出，退出码为 1。服务运行时也可以核验。`

/** `zhiqing verify` (contract §4). */
export const verify: CliCommand = {
  help,
  run: async (args) => {
    const { values } = readArgs(args, { json: { type: 'boolean' } })
    const found = await withCabinet(async (cabinet) => {
      let count = 0
      for await (const finding of cabinet.verify()) {
        count += 1
        if (values.json) printLine(finding)
        else console.log(finding.zh)
      }
      return count
    })
    if (!values.json) console.log(found === 0 ? '台账完好，没有发现问题。' : `发现 ${found} 处问题。`)
    return found === 0 ? 0 : 1
  },
}
