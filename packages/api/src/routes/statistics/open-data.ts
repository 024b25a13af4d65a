import type { OpenDatum } from '@zhiqing/db'
import { applicantKinds, channelNames, formOf } from '@zhiqing/law'
import { harmless } from '@zhiqing/letters'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { send } from '../../problem/problem.js'
import { problems } from '../../schemas/problem.js'
import type { Services } from '../../services.js'
import { attachment } from '../file-name.js'
import { organQuery, reportPlace, yearParams } from '../reports/place.js'

/** Fewer alike than this and a row could be somebody: what is rare about it is taken off [I]. */
const leastAlike = 3

interface Column {
  readonly name: keyof OpenDatum
  readonly zh: string
  readonly meaning: string
}

/** The data dictionary: it goes out with the data and is the only place where the columns are named. */
export const dictionary: readonly Column[] = [
  { name: 'organ', zh: '机关', meaning: '办理机关的标识' },
  {
    name: 'kind',
    zh: '申请人类型',
    meaning: `表三的六类：${Object.values(applicantKinds).join('、')}；同类过少的为“其他”`,
  },
  { name: 'channel', zh: '渠道', meaning: `${Object.values(channelNames).join('、')}；同类过少的为空` },
  { name: 'receivedIn', zh: '收到月份', meaning: 'YYYY-MM；不公布日期' },
  { name: 'closedIn', zh: '办结月份', meaning: 'YYYY-MM；在办的为空' },
  { name: 'line', zh: '结果', meaning: '表三的行（3.1 至 3.6.3）；在办的为空；同类过少的只到大类（如 3.3）' },
  { name: 'days', zh: '办理天数', meaning: '收到至答复发出或者办结的自然日' },
  { name: 'corrected', zh: '告知补正', meaning: 'true、false' },
  { name: 'extended', zh: '延长期限', meaning: 'true、false' },
  { name: 'remedied', zh: '有复议或者诉讼', meaning: 'true、false' },
]

const rare = <Key extends keyof OpenDatum>(rows: readonly OpenDatum[], key: Key): ((row: OpenDatum) => boolean) => {
  const times = new Map<unknown, number>()
  for (const row of rows) times.set(row[key], (times.get(row[key]) ?? 0) + 1)
  return (row) => (times.get(row[key]) ?? 0) < leastAlike
}

/** What is rare in a column says whose case it is: it is made coarser there. */
export const coarse = (rows: readonly OpenDatum[]): OpenDatum[] => {
  const [rareKind, rareChannel, rareLine] = [rare(rows, 'kind'), rare(rows, 'channel'), rare(rows, 'line')]
  return rows.map((row) => ({
    ...row,
    kind: rareKind(row) ? 'other' : row.kind,
    channel: rareChannel(row) ? '' : row.channel,
    line: row.line && rareLine(row) ? row.line.slice(0, 3) : row.line,
  }))
}

const cell = (value: unknown): string => {
  const text = value === null || value === undefined ? '' : typeof value === 'string' ? harmless(value) : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const csvOf = (rows: readonly OpenDatum[]): string =>
  [dictionary.map(({ name }) => name), ...rows.map((row) => dictionary.map(({ name }) => row[name]))]
    .map((cells) => cells.map(cell).join(','))
    .join('\r\n')

const schema = {
  tags: ['统计'],
  summary: '开放数据',
  description:
    '一年收到的案件，逐案、匿名：没有编号、姓名、内容和经办人，日期只到月份，过少的类别并入大类，次序打乱。form=csv 为带 BOM 的 CSV；json 附数据字典。',
  params: yearParams,
  querystring: organQuery.extend({ form: z.enum(['json', 'csv']).default('json') }),
  response: {
    200: z.union([
      z.object({
        year: z.int(),
        dictionary: z.array(z.object({ name: z.string(), zh: z.string(), meaning: z.string() })),
        lines: z.record(z.string(), z.string()),
        cases: z.array(z.record(z.string(), z.unknown())),
      }),
      z.string(),
    ]),
    ...problems(400, 401, 403, 404, 422, 503),
  },
}

/** GET /open-data/:year */
export const openData = (app: FastifyInstance, services: Services): void => {
  app.get('/open-data/:year', { schema }, async (request, reply) => {
    const place = await reportPlace(request, services)
    if ('problem' in place) return send(reply, place.problem)
    const { year, organs, organ } = place
    const cases = coarse(await services.cabinet.reports.openData(organs, year))
    if ((request.query as { form?: string }).form !== 'csv') {
      const lines = Object.fromEntries(formOf(year).leaves.map(({ line, zh }) => [line, zh]))
      return { year, dictionary: [...dictionary], lines, cases: cases.map((one) => ({ ...one })) }
    }
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', attachment(`${organ}-${year}.csv`, `${year}年依申请公开开放数据.csv`))
      .send(`\ufeff${csvOf(cases)}\r\n`)
  })
}
