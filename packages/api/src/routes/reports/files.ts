import { type ReportForm, reportForms, reportInThread } from '@zhiqing/letters'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { problem, send } from '../../problem/problem.js'
import { problems } from '../../schemas/problem.js'
import type { Services } from '../../services.js'
import { attachment } from '../file-name.js'
import { editionsAt, type ReportPlace, reportPlace, sumQuery, yearParams } from './place.js'

const media: Readonly<Record<ReportForm, string>> = {
  json: 'application/json',
  html: 'text/html; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

const query = sumQuery.extend({
  edition: z
    .string()
    .regex(/^\d{1,3}$/, { error: '应为第几版' })
    .optional()
    .meta({ description: '已公布的第几版；不填为按台账现在的情况编成的草稿' }),
})

const binary = { schema: z.string().meta({ format: 'binary' }) }

const schema = {
  tags: ['年度报告'],
  summary: '年度报告的文件',
  description: `form 为 ${reportForms.join('、')} 之一。`,
  params: yearParams.extend({ form: z.enum(reportForms) }),
  querystring: query,
  response: {
    200: {
      description: '文件',
      content: Object.fromEntries(Object.values(media).map((one) => [one.split(';')[0] ?? one, binary])),
    },
    ...problems(400, 401, 403, 404, 422, 503),
  },
}

const noEdition = problem('notFound', 404, '没有找到', '没有公布过这一版年度报告')

const reportOf = async (place: ReportPlace, edition: string | undefined, services: Services) => {
  if (edition === undefined) return (await services.cabinet.reports.yearReport(place)).report
  const editions = await editionsAt(place, place.year, services)
  return editions.find((one) => one.edition === Number(edition))?.report
}

/** GET /reports/:year/files/:form. A file to keep, never run in our pages (ASVS 3.2.1). */
export const reportFiles = (app: FastifyInstance, services: Services): void => {
  const { today, fonts = {} } = services
  app.get('/reports/:year/files/:form', { schema }, async (request, reply) => {
    const place = await reportPlace(request, services)
    if ('problem' in place) return send(reply, place.problem)
    const { form } = request.params as { form: ReportForm }
    const report = await reportOf(place, (request.query as z.infer<typeof query>).edition, services)
    if (!report) return send(reply, noEdition)
    const file = await reportInThread({ report, form, on: today(), fonts })
    const [ascii, zh] = place.kind === 'sum' ? ['-sum', '（汇总）'] : ['', '']
    const name = `${report.title}${zh}${report.edition === 0 ? '（草稿）' : ''}.${form}`
    return reply
      .type(media[form])
      .header('content-disposition', attachment(`${place.organ}-${place.year}${ascii}.${form}`, name))
      .header('content-security-policy', "sandbox; default-src 'none'")
      .send(Buffer.from(file))
  })
}
