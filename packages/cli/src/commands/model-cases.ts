import { writeFile } from 'node:fs/promises'
import { modelCsv } from '@zhiqing/api'
import { summaryWords } from '@zhiqing/casework'
import type { CliCommand } from '../command.js'
import { OperatorFault } from '../operator-fault.js'
import { fileWords } from '../reading/file-words.js'
import { withCabinet } from '../service/cabinet.js'
import { printLine, readArgs, UsageError } from '../usage.js'
import { today } from '../world.js'

const help = `用法：zhiqing model-cases [--organ 机关代码] [--out 文件.csv] [--json]

列出已经审核的典型案例：由字段生成的摘要，推荐人改写并确认过的案情和典型意义；不显示是哪一个案件。
  --organ  只列一个机关的；不写的列全部
  --out    写成 CSV 文件（带 BOM，公式字符已经处理）
  --json   每个一行 JSON`

/** `zhiqing model-cases`: what was approved, for training and for whoever evaluates. */
export const modelCases: CliCommand = {
  help,
  run: async (args) => {
    const { values, positionals } = readArgs(args, {
      organ: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean' },
    })
    if (positionals.length > 0) throw new UsageError(`不认识“${positionals[0]}”`)
    const { organ, out, json } = values
    return withCabinet(async (cabinet) => {
      const all = (await cabinet.organs(today())).map(({ id }) => id)
      if (organ && !all.includes(organ)) throw new OperatorFault(`没有机关“${organ}”；有：${all.join('、')}`)
      const kept = await cabinet.reports.modelCases(organ ? [organ] : all)
      const approved = kept.filter(({ approvedOn }) => approvedOn !== null)
      if (out)
        await writeFile(out, modelCsv(approved)).catch((error: unknown) => {
          const words = fileWords(error)
          throw words ? new OperatorFault(`写不了 ${out}：${words}`) : error
        })
      for (const one of approved) {
        const { story, point, approvedOn, summary } = one
        const told = { organ: one.organ, summary, zh: summaryWords(summary), story, point, approvedOn }
        if (json) printLine(told)
        else if (!out) console.log([`${one.organ} ${told.zh}`, story, point].filter(Boolean).join('\n  '))
      }
      if (!json) console.log(`${out ? `${out}：` : ''}已经审核的典型案例${approved.length}个。`)
      return 0
    })
  },
}
