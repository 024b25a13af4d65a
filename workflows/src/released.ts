import { consultationMachine } from './consultation.js'
import { requestMachine } from './request.js'

/** The machines by name and version. A case stays on the version it began with. */
export const machines = {
  request: { 1: requestMachine },
  consultation: { 1: consultationMachine },
} as const

/** SHA-256 of each machine's configuration: a released machine is never edited, a change is a new version. */
export const released = {
  request: { 1: '7de1e676e7ff3ed6020b5d64652c7b76983e2fc051d4dbe5f232853be3806463' },
  consultation: { 1: 'b6bb65b75621ab7681ab13e92494169c95ad42690520ebc5c1dba5370e2f8c25' },
} as const
