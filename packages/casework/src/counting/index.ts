import type { CountedCase, CountedRemedy } from '@zhiqing/law'
import type { Case } from '../case.js'

export { countedWithoutWords } from './count.js'
export type { Closing, Counted } from './counted.js'

/** A case as table three counts it: a drill as if it had never been received (rulebook R98). */
export const countedCase = (
  id: string,
  { receivedOn, counted, drill }: Pick<Case, 'receivedOn' | 'counted' | 'drill'>,
): CountedCase => ({
  id,
  kind: counted.kind,
  receivedOn: drill ? null : receivedOn,
  line: counted.closing?.line ?? null,
  closedOn: counted.closing?.closedOn ?? null,
})

/** Its remedies as table four counts them. */
export const remediesCounted = (
  caseId: string,
  { counted, drill }: Pick<Case, 'counted' | 'drill'>,
): CountedRemedy[] => (drill ? [] : counted.remedies.map((one) => ({ ...one, caseId })))
