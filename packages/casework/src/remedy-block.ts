import { type Day, type RemedyBlock, remedyDaysWithoutReply, remedyOf } from '@zhiqing/law'
import type { Case } from './case.js'
import { replyClock } from './clocks.js'
import type { Office } from './office.js'

/** The remedy told: as the reply was signed with it, whatever the setting says since; before, as it would be signed now. */
export const remedyBlockOf = ({ decision, reply }: Case, { settings }: Pick<Office, 'settings'>): RemedyBlock | null =>
  reply?.remedy ?? (decision ? remedyOf(decision, settings.remedyBlock) : null)

/** Last days against silence. */
export interface WithoutReply {
  readonly reconsiderationBy: Day | null
  readonly litigationBy: Day | null
}

/** Once the due day is past without a reply: until when that can be brought to review or court (rulebook R73, A9); else null. */
export const remediesWithoutReply = (
  current: Case,
  { on, calendar, settings }: Pick<Office, 'on' | 'calendar' | 'settings'>,
): WithoutReply | null => {
  const { status, dueOn } = replyClock(current, { calendar })
  if (status !== 'running' || !dueOn || on <= dueOn) return null
  const { reconsideration, litigation } = remedyDaysWithoutReply(dueOn, calendar, settings.noReplyRemedy)
  return { reconsiderationBy: reconsideration?.due ?? null, litigationBy: litigation?.due ?? null }
}
