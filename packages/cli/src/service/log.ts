import type { Log } from '@zhiqing/api'
import { now } from '../world.js'

const write = (level: string, event: string, more: Readonly<Record<string, unknown>> = {}): void => {
  process.stderr.write(`${JSON.stringify({ at: now().toISOString(), level, event, ...more })}\n`)
}

/** One JSON line an event on stderr, for operators. */
export const log: Log = {
  info: (event, more) => write('info', event, more),
  error: (event, more) => write('error', event, more),
}
