import { randomUUID } from 'node:crypto'
import type { Counted } from '@zhiqing/casework'
import { type Day, firstDay, lastDay, type Organ } from '@zhiqing/law'
import pg from 'pg'
import { settingsOf } from '../connect/connect.js'

/** A finished or open case as the measurement makes it: what the report counts, and nothing else of its own. */
export interface ManyCase {
  readonly organ: string
  readonly receivedOn: Day
  readonly counted: Counted
}

const rowsSql = `
  insert into cases (organ, id, state, applicant_kind, outcome, version, head_hash, machine_version, snapshot, received_on,
    applicant_index, topic)
  select x.organ, x.id, case when x.counted -> 'closing' = 'null'::jsonb then 'deciding' else 'served' end,
    x.counted ->> 'kind', x.counted #>> '{closing,outcome}', 9, decode(repeat('00', 32), 'hex'), 1,
    $2::jsonb || jsonb_build_object('counted', x.counted, 'receivedOn', x.received, 'arrivedOn', x.received),
    x.received::date, sha256(convert_to(x.id::text, 'UTF8')),
    case when x.received between $3 and $4 then sha256(convert_to(x.topic, 'UTF8')) end
  from jsonb_to_recordset($1::jsonb) as x (organ text, id uuid, received text, topic text, counted jsonb)`

/** What is open is due some day, as with a real case. */
const dueSql = `
  insert into due_days (organ, case_id, what, due_on, article, provisional, calendar_version)
  select organ, id, 'reply', counted_received_on + 28, 'ogi:33.2', false, 'measured' from cases
  where counted_closed_on is null`

const wordsSql = `
  insert into case_words (organ, case_id, words)
  select organ, id, jsonb_build_object('information', jsonb_build_object('description', '《关于征收补偿方案的批复》')) from cases
  where topic is not null`

/** One topic in fifty is asked for again and again. */
const topicOf = (n: number, organ: string): string => (n % 50 === 0 ? organ : String(n))

const BATCH = 5000

/** Where the cases go: an empty, migrated database, as its owner. */
export interface ManyPlace {
  readonly ownerUrl: string
  /** Organs by id, made first. */
  readonly organs: ReadonlyMap<string, Organ>
  /** A case as the service keeps it; every row gets these members too, so that it is as wide as a real one. */
  readonly like: object
  /** Of the cases received in these days the words are kept too: what many ask for is looked up in them. */
  readonly worded: { readonly from: Day; readonly until: Day }
  readonly tell: (made: number) => void
}

/** Indexes are dropped while the rows are laid down, and made anew once: in a third of the time. */
const withoutIndexes = async (client: pg.Client, work: () => Promise<void>): Promise<void> => {
  const { rows } = await client.query<{ name: string; sql: string }>(`
    select i.indexname as name, i.indexdef as sql from pg_indexes i
    where i.tablename = 'cases' and not exists (select from pg_constraint c where c.conname = i.indexname)`)
  for (const { name } of rows) await client.query(`drop index ${pg.escapeIdentifier(name)}`)
  await work()
  for (const { sql } of rows) await client.query(sql)
}

/**
 * Lays down very many cases for a measurement, straight into the rows: a million through the commands would take a day.
 * The columns that are counted are drawn by the database from what each row says, as for any other case.
 */
export const layDownCases = async (
  cases: Iterable<ManyCase>,
  { ownerUrl, organs, like, worded, tell }: ManyPlace,
): Promise<void> => {
  const client = new pg.Client(settingsOf(ownerUrl))
  await client.connect()
  try {
    await client.query('set synchronous_commit = off')
    for (const [id, record] of organs)
      await client.query('insert into organs (id, record) values ($1, $2)', [id, JSON.stringify(record)])
    await withoutIndexes(client, async () => {
      let batch: object[] = []
      let made = 0
      const flush = async (): Promise<void> => {
        await client.query(rowsSql, [JSON.stringify(batch), JSON.stringify(like), worded.from, worded.until])
        made += batch.length
        batch = []
        tell(made)
      }
      for (const { organ, receivedOn, counted } of cases) {
        const topic = topicOf(made + batch.length, organ)
        batch.push({ organ, id: randomUUID(), received: receivedOn, topic, counted })
        if (batch.length === BATCH) await flush()
      }
      if (batch.length > 0) await flush()
    })
    await client.query(dueSql)
    await client.query('alter table case_words disable trigger user')
    await client.query(wordsSql)
    await client.query('alter table case_words enable trigger user')
    await client.query('vacuum analyze cases, due_days, case_words')
  } finally {
    await client.end()
  }
}

/** The plainest count of the rows that a year's tables are made of: what the report's own queries are held against. */
export const plainCount = async (client: pg.Client, organs: readonly string[], year: number): Promise<number> => {
  const { rows } = await client.query<{ count: number }>(
    `select (select count(*) from cases where organ = any($1) and counted_received_on <= $2
        and (counted_closed_on is null or counted_closed_on >= $3))
      + (select count(*) from cases, jsonb_array_elements(counted_remedies)
        where counted_remedies is not null and organ = any($1)) as count`,
    [organs, lastDay(year), firstDay(year)],
  )
  return rows[0]?.count ?? 0
}

/** A connection for {@link plainCount}. */
export const plainClient = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client(settingsOf(url))
  await client.connect()
  return client
}
