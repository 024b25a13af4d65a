import type { Log, Services } from '@zhiqing/api'
import type { KioskTimes } from './kiosk/kiosk.js'

/** A sign-in of the demo, shown openly because everything in it is invented. */
export interface DemoSignIn {
  readonly name: string
  /** Left out when nobody knows it any more; then the page says where it was printed. */
  readonly password?: string | undefined
  /** Who that is, in words. */
  readonly displayName?: string | undefined
}

/** What the pages say of a demo: that it is one, and how to get in at the staff's side. */
export interface Demo {
  readonly signIns: readonly DemoSignIn[]
}

/** What the room works with; the services of the counter for programs will do. */
export interface PortalServices
  extends Pick<Services, 'cabinet' | 'press' | 'today' | 'now' | 'secureCookies' | 'sealing' | 'signOn'> {
  /** Where defects are told; Fastify's own log when left out. */
  readonly log?: Pick<Log, 'error'> | undefined
  readonly demo?: Demo | undefined
  /** When the touch screen in the hall ends a visit. */
  readonly kiosk?: KioskTimes | undefined
}
