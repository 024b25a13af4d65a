import type { Case } from '../case.js'
import { type Refusal, refuse } from '../refusal.js'

/** Nothing is decided or charged while another is still being asked (条例 33.3). */
export const consultationOpen = ({ consultations }: Case): Refusal | undefined => {
  const open = consultations.filter(({ endedOn }) => endedOn === null).map(({ id }) => id)
  return open.length > 0 ? refuse('consultationOpen', { open: open.join('、') }) : undefined
}
