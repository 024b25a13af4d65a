import type { KeptEdition } from '@zhiqing/db'
import { type Day, defaultSettings, handInDays, tableThreeOf } from '@zhiqing/law'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { identityOf } from '../../identity/identity.js'
import { mayRead, readersOf, readings } from '../../identity/reading.js'
import { organToSuperviseFor } from '../../identity/roles.js'
import { notForYou } from '../../problem/answers.js'
import { send } from '../../problem/problem.js'
import { dayOrNull, dayText } from '../../schemas/plain.js'
import { problems } from '../../schemas/problem.js'
import type { Services } from '../../services.js'
import { organNames } from './organ-names.js'
import { organsOf, reportPlace, yearParams } from './place.js'
import { wholeView } from './read-report.js'
import { reportSchema } from './schema.js'

const row = z.object({
  organ: z.string(),
  name: z.string(),
  handedIn: z.boolean().meta({ description: '本年报告已经公布' }),
  edition: z.int().nullable(),
  publishedOn: dayOrNull,
  late: z.boolean().meta({ description: '过了 handInBy 才公布，或者还没有公布' }),
  changed: z.boolean().meta({ description: '公布以后台账有变动，报告中的数字与现在的不一致' }),
  received: z.int(),
  carriedOver: z.int(),
  closed: z.int(),
  carriedOn: z.int(),
  opens: z.boolean().meta({ description: '登录人可以打开这个机关的案件：数字可以用 cells 打开' }),
})

const answer = z
  .object({
    whole: reportSchema,
    handInBy: dayText,
    internalBy: dayText.meta({ description: '本机关为所主管的各机关定的内部期限' }),
    workTarget: dayText,
    publishBy: dayText,
    organs: z.array(row),
  })
  .meta({ id: 'RollUp', description: '所主管机关的汇总' })
export type RollUpAnswer = z.infer<typeof answer>

const schema = {
  tags: ['年度报告'],
  summary: '所主管机关的汇总',
  description:
    '所主管的各机关相加，登录人能看本机关的，本机关也在内；哪些机关还没有公布，哪些公布以后有变动；同一件诉讼、复议被几个机关记录的列在 whole.doubles，只按一件计算。期限为日期，不因节假日顺延：各机关1月31日以前，政府3月31日以前；internalBy 为设置中的内部期限，workTarget 为到它为止的最后一个工作日。',
  params: yearParams,
  response: {
    200: answer,
    ...problems(400, 401, 403, 404, 422, 503),
  },
}

/** 31 January and 31 March are dates, not periods: they do not roll (条例 49, 50; rulebook §6). */
const dates = async (year: number, above: string, { cabinet, today }: Services) => {
  const [calendar, kept] = [await cabinet.calendar(), await cabinet.organ(above, today())]
  const { reportHandInDay, reportGovernmentDay } = kept?.settings ?? defaultSettings
  const own = { year, type: 'countyDepartment', settings: { reportHandInDay, reportGovernmentDay } } as const
  const { internal, lawful, workTarget } = handInDays(own, undefined, calendar)
  return { handInBy: lawful, internalBy: internal, workTarget, publishBy: `${year + 1}-03-31` as Day }
}

const figuresOf = (table: ReturnType<typeof tableThreeOf>) => {
  const total = (line: '1' | '2' | '3.7' | '4'): number => table[line]?.[6] ?? 0
  return { received: total('1'), carriedOver: total('2'), closed: total('3.7'), carriedOn: total('4') }
}

const isChanged = (edition: KeptEdition | undefined, now: ReturnType<typeof tableThreeOf>): boolean =>
  edition !== undefined && JSON.stringify(edition.report.table3) !== JSON.stringify(sameOrder(edition, now))

/** The edition's text has its members sorted; the figures alone are held against each other. */
const sameOrder = ({ report }: KeptEdition, now: ReturnType<typeof tableThreeOf>) =>
  Object.fromEntries(Object.keys(report.table3).map((line) => [line, now[line as '1']]))

/** GET /reports/:year/roll-up, for the supervisor. */
export const rollUp = (app: FastifyInstance, services: Services): void => {
  const { cabinet, today } = services
  app.get('/reports/:year/roll-up', { schema }, async (request, reply) => {
    const { person } = identityOf(request)
    const above = organToSuperviseFor(person)
    if (above === undefined) return send(reply, notForYou(readings.reports.zh, readersOf('reports', 'supervised')))
    const place = await reportPlace(request, services)
    if ('problem' in place) return send(reply, place.problem)
    const { year } = place
    const organs = organsOf(person, above, await cabinet.supervised(above))
    const sum = { person, year, organ: above, organs, kind: 'sum' } as const
    const whole = await cabinet.reports.yearReport(sum)
    const counts = await cabinet.reports.yearCounts(organs, year)
    const editions = await cabinet.reports.reportEditions(organs, year)
    const days = await dates(year, above, services)
    const nameOf = await organNames(services)
    const rows = organs.map((organ) => {
      const last = editions.findLast((one) => one.organ === organ)
      const now = tableThreeOf(
        counts.filter((one) => one.organ === organ),
        year,
      )
      const first = editions.find((one) => one.organ === organ)?.publishedOn
      return {
        organ,
        name: nameOf(organ),
        handedIn: last !== undefined,
        edition: last?.edition ?? null,
        publishedOn: last?.publishedOn ?? null,
        late: (first ?? today()) > days.handInBy,
        changed: isChanged(last, now),
        ...figuresOf(now),
        opens: mayRead(person, 'page', organ === above ? 'own' : 'supervised'),
      }
    })
    const view = await wholeView(whole, sum, services)
    return { whole: view, ...days, organs: rows }
  })
}
