import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Change, Store, Task, Transaction } from '@zhiqing/casework'
import type pg from 'pg'
import { type Acting, toldOf } from '../acting/acting.js'
import { beginAs } from '../acting/settings.js'
import { fault, isConflict, isLost, toFault } from '../fault.js'
import type { CalendarSource } from '../keep/calendar.js'
import type { Keys } from '../keys.js'
import { checkOwnUploads } from './file-uploads.js'
import { isCaseId, type Locked, openCase } from './open-case.js'
import { conflict, saveChange } from './save-change.js'
import { movedSeries } from './series.js'

/** A defect that tests plant to see whether they would notice it. Never read from the environment. */
export type Sabotage = 'answerBeforeCommit'

export interface StoreParts {
  readonly pool: pg.Pool
  readonly keys: Keys
  readonly calendars: CalendarSource
  /** Whose commands these are; a new request by anybody is its applicant's. */
  readonly acting: Acting
  readonly sabotage?: Sabotage | undefined
  /** Told after a commit that added jobs. */
  readonly jobsAdded: () => void
}

/** Tries of one command before it is told to come back. */
const TRIES = 12

interface Attempt {
  /** Series that were locked; all of them once one was missing. */
  allSeries: boolean
  /** The transaction begins when it is known which case it is for. */
  begun: boolean
  saved: boolean
  jobs: boolean
}

/** A number from a series nobody locked would not be gapless: go round again with all of them. */
const refuseUnlocked = ({ opened, numbers }: Change, attempt: Attempt): void => {
  const unlocked = movedSeries(opened.numbers, numbers).some(({ series }) => opened.numbers[series] === undefined)
  if (!unlocked) return
  attempt.allSeries = true
  throw conflict('序列没有锁定')
}

const begin = async (client: pg.PoolClient, acting: Acting, task: Task, caseId: string): Promise<void> => {
  const files = (acting.kind === 'public' || acting.kind === 'case') && task.caseId === undefined
  const whose: Acting = files ? { kind: 'case', organ: task.organ, caseId } : acting
  await client.query(beginAs('begin', toldOf(whose, task.key?.value)))
}

const transactionOn = (client: pg.PoolClient, parts: StoreParts, attempt: Attempt): Transaction => {
  const { keys, calendars, acting } = parts
  let locked: Locked | undefined
  return {
    open: async (task: Task) => {
      if (task.caseId !== undefined && !isCaseId(task.caseId)) return 'unknown'
      const id = task.caseId ?? randomUUID()
      attempt.begun = true
      await begin(client, acting, task, id)
      const opening = { keys, calendars, allSeries: attempt.allSeries, newId: () => id }
      const found = await openCase(client, task, opening)
      if (found === 'unknown' || 'ok' in found) return found
      locked = found
      return found.opened
    },
    save: async (change) => {
      if (!locked) throw new Error('save before open')
      refuseUnlocked(change, attempt)
      await checkOwnUploads(client, change, { acting, keys })
      await saveChange(client, change, locked, keys)
      attempt.saved = true
      attempt.jobs = change.letters.length + change.posts.length > 0
    },
  }
}

/**
 * COMMIT: done, or surely not done, or unknown, and those three are told apart. A server that refuses says which
 * SQLSTATE; a lost connection says nothing. COMMIT of a broken transaction answers ROLLBACK without any error.
 */
const commit = async (client: pg.PoolClient): Promise<void> => {
  const answer = await client.query('commit').catch((error: unknown) => {
    if (!isLost(error)) throw error
    throw fault('OUTCOME_UNKNOWN', '结果未知，请用同一个幂等键重试：提交时与数据库的连接中断', error)
  })
  if (answer.command !== 'COMMIT') throw conflict('事务没有提交')
}

const isUnknown = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'OUTCOME_UNKNOWN'

/** The planted defect: the answer leaves first, and whatever happens to the commit happens unseen. */
const commitLater = (client: pg.PoolClient): void => {
  void sleep(200)
    .then(() => commit(client))
    .then(
      () => client.release(),
      () => client.release(true),
    )
}

const finish = async (client: pg.PoolClient, attempt: Attempt, parts: StoreParts): Promise<void> => {
  if (!attempt.begun) return client.release()
  if (!attempt.saved) await client.query('rollback')
  else if (parts.sabotage === 'answerBeforeCommit') return commitLater(client)
  else await commit(client)
  client.release()
  if (attempt.jobs) parts.jobsAdded()
}

const tryOnce = async <T>(
  work: (transaction: Transaction) => Promise<T>,
  parts: StoreParts,
  attempt: Attempt,
): Promise<T> => {
  const client = await parts.pool.connect()
  try {
    const result = await work(transactionOn(client, parts, attempt))
    await finish(client, attempt, parts)
    return result
  } catch (error) {
    const dead = isLost(error) || isUnknown(error) || !(await client.query('rollback').catch(() => undefined))
    client.release(dead)
    throw error
  }
}

/** Waits longer each time, and never as long as the others. Milliseconds. */
const pause = (round: number): Promise<void> => sleep(Math.random() * Math.min(400, 5 * 2 ** round))

/** May it be tried again? What lost its connection before COMMIT has saved nothing; a start-up takes a moment. */
const again = (error: unknown, round: number): boolean =>
  !isUnknown(error) && (isConflict(error) ? round < TRIES : isLost(error) && round < 3)

/**
 * The port to PostgreSQL. `transaction` answers only after COMMIT; conflicts and lost connections before it are tried
 * again. Throws OUTCOME_UNKNOWN, DATABASE_DOWN, DISK_FULL, BUSY; other errors are defects, and nothing was saved.
 */
export const postgresStore = (parts: StoreParts): Store => ({
  transaction: async (work) => {
    let allSeries = false
    for (let round = 1; ; round++) {
      const attempt: Attempt = { allSeries, begun: false, saved: false, jobs: false }
      try {
        return await tryOnce(work, parts, attempt)
      } catch (error) {
        allSeries = attempt.allSeries
        if (!again(error, round)) throw isConflict(error) ? busy(error) : toFault(error)
        await pause(round)
      }
    }
  },
})

/** A unique key that stays violated is a defect; everything else is a crowd. */
const busy = (error: unknown): unknown =>
  (error as { code?: string }).code === '23505'
    ? error
    : fault('BUSY', '同一案件的操作太多，没有保存任何内容；请稍后重试', error)
