import { againstPublishing } from '@zhiqing/casework'
import type { KeptEdition, Prepared } from '@zhiqing/db'
import { checkReport, type Day, formOf, identitiesOf, remedyGroupNames, remedyGroups } from '@zhiqing/law'
import type { FastifyInstance } from 'fastify'
import { send } from '../../problem/problem.js'
import { problems } from '../../schemas/problem.js'
import type { Services } from '../../services.js'
import { organQuery, type ReportPlace, reportPlace, yearParams } from './place.js'
import { reportSchema } from './schema.js'

const schema = {
  tags: ['年度报告'],
  summary: '一年的年度报告，按台账现在的情况',
  description:
    '表三、表四由台账算出，每个数字可以打开背后的案件（cells）；表二和文字取自草稿。identities 为勾稽关系，findings 为核对结果，against 为现在公布不了的原因，moved 为打开草稿或者上次公布以后归属有变动的案件，doubles 为说的是同一件诉讼、复议的记录。主管部门不填 organ 时为汇总。',
  params: yearParams,
  querystring: organQuery,
  response: { 200: reportSchema, ...problems(400, 401, 403, 404, 422, 503) },
}

const lines = ({ report }: Prepared) =>
  formOf(report.year).rows.map(({ line, zh }) => ({ line, zh, cells: [...(report.table3[line] ?? [])] }))

const groups = ({ report }: Prepared) =>
  remedyGroups.map((group) => ({ line: group, zh: remedyGroupNames[group], cells: [...(report.table4[group] ?? [])] }))

const editionRow = ({ edition, publishedOn, publishedBy, reason, sha256 }: KeptEdition) => ({
  edition,
  publishedOn,
  publishedBy,
  reason,
  sha256,
})

/** A report as the pages show it. */
export const reportView = (prepared: Prepared, editions: readonly KeptEdition[], place: ReportPlace, on: Day) => {
  const { report, draft, moved, doubles } = prepared
  const { year, organ, organs } = place
  return {
    organ,
    organs: [...organs],
    year,
    title: report.title,
    editions: editions.map(editionRow),
    draft: draft ? { openedOn: draft.openedOn, openedBy: draft.openedBy } : null,
    table2: report.table2 ?? {},
    table3: lines(prepared),
    table4: groups(prepared),
    parts: report.parts,
    sources: report.sources,
    fees: report.fees,
    identities: identitiesOf(report),
    findings: checkReport(report),
    against: againstPublishing({ ...prepared, editions: editions.length, reason: ' ', on }).filter(
      ({ code }) => code !== 'reportReasonMissing',
    ),
    moved,
    doubles: doubles.map(({ organ: of, caseId, number, group, suit }) => ({ organ: of, caseId, number, group, suit })),
  }
}

/** GET /reports/:year */
export const readReport = (app: FastifyInstance, services: Services): void => {
  const { cabinet, today } = services
  app.get('/reports/:year', { schema }, async (request, reply) => {
    const place = await reportPlace(request, services)
    if ('problem' in place) return send(reply, place.problem)
    const prepared = await cabinet.reports.yearReport(place)
    const editions = await cabinet.reports.reportEditions([place.organ], place.year)
    return reportView(prepared, place.organs.length > 1 ? [] : editions, place, today())
  })
}
