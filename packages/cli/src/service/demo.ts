import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CabinetKeeper, seedDemo } from '@zhiqing/db'
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

/**
 * Seeds 青禾县 once; the sign-ins are kept beside the data (0600), so that a later start can print them again.
 * Null where this instance is no demo.
 */
export const demoSignIns = async (
  cabinet: CabinetKeeper,
  dataDir: string,
  demo: boolean,
): Promise<DemoSignIns | null> => {
  const file = join(dataDir, 'demo-sign-ins.json')
  const seeded = demo ? await seedDemo(cabinet, today()) : null
  if (seeded)
    writeFileSync(file, JSON.stringify({ password: seeded.password, people: seeded.signIns }, null, 2), { mode: 0o600 })
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoSignIns) : null
}
