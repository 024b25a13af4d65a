import { basename } from 'node:path'
import { homePath } from '@zhiqing/db'
import { defaultSettings, fixedReadings, settingNotes } from '@zhiqing/law'
import type { CliCommand } from '../command.js'
import { type Described, describeEnvironment, type Environment, readEnvironment } from '../environment.js'
import { elsewhere } from '../service/home.js'
import { printLine, readArgs } from '../usage.js'
import { roleWarning } from './config-roles.js'

const help = `用法：zhiqing config [--json]

列出每项环境变量的取值和来源（密钥不显示），法律没有写死、由机关选定的各项设置及其依据，以及不由机关设定的固定读法。
设了 DATABASE_URL 时，还核对服务的数据库用户能否改动台账；能的，给出提醒。`

const readings = Object.entries(settingNotes).map(([name, { rule, zh }]) => ({
  name,
  value: defaultSettings[name as keyof typeof defaultSettings],
  from: '默认',
  rule,
  zh,
}))

const fixed = fixedReadings.map(({ rule, zh, reading }) => ({
  name: rule,
  value: reading,
  from: '固定读法',
  rule,
  zh,
}))

/** Where the embedded database's files are, when that is not in DATA_DIR itself. */
const filesElsewhere = async ({ databaseUrl, dataDir }: Environment): Promise<Described[]> => {
  const home = databaseUrl ? null : await homePath(dataDir)
  if (home === null || basename(home) === 'postgres') return []
  return [{ name: '（数据库文件）', value: home, from: '由 DATA_DIR 定', zh: elsewhere }]
}

const show = (environment: readonly Described[]): void => {
  for (const { name, value, from, zh } of environment)
    console.log(`${name.padEnd(19)} ${value}（${from}）\n${' '.repeat(20)}${zh}`)
  console.log('\n机关的设置（按机关、按日期分别设定；以下为默认）')
  for (const { name, value, rule, zh } of readings)
    console.log(`${name.padEnd(30)}${JSON.stringify(value)}  〔${rule}〕${zh}`)
  console.log('\n固定读法（法律没有写明，也不由机关设定）')
  for (const { rule, zh, value } of fixed) console.log(`〔${rule}〕${zh}：${value}`)
}

/** `zhiqing config` (contract §6): each setting, its value, where it came from, its rule. The server is asked last. */
export const config: CliCommand = {
  help,
  run: async (args) => {
    const { values } = readArgs(args, { json: { type: 'boolean' } })
    const environment = readEnvironment(process.env)
    const described = [...describeEnvironment(process.env), ...(await filesElsewhere(environment))]
    if (values.json) for (const row of [...described, ...readings, ...fixed]) printLine(row)
    else show(described)
    const warning = await roleWarning(environment)
    if (!warning) return 0
    if (values.json) printLine(warning)
    else console.log(`\n注意：${warning.zh}`)
    return 0
  },
}
