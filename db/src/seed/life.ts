import type { Applicant } from '@zhiqing/casework'
import type { Channel } from '@zhiqing/law'
import { type Step, taken } from './steps.js'

/** One demo case: who asks whom for what, by which channel, and what was done on which days. */
export interface Life {
  readonly organ: string
  readonly steps: readonly Step[]
}

/** How the request came and how the answer is wanted. */
interface Way {
  readonly channel: Channel
  readonly form: { readonly medium: 'paper' | 'electronic'; readonly method: 'mail' | 'email' | 'pickup' }
}

const paper = { medium: 'paper', method: 'mail' } as const
const electronic = { medium: 'electronic', method: 'email' } as const

export const byHand: Way = { channel: 'inPerson', form: paper }
export const byPost: Way = { channel: 'registeredMail', form: paper }
export const online: Way = { channel: 'online', form: paper }
export const onlineByMail: Way = { channel: 'online', form: electronic }
export const byEmail: Way = { channel: 'email', form: electronic }
export const byFax: Way = { channel: 'fax', form: paper }

interface Request {
  readonly organ: string
  readonly who: Applicant
  readonly asks: string
  readonly title?: string
  readonly way: Way
  /** Working days before today on which it came. */
  readonly back: number
}

/** A request that came and nothing more. */
export const came = (request: Request, ...steps: Step[]): Life => {
  const { organ, who, asks, title, way, back } = request
  const applicant = Object.fromEntries(Object.entries(who))
  const input = {
    channel: way.channel,
    ...(way.channel === 'registeredMail' ? { signedForOn: `@${back}` } : {}),
    applicant,
    information: { description: asks, ...(title ? { title } : {}) },
    form: way.form,
  }
  return { organ, steps: [[back, 'receiveRequest', input], ...steps] }
}

/** A request that came, was registered, and is in the officer's hands. */
export const begun = (request: Request, ...steps: Step[]): Life =>
  came(request, ...taken(request.organ, request.back), ...steps)
