import { consultationMachine } from './consultation.js'
import { requestMachine } from './request.js'

/** The machines by name and version. A case stays on the version it began with. */
export const machines = {
  request: { 1: requestMachine },
  consultation: { 1: consultationMachine },
} as const

/** SHA-256 of each machine's configuration: a released machine is never edited, a change is a new version. */
export const released = {
  request: { 1: '9a5c63ce77189f2cb3cbac8060c5303c2dae39d72fbeb8e14e784cb3c184e6d0' },
  consultation: { 1: 'b6bb65b75621ab7681ab13e92494169c95ad42690520ebc5c1dba5370e2f8c25' },
} as const
