import { readFileSync } from 'node:fs'
import { play } from '@zhiqing/casework'
import type { CliCommand } from '../command.js'
import { fileWords } from '../reading/file-words.js'
import { readScenarioFile, ScenarioFileFault } from '../reading/scenario-file.js'
import { printLine, readArgs, UsageError } from '../usage.js'

const help = `用法：zhiqing simulate 文件…    （“-”为标准输入）

按 YAML 脚本推演一个案件，逐行输出 JSON：每一步的阶段、状态、期限、文书、提示，最后一行是结局和期限依据。
被拒绝的步骤是推演的一部分，案件保持原样，退出码仍为 0；脚本本身有误时指出行和字段，退出码为 2。`

const read = (file: string): string => {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    throw new UsageError(`读不了 ${file}：${fileWords(error) ?? '不是文本文件'}`)
  }
}

/** `zhiqing simulate` (contract §3): the service's own code on a store in memory. */
export const simulate: CliCommand = {
  help,
  run: async (args) => {
    const { positionals: files } = readArgs(args, {})
    if (files.length === 0) throw new UsageError('请给出脚本文件')
    try {
      const scenarios = files.map((file) => ({ file, scenario: readScenarioFile(read(file), file) }))
      for (const { file, scenario } of scenarios) {
        for await (const line of play(scenario)) printLine(files.length > 1 ? { file, ...line } : line)
      }
      return 0
    } catch (error) {
      if (!(error instanceof ScenarioFileFault)) throw error
      console.error(error.message)
      return 2
    }
  },
}
