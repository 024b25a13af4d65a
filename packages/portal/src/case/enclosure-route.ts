import { attachment } from '@zhiqing/api'
import { fileEnds, fileNameOf, sentEnclosures } from '@zhiqing/casework'
import type { FastifyInstance } from 'fastify'
import type { Counter } from '../counter.js'
import { sendNotFound } from '../http/not-found.js'
import { isKiosk } from '../kiosk/kiosk.js'
import { openCase } from './open-case.js'
import { sendFile } from './send-letter.js'

/** GET /case/enclosures/:n: a paper that was sent with the reply; any other paper of the case is as if it were not there. */
export const enclosureRoute = (app: FastifyInstance, counter: Counter): void => {
  app.get('/case/enclosures/:n(^\\d{1,4})', async (request, reply) => {
    const opened = await openCase(request, counter)
    if (!opened) return reply.redirect('/lookup', 303)
    const n = Number((request.params as { n: string }).n)
    // A file saved at the touch screen of the hall would lie there for the next one.
    const filed = isKiosk(request) ? undefined : sentEnclosures(opened.current).find((one) => one.n === n)
    const { organ, caseId } = opened.visit
    const bytes = filed && (await counter.cabinet.attachment(organ, caseId, filed.file))
    if (!filed || !bytes) return sendNotFound({ request, reply, counter })
    const disposition = attachment(`enclosure-${n}.${fileEnds[filed.mediaType]}`, fileNameOf(filed))
    return sendFile(reply, bytes, { type: filed.mediaType, disposition })
  })
}
