import type { CabinetKeeper, Finding, Walked } from '@zhiqing/db'
import { foldersWith, openPress } from '@zhiqing/letters'
import type { CliCommand } from '../command.js'
import { readEnvironment } from '../environment.js'
import { withCabinet } from '../service/cabinet.js'
import { type Remade, sealFindings } from '../service/sealed.js'
import { printLine, readArgs } from '../usage.js'

const help = `用法：zhiqing verify [--json]

逐件核验台账：散列链、版本连续、由事实重算的案件与存档一致、私密文字的摘要、文书散列、编号连续。
加盖电子印章的文书另按存档的字段重印一遍，与盖章之前的内容逐字节比对。
没有问题退出码为 0；发现问题逐条列出，退出码为 1。服务运行时也可以核验。`

const words = ({ cases, facts }: Walked): string => `核验了${cases}个案件、${facts}条事实`

/** How far it is, on a terminal only: a long ledger must not look like a hanging program. */
const showProgress = (walked: Walked): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r已${words(walked)}……\r`)
}

/** The sealed letters; what lies under each seal is printed once more. */
async function* sealed(cabinet: CabinetKeeper): AsyncGenerator<Finding, string> {
  const { fonts, templatesDir } = readEnvironment(process.env)
  const press = openPress({ fonts, folders: foldersWith(templatesDir) })
  try {
    return sealWords(yield* sealFindings(cabinet, press))
  } finally {
    await press.close()
  }
}

const sealWords = ({ sealed: all, remade }: Remade): string => {
  if (all === 0) return ''
  const moved = all - remade
  const rest = moved > 0 ? `，另${moved}份的程序、字体或者模板已经换过，只核对了散列` : ''
  return `加盖电子印章的文书${all}份，重印比对了${remade}份${rest}。`
}

/** `zhiqing verify` (contract §4). */
export const verify: CliCommand = {
  help,
  run: async (args) => {
    const { values } = readArgs(args, { json: { type: 'boolean' } })
    let found = 0
    let walked: Walked = { cases: 0, facts: 0 }
    const tell = (finding: Finding): void => {
      found += 1
      if (values.json) printLine(finding)
      else console.log(finding.zh)
    }
    const seals = await withCabinet(async (cabinet) => {
      const progress = (now: Walked): void => {
        walked = now
        showProgress(now)
      }
      for await (const finding of cabinet.verify(progress)) tell(finding)
      const rest = sealed(cabinet)
      let next = await rest.next()
      for (; !next.done; next = await rest.next()) tell(next.value)
      return next.value
    })
    const told = found === 0 ? `台账完好：${words(walked)}，没有发现问题。` : `${words(walked)}，发现 ${found} 处问题。`
    if (!values.json) console.log(`${told}${seals}`)
    return found === 0 ? 0 : 1
  },
}
