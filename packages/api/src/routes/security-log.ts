import type { LogFilter, SecurityRow } from '@zhiqing/db'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { csvFile } from '../csv.js'
import { identityOf } from '../identity/identity.js'
import { holds, offices } from '../identity/reading.js'
import { problem, send } from '../problem/problem.js'
import { logRow, words } from '../schemas/account.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { actZh, resultZh, securityActs, subjectZh } from '../view/security-words.js'
import { attachment } from './file-name.js'

const tags = ['人员']
const forAudit = problem('forbidden', 403, '没有权限', `${offices.readSecurityLog.zh}由审计管理员查看`)

const day = (which: string) =>
  z.iso.date({ error: '应为存在的日期，格式 YYYY-MM-DD' }).optional().meta({ description: which })
const filter = {
  from: day('自这一天起（东八区）'),
  to: day('到这一天为止，含这一天'),
  who: words(60).optional().meta({ description: '用户名的一部分：办理的人，或者被办理的人' }),
  act: z
    .enum(Object.keys(securityActs) as [string, ...string[]])
    .optional()
    .meta({ description: '哪一种事项' }),
}
const query = z.strictObject({
  ...filter,
  before: z
    .string()
    .regex(/^[1-9]\d{0,14}$/, { error: '应为上一页最后一行的 id' })
    .optional(),
})
type Query = z.infer<typeof query>

/** Days are those of the wall clock in China. */
const startOf = (date: string): Date => new Date(`${date}T00:00:00+08:00`)
const filterOf = ({ from, to, who, act }: Query): LogFilter => ({
  from: from === undefined ? undefined : startOf(from),
  before: to === undefined ? undefined : new Date(startOf(to).getTime() + 24 * 3_600_000),
  who,
  act,
})

const named = (row: SecurityRow) => ({
  ...row,
  ...{ actZh: actZh(row.act), resultZh: resultZh(row.result), subjectZh: subjectZh(row.act, row.subject) },
})

const mayRead = (request: FastifyRequest): boolean => holds(identityOf(request).person, 'readSecurityLog')

const list = {
  tags,
  summary: '安全日志',
  description:
    '登录、账号和机关的变动、查看完整个人信息的记录，只增不改，新的在前，一次一百行；可以按日期、人员、事项查找。只有审计管理员可以看。',
  querystring: query,
  response: {
    200: z.object({
      rows: z.array(logRow),
      acts: z.record(z.string(), z.string()).meta({ description: '可以查找的事项' }),
    }),
    ...problems(400, 401, 403, 503),
  },
}

/** An office's year of sign-ins; who needs more asks for fewer days. */
const mostLines = 20_000

const head = ['序号', '时间', '机关', '用户名', '事项', '结果', '对象', '案件', '理由', '地址']
const timeInChina = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'medium',
  timeZone: 'Asia/Shanghai',
})

const cellsOf = (row: SecurityRow) => [
  ...[row.id, timeInChina.format(new Date(row.at)), row.organ, row.name],
  ...[actZh(row.act), resultZh(row.result), subjectZh(row.act, row.subject), row.caseId, row.reason, row.address],
]

async function* linesOf(asked: Query, { cabinet }: Services): AsyncGenerator<(string | number | null)[]> {
  let after = asked.before === undefined ? undefined : Number(asked.before)
  for (let sent = 0; sent < mostLines; ) {
    const rows = await cabinet.accounts.securityLog(after, filterOf(asked))
    for (const row of rows) yield cellsOf(row)
    after = rows.at(-1)?.id
    sent += rows.length
    if (after === undefined || rows.length === 0) return
  }
}

const csvOf = async (asked: Query, services: Services): Promise<string> => {
  const lines: (string | number | null)[][] = [head]
  for await (const one of linesOf(asked, services)) lines.push(one)
  return csvFile(lines)
}

const file = {
  tags,
  summary: '安全日志，CSV',
  description: `同样的查找，最多${mostLines}行，新的在前；像公式的格子已经改成文字。导出本身先记入安全日志。`,
  querystring: query,
  response: {
    200: { description: 'CSV 文件', content: { 'text/csv': { schema: z.string() } } },
    ...problems(400, 401, 403, 503),
  },
}

/** GET /security-log and /security-log.csv, for the audit administrator; that it was taken away is written down first. */
export const securityLog = (app: FastifyInstance, services: Services): void => {
  app.get('/security-log', { schema: list }, async (request, reply) => {
    if (!mayRead(request)) return send(reply, forAudit)
    const asked = request.query as Query
    const after = asked.before === undefined ? undefined : Number(asked.before)
    const rows = await services.cabinet.accounts.securityLog(after, filterOf(asked))
    return { rows: rows.map(named), acts: securityActs }
  })
  app.get('/security-log.csv', { schema: file }, async (request, reply) => {
    if (!mayRead(request)) return send(reply, forAudit)
    const from = { address: request.ip, now: services.now() }
    await services.cabinet.accounts.writeDown(
      identityOf(request).person,
      { act: 'exportSecurityLog', result: 'ok' },
      from,
    )
    const csv = await csvOf(request.query as Query, services)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', attachment('security-log.csv', `安全日志-${services.today()}.csv`))
      .header('content-security-policy', "sandbox; default-src 'none'")
      .send(csv)
  })
}
