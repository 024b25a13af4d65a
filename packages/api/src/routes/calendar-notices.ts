import { noticeSchema, readNotice } from '@zhiqing/casework'
import type { NoticeEffect, Person } from '@zhiqing/db'
import { type Notice, newestPaper } from '@zhiqing/law'
import type { FastifyInstance } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { notGiven } from '../commands/role.js'
import { identityOf } from '../identity/identity.js'
import { holds, offices } from '../identity/reading.js'
import { invalid, movedSincePreview } from '../problem/answers.js'
import { problem, send } from '../problem/problem.js'
import { refused } from '../problem/refused.js'
import { dayText, movedDue } from '../schemas/plain.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'

const query = z.strictObject({
  preview: z.enum(['true', 'false'], { error: '应为 true 或者 false' }).optional().meta({
    description: 'true（默认）：只列出变动，什么也不写；false：导入',
  }),
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: '应为预览应答中的 digest' })
    .optional()
    .meta({ description: '导入时必填：预览应答中的 digest' }),
})

const moved = movedDue.extend({
  organ: z.string(),
  caseId: z.string(),
  number: z.string().meta({ description: '受理编号' }),
  provisional: z.boolean().meta({ description: '新的期限计入了尚未公布放假安排的日子' }),
})

const answer = z.object({
  applied: z.boolean(),
  digest: z.string().meta({ description: '代表这份通知和全部变动，导入时交回' }),
  notice: z.object({ number: z.string(), title: z.string(), issued: dayText }),
  cases: z.int().meta({ description: '有期限变动的在办案件数，包括其他机关的' }),
  moved: z.array(moved).meta({ description: '本机关案件的变动；不属于任何机关的管理员看到全部' }),
  elsewhere: z.array(z.object({ organ: z.string(), cases: z.int() })).meta({ description: '其他机关只列件数' }),
})

const schema = {
  tags: ['日历'],
  summary: '导入放假安排',
  description:
    '正文是放假安排（calendar/cn-YYYY.json 的格式）。先预览：列出全部在办案件变动的期限和 digest，什么也不写。导入时交回 digest，所做的就是所看到的；其间又有变动的以 409 拒绝，附上新的清单。导入是一个事务：通知、期限、各案台账中的一条事实（CalendarChanged），以及给选择电子邮件的申请人的信。由整个实例的系统管理员导入，记入安全日志；机关的系统管理员可以预览。',
  querystring: query,
  body: noticeSchema,
  response: { 200: answer, ...problems(400, 401, 403, 409, 413, 415, 503) },
}

const notWholeInstance = problem(
  'forbidden',
  403,
  '不在您的职责之内',
  '放假安排对所有机关的案件生效，由整个实例的系统管理员导入；您可以预览本机关的变动',
)

/** The body is read by casework, which tells every fault; the query by its schema. */
const bodyByCasework = (route: { readonly httpPart?: string | undefined }) =>
  route.httpPart === 'body' ? (value: unknown) => ({ value }) : validatorCompiler(route as never)

const casesOf = (rows: NoticeEffect['moved']): number => new Set(rows.map(({ caseId }) => caseId)).size

/** Whole for who administers the instance; an organ's own administrator sees of others no more than how many. */
const shown = (effect: NoticeEffect, notice: Notice, { organ }: Person) => {
  const others = [...new Set(effect.moved.map((one) => one.organ))].filter((one) => organ !== null && one !== organ)
  return {
    digest: effect.digest,
    notice: newestPaper(notice),
    cases: casesOf(effect.moved),
    moved: effect.moved.filter((one) => organ === null || one.organ === organ),
    elsewhere: others.map((other) => ({
      organ: other,
      cases: casesOf(effect.moved.filter((one) => one.organ === other)),
    })),
  }
}

/** POST /calendar-notices?preview=, by an administrator; what moves the days of all organs is done by the whole instance's. */
export const calendarNotices = (app: FastifyInstance, { cabinet, today, now, log }: Services): void => {
  app.post('/calendar-notices', { schema, validatorCompiler: bodyByCasework }, async (request, reply) => {
    const { person } = identityOf(request)
    if (!holds(person, 'importNotice')) {
      const { zh, roles } = offices.importNotice
      return send(reply, refused({ ...notGiven(person, zh, roles), permitted: [], also: [] }))
    }
    const { preview = 'true', digest } = request.query as z.infer<typeof query>
    const read = readNotice(request.body)
    if (!read.ok) return send(reply, invalid(read.faults))
    const { notice } = read
    if (preview === 'true') return { applied: false, ...shown(await cabinet.movedBy(notice, today()), notice, person) }
    if (digest === undefined)
      return send(reply, invalid([{ path: 'digest', zh: '请先预览，再交回预览应答中的 digest' }]))
    if (person.organ !== null) return send(reply, notWholeInstance)
    const actor = { role: 'admin', person: person.displayName } as const
    const { applied, ...effect } = await cabinet.importNotice(notice, { on: today(), actor, digest })
    if (!applied) return send(reply, movedSincePreview(shown(effect, notice, person)))
    const act = { act: 'importNotice', result: 'ok', reason: newestPaper(notice).number } as const
    await cabinet.accounts.writeDown(person, act, { address: request.ip, now: now() })
    log.info('noticeImported', { year: notice.year, cases: casesOf(effect.moved), person: person.id })
    return { applied, ...shown(effect, notice, person) }
  })
}
