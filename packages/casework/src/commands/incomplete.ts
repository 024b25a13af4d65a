import { grounds } from '@zhiqing/law'
import type { Decision } from '../facts.js'
import { type Refusal, refuse } from '../refusal.js'
import { lacking } from './outcome-fields.js'

/** What a decision lacks to be a lawful reply, all at once (条例 36–39; rulebook R52). */
export const incomplete = (decision: Decision): Refusal | undefined => {
  const missing = lacking(decision)
  const { outcome } = decision
  return missing.length > 0
    ? refuse('decisionIncomplete', { outcome, zh: grounds[outcome].zh, missing: missing.join('、') })
    : undefined
}
