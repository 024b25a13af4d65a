import { againstPublishing } from '@zhiqing/casework'
import type { KeptEdition, Prepared } from '@zhiqing/db'
import {
  checkReport,
  type Day,
  formOf,
  identitiesOf,
  remedyGroupNames,
  remedyGroups,
  sheetFour,
  sheetThree,
  sheetTwo,
} from '@zhiqing/law'
import type { FastifyInstance } from 'fastify'
import { send } from '../../problem/problem.js'
import { problems } from '../../schemas/problem.js'
import type { Services } from '../../services.js'
import { changedView } from './changed.js'
import { editionsAt, type ReportPlace, reportPlace, sumQuery, yearParams } from './place.js'
import { reportSchema } from './schema.js'

const schema = {
  tags: ['年度报告'],
  summary: '一年的年度报告，按台账现在的情况',
  description:
    '表三、表四由台账算出，每个数字可以打开背后的案件（cells）；表二和文字取自草稿。identities 为勾稽关系，findings 为核对结果，against 为现在公布不了的原因，moved 为打开草稿或者上次公布以后归属有变动的案件，changed 为同一期间表四、表二和文字的变动，doubles 为说的是同一件诉讼、复议的记录。主管部门不填 organ 时为汇总；汇总有自己的草稿和各版，proposed 为各机关表二之和。',
  params: yearParams,
  querystring: sumQuery,
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

/** What is known beside the report itself: the organ's editions of it, those of the year before, the numbers of cases. */
export interface Beside {
  readonly editions: readonly KeptEdition[]
  readonly before: readonly KeptEdition[]
  readonly numbers: ReadonlyMap<string, string | null>
}

const previousOf = ({ report, draft }: Prepared, before: readonly KeptEdition[]) => {
  const { previous } = report
  if (!previous) return null
  const published = before.at(-1)
  return {
    year: previous.year,
    from: published ? ('edition' as const) : ('entries' as const),
    edition: published?.edition ?? null,
    publishedOn: published?.publishedOn ?? null,
    sha256: published?.sha256 ?? null,
    source: published ? null : (draft?.entries.sources.previous ?? null),
    carriedOn: [...(previous.table3['4'] ?? [])],
  }
}

const sheetsOf = ({ report }: Prepared) => ({
  two: sheetTwo(report),
  three: sheetThree(report),
  four: sheetFour(report),
})

/** A report as the pages show it. */
export const reportView = (prepared: Prepared, beside: Beside, place: ReportPlace, on: Day) => {
  const { report, draft, moved, doubles } = prepared
  const { editions, before, numbers } = beside
  const { year, organ, organs, kind } = place
  return {
    organ,
    organs: [...organs],
    kind,
    year,
    title: report.title,
    editions: editions.map(editionRow),
    draft: draft ? { openedOn: draft.openedOn, openedBy: draft.openedBy, entries: { ...draft.entries } } : null,
    previous: previousOf(prepared, before),
    sheets: sheetsOf(prepared),
    table2: report.table2 ?? {},
    proposed: prepared.proposed,
    table3: lines(prepared),
    table4: groups(prepared),
    parts: report.parts,
    sources: report.sources,
    fees: report.fees,
    scope: report.scope ?? null,
    identities: identitiesOf(report),
    findings: checkReport(report),
    against: againstPublishing({ ...prepared, editions: editions.length, reason: ' ', on }).filter(
      ({ code }) => code !== 'reportReasonMissing',
    ),
    changed: changedView(prepared, numbers),
    moved: moved.map((one) => ({ ...one, number: numbers.get(one.id) ?? null })),
    doubles: doubles.map(({ organ: of, caseId, number, group, suit }) => ({ organ: of, caseId, number, group, suit })),
  }
}

/** The numbers of so many moved cases at most are looked up, those of table four first; nobody reads further down. */
const mostNumbers = 500

/** A report with all that stands beside it. */
export const wholeView = async (prepared: Prepared, place: ReportPlace, services: Services) => {
  const { cabinet, today } = services
  const { organs, year } = place
  const inFour = prepared.changed?.remedies.map(({ caseId }) => caseId) ?? []
  const ids = [...new Set([...inFour, ...prepared.moved.map(({ id }) => id)])].slice(0, mostNumbers)
  const numbers = new Map(await cabinet.reports.numbersOf(organs, ids))
  const editions = await editionsAt(place, year, services)
  const before = await editionsAt(place, year - 1, services)
  return reportView(prepared, { editions, before, numbers }, place, today())
}

/** GET /reports/:year */
export const readReport = (app: FastifyInstance, services: Services): void => {
  app.get('/reports/:year', { schema }, async (request, reply) => {
    const place = await reportPlace(request, services)
    if ('problem' in place) return send(reply, place.problem)
    return wholeView(await services.cabinet.reports.yearReport(place), place, services)
  })
}
