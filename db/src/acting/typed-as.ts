import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import type { Db } from '../connect/connect.js'
import type { Schema } from '../connect/schema.js'
import { type Acting, type Told, toldOf } from './acting.js'
import { queryAs } from './acting-query.js'
import { beginAs } from './settings.js'

const begins = /^(begin|start transaction)/
const ends = /^(commit|rollback)$/

/** A connection whose every statement is made for somebody: told with `begin`, and else with each. */
const clientAs = (client: pg.PoolClient, told: Told): PostgresPoolClient => {
  let open = false
  const query = (text: string, values: readonly unknown[]): Promise<unknown> => {
    if (begins.test(text)) {
      open = true
      return client.query(beginAs(text, told))
    }
    if (!open) return queryAs(client, { text, values }, told)
    if (ends.test(text)) open = false
    return client.query(text, [...values])
  }
  return { query, release: (broken?: boolean) => client.release(broken) } as unknown as PostgresPoolClient
}

/** Typed queries made for somebody, over the one pool. */
export const typedAs = (pool: pg.Pool, acting: Acting): Db => {
  const told = toldOf(acting)
  const poolAs = {
    connect: async () => clientAs(await pool.connect(), told),
    end: async () => {},
    options: pool.options,
  }
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: poolAs as unknown as PostgresPool }) })
}
