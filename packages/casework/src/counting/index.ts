import type { CountedCase, CountedRemedy } from '@zhiqing/law'
import type { Case } from '../case.js'

export { countedWithoutWords } from './count.js'
export type { Closing, Counted } from './counted.js'

/** A case as table three counts it. */
export const countedCase = (
  id: string,
  { receivedOn, counted }: Pick<Case, 'receivedOn' | 'counted'>,
): CountedCase => ({
  id,
  kind: counted.kind,
  receivedOn,
  line: counted.closing?.line ?? null,
  closedOn: counted.closing?.closedOn ?? null,
})

/** Its remedies as table four counts them. */
export const remediesCounted = (caseId: string, { counted }: Pick<Case, 'counted'>): CountedRemedy[] =>
  counted.remedies.map((one) => ({ ...one, caseId }))
