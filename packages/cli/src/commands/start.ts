import type { CabinetOptions } from '@zhiqing/db'
import { roleNames } from '@zhiqing/law'
import { fontReport } from '@zhiqing/letters'
import { type Environment, readEnvironment } from '../environment.js'
import type { CliCommand } from '../index.js'
import { cabinetOf } from '../service/cabinet.js'
import { type Database, openDatabase } from '../service/database.js'
import { type DemoSignIns, demoSignIns } from '../service/demo.js'
import { type Service, startService } from '../service/service.js'
import { readArgs } from '../usage.js'

const help = `用法：zhiqing start

启动整套服务：数据库（没有 DATABASE_URL 就用自带的）、迁移、申请页面、接口、后台任务。
各项设置见 zhiqing config。Ctrl-C 停下全部。`

const say = (line: string): void => console.log(line)

const announceDemo = ({ password, people }: DemoSignIns): void => {
  say(`\n演示：虚构的青禾县。工作人员经接口登录（POST /api/v1/sessions），密码都是 ${password}`)
  for (const { name, displayName, organ, roles } of people) {
    say(
      `  ${name.padEnd(20)} ${displayName}  ${organ ?? ''} ${roles.map((role) => roleNames[role as keyof typeof roleNames]).join('、')}`,
    )
  }
}

const announce = ({ address, metricsAddress }: Service, environment: Environment): void => {
  const fangsong = fontReport(environment.fonts).find(({ role }) => role === 'fangsong')
  say(`\n知情已启动：
  申请和查询    ${address}/
  接口          ${address}/api/v1   说明 ${address}/api/v1/openapi.json
  状态          ${address}/health/ready${metricsAddress ? `\n  指标          ${metricsAddress}/metrics` : ''}
  数据          ${environment.dataDir}
  邮件          ${environment.smtpUrl ? '邮件服务器' : `${environment.dataDir}/mail`}
  仿宋          ${fangsong?.path}（${fangsong?.from}）`)
}

/** Resolves when somebody asks the service to end. */
const asked = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(signal))
  })

const serve = async (
  database: Database,
  environment: Environment,
  ending: Promise<unknown>,
  more: Partial<CabinetOptions>,
): Promise<void> => {
  const cabinet = await cabinetOf(database, environment, more)
  const signIns = await demoSignIns(cabinet, environment.dataDir, environment.demo)
  const service = await startService(cabinet, environment)
  announce(service, environment)
  if (signIns) announceDemo(signIns)
  say('\nCtrl-C 停止。')
  await ending
  say('\n正在停止……')
  await service.stop()
}

/** Runs the whole service until it is asked to end; `more` is for the test that plants a defect in the cabinet. */
export const runService = async (env: NodeJS.ProcessEnv, more: Partial<CabinetOptions> = {}): Promise<number> => {
  const environment = readEnvironment(env)
  const ending = asked()
  const database = await openDatabase(environment, say)
  try {
    await serve(database, environment, ending, more)
  } finally {
    await database.close()
  }
  say('已全部停止。')
  return 0
}

/** `zhiqing start` (contract §4, §7). */
export const start: CliCommand = {
  help,
  run: async (args) => {
    readArgs(args, {})
    return runService(process.env)
  },
}
