import { type DueDate, dueDates } from '@zhiqing/casework'
import { type Calendar, checkNotice, type Day, defaultSettings, type Notice, type Settings } from '@zhiqing/law'
import { sql, type Transaction } from 'kysely'
import type pg from 'pg'
import type { KeptCase, MovedDay } from '../cabinet.js'
import type { Db } from '../connect/connect.js'
import type { Schema } from '../connect/schema.js'
import { fault } from '../fault.js'
import type { CalendarSource } from './calendar.js'
import { keptCase, withWords } from './cases.js'
import { organs } from './organs.js'

interface Parts {
  readonly db: Db
  readonly pool: pg.Pool
  readonly calendars: CalendarSource
}

/** Cases a page; each page is read and, on import, each case is written by itself. */
const PAGE = 200

interface StoredDue {
  readonly what: string
  readonly id: string
  readonly due_on: Day | null
}

const settingsByOrgan = async (db: Db, today: Day): Promise<Map<string, Settings>> =>
  new Map((await organs(db, today)).map(({ id, settings }) => [id, settings]))

/** Every case with words, archived ones apart, page by page; new ones that come meanwhile are seen too. */
async function* openCases(db: Db): AsyncGenerator<KeptCase> {
  let after: { organ: string; id: string } = { organ: '', id: '00000000-0000-0000-0000-000000000000' }
  for (;;) {
    const rows = await withWords(db)
      .where('c.state', '<>', 'archived')
      .where(sql<boolean>`(c.organ, c.id) > (${after.organ}, ${after.id}::uuid)`)
      .orderBy('c.organ')
      .orderBy('c.id')
      .limit(PAGE)
      .execute()
    yield* rows.map(keptCase)
    const last = rows.at(-1)
    if (!last) return
    after = last
  }
}

const storedDue = (db: Db, { organ, id }: KeptCase): Promise<StoredDue[]> =>
  db
    .selectFrom('due_days')
    .select(['what', 'id', 'due_on'])
    .where('organ', '=', organ)
    .where('case_id', '=', id)
    .execute()

const difference = (kept: KeptCase, before: readonly StoredDue[], after: readonly DueDate[]): MovedDay[] => {
  const { organ, id: caseId, current } = kept
  const former = new Map(before.map(({ what, id, due_on }) => [`${what}/${id}`, due_on]))
  return after.flatMap(({ what, id = '', dueOn }) => {
    const from = former.get(`${what}/${id}`) ?? null
    return from === dueOn ? [] : [{ organ, caseId, number: current.number ?? '', what, from, to: dueOn }]
  })
}

/** The days of open cases that a notice would move; nothing is written. */
export const movedBy = async ({ db, pool, calendars }: Parts, notice: Notice, today: Day): Promise<MovedDay[]> => {
  const calendar = await calendars.with(notice, pool)
  const settings = await settingsByOrgan(db, today)
  const moved: MovedDay[] = []
  for await (const kept of openCases(db)) {
    const after = dueDates(kept.current, { calendar, settings: settings.get(kept.organ) ?? defaultSettings })
    moved.push(...difference(kept, await storedDue(db, kept), after))
  }
  return moved
}

/** Locks the case, so that no command in flight writes days of the old calendar after this. */
const recompute = (db: Db, found: KeptCase, calendar: Calendar, settings: Settings): Promise<MovedDay[]> =>
  db.transaction().execute(async (tx) => {
    const row = await withWords(tx)
      .where('c.organ', '=', found.organ)
      .where('c.id', '=', found.id)
      .forUpdate(['c', 'w'])
      .executeTakeFirst()
    if (!row) return []
    const kept = keptCase(row)
    const after = dueDates(kept.current, { calendar, settings })
    const moved = difference(kept, await storedDue(tx, kept), after)
    await rewrite(tx, kept, after, calendar.version)
    return moved
  })

const rewrite = async (
  tx: Transaction<Schema>,
  { organ, id: caseId }: KeptCase,
  due: readonly DueDate[],
  version: string,
): Promise<void> => {
  await tx.deleteFrom('due_days').where('organ', '=', organ).where('case_id', '=', caseId).execute()
  if (due.length === 0) return
  const rows = due.map(({ what, id = '', dueOn, article, provisional }) => ({
    organ,
    case_id: caseId,
    what,
    id,
    due_on: dueOn,
    article,
    provisional,
    calendar_version: version,
  }))
  await tx.insertInto('due_days').values(rows).execute()
}

/**
 * Keeps a notice and moves the due days of open cases. Commands that begin from now on read the new calendar; those
 * that began before it are refused by their save and tried again. Throws NOTICE_INVALID.
 */
export const importNotice = async (parts: Parts, notice: Notice, today: Day): Promise<MovedDay[]> => {
  const faults = checkNotice(notice)
  if (faults.length > 0) throw fault('NOTICE_INVALID', `放假安排有误：${faults.join('；')}`)
  const { db, pool, calendars } = parts
  await db
    .insertInto('calendar_notices')
    .values({ year: notice.year, notice: JSON.stringify(notice), imported_on: today })
    .execute()
  const calendar = await calendars.now(pool)
  const settings = await settingsByOrgan(db, today)
  const moved: MovedDay[] = []
  for await (const kept of openCases(db))
    moved.push(...(await recompute(db, kept, calendar, settings.get(kept.organ) ?? defaultSettings)))
  return moved
}
