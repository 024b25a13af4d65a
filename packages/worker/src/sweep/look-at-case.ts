import { handle } from '@zhiqing/casework'
import type { Day } from '@zhiqing/law'
import type { WorkerServices } from '../services.js'

/** A case that something may have become due in. */
export interface DueCase {
  readonly organ: string
  readonly caseId: string
}

/**
 * The calendar acts on a case: an ordinary command, once a case and day however many processes sweep. A refusal (a step
 * already recorded for a later day, say) is an answer too; either way the case has been looked at.
 */
export const lookAtCase = async (
  { organ, caseId }: DueCase,
  on: Day,
  { cabinet, log }: WorkerServices,
): Promise<void> => {
  const answer = await handle(cabinet.store, {
    organ,
    caseId,
    command: 'calendarDay',
    input: {},
    on,
    actor: { role: 'calendar' },
    key: { value: `calendarDay:${caseId}:${on}`, person: 'calendar', body: '-' },
  })
  if (!answer.ok)
    log.info('calendarRefused', { caseId, on, code: 'refusal' in answer ? answer.refusal.code : answer.unfit })
  await cabinet.looked(organ, caseId, on)
}
