import type { Day } from '@zhiqing/law'

/** 审核通过, with the day of the 保密审查 where the reviewer confirmed one (rulebook R38). */
export interface Approval {
  readonly opinion: string | null
  readonly by: string | null
  readonly on: Day
  readonly secrecyReviewedOn?: Day | undefined
}
