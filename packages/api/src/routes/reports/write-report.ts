import { againstPublishing, entriesSchema, readEntries } from '@zhiqing/casework'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { invalid } from '../../problem/answers.js'
import { send } from '../../problem/problem.js'
import { problems } from '../../schemas/problem.js'
import type { Services } from '../../services.js'
import { asProblem, sumQuery, writingPlace, yearParams } from './place.js'
import { wholeView } from './read-report.js'
import { edition, reportSchema } from './schema.js'

const tags = ['年度报告']

const entering = {
  tags,
  summary: '填写表二和文字部分',
  description:
    '没有草稿的由此打开：记下此刻每个案件所在的行、表四、表二和文字，以后有变动的标出来。sources 按名称写明各项的来源；本系统没有公布过上年报告的，previous 填上年的报告并在 sources.previous 写明来源。由统计人员办理；填 sum=true 为所主管机关的汇总，由兼有主管职责的统计人员办理。',
  params: yearParams,
  querystring: sumQuery,
  body: entriesSchema,
  response: { 200: reportSchema, ...problems(400, 401, 403, 413, 415, 422, 503) },
}

/** The body is read by casework, which tells every fault. */
const byCasework = (route: { readonly httpPart?: string | undefined }) => (value: unknown) => {
  if (route.httpPart === 'body') return { value }
  const schema = route.httpPart === 'params' ? yearParams : sumQuery
  const read = schema.safeParse(value)
  return read.success || route.httpPart === 'headers' ? { value } : { error: read.error }
}

/** PUT /reports/:year/entries */
export const writeEntries = (app: FastifyInstance, services: Services): void => {
  const { cabinet, today, log } = services
  app.put('/reports/:year/entries', { schema: entering, validatorCompiler: byCasework }, async (request, reply) => {
    const place = await writingPlace(request, services)
    if ('problem' in place) return send(reply, place.problem)
    const read = readEntries(request.body)
    if ('faults' in read) return send(reply, invalid(read.faults))
    const { organ, organs, kind, year, person } = place
    const { entries } = read
    const opened = { openedOn: today(), openedBy: person.displayName }
    await cabinet.reports.keepReportDraft({ organ, organs, kind, year, entries, ...opened })
    log.info('reportEntered', { organ, kind, year, person: person.id })
    return wholeView(await cabinet.reports.yearReport(place), place, services)
  })
}

const publishing = {
  tags,
  summary: '公布年度报告',
  description:
    '按此刻的台账编成一版并冻结，附 SHA-256；已经公布过的，写明原因另出一版，以前的不改。有勾稽错误、有没有填写的部分、结转与上年已公布的报告不一致的，拒绝并逐项列明。由统计人员办理；填 sum=true 为所主管机关的汇总，由兼有主管职责的统计人员办理。',
  params: yearParams,
  querystring: sumQuery,
  body: z.strictObject({ reason: z.string().max(500).optional() }),
  response: { 201: edition, ...problems(400, 401, 403, 413, 415, 422, 503) },
}

/** POST /reports/:year/editions */
export const publishReport = (app: FastifyInstance, services: Services): void => {
  const { cabinet, today, log } = services
  app.post('/reports/:year/editions', { schema: publishing }, async (request, reply) => {
    const place = await writingPlace(request, services)
    if ('problem' in place) return send(reply, place.problem)
    const { organ, person, year, kind } = place
    const { reason } = request.body as { reason?: string }
    const on = today()
    const published = await cabinet.reports.publishReport({
      ...place,
      ...{ on, by: person.displayName, reason },
      refuse: (prepared) => againstPublishing({ ...prepared, reason, on }),
    })
    if ('refused' in published) {
      const [first, ...also] = published.refused
      if (!first) throw new Error('refused without a word')
      return send(reply, asProblem([first, ...also]))
    }
    log.info('reportPublished', {
      organ,
      kind,
      year,
      edition: published.edition,
      sha256: published.sha256,
      person: person.id,
    })
    return reply.status(201).send({
      edition: published.edition,
      publishedOn: published.publishedOn,
      publishedBy: published.publishedBy,
      reason: published.reason,
      sha256: published.sha256,
    })
  })
}
