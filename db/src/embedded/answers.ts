import pg from 'pg'
import { SUPERUSER } from './data-folder.js'
import type { Postmaster } from './postmaster.js'

/** A server that lives answers at once; one under heavy load is asked again. */
const PATIENCE_MS = 2_000

/**
 * Whether the server takes a session now. What its lock file says is not enough: one that was killed this moment still has its
 * process and its socket, and takes no more.
 */
export async function answers({ socketFolder, port }: Pick<Postmaster, 'socketFolder' | 'port'>): Promise<boolean> {
  const place = { host: socketFolder, port, user: SUPERUSER, database: 'postgres' }
  const client = new pg.Client({ ...place, connectionTimeoutMillis: PATIENCE_MS })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}
