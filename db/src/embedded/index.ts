import { setTimeout as sleep } from 'node:timers/promises'
import { fault } from '../fault.js'
import { answers } from './answers.js'
import { type Binaries, findBinaries, installBinaries, installedVersion } from './binaries.js'
import { toldOfFiles } from './data-dir.js'
import { checkMajor, createDataFolder } from './data-folder.js'
import { exists, type Home, openHome, PORT, socketFolder } from './home.js'
import { launch } from './launch.js'
import { livingPostmaster, type Postmaster, stopPostmaster } from './postmaster.js'
import { type Embedded, embedded } from './server.js'

export { findBinaries } from './binaries.js'
export { openDataDir } from './data-dir.js'
export { hasDatabase, homePath } from './home.js'
export { joinEmbedded } from './join.js'
export { DATA_DIR_IN_USE, type Hold, holdDataDir } from './lock.js'
export type { Embedded } from './server.js'

const POLL_MS = 50
const SETTLE_MS = 180_000

/**
 * Starts the embedded PostgreSQL of a DATA_DIR, makes it first where there is none, or adopts it where it still runs.
 * The caller must hold the DATA_DIR (`holdDataDir`). `log` gets a line for what takes time or should be known.
 * Throws an Error with a Chinese sentence for the operator. Times: about a second the first time, then 0.2 s.
 */
export async function startEmbedded(options: { dataDir: string; log?: (line: string) => void }): Promise<Embedded> {
  return await toldOfFiles(options.dataDir, () => start(options))
}

async function start(options: { dataDir: string; log?: (line: string) => void }): Promise<Embedded> {
  const { dataDir, log = () => {} } = options
  const binaries = await findBinaries()
  const home = await openHome(dataDir, log)
  await checkMajor(home, binaries)
  const living = await settled(home, binaries, log)
  const stop = () => stopPostmaster(home.data)
  if (living) return embedded({ home, host: living.socketFolder, port: living.port }, { adopted: true, stop })
  await installBinaries(binaries, home.binaries)
  if (!(await exists(home.data))) log('正在建立数据库……')
  await createDataFolder(home)
  const folder = await socketFolder(home)
  await launch(home, folder)
  return embedded({ home, host: folder, port: PORT }, { adopted: false, stop })
}

/** The server that still runs, once it is ready and answers; one that is stopping, or of an older package, is seen off first. */
async function settled(home: Home, binaries: Binaries, log: (line: string) => void): Promise<Postmaster | undefined> {
  for (const until = performance.now() + SETTLE_MS; performance.now() < until; ) {
    const living = await livingPostmaster(home.data)
    if (!living) return undefined
    if ((await installedVersion(home.binaries)) !== binaries.version) await stopPostmaster(home.data)
    else if (living.status === 'ready' && (await answers(living))) {
      log(`接管仍在运行的数据库（进程 ${living.pid}）`)
      return living
    } else await sleep(POLL_MS)
  }
  throw fault('EMBEDDED_FAILED', `数据库在 ${home.path} 运行，但迟迟没有就绪，见 ${home.log}`)
}
