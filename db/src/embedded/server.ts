import { SUPERUSER } from './data-folder.js'
import type { Home } from './home.js'

/** A running PostgreSQL of our own. */
export type Embedded = {
  /** For `pg`: `host` is the folder of the socket. The user is the superuser; there is no password. */
  connection: { host: string; port: number; user: string; database: 'postgres' }
  /** The same as an address, for any database of the server: `postgresql://zhiqing@/name?host=…&port=…`. */
  url(database: string): string
  /** True when the server was left running by a product that had been killed. */
  adopted: boolean
  /** The folder of its data, programs and log. */
  home: string
  /** Ends all sessions, stops the server and waits until it is gone; adopted or not. Only joined: does nothing. */
  stop(): Promise<void>
}

/** Where a running server is reached. */
type Place = { readonly home: Home; readonly host: string; readonly port: number }

export function embedded({ home, host, port }: Place, more: Pick<Embedded, 'adopted' | 'stop'>): Embedded {
  const where = `host=${encodeURIComponent(host)}&port=${port}`
  return {
    connection: { host, port, user: SUPERUSER, database: 'postgres' },
    url: (database) => `postgresql://${SUPERUSER}@/${encodeURIComponent(database)}?${where}`,
    home: home.path,
    ...more,
  }
}
