import pg from 'pg'
import { SUPERUSER } from './data-folder.js'
import type { Postmaster } from './postmaster.js'

/** `cannot_connect_now`: it is starting or stopping. */
const NOT_NOW = '57P03'
/** A server that lives answers at once; one under heavy load is asked again. */
const PATIENCE_MS = 2_000

/**
 * Whether the server answers now; one that is full answers too. What its lock file says is not enough: one that was killed this
 * moment still has its process and its socket, and says no more.
 */
export async function answers({ socketFolder, port }: Pick<Postmaster, 'socketFolder' | 'port'>): Promise<boolean> {
  const place = { host: socketFolder, port, user: SUPERUSER, database: 'postgres' }
  const client = new pg.Client({ ...place, connectionTimeoutMillis: PATIENCE_MS })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch (error) {
    return error instanceof pg.DatabaseError && error.code !== NOT_NOW
  }
}
