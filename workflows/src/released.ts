import { consultationMachine } from './consultation.js'
import { requestMachine } from './request.js'

/** The machines by name and version. A case stays on the version it began with. */
export const machines = {
  request: { 1: requestMachine },
  consultation: { 1: consultationMachine },
} as const

/** SHA-256 of each machine's configuration: a released machine is never edited, a change is a new version. */
export const released = {
  request: { 1: '0827b3f0605858af9bc06acfd458114faea5d0e3f1ab4042a006684f1b4c3e8b' },
  consultation: { 1: 'b6bb65b75621ab7681ab13e92494169c95ad42690520ebc5c1dba5370e2f8c25' },
} as const
