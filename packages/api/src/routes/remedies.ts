import { dueDates } from '@zhiqing/casework'
import type { KeptCase } from '@zhiqing/db'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { identityOf } from '../identity/identity.js'
import { organToRead } from '../identity/roles.js'
import { notForReading } from '../problem/answers.js'
import { send } from '../problem/problem.js'
import { remedy } from '../schemas/case-remedies.js'
import { dueDate, textOrNull } from '../schemas/plain.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { maskName } from '../view/mask.js'
import { officeFor, type ReadingOffice } from '../view/office.js'

const answer = z.object({
  remedies: z.array(
    z.object({
      case: z.object({ id: z.string(), number: textOrNull, applicant: z.string(), description: z.string() }),
      remedy,
      dueDates: z.array(dueDate).meta({ description: '这一件的期限' }),
    }),
  ),
  next: textOrNull,
})
export type RemediesAnswer = z.infer<typeof answer>

const schema = {
  tags: ['案件'],
  summary: '复议诉讼台账',
  description: '本机关全部的行政复议、行政诉讼和投诉，新收的申请在前，分页列出。',
  querystring: z.strictObject({ after: z.string().max(200).optional() }),
  response: { 200: answer, ...problems(400, 401, 403, 503) },
}

const perPage = 50

const rows = ({ id, current }: KeptCase, office: ReadingOffice) => {
  const due = dueDates(current, office)
  const { number, applicant, information } = current
  return current.remedies.map(({ at, ...one }) => ({
    case: { id, number, applicant: maskName(applicant), description: information.description.slice(0, 60) },
    remedy: { ...one, state: at.state },
    dueDates: due.filter((day) => day.id === one.id),
  }))
}

/** GET /remedies: every remedy of the organ, each with its own days. */
export const remedies = (app: FastifyInstance, services: Services): void => {
  app.get('/remedies', { schema }, async (request, reply) => {
    const organ = organToRead(identityOf(request).person)
    if (organ === undefined) return send(reply, notForReading)
    const { after } = request.query as { after?: string }
    const [{ cases, next }, office] = await Promise.all([
      services.cabinet.listCases({ organ, after, limit: perPage, withRemedies: true }),
      officeFor(organ, services),
    ])
    return { remedies: cases.flatMap((kept) => rows(kept, office)), next }
  })
}
