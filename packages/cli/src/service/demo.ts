import { readFileSync, writeFileSync } from 'node:fs'
import { type CabinetKeeper, openDataDir, seedDemo } from '@zhiqing/db'
import { demoFile, type Environment } from '../environment.js'
import { today } from '../world.js'

/** Who may sign in to the demo, and the one password of them all. */
export interface DemoSignIns {
  readonly password: string
  readonly people: readonly {
    readonly name: string
    readonly displayName: string
    readonly organ: string | null
    readonly roles: readonly string[]
  }[]
}

const write = (dataDir: string, signIns: DemoSignIns | null, flag: 'w' | 'wx'): void =>
  writeFileSync(demoFile(dataDir), JSON.stringify(signIns, null, 2), { mode: 0o600, flag })

/**
 * Marks a new DATA_DIR as a demo's before anything else is in it: what a start that was cut short leaves behind is still
 * a demo, never a real office with half of 青禾县 in it.
 */
export const markDemo = async ({ dataDir, demo }: Environment): Promise<void> => {
  if (!demo) return
  await openDataDir(dataDir)
  try {
    write(dataDir, null, 'wx')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** A demo by this environment, or because its database was seeded as one; DEMO=0 has the last word. */
export const isDemo = async (cabinet: CabinetKeeper, { demo, demoRefused }: Environment): Promise<boolean> =>
  demo || (!demoRefused && (await cabinet.seededOn()) !== null)

/**
 * Seeds 青禾县 once; the sign-ins are kept beside the data (0600), so that a later start can print them again.
 * Null where this instance is no demo.
 */
export const demoSignIns = async (
  cabinet: CabinetKeeper,
  { dataDir, demo, demoRefused }: Environment,
): Promise<DemoSignIns | null> => {
  const seeded = demo ? await seedDemo(cabinet, today()) : null
  if (seeded) write(dataDir, { password: seeded.password, people: seeded.signIns }, 'w')
  if (demoRefused) return null
  try {
    return JSON.parse(readFileSync(demoFile(dataDir), 'utf8')) as DemoSignIns | null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
