import type { RemedyGroup, Standing } from '@zhiqing/law'
import type { Case } from '../case.js'
import type { Remedy } from '../case-remedies.js'
import type { Fact } from '../facts.js'
import type { Counted } from './counted.js'

type Remedies = Counted['remedies']
type Heard = Exclude<Remedy, { kind: 'complaint' }>

const groupOf = (one: Heard): RemedyGroup =>
  one.kind === 'reconsideration' ? 'reconsideration' : one.path === 'direct' ? 'litigationDirect' : 'litigationAfter'

const bare = (words: string | null): string => (words ?? '').normalize('NFKC').toUpperCase().replace(/\s/gu, '')

/** A court's number means one suit in whatever ledger it stands; a review's number is its own organ's (rulebook R94). */
const suitOf = (one: Heard): string | null => {
  const number = bare(one.caseNumber)
  if (number === '') return null
  return one.kind === 'litigation' ? number : `${bare(one.body)} ${number}`
}

/** Where a fact leaves a remedy: pending from the day it was filed or appealed, as decided from the day of the decision. */
const standingAfter = (fact: Fact): Standing | null => {
  switch (fact.type) {
    case 'ReconsiderationFiled':
    case 'LitigationFiled':
    case 'LitigationAppealed':
      return { column: 'pending', from: fact.filedOn }
    case 'ReconsiderationDecided':
    case 'LitigationDecided':
      return { column: fact.column, from: fact.decidedOn }
    default:
      return null
  }
}

const isHeard = (one: Remedy): one is Heard => one.kind !== 'complaint'

/** What table four counts of a case's remedies after a fact; complaints are none of them (rulebook R97, R98). */
export const countedRemedies = (before: Remedies, fact: Fact, { remedies }: Pick<Case, 'remedies'>): Remedies => {
  const standing = standingAfter(fact)
  if (!standing || !('id' in fact)) return before
  const one = remedies.filter(isHeard).find(({ id }) => id === fact.id)
  if (!one) return before
  const known = before.find(({ id }) => id === one.id)
  const now = { id: one.id, group: groupOf(one), suit: suitOf(one), standings: [...(known?.standings ?? []), standing] }
  return known ? before.map((other) => (other === known ? now : other)) : [...before, now]
}
