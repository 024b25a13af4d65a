import { gives } from '@zhiqing/law'
import type { Case } from '../case.js'
import type { Decision } from '../facts.js'
import { type Fields, line } from './context.js'
import { eachOf } from './items.js'
import { neutralDescription } from './neutral.js'

/** One piece of information that is reviewed, and what the officer proposes to do with it. */
interface Reviewed {
  readonly what: string
  readonly proposal: '拟公开' | '拟不公开' | '待定'
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(line).filter(Boolean) : [])

const as = (proposal: Reviewed['proposal'], all: readonly string[]): Reviewed[] =>
  all.map((what) => ({ what, proposal }))

/** What an item's outcome gives or keeps; an item with nothing to give or keep (N, Z, X) has nothing to review. */
const reviewedIn = (one: Decision, described: string): Reviewed[] => {
  const { outcome, items, given, withheld, neutralTitle } = one
  const whole = [line(one.what) || described]
  // what is already open to everybody was reviewed when it was opened
  if (outcome === 'G1') return []
  if (outcome === 'G3') return [...as('拟公开', texts(given)), ...as('拟不公开', texts(withheld))]
  if (gives(outcome)) return as('拟公开', texts(items).length > 0 ? texts(items) : whole)
  // a state secret is named in the officer's neutral words alone (rulebook R84)
  if (outcome === 'W1') return as('拟不公开', [line(neutralTitle)].filter(Boolean))
  return outcome.startsWith('W') ? as('拟不公开', whole) : []
}

const reviewed = (current: Case): Reviewed[] => {
  const described = neutralDescription(current, null) || '所申请的信息'
  if (!current.decision) return as('待定', [described])
  return eachOf(current.decision).flatMap((one) => reviewedIn(one, described))
}

/**
 * L09 公开审查（保密审查）呈批单 (条例第十七条, rulebook R38): every piece of information with what is proposed; 密级 and both
 * opinions are written by hand, for what they may hold does not belong in this system (R84). Undefined where nothing is
 * given and nothing kept.
 */
export const reviewSheet = (current: Case, organ: string): Fields | undefined => {
  const all = reviewed(current)
  if (all.length === 0) return undefined
  return {
    机关名称: organ,
    受理编号: current.number ?? '未编号',
    审查信息: all.map(({ what }) => what),
    拟处理: all.map(({ proposal }) => proposal),
    经办人: current.officer,
  }
}
