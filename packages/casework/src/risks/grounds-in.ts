import type { WithholdingGround } from '@zhiqing/law'
import type { Decision } from '../facts.js'

/** The grounds on which a decision withholds, all or in part. */
export const groundsIn = ({ outcome, grounds = [] }: Decision): readonly string[] =>
  outcome === 'G3' ? grounds : [outcome]

export const bearsOn = (decision: Decision, ground: WithholdingGround): boolean => groundsIn(decision).includes(ground)
