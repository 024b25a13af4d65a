import { type CabinetKeeper, type CabinetOptions, hasDatabase, loadKeys, openCabinet } from '@zhiqing/db'
import { notices } from '@zhiqing/law'
import { projectYear } from '@zhiqing/projection'
import { type Environment, readEnvironment, securityOf } from '../environment.js'
import { OperatorFault } from '../operator-fault.js'
import { type Database, openDatabase } from './database.js'
import { forOperator } from './for-operator.js'

/** The cabinet of an opened database, with the keys of its DATA_DIR. */
export const cabinetOf = async (
  { url }: Pick<Database, 'url'>,
  environment: Environment,
  more: Partial<CabinetOptions> = {},
): Promise<CabinetKeeper> =>
  openCabinet({
    ...{ url, project: projectYear, notices, security: securityOf(environment) },
    keys: await loadKeys(environment.dataDir),
    ...more,
  })

/** Only `start` makes a database: a command in the wrong folder must not find a fresh one and be content. */
const refuseEmpty = async ({ databaseUrl, dataDir }: Environment): Promise<void> => {
  if (databaseUrl || (await hasDatabase(dataDir))) return
  throw new OperatorFault(
    `${dataDir} 里没有知情的数据。请到启动服务的那个文件夹去运行，或者用 DATA_DIR 指明数据文件夹；还没有启动过的，先运行 zhiqing start。`,
  )
}

/** Runs a command of the program on the cabinet, beside a running service or without one. */
export const withCabinet = <T>(
  work: (cabinet: CabinetKeeper) => Promise<T>,
  more: Partial<CabinetOptions> = {},
): Promise<T> =>
  forOperator(async () => {
    const environment = readEnvironment(process.env)
    await refuseEmpty(environment)
    const database = await openDatabase(environment, (line) => console.error(line), true)
    try {
      const cabinet = await cabinetOf(database, environment, more)
      return await work(cabinet).finally(() => cabinet.close())
    } finally {
      await database.close()
    }
  })
