import { createHash, randomBytes } from 'node:crypto'
import { type Fact, privateFields } from '@zhiqing/casework'
import type { Day, Role } from '@zhiqing/law'
import { canonical } from './canonical.js'

type Fields = Readonly<Record<string, unknown>>

/** Where a row stands, and everything the hash speaks for. `recordedAt` is ISO with milliseconds, UTC. */
export interface LedgerEntry {
  readonly organ: string
  readonly caseId: string
  readonly version: number
  readonly type: Fact['type']
  readonly on: Day
  readonly role: Role
  readonly person: string | null
  readonly payload: Fields
  readonly machineVersion: number
  readonly recordedAt: string
}

/** A row ready to be written; the words lie apart with the salt of their digest. */
export interface NewRow extends LedgerEntry {
  readonly canon: string
  readonly prevHash: Buffer
  readonly hash: Buffer
  readonly words: Fields | null
  readonly salt: Buffer | null
}

/** The payload's member that stands for the words. */
export const DIGEST = 'words'

const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** The hash before the first row of a ledger. */
export const genesis = (caseId: string): Buffer => sha256(caseId)

export const canonOf = (entry: LedgerEntry): string => {
  const { organ, caseId, version, type, on, role, person, payload, machineVersion, recordedAt } = entry
  return canonical({ organ, caseId, version, type, on, role, person, payload, machineVersion, recordedAt })
}

export const hashOf = (prevHash: Uint8Array, canon: string): Buffer => sha256(prevHash, canon)

/** The salt keeps short words (a name, a yes) from being guessed out of their digest once they are erased. */
export const digestOf = (salt: Uint8Array, words: Fields): string => sha256(salt, canonical(words)).toString('hex')

/** A fact's own fields, parted into those that may be public for ever and somebody's words. */
const parted = (fact: Fact): { open: Fields; words: Fields | null } => {
  const { type, on, role, person, ...own } = fact
  const secret = new Set<string>(privateFields[type])
  const entries = Object.entries(own).filter(([, value]) => value !== undefined)
  const words = entries.filter(([name]) => secret.has(name))
  return {
    open: Object.fromEntries(entries.filter(([name]) => !secret.has(name))),
    words: words.length > 0 ? Object.fromEntries(words) : null,
  }
}

/** Where the new rows go. */
export interface Tail {
  readonly organ: string
  readonly caseId: string
  readonly version: number
  readonly headHash: Buffer
  readonly machineVersion: number
  readonly recordedAt: string
}

const rowOf = (fact: Fact, tail: Tail): NewRow => {
  const { organ, caseId, machineVersion, recordedAt } = tail
  const { open, words } = parted(fact)
  const salt = words && randomBytes(16)
  const payload = words && salt ? { ...open, [DIGEST]: digestOf(salt, words) } : open
  const entry: LedgerEntry = {
    organ,
    caseId,
    version: tail.version + 1,
    type: fact.type,
    on: fact.on,
    role: fact.role,
    person: fact.person ?? null,
    payload,
    machineVersion,
    recordedAt,
  }
  const canon = canonOf(entry)
  return { ...entry, canon, prevHash: tail.headHash, hash: hashOf(tail.headHash, canon), words, salt }
}

/** Chains facts to the end of a ledger. */
export const rowsOf = (facts: readonly Fact[], tail: Tail): NewRow[] => {
  const rows: NewRow[] = []
  for (const fact of facts) {
    const last = rows.at(-1)
    rows.push(rowOf(fact, last ? { ...tail, version: last.version, headHash: last.hash } : tail))
  }
  return rows
}

/** The fact as it was decided; without its words where they were erased. */
export const factOf = (entry: LedgerEntry, words: Fields | null): Fact => {
  const { [DIGEST]: _, ...open } = entry.payload
  const { type, on, role, person } = entry
  return { ...open, ...words, type, on, role, person: person ?? undefined } as unknown as Fact
}
