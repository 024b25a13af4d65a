import pg from 'pg'
import { settingsOf } from '../connect/connect.js'

/** Tells workers, here and in other processes, that jobs were added. A hint: whoever misses it finds them by polling. */
export interface JobHint {
  added(): void
  listen(listener: () => void): () => void
  close(): Promise<void>
}

const CHANNEL = 'zhiqing_jobs'
/** Many commands, one hint: NOTIFY in their own transactions would make them commit one after another. */
const GATHER = 100
const RECONNECT = 5_000

/** A connection of its own, made when somebody listens, and made again when it is lost. */
export const jobHint = (url: string, pool: pg.Pool): JobHint => {
  const listeners = new Set<() => void>()
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let gathering = false
  let closed = false

  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const lose = (): void => {
    const gone = client
    client = undefined
    void gone?.end().catch(() => {})
    if (closed || listeners.size === 0) return
    clearTimeout(timer)
    timer = setTimeout(() => void connect(), RECONNECT)
    timer.unref()
  }
  const connect = async (): Promise<void> => {
    if (client || closed) return
    const fresh = new pg.Client(settingsOf(url))
    client = fresh
    fresh.on('error', lose)
    fresh.on('notification', tell)
    try {
      await fresh.connect()
      await fresh.query(`listen ${CHANNEL}`)
    } catch {
      lose()
    }
  }
  const send = (): void => {
    gathering = false
    if (!client) tell()
    if (!closed) pool.query(`notify ${CHANNEL}`).catch(() => {})
  }
  return {
    added: () => {
      if (gathering || closed) return
      gathering = true
      setTimeout(send, GATHER).unref()
    },
    listen: (listener) => {
      listeners.add(listener)
      void connect()
      return () => listeners.delete(listener)
    },
    close: async () => {
      closed = true
      clearTimeout(timer)
      listeners.clear()
      const last = client
      client = undefined
      await last?.end().catch(() => {})
    },
  }
}
