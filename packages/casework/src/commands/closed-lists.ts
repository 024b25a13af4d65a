import { legislationLevel } from '@zhiqing/law'
import type { Decision } from '../facts.js'
import { type Refusal, refuse } from '../refusal.js'
import { groundsIn } from '../risks/grounds-in.js'

/** 三安全一稳定: the four that article 14 names, and no other. */
export const guarded = ['国家安全', '公共安全', '经济安全', '社会稳定'] as const

const words = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** One of the four, or several side by side. */
const isGuarded = (interest: string): boolean =>
  interest.split(/[、，,；;\s]+|(?:以及|和|与|及)/u).every((one) => (guarded as readonly string[]).includes(one))

/**
 * What article 14 counts off is closed: four interests, and laws or administrative regulations that forbid; 36(7) too knows no
 * lower rule for a query. What is left unsaid here is asked for elsewhere (rulebook R53, R106).
 */
export const outsideTheLaw = (decision: Decision): Refusal[] => {
  const grounds = groundsIn(decision)
  const interest = words(decision.interest)
  const law = words(decision.law)
  const byLaw = grounds.includes('W2') || grounds.includes('W8')
  return [
    ...(grounds.includes('W3') && interest && !isGuarded(interest)
      ? [refuse('interestUnlisted', { given: interest })]
      : []),
    ...(byLaw && legislationLevel(law) === 'lower' ? [refuse('lawTooLow', { given: law })] : []),
  ]
}
