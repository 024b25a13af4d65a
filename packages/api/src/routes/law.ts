import { CalendarUnknown, type Day, lawOn } from '@zhiqing/law'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { article, dayText, textOrNull } from '../schemas/plain.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'

const instrument = z.object({
  instrument: z.string(),
  title: z.string(),
  number: z.string(),
  publishedOn: dayText,
  effectiveFrom: dayText,
  inForce: z.boolean(),
})

const period = z.object({
  zh: z.string(),
  unit: z.string(),
  article,
  value: z.number().nullable().meta({ description: '没有收录那一天的规定的为 null' }),
  from: textOrNull,
  cite: textOrNull,
})

const entry = z.object({ date: dayText, working: z.boolean(), status: z.string(), name: textOrNull })

const schema = {
  tags: ['规则'],
  summary: '某一天的规则和日历',
  description: '那一天施行的规定、各种期限，以及按那一天为止已经公布的放假安排，那一天是不是工作日。on 不填为今天。',
  querystring: z.strictObject({ on: z.iso.date({ error: '应为存在的日期，格式 YYYY-MM-DD' }).optional() }),
  response: {
    200: z.object({
      on: dayText,
      instruments: z.array(instrument),
      periods: z.array(period),
      calendar: entry.nullable().meta({ description: '不在日历范围内的为 null' }),
    }),
    ...problems(400, 401, 503),
  },
}

/** Null where no notice had been issued by then, or the day lies outside all of them. */
const look = async ({ cabinet }: Services, on: Day) => {
  try {
    return (await cabinet.calendarAsOf(on)).look(on)
  } catch (error) {
    if (error instanceof CalendarUnknown) return null
    throw error
  }
}

/** GET /law?on=DAY: what the rules and the calendar said on a day. */
export const lawOnDay = (app: FastifyInstance, services: Services): void => {
  app.get('/law', { schema }, async (request) => {
    const on = ((request.query as { on?: string }).on ?? services.today()) as Day
    return { on, ...lawOn(on), calendar: await look(services, on) }
  })
}
