import { createHash } from 'node:crypto'
import { type Calendar, checkNotice, type Day, type Notice } from '@zhiqing/law'
import type pg from 'pg'
import { keeper, toldOf } from '../acting/acting.js'
import { beginAs } from '../acting/settings.js'
import type { ImportOrder, KeptOrgan, MovedDay, NoticeEffect } from '../cabinet.js'
import type { Db } from '../connect/connect.js'
import { fault, isConflict } from '../fault.js'
import type { Keys } from '../keys.js'
import { canonical } from '../ledger/canonical.js'
import { NOTICE_GATE } from '../store/open-case.js'
import type { CalendarSource } from './calendar.js'
import { organs } from './organs.js'
import { movedIn, openPages, type Shifting, shifted, writePage } from './shift-page.js'

interface Parts {
  readonly db: Db
  readonly pool: pg.Pool
  readonly keys: Keys
  readonly calendars: CalendarSource
  readonly jobsAdded: () => void
}

const organsById = async (db: Db, today: Day): Promise<Map<string, KeptOrgan>> =>
  new Map((await organs(db, today)).map((one) => [one.id, one]))

/** The same notice with the same effect gives the same digest: what is applied is what was seen. */
const effectOf = (notice: Notice, moved: readonly MovedDay[]): NoticeEffect => ({
  digest: createHash('sha256')
    .update(canonical([notice, moved]))
    .digest('hex'),
  moved,
})

const refuseInvalid = (notice: Notice): void => {
  const faults = checkNotice(notice)
  if (faults.length > 0) throw fault('NOTICE_INVALID', `放假安排有误：${faults.join('；')}`)
}

/** Whatever `work` comes to, the transaction ends; a connection that cannot even roll back is thrown away. */
const inTransaction = async <T>(
  pool: pg.Pool,
  begin: string,
  work: (client: pg.PoolClient) => Promise<{ readonly answer: T; readonly keep: boolean }>,
): Promise<T> => {
  const client = await pool.connect()
  try {
    await client.query(beginAs(begin, toldOf(keeper)))
    const { answer, keep } = await work(client)
    await client.query(keep ? 'commit' : 'rollback')
    client.release()
    return answer
  } catch (error) {
    client.release(!(await client.query('rollback').catch(() => undefined)))
    throw error
  }
}

/** The days of open cases that a notice would move, on one unmoving view; nothing is written. */
export const movedBy = async (parts: Parts, notice: Notice, today: Day): Promise<NoticeEffect> => {
  refuseInvalid(notice)
  const { db, pool, keys, calendars } = parts
  const [before, after] = [await calendars.now(pool), await calendars.with(notice, pool)]
  const actor = { role: 'admin' } as const
  const shifting: Shifting = { notice, before, after, organs: await organsById(db, today), on: today, actor }
  return inTransaction(pool, 'begin isolation level repeatable read read only', async (client) => {
    const moved: MovedDay[] = []
    for await (const page of openPages(client, keys)) moved.push(...movedIn(shifted(page, shifting)))
    return { answer: effectOf(notice, moved), keep: false }
  })
}

/** Shut from here to the end: every command that began before has ended, and those that come wait. */
const shutGate = (client: pg.ClientBase): Promise<unknown> =>
  client.query('select pg_advisory_xact_lock($1)', [NOTICE_GATE]).catch((error: unknown) => {
    throw isConflict(error) ? fault('BUSY', '正在办理的事项太多，没有导入；请稍后重试', error) : error
  })

const keepNotice = async (client: pg.ClientBase, notice: Notice, { on, actor }: ImportOrder): Promise<string> => {
  const { rows } = await client.query<{ at: string }>(
    `insert into calendar_notices (year, notice, imported_on, imported_by) values ($1, $2::jsonb, $3::date, $4)
     returning to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
    [notice.year, JSON.stringify(notice), on, actor.person ?? null],
  )
  return rows[0]?.at ?? ''
}

/** Days are moved page by page; the effect is known when the last page is, and only then is it decided to keep it. */
const shiftAll = async (
  { client, keys }: { readonly client: pg.ClientBase; readonly keys: Keys },
  shifting: Shifting,
  recordedAt: string,
): Promise<NoticeEffect & { notes: boolean }> => {
  const moved: MovedDay[] = []
  let notes = false
  for await (const page of openPages(client, keys)) {
    const there = shifted(page, shifting)
    moved.push(...movedIn(there))
    notes = (await writePage(client, there, { version: shifting.after.version, recordedAt })) || notes
  }
  return { ...effectOf(shifting.notice, moved), notes }
}

/**
 * Keeps a notice, moves the due days of open cases and writes a fact into each ledger it moves: one transaction, so that
 * there is no day on which half of the cases count by another calendar, and what is applied can be held against what was
 * seen. Commands wait meanwhile (some seconds for ten thousand cases), and then read the new calendar. Throws
 * NOTICE_INVALID and BUSY.
 */
export const importNotice = async (
  parts: Parts,
  notice: Notice,
  order: ImportOrder,
): Promise<NoticeEffect & { readonly applied: boolean }> => {
  refuseInvalid(notice)
  const { db, pool, keys, calendars, jobsAdded } = parts
  const { on, actor, digest } = order
  const byId = await organsById(db, on)
  const { notes, ...answer } = await inTransaction(pool, 'begin', async (client) => {
    await shutGate(client)
    const before: Calendar = await calendars.now(client)
    const recordedAt = await keepNotice(client, notice, order)
    const after = await calendars.now(client)
    const effect = await shiftAll({ client, keys }, { notice, before, after, organs: byId, on, actor }, recordedAt)
    const applied = digest === undefined || digest === effect.digest
    return { answer: { ...effect, applied }, keep: applied }
  })
  if (answer.applied && notes) jobsAdded()
  return answer
}
