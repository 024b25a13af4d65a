import { play, readScenario, scenarioSchema } from '@zhiqing/casework'
import { CalendarUnknown, type Day } from '@zhiqing/law'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { invalid } from '../problem/answers.js'
import { send } from '../problem/problem.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { parsedByCasework } from './order.js'

const schema = {
  tags: ['推演'],
  summary: '按脚本推演一个案件',
  description:
    '与 zhiqing simulate 同一份脚本、同一段程序，只在内存中进行，不留下任何记录。每一步一项，被拒绝的步骤也在其中；最后一项是结局和期限依据。写了 asOf 的，只用到那一天为止已经公布的放假安排。',
  body: scenarioSchema,
  response: {
    200: z.object({ lines: z.array(z.looseObject({})) }).meta({ description: '每个事件一项，末尾一项 end 为 true' }),
    ...problems(400, 401, 413, 415, 503),
  },
}

/** The calendar of that day; a day before the first notice is a fault of the script. */
const calendarFor = async (asOf: Day | undefined, cabinet: Services['cabinet']) => {
  try {
    return await (asOf ? cabinet.calendarAsOf(asOf) : cabinet.calendar())
  } catch (error) {
    if (asOf && error instanceof CalendarUnknown) return { faults: [{ path: 'asOf', zh: error.message }] }
    throw error
  }
}

/** POST /simulations (contract §3): a scenario played on a store in memory, on the calendar that is kept here. */
export const simulations = (app: FastifyInstance, { cabinet }: Services): void => {
  app.post('/simulations', { schema, validatorCompiler: parsedByCasework }, async (request, reply) => {
    const read = readScenario(request.body)
    if (!read.ok) return send(reply, invalid(read.faults.map(({ path, zh }) => ({ path: path.join('.'), zh }))))
    const calendar = await calendarFor(read.asOf, cabinet)
    if ('faults' in calendar) return send(reply, invalid(calendar.faults))
    const lines: object[] = []
    for await (const line of play(read.with(calendar))) lines.push(line)
    return { lines }
  })
}
