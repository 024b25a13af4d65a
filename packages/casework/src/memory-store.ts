import type { Calendar, Organ, Settings } from '@zhiqing/law'
import type { Case } from './case.js'
import type { Fact } from './facts.js'
import type { Numbers } from './office.js'
import type { Opened, Store, Transaction } from './store.js'
import type { Answer } from './task.js'

const noCode = '0000000000000'
/** For as many cases as a split may begin. */
const noCodes: readonly string[] = Array.from({ length: 50 }, () => noCode)

interface Kept {
  readonly current: Case
  readonly facts: readonly Fact[]
}

/** A store in memory for `simulate` and for tests: the same port, nothing behind it. */
export interface MemoryStore extends Store {
  /** The case and its ledger as they stand. */
  read(id: string): Kept | undefined
}

export interface MemoryParts {
  readonly organ: Organ
  readonly settings: Settings
  readonly calendar: Calendar
}

/** Ids are `case-1`, `case-2` …; the query code is a fixed mark, since nobody looks anything up here. */
export const memoryStore = (parts: MemoryParts): MemoryStore => {
  const cases = new Map<string, Kept>()
  const numbers = new Map<string, Numbers>()
  const answers = new Map<string, Answer>()
  const opened = (id: string, kept: Kept | undefined, year: string): Opened => ({
    ...parts,
    id,
    version: kept?.facts.length ?? 0,
    current: kept?.current,
    numbers: numbers.get(year) ?? {},
    doubles: [],
    queryCode: noCode,
    childCodes: noCodes,
  })
  const transaction: Transaction = {
    open: async ({ caseId, key, on }) => {
      const before = key && answers.get(key.value)
      if (before) return before
      const kept = caseId === undefined ? undefined : cases.get(caseId)
      if (caseId !== undefined && !kept) return 'unknown'
      return opened(caseId ?? `case-${cases.size + 1}`, kept, on.slice(0, 4))
    },
    save: async ({ opened: { id }, task, current, facts, children, numbers: given, answer }) => {
      for (const child of children) cases.set(`case-${cases.size + 1}`, child)
      cases.set(id, { current, facts: [...(cases.get(id)?.facts ?? []), ...facts] })
      numbers.set(task.on.slice(0, 4), given)
      if (task.key) answers.set(task.key.value, answer)
    },
  }
  return { transaction: (work) => work(transaction), read: (id) => cases.get(id) }
}
