import { randomInt } from 'node:crypto'
import type { Day } from '@zhiqing/law'
import { hashPassword } from '../access/password.js'
import type { CabinetKeeper } from '../cabinet-keeper.js'
import { closedLives } from './closed-lives.js'
import { openLives } from './open-lives.js'
import { demoOrgans, demoSupervisor } from './organs.js'
import { type DemoPerson, demoPeople } from './people.js'
import { playLives } from './player.js'

export type { DemoPerson } from './people.js'

/** What to print after seeding: one password for everybody in the demo, kept nowhere. */
export interface Seeded {
  readonly password: string
  readonly signIns: readonly DemoPerson[]
  readonly cases: number
}

const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Four groups of four: about 78 bits. */
const newPassword = (): string => {
  const one = (): string => letters[randomInt(letters.length)] ?? ''
  const group = (): string => Array.from({ length: 4 }, one).join('')
  return Array.from({ length: 4 }, group).join('-')
}

/** One hash for all of them: they share the password anyway, and hashing is slow by design. */
const keepPeople = async (cabinet: CabinetKeeper, password: string): Promise<void> => {
  const passwordHash = await hashPassword(password)
  for (const person of demoPeople) await cabinet.keepPerson({ ...person, passwordHash })
}

/** All of them first: one is kept as supervised by another only when that one is there. */
const keepOrgans = async (cabinet: CabinetKeeper): Promise<void> => {
  for (const organ of demoOrgans) await cabinet.keepOrgan(organ.code, organ)
  for (const organ of demoOrgans)
    if (organ.code !== demoSupervisor) await cabinet.keepOrgan(organ.code, organ, { supervisedBy: demoSupervisor })
}

/**
 * Fills an instance with 青禾县: three organs, staff of every role, thirty cases in every state, with days that lead up
 * to `today`. Null when it was seeded whole before; a seeding that was interrupted goes on where it stopped, with a new
 * password. About two seconds.
 */
export const seedDemo = async (cabinet: CabinetKeeper, today: Day): Promise<Seeded | null> => {
  if (await cabinet.seededOn()) return null
  const password = newPassword()
  await keepOrgans(cabinet)
  await keepPeople(cabinet, password)
  const lives = [...closedLives, ...openLives]
  await playLives(cabinet.store, lives, { calendar: await cabinet.calendar(), today })
  await cabinet.keepSeeded(today)
  return { password, signIns: demoPeople, cases: lives.length }
}
