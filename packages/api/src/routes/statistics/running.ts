import { carriedIfOnTime, finishedPicture, openPicture } from '@zhiqing/casework'
import { addDays, type Calendar, type Day, daysBetween, laterOf } from '@zhiqing/law'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { invalid } from '../../problem/answers.js'
import { send } from '../../problem/problem.js'
import { dayText, textOrNull } from '../../schemas/plain.js'
import { problems } from '../../schemas/problem.js'
import type { Services } from '../../services.js'
import { organNames } from '../reports/organ-names.js'
import { organQuery, reportPlace } from '../reports/place.js'

const figures = {
  open: z.int().meta({ description: '在办' }),
  dueSoon: z.int().meta({ description: '3个工作日内到期' }),
  overdue: z.int().meta({ description: '超期未答复' }),
  standing: z.int().meta({ description: '停算中' }),
}
const counts = z.array(z.object({ zh: z.string(), count: z.int() }))
const share = z.number().nullable().meta({ description: '0至1；没有办结的为 null' })

const answer = z
  .object({
    today: dayText,
    from: dayText,
    until: dayText,
    received: z.int().meta({ description: '期间新收' }),
    open: z.object({
      ...figures,
      reasons: counts.meta({ description: '停算的原因' }),
      ageing: counts.meta({ description: '收到至今的自然日' }),
      officers: z.array(z.object({ organ: z.string(), officer: textOrNull, ...figures })),
      organs: z.array(z.object({ organ: z.string(), name: z.string(), ...figures })),
    }),
    closed: z.object({
      closed: z.int(),
      refusalShare: share,
      correctionShare: share,
      extensionShare: share,
      lines: z.array(
        z.object({
          line: z.string(),
          zh: z.string(),
          count: z.int(),
          share: z.number(),
          meanDays: z.number().meta({ description: '收到至发出的自然日' }),
          medianDays: z.number(),
          mostDays: z.number(),
        }),
      ),
    }),
    carry: z
      .object({ fromOpen: z.int(), ofNew: z.int(), total: z.int() })
      .meta({ description: '12月31日结转的预计：都在最后一日答复，收件同过去一年一样多' }),
    remedies: z.object({ reconsiderations: z.int(), corrected: z.int(), correctionShare: share }),
  })
  .meta({ id: 'RunningStatistics', description: '运行情况' })
export type RunningAnswer = z.infer<typeof answer>

const day = z.iso.date({ error: '应为存在的日期，格式 YYYY-MM-DD' }).optional()
const query = organQuery.extend({ from: day, until: day })

const schema = {
  tags: ['统计'],
  summary: '运行情况',
  description:
    '在办、临期、超期、停算及其原因、件龄；期间办结的时间、不予公开和各项结果的比例、补正率、延期率；经办人和机关；结转预计；复议纠正率。from、until 不填为本年初至今。每次由案件现算，不另存数字。',
  querystring: query,
  response: { 200: answer, ...problems(400, 401, 403, 404, 422, 503) },
}

/** Requests received from this day on are due after the year's end. */
const firstDueBeyond = (yearEnd: Day, calendar: Calendar): Day => {
  let at = yearEnd
  while (calendar.addWorkingDays(addDays(at, -1), 20).due > yearEnd) at = addDays(at, -1)
  return at
}

const carryOf = (
  fromOpen: number,
  lastYear: number,
  { today, yearEnd, calendar }: { today: Day; yearEnd: Day; calendar: Calendar },
) => {
  const begins = laterOf(addDays(today, 1), firstDueBeyond(yearEnd, calendar))
  const days = Math.max(0, daysBetween(begins, yearEnd) + 1)
  const ofNew = Math.round((lastYear / 365) * days)
  return { fromOpen, ofNew, total: fromOpen + ofNew }
}

/** GET /statistics */
export const runningStatistics = (app: FastifyInstance, services: Services): void => {
  const { cabinet } = services
  app.get('/statistics', { schema }, async (request, reply) => {
    const place = await reportPlace(request, services)
    if ('problem' in place) return send(reply, place.problem)
    const { organs } = place
    const today = services.today()
    const asked = request.query as z.infer<typeof query>
    const from = (asked.from ?? `${today.slice(0, 4)}-01-01`) as Day
    const until = (asked.until ?? today) as Day
    if (until < from) return send(reply, invalid([{ path: 'until', zh: '不能早于起始日期' }]))
    const year = Number(today.slice(0, 4))
    const { reports } = cabinet
    const [calendar, unfinished, finished, received, lastYear, remedies] = await Promise.all([
      cabinet.calendar(),
      reports.unfinished(organs),
      reports.finishedIn(organs, { from, until }),
      reports.receivedIn(organs, { from, until }),
      reports.receivedIn(organs, { from: addDays(today, -364), until: today }),
      reports.yearRemedies(organs, year),
    ])
    const reviews = remedies.filter(({ group, column }) => group === 'reconsideration' && column !== 'pending')
    const corrected = reviews.filter(({ column }) => column === 'corrected').length
    const yearEnd = `${year}-12-31` as Day
    const open = openPicture(unfinished, { today, soon: calendar.addWorkingDays(today, 3).due })
    const nameOf = await organNames(services)
    return {
      ...{ today, from, until },
      received,
      open: { ...open, organs: open.organs.map((one) => ({ ...one, name: nameOf(one.organ) })) },
      closed: finishedPicture(finished),
      carry: carryOf(carriedIfOnTime(unfinished, yearEnd), lastYear, { today, yearEnd, calendar }),
      remedies: {
        reconsiderations: reviews.length,
        corrected,
        correctionShare: reviews.length === 0 ? null : corrected / reviews.length,
      },
    }
  })
}
