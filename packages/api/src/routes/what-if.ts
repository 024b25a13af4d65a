import { readWhatIf, whatIf, whatIfSchema } from '@zhiqing/casework'
import { settingsOn } from '@zhiqing/law'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { invalid } from '../problem/answers.js'
import { send } from '../problem/problem.js'
import { dueDate, movedDue } from '../schemas/plain.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { caseOf, caseParams } from './case-of.js'
import { parsedByCasework } from './order.js'

const view = z.looseObject({ dueDates: z.array(dueDate) }).nullable()

const schema = {
  tags: ['推演'],
  summary: '设想：如果这样办理，会怎样',
  description:
    '在内存中依次试办 events（字段与办理相同，on 不填为今天或者上一步的日期，可以是将来），案件、编号、文书都不变动。notice 为设想中新发布的放假安排；asOf 只用到那一天为止已经公布的放假安排，两者只写一个。被拒绝的步骤也在应答中。',
  params: caseParams,
  body: whatIfSchema,
  response: {
    200: z.object({
      before: view.meta({ description: '案件现在的情况' }),
      lines: z.array(z.looseObject({ step: z.int(), ok: z.boolean() })).meta({ description: '每个事件一项' }),
      after: view.meta({ description: '这样办理之后的情况' }),
      moved: z.array(movedDue.extend({ provisional: z.boolean() })).meta({ description: '前后不同的期限' }),
      end: z.looseObject({}).nullable(),
    }),
    ...problems(400, 401, 403, 404, 413, 415, 503),
  },
}

const bothGiven = invalid([{ path: 'asOf', zh: 'notice 和 asOf 只能写一个' }])

/** POST /cases/:id/what-if, for those who may read the case; nothing is written. */
export const whatIfRoute = (app: FastifyInstance, services: Services): void => {
  const { cabinet } = services
  const options = { schema, validatorCompiler: parsedByCasework }
  app.post('/cases/:id/what-if', options, async (request, reply) => {
    const seen = await caseOf(request, services, 'whatIf')
    if ('problem' in seen) return send(reply, seen.problem)
    const { kept } = seen
    const read = readWhatIf(request.body ?? {})
    if (!read.ok) return send(reply, invalid(read.faults))
    const { events, notice, asOf } = read
    if (notice && asOf) return send(reply, bothGiven)
    const today = services.today()
    const [calendar, office, sets] = await Promise.all([
      cabinet.calendar(),
      cabinet.organ(kept.organ, today),
      cabinet.settings(kept.organ),
    ])
    if (!office) throw new Error(`no organ ${kept.organ}`)
    const supposed = notice ? await cabinet.calendarWith(notice) : asOf ? await cabinet.calendarAsOf(asOf) : calendar
    const { organ } = office
    return whatIf(kept.current, {
      events,
      today,
      organ,
      calendar,
      supposed,
      settingsOn: (day) => settingsOn(sets, day),
    })
  })
}
