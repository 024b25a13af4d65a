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
  request: { 1: 'b6d81a535b71b091ee559406f989584bb8f0b29e58ba66f9794f4bb85a7e97e3' },
  consultation: { 1: 'c7e411ad4d1270b65ceb67b10e2aeea612abe16ab4df4de587c315e6a4545c5f' },
  remedy: { 1: 'ad01d0883de7a42b4d9bd337a6eeeccd17884979977936248393a6bd5e05a2f2' },
} as const
