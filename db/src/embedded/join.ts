import { setTimeout as sleep } from 'node:timers/promises'
import { fault } from '../fault.js'
import { answers } from './answers.js'
import { standingHome } from './home.js'
import { livingPostmaster } from './postmaster.js'
import { type Embedded, embedded } from './server.js'

const POLL_MS = 50
/** Longer than a first start takes, recovery after a power cut apart. */
const PATIENCE_MS = 20_000

/**
 * Joins the server that another process holds and runs: starts nothing, stops nothing. Throws a sentence for the
 * operator where it does not answer.
 */
export async function joinEmbedded(options: { dataDir: string; log?: (line: string) => void }): Promise<Embedded> {
  const { dataDir, log = () => {} } = options
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; ) {
    const home = await standingHome(dataDir)
    const living = home && (await livingPostmaster(home.data))
    if (home && living?.status === 'ready' && (await answers(living))) {
      log(`连到正在运行的数据库（进程 ${living.pid}）`)
      const place = { home, host: living.socketFolder, port: living.port }
      return embedded(place, { adopted: false, stop: async () => {} })
    }
    await sleep(POLL_MS)
  }
  throw fault(
    'EMBEDDED_FAILED',
    `数据文件夹 ${dataDir} 正被另一个进程使用，但它的数据库没有应答：也许正在启动或者停止，也许由别的系统用户运行。请稍后再试，或者用启动服务的那个用户运行。`,
  )
}
