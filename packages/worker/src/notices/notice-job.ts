import { mailTime, minutesUntil, type NoticeKind, noticeKinds } from '@zhiqing/casework'
import type { Job, MailLine, MailReader } from '@zhiqing/db'
import { inChinese } from '@zhiqing/law'
import type { Sent } from '../post/mail.js'
import type { WorkerServices } from '../services.js'
import { wallTime } from './wall-time.js'

interface NoticeWords {
  readonly person: string
  readonly lines: readonly MailLine[]
  readonly more: number
}

const isKind = (kind: string): kind is NoticeKind => Object.hasOwn(noticeKinds, kind)

const lineWords = ({ kind, about, on }: MailLine): string => {
  if (!isKind(kind)) throw new Error('a notice of no kind')
  return `${noticeKinds[kind].zh}：${about}${on ? `（${inChinese(on)}）` : ''}`
}

/** Quiet hours may have begun since it was written: the mail server was away, or the wish was changed. Minutes to wait. */
const waitFor = async (reader: MailReader, { cabinet, now }: WorkerServices): Promise<number> => {
  const at = wallTime(now())
  return minutesUntil(at, mailTime(at, reader, await cabinet.calendar()))
}

/**
 * A mail to one of the staff: kinds of news, numbers of cases, days, and where to look; nothing of who asks for what. Who
 * wants no mail any more, or has left, gets none: what it tells of stands on their page.
 */
export const noticeJob = async (job: Job, services: WorkerServices): Promise<Sent> => {
  const { cabinet, post, press, now, deskUrl = null } = services
  const { person, lines, more } = job.words as unknown as NoticeWords
  const reader = (await cabinet.notices.mailReaders()).find((one) => one.person.id === person)
  if (!reader) return { ok: true }
  const holdMinutes = await waitFor(reader, services)
  if (holdMinutes > 0) return { ok: false, permanent: false, reason: '免打扰时间', holdMinutes }
  const sender = (await cabinet.organ(job.organ, wallTime(now()).day))?.organ.name ?? '政府信息公开工作机构'
  const mail = press.words.staffMail({
    机关名称: sender,
    件数: String(lines.length + more),
    事项: lines.map(lineWords),
    其余: more > 0 ? String(more) : null,
    网址: deskUrl && `${deskUrl}/notices`,
  })
  return post.send({ ...mail, sender, to: reader.address, messageId: job.messageId, date: now() })
}
