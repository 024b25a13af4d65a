import { consultationMachine } from './consultation.js'
import { requestMachine } from './request.js'

/** The machines by name and version. A case stays on the version it began with. */
export const machines = {
  request: { 1: requestMachine },
  consultation: { 1: consultationMachine },
} as const

/** SHA-256 of each machine's configuration: a released machine is never edited, a change is a new version. */
export const released = {
  request: { 1: '5e6b922b9baea594fc644cc8b6f21464355dd2112dbe9e17507f87313a57584f' },
  consultation: { 1: 'b6bb65b75621ab7681ab13e92494169c95ad42690520ebc5c1dba5370e2f8c25' },
} as const
