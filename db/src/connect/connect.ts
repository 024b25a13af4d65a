import type { Kysely } from 'kysely'
import pg from 'pg'
import { toFault } from '../fault.js'
import { refusedAtTheDoor } from './door.js'
import type { Schema } from './schema.js'

/** Days stay text (no time zone can move them); bigints here are small counters. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = { 1082: (text) => text, 20: Number }

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers[oid]) ?? pg.types.getTypeParser(oid, format),
} as pg.CustomTypesConfig

/** Keeps a hanging process from holding a case for ever. Milliseconds. */
const limits = {
  connectionTimeoutMillis: 15_000,
  idle_in_transaction_session_timeout: 60_000,
  lock_timeout: 20_000,
  application_name: 'zhiqing',
}

export const settingsOf = (url: string): pg.ClientConfig => ({ connectionString: url, types, ...limits })

/** The one pool of the runtime role. A connection that dies is replaced; whoever was using it hears of it anyway. */
export const openPool = (url: string, size: number): pg.Pool => {
  const pool = new pg.Pool({ ...settingsOf(url), max: size, allowExitOnIdle: true })
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  return pool
}

/** Typed queries. Inside a transaction use what the transaction hands you, never another (stack T12). */
export type Db = Kysely<Schema>

const onceConnected = async <T>(client: pg.Client, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * Runs on a connection of its own that is closed again: migrations, questions about the role. Throws DATABASE_DOWN
 * when there is none, SIGN_IN_REFUSED and DATABASE_MISSING when the server does not let us in.
 */
export const onClient = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(settingsOf(url))
  client.on('error', () => {})
  return onceConnected(client, work).catch((error: unknown) => {
    throw refusedAtTheDoor(error, client) ?? toFault(error)
  })
}
