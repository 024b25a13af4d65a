import { type CabinetKeeper, type CabinetOptions, loadKeys, openCabinet } from '@zhiqing/db'
import { notices } from '@zhiqing/law'
import { projectYear } from '@zhiqing/projection'
import { type Environment, readEnvironment } from '../environment.js'
import { type Database, openDatabase } from './database.js'

/** The cabinet of an opened database, with the keys of its DATA_DIR. */
export const cabinetOf = async (
  { url }: Pick<Database, 'url'>,
  { dataDir }: Environment,
  more: Partial<CabinetOptions> = {},
): Promise<CabinetKeeper> => openCabinet({ url, keys: await loadKeys(dataDir), project: projectYear, notices, ...more })

/** Runs a command of the program on the cabinet, beside a running service or without one. */
export const withCabinet = async <T>(work: (cabinet: CabinetKeeper) => Promise<T>): Promise<T> => {
  const environment = readEnvironment(process.env)
  const database = await openDatabase(environment, (line) => console.error(line), true)
  try {
    const cabinet = await cabinetOf(database, environment)
    return await work(cabinet).finally(() => cabinet.close())
  } finally {
    await database.close()
  }
}
