import type { Filed, Withheld } from '@zhiqing/casework'
import type { KeptCase, LedgerProof } from '@zhiqing/db'
import type { Day } from '@zhiqing/law'
import type { Services } from '../services.js'
import { sha256 } from './letter-bytes.js'
import { placeOf } from './names.js'
import type { ZipEntry } from './zip.js'

/** What gathering needs of the house. */
export type Tools = Pick<Services, 'cabinet' | 'press' | 'sealing'>

/** A file of the dossier as its table of contents tells it. */
export interface Paper extends ZipEntry {
  readonly place: string
  readonly title: string
  readonly documentNumber: string | null
  /** Null for data. */
  readonly pages: number | null
  readonly sha256: string
}

/** What is gathered from. */
export interface Gathering {
  readonly kept: KeptCase
  readonly facts: readonly Filed[]
  readonly proof: LedgerProof
  readonly withheld: Withheld
  /** Numbers of identity papers stand in the ledger as they were said. */
  readonly whole: boolean
  readonly tools: Tools
}

/** A file of words, made here. */
export const textPaper = (name: string, day: Day, words: string, index: number): Paper => {
  const bytes = Buffer.from(words)
  const paper = { name, day, title: name, documentNumber: null, pages: null }
  return { ...paper, place: placeOf(index), sha256: sha256(bytes), load: async () => bytes }
}
