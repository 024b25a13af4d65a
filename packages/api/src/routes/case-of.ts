import type { KeptCase } from '@zhiqing/db'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import { identityOf } from '../identity/identity.js'
import { organToRead } from '../identity/roles.js'
import type { Services } from '../services.js'

/** The id in the address. Any text passes: a wrong one is no such case, not a fault. */
export const caseParams = z.object({ id: z.string().meta({ description: '案件的 id' }) })

/** The case of a request, if the person may see it; of another organ and never been are one and the same. */
export const caseOf = async (request: FastifyRequest, { cabinet }: Services): Promise<KeptCase | undefined> => {
  const { id } = request.params as z.infer<typeof caseParams>
  const organ = organToRead(identityOf(request).person)
  return organ !== undefined ? cabinet.findCase(organ, id) : undefined
}

/** Where a command goes; undefined for those who see no case. */
export const orderPlace = (request: FastifyRequest): { organ: string; caseId: string } | undefined => {
  const { id } = request.params as z.infer<typeof caseParams>
  const organ = organToRead(identityOf(request).person)
  return organ !== undefined ? { organ, caseId: id } : undefined
}
