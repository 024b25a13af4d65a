import { cannotJudge, readPublishedReport } from '@zhiqing/casework'
import { checkReport } from '@zhiqing/law'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { invalid } from '../../problem/answers.js'
import { send } from '../../problem/problem.js'
import { problems } from '../../schemas/problem.js'

const finding = z.object({
  rule: z.string(),
  where: z.string().meta({ description: '行和列，或者正文中的话' }),
  expected: z.union([z.number(), z.string()]).nullable(),
  printed: z.union([z.number(), z.string()]).nullable(),
  level: z.enum(['error', 'warning']),
  zh: z.string(),
})

const schema = {
  tags: ['年度报告'],
  summary: '核对一份已经公布的年度报告',
  description:
    '正文与 zhiqing report check 的文件相同。findings 逐项写明哪一格、应为多少、印的是多少；cannotJudge 为没有材料、无从核对的事项。什么也不保存。',
  body: z
    .looseObject({})
    .meta({ description: '年度报告：organ、year、format、table3、table4、table2?、previous?、narrative?' }),
  response: {
    200: z.object({ findings: z.array(finding), cannotJudge: z.array(z.string()) }),
    ...problems(400, 401, 413, 415),
  },
}

/** POST /report-checks */
export const checkPublished = (app: FastifyInstance): void => {
  app.post('/report-checks', { schema }, async (request, reply) => {
    const read = readPublishedReport(request.body)
    if ('faults' in read) return send(reply, invalid(read.faults.map((zh) => ({ path: '', zh }))))
    return { findings: checkReport(read.report), cannotJudge: cannotJudge(read.report) }
  })
}
