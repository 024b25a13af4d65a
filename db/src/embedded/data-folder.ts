import { readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fault } from '../fault.js'
import type { Binaries } from './binaries.js'
import { exists, type Home, privateFolder } from './home.js'
import { runProgram } from './run-program.js'

/** The superuser of the embedded server; it is trusted on its socket, which only its user and root can reach. */
export const SUPERUSER = 'zhiqing'

/** glibc has `C.UTF-8` everywhere; other systems have not, and get PostgreSQL's own. */
const LOCALE =
  process.platform === 'linux'
    ? ['--locale=C.UTF-8']
    : ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']

/** Refuses a data folder of another major version: PostgreSQL cannot open it, and only an export brings it over. */
export async function checkMajor(home: Home, binaries: Binaries): Promise<void> {
  const made = (await readFile(join(home.data, 'PG_VERSION'), 'utf8').catch(() => binaries.major)).trim()
  if (made === binaries.major) return
  throw fault(
    'EMBEDDED_FAILED',
    `数据目录 ${home.data} 由 PostgreSQL ${made} 建立，本程序自带的是 PostgreSQL ${binaries.major}，不能直接打开。` +
      '请用原来的版本执行 zhiqing backup，再用本版本执行 zhiqing restore。' +
      ` (Data folder of PostgreSQL ${made}; this program carries ${binaries.major}: back up with the old, restore with the new.)`,
  )
}

/** Makes the data folder where it is missing: complete or not at all, whenever this process is killed. */
export async function createDataFolder(home: Home): Promise<void> {
  if (await exists(home.data)) return
  const fresh = `${home.data}.new`
  await rm(fresh, { recursive: true, force: true })
  await privateFolder(fresh, home.user)
  const words = ['-D', fresh, '-U', SUPERUSER, '--auth=trust', '--encoding=UTF8', ...LOCALE, '--data-checksums']
  await runProgram(home, join(home.binaries, 'bin', 'initdb'), words)
  await rename(fresh, home.data)
}
