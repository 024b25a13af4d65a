import { summaryWords } from '@zhiqing/casework'
import type { ModelCase } from '@zhiqing/db'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { csvFile } from '../../csv.js'
import { send } from '../../problem/problem.js'
import { problems } from '../../schemas/problem.js'
import type { Services } from '../../services.js'
import { attachment } from '../file-name.js'
import { organNames } from '../reports/organ-names.js'
import { reportPlace, sumQuery } from '../reports/place.js'
import { modelCase, modelView } from './schema.js'

const schema = {
  tags: ['典型案例'],
  summary: '典型案例',
  description:
    '本机关的，连同还没有审核的；主管部门看所主管机关已经审核的，不显示背后的案件；兼有本机关岗位的，sum=true 为本机关和所主管机关的。form=csv 导出已经审核的，带 BOM。',
  querystring: sumQuery.extend({ form: z.enum(['json', 'csv']).default('json') }),
  response: {
    200: z.union([z.object({ cases: z.array(modelCase) }), z.string()]),
    ...problems(400, 401, 403, 404, 503),
  },
}

const heads = ['机关', '摘要', '案情', '典型意义', '审核日期']

/** Approved ones alone, as a list to be passed on: no id leads back to a case. */
export const modelCsv = (cases: readonly ModelCase[]): string => {
  const rows = cases
    .filter(({ approvedOn }) => approvedOn !== null)
    .map(({ organ, summary, story, point, approvedOn }) => [organ, summaryWords(summary), story, point, approvedOn])
  return csvFile([heads, ...rows])
}

/** GET /model-cases */
export const listModelCases = (app: FastifyInstance, services: Services): void => {
  app.get('/model-cases', { schema }, async (request, reply) => {
    const place = await reportPlace(request, services)
    if ('problem' in place) return send(reply, place.problem)
    const isOwn = (organ: string): boolean => organ === place.person.organ
    const all = await services.cabinet.reports.modelCases(place.organs)
    const seen = all.filter(({ organ, approvedOn }) => isOwn(organ) || approvedOn !== null)
    if ((request.query as { form?: string }).form !== 'csv') {
      const nameOf = await organNames(services)
      return { cases: seen.map((one) => modelView(one, isOwn(one.organ), nameOf)) }
    }
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', attachment('model-cases.csv', '典型案例.csv'))
      .send(modelCsv(seen))
  })
}
