import { createHash } from 'node:crypto'
import { chmod, chown, lstat, mkdir, readlink, realpath, rename, symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fault } from '../fault.js'
import { openDataDir, toldOfFiles } from './data-dir.js'
import { stopPostmaster } from './postmaster.js'
import { isRoot, type ServerUser, serverUser } from './server-user.js'

/** Where the embedded server keeps its files, and whom it runs as (undefined: as this process). */
export type Home = { path: string; data: string; binaries: string; log: string; user: ServerUser | undefined }

/** Root's homes: outside private folders, since the server's user must be able to enter every folder above its own. */
const ROOTS_HOMES = '/var/lib/zhiqing'
/** `sun_path` holds 108 bytes on Linux and 104 elsewhere, the closing zero included. */
export const LONGEST_SOCKET_PATH = process.platform === 'linux' ? 107 : 103
export const PORT = 5432
/** PostgreSQL's name for a socket on that port. */
export const SOCKET = `.s.PGSQL.${PORT}`

/** The first 16 hex digits of the SHA-256 of a path: a name for it that is short and the same every time. */
export function shortHash(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16)
}

/** Where the files of a DATA_DIR's database are, or would be made by this process. Makes nothing. */
export async function homePath(dataDir: string): Promise<string> {
  const real = await realpath(dataDir).catch(() => resolve(dataDir))
  const place = join(real, 'postgres')
  const standing = await lstat(place).catch(() => undefined)
  if (standing?.isSymbolicLink()) return await readlink(place)
  return isRoot() && !standing ? join(ROOTS_HOMES, shortHash(real)) : place
}

/** The home that a DATA_DIR has already; undefined where it has none. Makes nothing. */
export async function standingHome(dataDir: string): Promise<Home | undefined> {
  const place = join(dataDir, 'postgres')
  const found = await lstat(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return found && homeAt(await homePath(dataDir), undefined)
}

/** Was a database ever made for this DATA_DIR? Makes nothing. Throws DATA_DIR_UNUSABLE where it cannot be told. */
export function hasDatabase(dataDir: string): Promise<boolean> {
  return toldOfFiles(dataDir, async () => {
    const home = await standingHome(dataDir)
    return home !== undefined && (await exists(home.data))
  })
}

/** Finds or makes the home that belongs to a DATA_DIR. Throws a sentence for the operator where the two do not fit. */
export async function openHome(dataDir: string, log: (line: string) => void): Promise<Home> {
  const place = join(await openDataDir(dataDir), 'postgres')
  const found = await lstat(place).catch(() => undefined)
  if (found?.isDirectory()) return homeAt(place, isRoot() ? await serverUser(place) : undefined)
  if (isRoot()) return await rootsHome(place, log)
  if (found)
    throw fault(
      'EMBEDDED_FAILED',
      `${place} 由 root 建立，请仍以 root 运行，或另选 DATA_DIR。(Made by root: run as root.)`,
    )
  await mkdir(place, { mode: 0o700 })
  return homeAt(place, undefined)
}

async function rootsHome(place: string, log: (line: string) => void): Promise<Home> {
  const path = join(ROOTS_HOMES, shortHash(join(place, '..')))
  const named = await readlink(place).catch(() => undefined)
  if (named !== undefined && named !== path) {
    throw fault(
      'EMBEDDED_FAILED',
      `DATA_DIR 曾被移动或复制，数据库仍在 ${named}。若是移动，请执行 mv ${named} ${path} && ln -sfn ${path} ${place}；` +
        '若是复制，请删除该链接。(DATA_DIR was moved or copied; its database is still in the old place.)',
    )
  }
  for (const folder of [ROOTS_HOMES, path]) {
    await mkdir(folder, { recursive: true })
    await chmod(folder, 0o755)
  }
  const home = homeAt(path, await serverUser(join(path, 'data')))
  if (named === undefined) await setAside(home, log)
  if (named === undefined) await symlink(path, place)
  return home
}

/** A DATA_DIR that was deleted and made anew must not find its old database; nothing that is legal record is deleted. */
async function setAside(home: Home, log: (line: string) => void): Promise<void> {
  if (!(await exists(home.data))) return
  await stopPostmaster(home.data)
  let number = 1
  while (await exists(`${home.data}.${number}`)) number += 1
  await rename(home.data, `${home.data}.${number}`)
  log(`DATA_DIR 是新建的，同一路径以前的数据库已移到 ${home.data}.${number}`)
}

function homeAt(path: string, user: ServerUser | undefined): Home {
  const [data, binaries, log] = [join(path, 'data'), join(path, 'pg'), join(path, 'pg.log')]
  return { path, data, binaries, log, user }
}

/**
 * The private folder (0700, of the server's user) for the server's socket: in its home, or a short one in `/tmp` where
 * the path would be too long for a socket. Everyone who can enter may connect: there is no password.
 */
export async function socketFolder(home: Home): Promise<string> {
  const near = join(home.path, 'run')
  const fits = Buffer.byteLength(join(near, SOCKET)) <= LONGEST_SOCKET_PATH
  return await privateFolder(fits ? near : `/tmp/zhiqing-${shortHash(home.path)}`, home.user)
}

/** Makes a folder that only the server's user can enter; throws when somebody else has put one there. */
export async function privateFolder(path: string, user: ServerUser | undefined): Promise<string> {
  if (!(await exists(path))) {
    await mkdir(path, { mode: 0o700 })
    if (user) await chown(path, user.uid, user.gid)
  }
  const found = await lstat(path)
  const owner = user?.uid ?? process.getuid?.()
  if (!found.isDirectory() || found.uid !== owner)
    throw fault('EMBEDDED_FAILED', `${path} 不属于数据库的用户，请先移走它。`)
  if ((found.mode & 0o777) !== 0o700) await chmod(path, 0o700)
  return path
}

export async function exists(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    () => false,
  )
}
