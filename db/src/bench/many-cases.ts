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
  insert into cases (organ, id, state, applicant_kind, outcome, version, head_hash, machine_version, snapshot, received_on)
  select x.organ, x.id, case when x.counted -> 'closing' = 'null'::jsonb then 'deciding' else 'served' end,
    x.counted ->> 'kind', x.counted #>> '{closing,outcome}', 9, decode(repeat('00', 32), 'hex'), 1,
    $2::jsonb || jsonb_build_object('counted', x.counted, 'receivedOn', x.received, 'arrivedOn', x.received),
    x.received::date
  from jsonb_to_recordset($1::jsonb) as x (organ text, id uuid, received text, counted jsonb)`

const BATCH = 5000

/** Where the cases go: an empty, migrated database, as its owner. */
export interface ManyPlace {
  readonly ownerUrl: string
  /** Organs by id, made first. */
  readonly organs: ReadonlyMap<string, Organ>
  /** A case as the service keeps it; every row gets these members too, so that it is as wide as a real one. */
  readonly like: object
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
  { ownerUrl, organs, like, tell }: ManyPlace,
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
        await client.query(rowsSql, [JSON.stringify(batch), JSON.stringify(like)])
        made += batch.length
        batch = []
        tell(made)
      }
      for (const { organ, receivedOn, counted } of cases) {
        batch.push({ organ, id: randomUUID(), received: receivedOn, counted })
        if (batch.length === BATCH) await flush()
      }
      if (batch.length > 0) await flush()
    })
    await client.query('vacuum analyze cases')
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
