import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { fault } from '../fault.js'
import type { Home } from './home.js'

/** How every program of the embedded server is run: as its user, with nothing of our environment but the path. */
export function childOptions(home: Home): { cwd: string; env: Record<string, string>; uid?: number; gid?: number } {
  const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' }
  return { cwd: '/', env, ...home.user }
}

/** Runs a program to its end; throws with what it said. */
export async function runProgram(home: Home, program: string, parameters: string[]): Promise<void> {
  try {
    await promisify(execFile)(program, parameters, childOptions(home))
  } catch (error) {
    const { message, stderr } = error as Error & { stderr?: string }
    throw fault('EMBEDDED_FAILED', `内置数据库的程序 ${program} 没有执行成功：${stderr?.trim() || message}`)
  }
}
