import { constants } from 'node:fs'
import { access, mkdir, realpath, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { type Fault, fault } from '../fault.js'

const reasons: Readonly<Record<string, string>> = {
  EACCES: '没有读写的权限',
  EPERM: '没有读写的权限',
  EROFS: '那里只能读，不能写',
  ENOENT: '那里不能建立文件夹',
  ENOTDIR: '路径中有一段是文件，不是文件夹',
  EEXIST: '路径中有一段是文件，不是文件夹',
  ELOOP: '路径中的链接绕成了圈',
  ENAMETOOLONG: '路径太长',
  ENOSPC: '磁盘已满',
  EDQUOT: '磁盘配额已用完',
}

const unusable = (dataDir: string, { code = '', path = dataDir, message }: NodeJS.ErrnoException): Fault =>
  fault(
    'DATA_DIR_UNUSABLE',
    `数据文件夹 ${dataDir} 不能用：${path} ${reasons[code] ?? message}（${code}）。请改正权限或者路径，或者用 DATA_DIR 另指一个文件夹。`,
  )

/** What goes wrong with files is for the operator to mend; anything else stays what it is. */
export async function toldOfFiles<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { syscall, code } = error as NodeJS.ErrnoException
    throw syscall && code && code in reasons ? unusable(dataDir, error as NodeJS.ErrnoException) : error
  }
}

const fileInTheWay = (path: string): Error =>
  Object.assign(new Error('not a folder'), { code: 'ENOTDIR', syscall: 'mkdir', path })

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  if (found && !found.isDirectory()) throw fileInTheWay(path)
  return found !== undefined
}

/** One folder after the other: Node's own `recursive` never ends where a parent takes no folders, as `/proc`. */
async function makeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return
  await makeFolder(dirname(path))
  await mkdir(path, { mode: 0o700 }).catch(async (error: NodeJS.ErrnoException) => {
    // Somebody else was faster, or a link leads nowhere.
    if (error.code !== 'EEXIST' || !(await isFolder(path))) throw error
  })
}

/**
 * Makes the data folder of the product where it is missing and tells its real path: two names of it are one folder.
 * Throws DATA_DIR_UNUSABLE where it cannot be made or written to.
 */
export function openDataDir(dataDir: string): Promise<string> {
  return toldOfFiles(dataDir, async () => {
    await makeFolder(resolve(dataDir))
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
    return await realpath(dataDir)
  })
}
