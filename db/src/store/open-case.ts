import { createHash } from 'node:crypto'
import type { Answer, Case, Opened, Task, Unsealed } from '@zhiqing/casework'
import { type Calendar, type Day, type Organ, settingsFrom } from '@zhiqing/law'
import type pg from 'pg'
import type { CalendarSource } from '../keep/calendar.js'
import type { Keys } from '../keys.js'
import { canonical } from '../ledger/canonical.js'
import { newQueryCode } from '../ledger/query-code.js'
import { openWords, type Place } from '../ledger/sealed-words.js'
import { joined } from '../ledger/snapshot.js'
import { lockSeries, seriesFor } from './series.js'

/** What `save` must know of what was locked. */
export interface Locked {
  readonly isNew: boolean
  readonly opened: Opened
  readonly headHash: Buffer | null
  readonly machineVersion: number | null
  readonly calendarId: number
  readonly recordedAt: string
  readonly year: number
  readonly bodyHash: Buffer | null
}

interface Row {
  record: Organ
  settings: Record<string, unknown> | null
  body_hash: Buffer | null
  answer: Buffer | null
  calendar_id: number
  recorded_at: string
  id: string | null
  version: number | null
  head_hash: Buffer | null
  machine_version: number | null
  snapshot: Record<string, unknown> | null
  words: Record<string, unknown> | null
  doubles: string[] | null
  unsealed: Unsealed | null
  requests_this_month: number | null
}

/** Any number that nobody else uses. */
export const NOTICE_GATE = 7_201_906

/**
 * One statement: both rows of the case are locked (whoever waited gets them as committed, not as they were when the
 * statement began), and everything a decision needs comes along. The clock is read after the wait. The gate is shared by
 * all commands and shut while a holiday notice is applied: none begins under the old calendar and ends unseen beside it.
 */
const openSql = `
  with gate as materialized (select pg_advisory_xact_lock_shared(${NOTICE_GATE})), locked as materialized (
    select c.organ, c.id, c.version, c.head_hash, c.machine_version, c.snapshot, c.double_index, c.applicant_index,
      c.received_on, c.filed, c.is_drill, w.words
    from gate, cases c join case_words w on w.organ = c.organ and w.case_id = c.id
    where c.organ = $1 and c.id = $2::uuid and w.erased_at is null
    for update of c, w
  )
  select o.record,
    (select jsonb_object_agg(s.name, s.value) from (
      select distinct on (name) name, value from organ_settings
      where organ = o.id and from_on <= $3::date order by name, from_on desc, id desc) s) as settings,
    i.body_hash, i.answer,
    (select coalesce(max(id), 0) from calendar_notices) as calendar_id,
    to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded_at,
    l.id, l.version, l.head_hash, l.machine_version, l.snapshot, l.words,
    case when $4::boolean then array(select c.number from cases c
      where c.organ = l.organ and c.double_index = l.double_index and c.id <> l.id
        and c.is_drill = l.is_drill and c.number is not null
      order by c.filed limit 20) end as doubles,
    case when $8::boolean then (select jsonb_build_object(
        'awaited', coalesce(jsonb_agg(t.n) filter (where t.sha256 is null), '[]'),
        'without', coalesce(jsonb_agg(t.n) filter (where t.sha256 is not null), '[]'))
      from letters t where t.organ = l.organ and t.case_id = l.id and t.organ_seal is null) end as unsealed,
    case when $7::boolean then (select count(*)::int from cases c
      where c.organ = l.organ and c.applicant_index = l.applicant_index and c.is_drill = l.is_drill
        and c.received_on >= date_trunc('month', l.received_on)
        and (c.received_on, c.filed) <= (l.received_on, l.filed)) end as requests_this_month
  from gate, organs o left join locked l on true
    left join idempotency i on i.organ = o.id and i.person = $5 and i.key = $6
  where o.id = $1`

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** An id that is none names no case; asking the database would be an error. */
export const isCaseId = (id: string): boolean => uuid.test(id)

/** What makes two requests under one key the same. */
const bodyHashOf = ({ organ, caseId, command, key }: Task): Buffer | null =>
  key
    ? createHash('sha256')
        .update(canonical([organ, caseId, command, key.body]))
        .digest()
    : null

/** Binds a sealed answer to its key. */
export const answerPlace = (organ: string, { person, value }: NonNullable<Task['key']>): string =>
  canonical(['idempotency', organ, person, value])

const firstAnswer = (row: Row, task: Task, keys: Keys): Answer | undefined => {
  if (!row.answer || !row.body_hash || !task.key) return undefined
  if (!bodyHashOf(task)?.equals(row.body_hash)) return { ok: false, unfit: 'keyReused' }
  return JSON.parse(keys.open(answerPlace(task.organ, task.key), row.answer).toString()) as Answer
}

export interface Opening {
  readonly keys: Keys
  readonly calendars: CalendarSource
  /** Second try of a command that wanted a number from a series it had not locked. */
  readonly allSeries: boolean
  readonly newId: () => string
}

const ask = async (client: pg.ClientBase, task: Task): Promise<Row | undefined> => {
  const { organ, caseId = null, on, command, key, sealing = false } = task
  const doubles = command === 'registerRequest'
  const fee = command === 'chargeFee'
  const unsealed = sealing && command === 'dispatchReply'
  const values = [organ, caseId, on, doubles, key?.person ?? null, key?.value ?? null, fee, unsealed]
  return (await client.query<Row>({ name: 'open-case', text: openSql, values })).rows[0]
}

const currentOf = ({ snapshot, words }: Row, { keys }: Opening, place: Place): Case | undefined =>
  snapshot && words ? joined({ snapshot, words: openWords(keys, place, words) }) : undefined

/** One code for every case a split may make; 50 items are the most. */
const childCodes = (command: string): string[] | undefined =>
  command === 'splitRequest' ? Array.from({ length: 50 }, newQueryCode) : undefined

const openedOf = (
  row: Row,
  { organ, command }: Task,
  { id, calendar, opening }: { id: string; calendar: Calendar; opening: Opening },
): Omit<Opened, 'numbers'> => {
  const current = currentOf(row, opening, { organ, caseId: id })
  return {
    id,
    version: row.version ?? 0,
    current,
    organ: row.record,
    settings: settingsFrom(row.settings),
    calendar,
    doubles: row.doubles ?? [],
    requestsThisMonth: row.requests_this_month ?? undefined,
    unsealed: row.unsealed ?? undefined,
    queryCode: current?.number ? '' : newQueryCode(),
    childCodes: childCodes(command),
  }
}

/** Locks, reads, and gives the numbers to count on from. */
export const openCase = async (
  client: pg.ClientBase,
  task: Task,
  opening: Opening,
): Promise<Locked | Answer | 'unknown'> => {
  const { keys, calendars, allSeries, newId } = opening
  const row = await ask(client, task)
  if (!row) return 'unknown'
  const before = firstAnswer(row, task, keys)
  if (before) return before
  if (task.caseId !== undefined && !row.id) return 'unknown'
  const calendar = await calendars.at(row.calendar_id, client)
  const year = Number((task.on as Day).slice(0, 4))
  const numbers = await lockSeries(client, task.organ, year, seriesFor(allSeries ? undefined : task.command))
  return {
    isNew: task.caseId === undefined,
    opened: { ...openedOf(row, task, { id: task.caseId ?? newId(), calendar, opening }), numbers },
    headHash: row.head_hash,
    machineVersion: row.machine_version,
    calendarId: row.calendar_id,
    recordedAt: row.recorded_at,
    year,
    bodyHash: bodyHashOf(task),
  }
}
