import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { CabinetKeeper, CabinetOptions } from '@zhiqing/db'
import { roleNames } from '@zhiqing/law'
import { FontError, fontReport } from '@zhiqing/letters'
import type { CliCommand } from '../command.js'
import { type Environment, readEnvironment } from '../environment.js'
import { OperatorFault } from '../operator-fault.js'
import { cabinetOf } from '../service/cabinet.js'
import { type Database, openDatabase } from '../service/database.js'
import { type DemoSignIns, demoSignIns, isDemo, markDemo } from '../service/demo.js'
import { fangsongWords } from '../service/fangsong.js'
import { forOperator } from '../service/for-operator.js'
import { elsewhere } from '../service/home.js'
import { checkPorts } from '../service/ports.js'
import { requireRealSeal, sealWords } from '../service/seal.js'
import { type Service, startService } from '../service/service.js'
import { requireSoundTemplates } from '../service/templates.js'
import { readArgs } from '../usage.js'

const help = `用法：zhiqing start

启动整套服务：数据库（没有 DATABASE_URL 就用自带的）、迁移、申请页面、接口、后台任务。
各项设置见 zhiqing config。Ctrl-C 停下全部。`

const say = (line: string): void => console.log(line)

/** What is known before the doors open. */
interface Office {
  readonly environment: Environment
  readonly database: Database
  /** Which face stands for 仿宋, in words. */
  readonly fangsong: string
}

const announceDemo = ({ password, people }: DemoSignIns): void => {
  say(`\n演示：虚构的青禾县。工作人员在工作台登录，密码都是 ${password}`)
  for (const { name, displayName, organ, roles } of people) {
    say(
      `  ${name.padEnd(20)} ${displayName}  ${organ ?? ''} ${roles.map((role) => roleNames[role as keyof typeof roleNames]).join('、')}`,
    )
  }
}

/** Why the files are not where DATA_DIR says; nothing where they are. */
const homeLine = ({ home }: Database, { dataDir }: Environment): string =>
  home === null || home === join(realpathSync(dataDir), 'postgres') ? '' : `\n  数据库文件    ${home}（${elsewhere}）`

/** Told before the database is touched where a configured font cannot be used. */
const fangsongOf = ({ fonts }: Environment): string => {
  try {
    return fangsongWords(fontReport(fonts))
  } catch (error) {
    throw error instanceof FontError ? new OperatorFault(error.message) : error
  }
}

const deskLine = ({ address, desk }: Service): string => (desk ? `${address}/desk` : '没有构建（npx pnpm build）')

const announce = (service: Service, { environment, database, fangsong }: Office): void => {
  const { address, metricsAddress } = service
  say(`\n知情已启动：
  申请和查询    ${address}/
  工作台        ${deskLine(service)}
  接口          ${address}/api/v1   说明 ${address}/api/v1/openapi.json
  状态          ${address}/health/ready${metricsAddress ? `\n  指标          ${metricsAddress}/metrics` : ''}
  数据          ${environment.dataDir}${homeLine(database, environment)}
  邮件          ${environment.smtpUrl ? '邮件服务器' : `${environment.dataDir}/mail`}
  印章          ${sealWords(environment)}
  仿宋          ${fangsong}`)
}

/** Resolves when somebody asks the service to end. */
const asked = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(signal))
  })

/** The cabinet filled and the service open on it; whatever fails, the cabinet is closed. */
const open = async (cabinet: CabinetKeeper, environment: Environment) => {
  try {
    const signIns = await demoSignIns(cabinet, environment)
    const demo = await isDemo(cabinet, environment)
    requireRealSeal({ ...environment, demo })
    return { signIns, service: await startService(cabinet, { ...environment, demo }) }
  } catch (error) {
    await cabinet.close()
    throw error
  }
}

const serve = async (office: Office, ending: Promise<unknown>, more: Partial<CabinetOptions>): Promise<void> => {
  const { database, environment } = office
  const { service, signIns } = await open(await cabinetOf(database, environment, more), environment)
  announce(service, office)
  if (signIns) announceDemo(signIns)
  say('\nCtrl-C 停止。')
  await ending
  say('\n正在停止……')
  await service.stop()
}

/** Runs the whole service until it is asked to end; `more` is for the test that plants a defect in the cabinet. */
export const runService = (env: NodeJS.ProcessEnv, more: Partial<CabinetOptions> = {}): Promise<number> =>
  forOperator(async () => {
    const environment = readEnvironment(env)
    const ending = asked()
    const fangsong = fangsongOf(environment)
    requireSoundTemplates(environment)
    await checkPorts(environment)
    await markDemo(environment)
    const database = await openDatabase(environment, say)
    try {
      await serve({ environment, database, fangsong }, ending, more)
    } finally {
      await database.close()
    }
    say('已全部停止。')
    return 0
  })

/** `zhiqing start` (contract §4, §7). */
export const start: CliCommand = {
  help,
  run: async (args) => {
    readArgs(args, {})
    return runService(process.env)
  },
}
