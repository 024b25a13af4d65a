import type { Case, Office } from '@zhiqing/casework'
import type { FastifyRequest } from 'fastify'
import type { Counter } from '../counter.js'
import type { Visit } from '../visit/visit.js'

/** A case as its applicant may see it today. */
export interface OpenedCase {
  readonly visit: Visit
  readonly current: Case
  readonly office: Pick<Office, 'on' | 'calendar' | 'settings' | 'organ'>
}

/** The case of the visit; undefined without one, or when the case is gone. */
export const openCase = async (request: FastifyRequest, counter: Counter): Promise<OpenedCase | undefined> => {
  const visit = counter.visits.read(request)
  if (!visit) return undefined
  const { cabinet } = counter
  const on = counter.today()
  const [kept, found, calendar] = await Promise.all([
    cabinet.findCase(visit.organ, visit.caseId),
    cabinet.organ(visit.organ, on),
    cabinet.calendar(),
  ])
  if (!kept || !found) return undefined
  const { organ, settings } = found
  return { visit, current: kept.current, office: { on, calendar, settings, organ } }
}
