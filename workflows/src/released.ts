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
  request: { 1: '7e1ac62e62e6e9d0f74077efd70661939b5fe53b9c11c3838efa78623caff80b' },
  consultation: { 1: 'c7e411ad4d1270b65ceb67b10e2aeea612abe16ab4df4de587c315e6a4545c5f' },
  remedy: { 1: 'ad01d0883de7a42b4d9bd337a6eeeccd17884979977936248393a6bd5e05a2f2' },
} as const
