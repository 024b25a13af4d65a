import type { Person } from '@zhiqing/db'
import { tableInThread } from '@zhiqing/letters'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { cellsOf, columns } from '../case-list/case-table.js'
import { type AskedCases, pageOf } from '../case-list/page-of.js'
import { csvFile } from '../csv.js'
import { identityOf } from '../identity/identity.js'
import { notForReading } from '../problem/answers.js'
import { problem, send } from '../problem/problem.js'
import { listQuery } from '../schemas/case-list.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import type { CaseLine } from '../view/case-row.js'
import { attachment } from './file-name.js'

/** The requests of a large organ's years; who needs more asks for a part of them. */
const mostRows = 5000
const title = '案件列表'
const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** No function goes into a thread. */
const heads = columns.map(({ name, width }) => ({ name, width }))

const tooMany = problem(
  'tooManyRows',
  422,
  '列表太长',
  `符合条件的案件超过${mostRows}件，没有导出；请用查找、状态、期限缩小范围，分几次导出`,
)

const query = listQuery.omit({ after: true, limit: true }).extend({
  form: z
    .enum(['xlsx', 'csv'], { error: '应为 xlsx 或者 csv' })
    .default('xlsx')
    .meta({ description: '电子表格或者 CSV' }),
})
type Query = z.infer<typeof query>

const schema = {
  tags: ['案件'],
  summary: '案件列表，存为表格',
  description: `同样的查找，不分页，最多${mostRows}件；申请人的身份同列表一样遮盖，像公式的格子已经改成文字。导出本身先记入安全日志。`,
  querystring: query,
  response: {
    200: {
      description: 'XLSX 或者 CSV 文件',
      content: Object.fromEntries(
        Object.values(types).map((type) => [type.split(';')[0], { schema: z.string().meta({ format: 'binary' }) }]),
      ),
    },
    ...problems(400, 401, 403, 422, 503),
  },
}

/** Every row that is asked for, page by page; `tooMany` when there are more than a file takes. */
const rowsOf = async (
  asked: AskedCases,
  person: Person,
  services: Services,
): Promise<CaseLine[] | 'tooMany' | undefined> => {
  const rows: CaseLine[] = []
  for (let after: string | undefined; ; ) {
    const page = await pageOf({ ...asked, limit: '100', after }, person, services)
    if (!page) return undefined
    rows.push(...page.cases)
    if (rows.length > mostRows) return 'tooMany'
    if (page.next === null) return rows
    after = page.next
  }
}

/** GET /case-table: the list as a file; that it was taken away is written down first. */
export const caseTable = (app: FastifyInstance, services: Services): void => {
  app.get('/case-table', { schema }, async (request, reply) => {
    const { form, ...asked } = request.query as Query
    const { person } = identityOf(request)
    const rows = await rowsOf(asked, person, services)
    if (!rows) return send(reply, notForReading)
    if (rows === 'tooMany') return send(reply, tooMany)
    const from = { address: request.ip, now: services.now() }
    await services.cabinet.accounts.writeDown(person, { act: 'exportCases', result: 'ok' }, from)
    const on = services.today()
    const cells = rows.map(cellsOf)
    const author = person.organ === null ? '' : ((await services.cabinet.organ(person.organ, on))?.organ.name ?? '')
    const file =
      form === 'csv'
        ? csvFile([heads.map(({ name }) => name), ...cells])
        : Buffer.from(await tableInThread({ title, author, on, columns: heads, rows: cells }))
    return reply
      .type(types[form])
      .header('content-disposition', attachment(`cases.${form}`, `${title}-${on}.${form}`))
      .header('content-security-policy', "sandbox; default-src 'none'")
      .send(file)
  })
}
