import type { Day } from '@zhiqing/law'
import type { WorkerServices } from '../services.js'
import { type DueCase, lookAtCase } from './look-at-case.js'

const batch = 100

/**
 * Looks at every case that something is due in on this day and that was not looked at today; each once, whatever comes
 * of it. A case that fails is logged and left for the next sweep; the others are not kept waiting. Resolves to how many
 * were looked at.
 */
export const sweep = async (today: Day, services: WorkerServices, stopping: () => boolean): Promise<number> => {
  const seen = new Set<string>()
  let failed = 0
  const look = async (due: DueCase): Promise<void> => {
    seen.add(due.caseId)
    try {
      await lookAtCase(due, today, services)
    } catch (error) {
      failed += 1
      services.log.error('calendarFailed', { caseId: due.caseId, error: String(error) })
    }
  }
  for (;;) {
    const due = await services.cabinet.casesDue(today, batch + failed)
    const fresh = due.filter(({ caseId }) => !seen.has(caseId))
    for (const one of fresh) {
      if (stopping()) return seen.size - failed
      await look(one)
    }
    if (fresh.length === 0) return seen.size - failed
  }
}
