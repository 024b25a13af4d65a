import type { Cabinet } from '@zhiqing/db'
import type { Day } from '@zhiqing/law'
import type { FontSettings, Press } from '@zhiqing/letters'
import type { Metrics } from './metrics/metrics.js'
import type { SignOnSettings } from './sign-on/settings.js'

/** Where lines for operators go. Never an id number, a telephone number, a query code or a token (ASVS 14.2.1). */
export interface Log {
  info(event: string, more?: Readonly<Record<string, unknown>>): void
  error(event: string, more?: Readonly<Record<string, unknown>>): void
}

/** What the room works with. It reads no clock, no environment and no file of its own. */
export interface Services {
  readonly cabinet: Cabinet
  readonly press: Pick<Press, 'print' | 'edit' | 'printLabels' | 'printSheets' | 'missingCharacters' | 'words'>
  /** The day in Asia/Shanghai. */
  readonly today: () => Day
  readonly now: () => Date
  readonly log: Log
  /** Addresses whose X-Forwarded-* headers are believed; none when left out. */
  readonly trustedProxies?: readonly string[] | undefined
  /** Pages are reached over TLS: `__Host-` cookie with Secure, HSTS, upgrade of plain links. */
  readonly secureCookies?: boolean | undefined
  /** Letters get an electronic seal from the worker; what waits for it is not handed out as the letter. */
  readonly sealing?: boolean | undefined
  /** Sign-on providers; left out, nobody signs in through one. */
  readonly signOn?: SignOnSettings | undefined
  readonly metrics?: Metrics | undefined
  /** The organ's own fonts, for papers that do not come from the press: the yearly report. */
  readonly fonts?: FontSettings | undefined
}
