import { consultationMachine } from './consultation.js'
import { remedyMachine } from './remedy.js'
import { requestMachine } from './request.js'

/** The machines by name and version. A case stays on the version it began with. */
export const machines = {
  request: { 1: requestMachine },
  consultation: { 1: consultationMachine },
  remedy: { 1: remedyMachine },
} as const

/** SHA-256 of each machine's configuration: a released machine is never edited, a change is a new version. */
export const released = {
  request: { 1: 'ca6a91317da381213cf9eda7e81d328ee4ec85d1ae728bfc174e94be132903d2' },
  consultation: { 1: 'b6bb65b75621ab7681ab13e92494169c95ad42690520ebc5c1dba5370e2f8c25' },
  remedy: { 1: 'ad01d0883de7a42b4d9bd337a6eeeccd17884979977936248393a6bd5e05a2f2' },
} as const
