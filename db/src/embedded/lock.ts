import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { fault } from '../fault.js'
import { openDataDir } from './data-dir.js'
import { LONGEST_SOCKET_PATH, shortHash } from './home.js'

/** The hold on a DATA_DIR. */
export type Hold = { release(): Promise<void> }

/** `code` of the error that a second process gets. */
export const DATA_DIR_IN_USE = 'DATA_DIR_IN_USE'

/**
 * Holds a DATA_DIR for this process: one at a time. The kernel frees it when the process ends, however it ends.
 * On Linux the hold is an abstract socket, which no file can outlive; beside it a socket in the folder itself, which a
 * container with a network of its own sees too. Throws an Error with `code` {@link DATA_DIR_IN_USE} when it is held, DATA_DIR_UNUSABLE where
 * there can be none.
 */
export async function holdDataDir(dataDir: string): Promise<Hold> {
  const folder = await openDataDir(dataDir)
  const name = `zhiqing:${createHash('sha256').update(folder).digest('hex')}`
  const servers: Server[] = []
  try {
    if (process.platform === 'linux') servers.push(await listen(folder, `\0${name}`))
    if (process.platform === 'win32') servers.push(await listen(folder, `\\\\.\\pipe\\${name.replace(':', '-')}`))
    else servers.push(...(await listenInFolder(folder)))
  } catch (error) {
    await Promise.all(servers.map(close))
    throw error
  }
  return {
    release: async () => {
      await Promise.all(servers.map(close))
    },
  }
}

/** A socket file outlives its process, but then nobody answers on it. Some shared file systems can hold no socket. */
async function listenInFolder(folder: string): Promise<Server[]> {
  const inside = join(folder, '.hold')
  const fits = Buffer.byteLength(inside) <= LONGEST_SOCKET_PATH
  if (!fits && process.platform === 'linux') return []
  const path = fits ? inside : `/tmp/zhiqing-${shortHash(folder)}.hold`
  const holder = await askHolder(path)
  if (holder !== undefined) throw inUse(folder, holder)
  await rm(path, { force: true })
  try {
    return [await listen(folder, path)]
  } catch (error) {
    if (process.platform === 'linux' && (error as NodeJS.ErrnoException).code !== DATA_DIR_IN_USE) return []
    throw error
  }
}

/** Listens, answering everyone who asks with the number of this process. Does not keep the process alive. */
async function listen(folder: string, path: string): Promise<Server> {
  const server = createServer((socket) => socket.on('error', () => {}).end(`${process.pid}\n`))
  const failure = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    server.once('error', resolve)
    server.listen({ path, exclusive: true }, () => resolve(undefined))
  })
  if (failure?.code === 'EADDRINUSE') throw inUse(folder, (await askHolder(path)) ?? '')
  if (failure) throw failure
  return server.unref()
}

/** The number of the process that answers on a socket, '' when it does not say, undefined when nobody answers. */
async function askHolder(path: string): Promise<string | undefined> {
  return await new Promise((resolve) => {
    let said = ''
    let reached = false
    const socket = connect(path, () => {
      reached = true
    })
    socket.setTimeout(1000, () => socket.destroy())
    socket.on('data', (bytes) => {
      said += bytes.toString()
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(reached ? said.trim() : undefined))
  })
}

function inUse(folder: string, holder: string): Error {
  const who = holder === '' ? '另一个进程' : `进程 ${holder} `
  const words = `数据目录 ${folder} 正被${who}使用，同一时间只能有一个。请先停止它，或另设 DATA_DIR。`
  return fault(DATA_DIR_IN_USE, `${words} (DATA_DIR is in use${holder && ` by process ${holder}`}.)`)
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
  })
}
