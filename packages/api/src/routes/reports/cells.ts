import {
  type CellFour,
  type CellThree,
  type Column,
  columns,
  formOf,
  type Line,
  type RemedyGroup,
  remedyColumns,
  remedyGroups,
} from '@zhiqing/law'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { invalid } from '../../problem/answers.js'
import { send } from '../../problem/problem.js'
import { problems } from '../../schemas/problem.js'
import type { Services } from '../../services.js'
import { organNames } from './organ-names.js'
import { reportPlace, sumQuery, yearParams } from './place.js'
import { caseBehind } from './schema.js'

const most = 200

const params = yearParams.extend({
  line: z.string().meta({ description: '表三的行（如 3.3.4），或者表四的组（如 reconsideration）' }),
  column: z.string().meta({ description: '表三：natural…total；表四：upheld…total' }),
})

const answer = z
  .object({ cases: z.array(caseBehind), next: z.string().nullable() })
  .meta({ id: 'CasesBehind', description: '一个数字背后的案件' })
export type CasesBehindAnswer = z.infer<typeof answer>

const schema = {
  tags: ['年度报告'],
  summary: '一个数字背后的案件',
  description: `表三、表四中一个数字由哪些案件相加而来，每页至多${most}件；把应答中的 next 作为下一次的 after。`,
  params,
  querystring: sumQuery.extend({ after: z.uuid({ error: '应为上一页应答中的 next' }).optional() }),
  response: {
    200: answer,
    ...problems(400, 401, 403, 404, 422, 503),
  },
}

const has = <T extends string>(list: readonly T[], one: string): one is T => (list as readonly string[]).includes(one)

const cellOf = (line: string, column: string, year: number): CellThree | CellFour | undefined => {
  if (has(remedyGroups, line)) return has(remedyColumns, column) ? { group: line as RemedyGroup, column } : undefined
  const known = formOf(year).rows.some((row) => row.line === line)
  return known && has(columns, column) ? { line: line as Line, column: column as Column } : undefined
}

/** GET /reports/:year/cells/:line/:column */
export const reportCells = (app: FastifyInstance, services: Services): void => {
  app.get('/reports/:year/cells/:line/:column', { schema }, async (request, reply) => {
    const place = await reportPlace(request, services)
    if ('problem' in place) return send(reply, place.problem)
    const { line, column } = request.params as z.infer<typeof params>
    const cell = cellOf(line, column, place.year)
    if (!cell) return send(reply, invalid([{ path: 'line', zh: '表中没有这一格，请对照 /reports/{year} 的行和列' }]))
    const { after } = request.query as { after?: string }
    const { organs, year } = place
    const found = await services.cabinet.reports.casesBehind({ organs, year, cell, limit: most + 1, after })
    const nameOf = await organNames(services)
    const cases = found.slice(0, most).map((one) => ({ ...one, name: nameOf(one.organ) }))
    return { cases, next: found.length > most ? (cases.at(-1)?.id ?? null) : null }
  })
}
