import { clockText, emailField, minuteOf, type NoticeKind, noticeKindNames, noticeKinds } from '@zhiqing/casework'
import type { MailWish } from '@zhiqing/db'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { identityOf } from '../../identity/identity.js'
import { noOrgan } from '../../problem/answers.js'
import { send } from '../../problem/problem.js'
import { noticeKind } from '../../schemas/notices.js'
import { problems } from '../../schemas/problem.js'
import type { Services } from '../../services.js'

const tags = ['通知']

const time = z
  .string({ error: '应为文字' })
  .refine((text) => minuteOf(text) !== undefined, { error: '应为一天中的时刻，写作 08:30' })
  .meta({ description: '东八区的时刻，写作 08:30' })

const wish = z.strictObject({
  address: emailField.meta({ description: '收通知的电子邮箱' }),
  kinds: z.array(noticeKind).max(noticeKindNames.length).meta({ description: '哪些情况发邮件；其余只在页面上' }),
  digestAt: time.nullable().meta({ description: '每天一封汇总的时刻；null：随时' }),
  quietFrom: time.meta({ description: '自几点起免打扰' }),
  quietTo: time.meta({ description: '到几点为止；与 quietFrom 相同的，没有免打扰时间' }),
  workingDaysOnly: z.boolean().meta({ description: '只在工作日发' }),
})

const answer = z
  .object({
    wish: wish.nullable().meta({ description: 'null：不收邮件' }),
    kinds: z.array(z.object({ kind: noticeKind, zh: z.string() })).meta({ description: '可以选择的各种情况' }),
  })
  .meta({ id: 'NoticeMail', description: '邮件通知的设置' })
export type NoticeMailAnswer = z.infer<typeof answer>

const shown = (kept: MailWish | undefined) => ({
  wish: kept
    ? {
        address: kept.address,
        kinds: [...kept.kinds],
        digestAt: kept.digestAt === null ? null : clockText(kept.digestAt),
        quietFrom: clockText(kept.quietFrom),
        quietTo: clockText(kept.quietTo),
        workingDaysOnly: kept.workingDaysOnly,
      }
    : null,
  kinds: noticeKindNames.map((kind: NoticeKind) => ({ kind, zh: noticeKinds[kind].zh })),
})

const minute = (text: string): number => minuteOf(text) ?? 0

const wished = ({ address, kinds, digestAt, quietFrom, quietTo, workingDaysOnly }: z.infer<typeof wish>): MailWish => ({
  address,
  kinds: [...new Set(kinds)],
  digestAt: digestAt === null ? null : minute(digestAt),
  quietFrom: minute(quietFrom),
  quietTo: minute(quietTo),
  workingDaysOnly,
})

const readSchema = {
  tags,
  summary: '邮件通知的设置',
  description: '本人的；没有设过的，不发邮件。',
  response: { 200: answer, ...problems(401, 403, 503) },
}

const writeSchema = {
  tags,
  summary: '改变邮件通知的设置',
  description:
    '收哪些、随时还是每天一封、几点到几点不发、是否只在工作日发。落在免打扰时间的，过后一并发出。邮件中只有情况的种类、受理编号、日期和工作台的网址。wish 为 null 的，不再发邮件。',
  body: z.strictObject({ wish: wish.nullable() }),
  response: { 200: answer, ...problems(400, 401, 403, 413, 415, 503) },
}

/** GET and POST /notice-mail, one's own. */
export const noticeMail = (app: FastifyInstance, { cabinet, today, log }: Services): void => {
  app.get('/notice-mail', { schema: readSchema }, async (request, reply) => {
    const { person } = identityOf(request)
    if (person.organ === null) return send(reply, noOrgan)
    return shown(await cabinet.notices.mailWish(person))
  })
  app.post('/notice-mail', { schema: writeSchema }, async (request, reply) => {
    const { person } = identityOf(request)
    if (person.organ === null) return send(reply, noOrgan)
    const body = (request.body as { wish: z.infer<typeof wish> | null }).wish
    await cabinet.notices.keepMailWish(person, body ? wished(body) : undefined, today())
    log.info('noticeMail', { person: person.id, on: body !== null })
    return shown(await cabinet.notices.mailWish(person))
  })
}
